"""Being away: when, who stands in, and coming back."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import date

import structlog

from bot.actions.colleagues import colleague, colleagues_of, is_let_in, named
from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.intakes.freeing import show_talks_in_leave
from bot.actions.passing import bring, pass_on
from bot.actions.teams import team_of
from bot.actions.whereabouts import today
from bot.programme.leaves import Days, days_from, is_possible, joined
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

log = structlog.get_logger(__name__)


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

    async def keep(self, visit: Visit, days: Days, deputy_id: int) -> None:
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
                await talk.tx.staff.drop_leave(leave.id, talk.person.id)
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
                _tell(talk, deputy.id, StandIn(talk.person.first_name), talk.visit.update_id)
            talk.replace(DeputyNamed(deputy.first_name if deputy else ""))

    async def look(self) -> int:
        """Pass on what is left with who is away, and give back to who has come back; by day.

        Each leave in a transaction of its own: one that cannot go on keeps no other one waiting.
        """
        async with self.desk.open() as counter:
            if counter.programme.is_night(counter.now):
                return 0
            day = today(counter)
            over = await counter.tx.staff.leaves_over(day)
            away = [one for one in await counter.tx.staff.leaves_from(day) if one.covers(day)]
        for leave in over:
            await self._alone(leave, _end)
        return sum([await self._alone(one, pass_on) for one in away])

    async def _alone(self, leave: Leave, step: Callable[[Counter, Leave], Awaitable[int]]) -> int:
        try:
            async with self.desk.open() as counter:
                return await step(counter, leave)
        except Exception:
            log.exception("leave_failed", leave_id=leave.id)
            return 0


async def _end(counter: Counter, leave: Leave) -> int:
    """A leave that is over; who ended it at the same moment has told it."""
    if not await counter.tx.staff.drop_leave(leave.id, leave.person_id):
        return 0
    person = await counter.tx.people.get(leave.person_id)
    back = await come_back(counter, person, leave)
    counter.tell(person.id, back, f"leave:{leave.id}")
    return back.came_back


async def come_back(counter: Counter, person: Person, leave: Leave) -> BackAgain:
    """The leave is over: what went to a colleague because of it, and what nobody has taken since,
    comes back. All else of their people stays where it is.
    """
    duos = await counter.tx.duos.followed_by(person.id)
    people = {one for duo in duos for one in (duo.mentee_id, duo.mentor_id)}
    others = await counter.tx.caseloads.elsewhere(person.id, [one.id for one in duos], people)
    free = await counter.tx.caseloads.away_from(person.id)
    elsewhere = {one.id for one in others} - {one.id for one in free}
    team = await team_of(counter) if free else Team(())
    for case in free:
        await bring(counter, case, person.id, team)
    if leave.deputy_id:
        _tell(counter, leave.deputy_id, _stand_in(person, leave, over=True), leave.id)
    return BackAgain(len(free), len(elsewhere))


async def _keep(talk: Talk, days: Days, deputy: Person | None) -> None:
    """A new leave is joined with those that have days with it in common. What somebody took on a
    day of a leave that goes on stays theirs.
    """
    deputy_id, said_at = deputy.id if deputy else None, talk.now
    for old in await _own(talk):
        if old.first_day <= days[1] and days[0] <= old.last_day:
            days = joined(days, (old.first_day, old.last_day))
            said_at = min(said_at, old.kept_at or said_at)
            await _take_back(talk, old, but=deputy_id)
    leave = await talk.tx.staff.keep_leave(talk.person.id, days, deputy_id, said_at)
    passed_on = await pass_on(talk, leave) if leave.covers(today(talk)) else 0
    if deputy:
        _tell(talk, deputy.id, _stand_in(talk.person, leave), leave.id)
    name = deputy.first_name if deputy else ""
    first, last = days
    talk.replace(LeaveKept(first.isoformat(), last.isoformat(), name, passed_on))
    await show_talks_in_leave(talk, first, last)


async def _take_back(talk: Talk, leave: Leave, but: int | None = None) -> None:
    await talk.tx.staff.drop_leave(leave.id, talk.person.id)
    if leave.deputy_id and leave.deputy_id != but:
        _tell(talk, leave.deputy_id, _stand_in(talk.person, leave, over=True), leave.id)


def _stand_in(person: Person, leave: Leave, *, over: bool = False) -> StandIn:
    first, last = leave.first_day.isoformat(), leave.last_day.isoformat()
    return StandIn(person.first_name, first, last, over)


def _tell(counter: Counter, to: int, notice: StandIn, which: int) -> None:
    """``which`` makes it the same letter: the leave, or the tap."""
    moment = f"{which}:{notice.first}:{int(notice.over)}"
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
