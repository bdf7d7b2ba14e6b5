"""Telling a coach: the one of the duo or of the branch, whoever can be reached.

Where there is no coach within reach, a coordinator of the branch stands in.
"""

from collections.abc import Iterable
from datetime import timedelta

from bot.actions.counter import Counter
from bot.programme.letters import Lane
from bot.programme.notices import Notice
from bot.programme.people import is_staff
from storage.duos import Duo
from storage.people import Person


async def coach_for(counter: Counter, duo: Duo | None, branch: str | None) -> Person | None:
    """The coach of the duo, else one of the branch, else any: the first who can be reached."""
    own = await counter.tx.people.get(duo.coach_id) if duo else None
    if own and is_staff(own.role) and own.unreachable_at is None:
        return own
    coaches = within_reach(await counter.tx.people.coaches())
    near = [one for one in coaches if one.branch == branch]
    return next(iter(near or coaches), None) or await _coordinator_of(counter, branch)


def within_reach(people: Iterable[Person]) -> list[Person]:
    """Those whom Telegram can reach."""
    return [one for one in people if one.unreachable_at is None]


async def _coordinator_of(counter: Counter, branch: str | None) -> Person | None:
    if branch is None:
        return None
    return next(iter(within_reach(await counter.tx.people.coordinators(branch))), None)


async def coach_of(counter: Counter, duo: Duo) -> Person | None:
    """The coach of the duo, or who stands in for them."""
    branch = (await counter.tx.people.get(duo.mentee_id)).branch
    return await coach_for(counter, duo, branch)


async def tell_coach(  # noqa: PLR0913  # what names a letter, and its moment
    counter: Counter, duo: Duo, notice: Notice, subject: str, occurrence: str = "1", *,
    lane: Lane = Lane.REMINDER, later: timedelta = timedelta(),
) -> None:  # fmt: skip
    """Tell the coach of the duo, or who stands in for them, when any coach can be reached."""
    coach = await coach_of(counter, duo)
    if coach:
        counter.tell(coach.id, notice, subject, occurrence, lane=lane, later=later)


async def tell_near(counter: Counter, branch: str | None, notice: Notice, subject: str) -> None:
    """Tell one coach of a branch, or who stands in, of what happens now."""
    coach = await coach_for(counter, None, branch)
    if coach:
        counter.tell(coach.id, notice, subject, f"{counter.now:%Y%m%d%H%M%S%f}")


async def tell_branch(
    counter: Counter, branch: str, notice: Notice, subject: str, *, but: Person | None = None
) -> None:
    """Tell every coach of a branch, by day, but the one who did it."""
    for coach in await counter.tx.people.coaches(branch):
        if but and coach.id == but.id:
            continue
        moment = f"to:{coach.id}:{counter.now:%Y%m%d%H%M%S%f}"
        counter.tell(coach.id, notice, subject, moment)
