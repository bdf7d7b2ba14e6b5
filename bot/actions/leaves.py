"""Being away: when, who stands in, and coming back."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.actions.colleagues import colleague, colleagues_of, is_let_in, named
from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.passing import bring
from bot.actions.teams import team_of
from bot.actions.whereabouts import today
from bot.programme.leaves import days_from, is_possible, who_takes_over
from bot.programme.notices import (
    AwayShown,
    BackAgain,
    ChooseDeputy,
    ChooseLastDay,
    DeputyNamed,
    LeaveKept,
    StandIn,
)
from bot.programme.people import Visit
from bot.programme.team import Team
from storage.people import Person
from storage.staff import Leave

A_DAY = timedelta(days=1)


class Leaves:
    """What the staff can say about their own leaves."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """Show one's leaves, and the days on which a new one can begin."""
        async with self.desk.serve(visit) as talk:
            if is_let_in(talk):
                talk.reply(await _shown(talk))

    async def turn_to(self, visit: Visit, page: int) -> None:
        """Show other days on which a leave can begin."""
        async with self.desk.serve(visit) as talk:
            if is_let_in(talk):
                talk.replace(await _shown(talk, page))

    async def choose_last(self, visit: Visit, first: date, page: int) -> None:
        """Ask until when somebody is away who leaves on that day."""
        async with self.desk.serve(visit) as talk:
            if not is_let_in(talk):
                return
            if not is_possible(first, first, today(talk)):
                talk.replace(await _shown(talk, old=True))
                return
            days = [day for day in days_from(first, page) if is_possible(first, day, today(talk))]
            talk.replace(ChooseLastDay(first.isoformat(), _written(days), page))

    async def choose_deputy(self, visit: Visit, first: date, last: date) -> None:
        """Ask who stands in on these days; who is away on all of them is not among them."""
        async with self.desk.serve(visit) as talk:
            if not is_let_in(talk):
                return
            if not is_possible(first, last, today(talk)):
                talk.replace(await _shown(talk, old=True))
                return
            there = await _there(talk, first, last)
            talk.replace(ChooseDeputy(named(there), first.isoformat(), last.isoformat()))

    async def keep(self, visit: Visit, days: tuple[date, date], deputy_id: int) -> None:
        """Keep the leave; one that begins today passes the open cases on at once."""
        async with self.desk.serve(visit) as talk:
            if not is_let_in(talk):
                return
            deputy = await colleague(talk, talk.person, deputy_id)
            if not is_possible(*days, today(talk)) or (deputy_id and deputy is None):
                talk.replace(await _shown(talk, old=True))
                return
            await _keep(talk, days, deputy)

    async def end(self, visit: Visit, leave_id: int) -> None:
        """Take a leave back, or be back before its last day."""
        async with self.desk.serve(visit) as talk:
            if not is_let_in(talk):
                return
            leave = next((one for one in await _own(talk) if one.id == leave_id), None)
            if leave is None:
                talk.replace(await _shown(talk, old=True))
            elif leave.covers(today(talk)):
                talk.replace(await come_back(talk, talk.person, leave))
            else:
                await _take_back(talk, leave)
                talk.replace(await _shown(talk))

    async def offer_deputies(self, visit: Visit) -> None:
        """Ask who is asked when there is no leave and yet no answer."""
        async with self.desk.serve(visit) as talk:
            if is_let_in(talk):
                talk.reply(ChooseDeputy(named(await colleagues_of(talk, talk.person))))

    async def name_deputy(self, visit: Visit, deputy_id: int) -> None:
        """Keep who that is; they hear it."""
        async with self.desk.serve(visit) as talk:
            if not is_let_in(talk):
                return
            deputy = await colleague(talk, talk.person, deputy_id)
            await talk.tx.staff.name_deputy(talk.person.id, deputy.id if deputy else None)
            if deputy:
                _tell(talk, deputy.id, StandIn(talk.person.first_name))
            talk.replace(DeputyNamed(deputy.first_name if deputy else ""))

    async def look(self) -> int:
        """Pass on what is left with who is away, and give back to who has come back; by day."""
        async with self.desk.open() as counter:
            if counter.programme.is_night(counter.now):
                return 0
            for leave in await counter.tx.staff.leaves_over(today(counter)):
                person = await counter.tx.people.get(leave.person_id)
                back = await come_back(counter, person, leave)
                counter.tell(person.id, back, f"leave:{leave.id}")
            return await pass_on(counter)


async def pass_on(counter: Counter) -> int:
    """Bring the open cases of who is on leave to who stands in; give how many went on.

    What somebody has taken while they were away stays with them, and so does what nobody else is
    there for: the ladder goes on with it.
    """
    leaves = await counter.tx.staff.leaves_from(today(counter))
    away = [one for one in leaves if one.covers(today(counter))]
    return sum([await _pass_on_of(counter, one) for one in away])


