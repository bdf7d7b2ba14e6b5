"""The team as it is on this day: who can be asked, who is on leave, and who stands in."""

from collections import defaultdict

from bot.actions.counter import Counter
from bot.programme.leaves import began
from bot.programme.people import Role
from bot.programme.team import Away, Colleague, Team
from storage.people import Person


async def team_of(counter: Counter) -> Team:
    """All who work for the programme, with their leaves from today on."""
    people = await counter.tx.people.staff()
    today = counter.now.astimezone(counter.programme.zone).date()
    away: dict[int, list[Away]] = defaultdict(list)
    for one in await counter.tx.staff.leaves_from(today):
        since = began(one.first_day, one.kept_at, counter.programme.zone)
        leave = Away(one.first_day, one.last_day, one.deputy_id, since)
        away[one.person_id].append(leave)
    deputies = await counter.tx.staff.deputies()
    return Team([_colleague(one, tuple(away[one.id]), deputies.get(one.id)) for one in people])


def _colleague(person: Person, away: tuple[Away, ...], deputy: int | None) -> Colleague:
    return Colleague(
        id=person.id,
        branch=person.branch,
        coordinates=person.role == Role.COORDINATOR,
        reachable=person.unreachable_at is None,
        away=away,
        deputy=deputy,
    )