async def _pass_on_of(counter: Counter, leave: Leave) -> int:
    cases = await counter.tx.cases.open_of(leave.person_id)
    if not cases:
        return 0
    day, team = today(counter), await team_of(counter)
    left = [
        case for case in cases
        if case.taken_by is None or not team.goes_on(leave.person_id, case.taken_at, day)
    ]  # fmt: skip
    person = await counter.tx.people.get(leave.person_id)
    heir = who_takes_over(team, person.id, person.branch, day)
    if heir is None or not team.is_there(heir, day):
        return 0
    for case in left:
        await bring(counter, case, heir, team, away_from=person.id)
    return len(left)


async def come_back(counter: Counter, person: Person, leave: Leave) -> BackAgain:
    """The leave is over: what went to a colleague because of it, and what nobody has taken since,
    comes back. All else of their people stays where it is.
    """
    await counter.tx.staff.drop_leave(leave.id, person.id)
    duos = await counter.tx.duos.followed_by(person.id)
    people = {one for duo in duos for one in (duo.mentee_id, duo.mentor_id)}
    others = await counter.tx.caseloads.elsewhere(person.id, [one.id for one in duos], people)
    free = await counter.tx.caseloads.away_from(person.id)
    elsewhere = {one.id for one in others} - {one.id for one in free}
    team = await team_of(counter) if free else Team(())
    for case in free:
        await bring(counter, case, person.id, team)
    if leave.deputy_id:
        _tell(counter, leave.deputy_id, _stand_in(person, leave, over=True))
    return BackAgain(len(free), len(elsewhere))


async def _keep(talk: Talk, days: tuple[date, date], deputy: Person | None) -> None:
    """A new leave takes the place of those with which it overlaps."""
    for leave in await _own(talk):
        if leave.first_day <= days[1] and days[0] <= leave.last_day:
            await _take_back(talk, leave, but=deputy.id if deputy else None)
    deputy_id = deputy.id if deputy else None
    leave = await talk.tx.staff.keep_leave(talk.person.id, days, deputy_id, talk.now)
    passed_on = await pass_on(talk) if leave.covers(today(talk)) else 0
    if deputy:
        _tell(talk, deputy.id, _stand_in(talk.person, leave))
    name = deputy.first_name if deputy else ""
    first, last = days
    talk.replace(LeaveKept(first.isoformat(), last.isoformat(), name, passed_on))


async def _take_back(talk: Talk, leave: Leave, but: int | None = None) -> None:
    await talk.tx.staff.drop_leave(leave.id, talk.person.id)
    if leave.deputy_id and leave.deputy_id != but:
        _tell(talk, leave.deputy_id, _stand_in(talk.person, leave, over=True))


def _stand_in(person: Person, leave: Leave, *, over: bool = False) -> StandIn:
    first, last = leave.first_day.isoformat(), leave.last_day.isoformat()
    return StandIn(person.first_name, first, last, over)


def _tell(counter: Counter, to: int, notice: StandIn) -> None:
    moment = f"{counter.now:%y%m%d%H%M%S%f}:{notice.first}:{int(notice.over)}"
    counter.tell(to, notice, f"stands_in:{to}", moment)


async def _own(talk: Talk) -> list[Leave]:
    leaves = await talk.tx.staff.leaves_from(today(talk))
    return [one for one in leaves if one.person_id == talk.person.id]


async def _there(talk: Talk, first: date, last: date) -> list[Person]:
    leaves = await talk.tx.staff.leaves_from(today(talk))
    away = {one.person_id for one in leaves if one.first_day <= first and last <= one.last_day}
    return [one for one in await colleagues_of(talk, talk.person) if one.id not in away]


async def _shown(talk: Talk, page: int = 0, *, old: bool = False) -> AwayShown:
    now, own = today(talk), await _own(talk)
    deputy = (await talk.tx.staff.deputies()).get(talk.person.id)
    names = await talk.tx.people.by_ids({one for one in (deputy, *_deputies(own)) if one})
    leaves = tuple(
        (one.id, one.first_day.isoformat(), one.last_day.isoformat(), _name(names, one.deputy_id))
        for one in own
    )
    days = _written(days_from(now, page))
    return AwayShown(leaves, days, now.isoformat(), page, _name(names, deputy), old)


def _deputies(leaves: Iterable[Leave]) -> set[int | None]:
    return {one.deputy_id for one in leaves}


def _name(people: dict[int, Person], person_id: int | None) -> str:
    return people[person_id].first_name if person_id in people else ""


def _written(days: Sequence[date]) -> tuple[str, ...]:
    return tuple(day.isoformat() for day in days)
