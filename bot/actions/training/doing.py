"""What a mentor can do about the training: see it, choose dates, take the whole series."""

from collections.abc import Awaitable, Callable, Collection, Sequence

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.seats.seating import seat, unseat
from bot.actions.seats.telling import coming, dates_of, languages_of, told_session, told_to
from bot.actions.sessions.attending import show_sessions
from bot.actions.training.exceptions import show_mentors
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.notices import NotForYou
from bot.programme.notices.sessions import NoSessions
from bot.programme.notices.training import (
    ModuleDates,
    Row,
    SeriesTaken,
    TrainingLater,
    TrainingShown,
)
from bot.programme.people import Role, Stage, Visit, is_staff
from bot.programme.road import Place
from bot.programme.sessions.choosing import Date, fitting, next_of, series
from bot.programme.sessions.told import ToldSession
from storage.seats import SeatState

# Who stands there has not talked with a coach yet.
BEFORE_TRAINING = frozenset({Place.NEW, Place.INTAKE, Place.WAIT, Place.OTHER_HELP})
DONE, OPEN, FULL, NONE = "done", "open", "full", "none"
MOST_DATES = 8
Hear = Callable[[Visit, str], Awaitable[None]]


class Trainings:
    """What a mentor can ask about the training."""

    def __init__(self, desk: Desk, otherwise: Hear) -> None:
        self.desk = desk
        self.otherwise = otherwise

    async def show(self, visit: Visit) -> None:
        """Each module, and its next date; for staff, who is in training."""
        async with self.desk.serve(visit) as talk:
            if is_staff(talk.person.role):
                await show_mentors(talk)
            elif talk.person.role == Role.MENTOR and talk.programme.training.modules:
                await _show(talk)
            else:
                await show_sessions(talk)

    async def hear(self, visit: Visit, text: str) -> None:
        """The same, in one word. From who has no training here the word means something else."""
        async with self.desk.database.reading() as tx:
            person = await tx.people.by_telegram(visit.telegram_id)
        if person and (is_staff(person.role) or person.role == Role.MENTOR):
            await self.show(visit)
        else:
            await self.otherwise(visit, text)

    async def dates(self, visit: Visit, what: str) -> None:
        """All dates of one module."""
        async with self.desk.serve(visit) as talk:
            if not await _may_train(talk):
                return
            if talk.programme.training.module(what) is None:
                show_whereabouts(talk, OLD_BUTTON)
                return
            told = [one for one in await _told(talk) if one.what == what]
            spoken = languages_of(talk.person)
            mine = [one for one in told if one.language in spoken or one.state]
            if not mine:
                await talk.tx.seats.wish(talk.person.id, what, talk.now)
            shown = (mine or told)[:MOST_DATES]
            if shown:
                talk.replace(ModuleDates(what, tuple(one.facts() for one in shown)))
            else:
                talk.replace(NoSessions(what, talk.person.branch))

    async def take_series(self, visit: Visit) -> None:
        """A seat at the next date of each module that is still to come, where there is one."""
        async with self.desk.serve(visit) as talk:
            if not await _may_train(talk):
                return
            told, done = await _told(talk), await done_by(talk, talk.person.id)
            mine = [one for one in dates_of(told) if _state(told, one.id)]
            open_ = [
                one for one in talk.programme.training.keys
                if one not in done and one not in {date.what for date in mine}
            ]  # fmt: skip
            fit = fitting(dates_of(told), languages_of(talk.person), talk.now)
            chosen = series(open_, fit, mine)
            taken = await _take(talk, [one.id for one in chosen.values()])
            without = tuple(one for one in open_ if one not in {session.what for session in taken})
            for one in without:
                await talk.tx.seats.wish(talk.person.id, one, talk.now)
            facts = tuple(one.facts() for one in taken)
            talk.reply(SeriesTaken(facts, without, talk.now.isoformat()))


async def done_by(talk: Talk, person_id: int) -> frozenset[str]:
    """The modules that somebody was at."""
    return (await talk.tx.seats.attended([person_id])).get(person_id, frozenset())


async def _show(talk: Talk) -> None:
    person = talk.person
    if person.stage != Stage.REGISTERED or not person.branch:
        show_whereabouts(talk)
        return
    if person.road in BEFORE_TRAINING:
        talk.reply(TrainingLater(talk.programme.training.keys))
        return
    told, done = await _told(talk), await done_by(talk, person.id)
    mine = [one for one in dates_of(told) if _state(told, one.id)]
    fit = fitting(dates_of(told), languages_of(person), talk.now)
    rows = [_row(what, done, told, (mine, fit)) for what in talk.programme.training.keys]
    excepted = person.id in await talk.tx.training.excepted([person.id])
    for what, state, _ in rows:
        if state == NONE and person.road == Place.TRAINING and not excepted:
            await talk.tx.seats.wish(person.id, what, talk.now)
    talk.reply(TrainingShown(tuple(rows), excepted))


def _row(
    what: str, done: Collection[str], told: Sequence[ToldSession],
    dates: tuple[Sequence[Date], Sequence[Date]],
) -> Row:  # fmt: skip
    """What there is of one module: done, a date of one's own, the next one that fits, or none."""
    mine, fit = dates
    if what in done:
        return what, DONE, None
    own = next((one for one in told if one.what == what and one.state), None)
    if own:
        return what, own.state, own.facts()
    following = next_of(what, fit, mine)
    full = following or next((one for one in fit if one.what == what), None)
    if full is None:
        return what, NONE, None
    facts = next(one.facts() for one in told if one.id == full.id)
    return what, OPEN if following else FULL, facts


def _state(told: Sequence[ToldSession], session_id: int) -> str:
    return next(one.state for one in told if one.id == session_id)


async def _told(talk: Talk) -> list[ToldSession]:
    """The training of the branch that has not begun."""
    keys = talk.programme.training.keys
    found = [one for one in await coming(talk, str(talk.person.branch)) if one.what in keys]
    return await told_to(talk, found, talk.person)


async def _may_train(talk: Talk) -> bool:
    """Whether who stands here is a mentor who may choose dates; others read what is true."""
    person = talk.person
    if person.role != Role.MENTOR or person.stage != Stage.REGISTERED or not person.branch:
        talk.reply(NotForYou())
        return False
    if person.road in BEFORE_TRAINING:
        talk.reply(TrainingLater(talk.programme.training.keys))
        return False
    return True


async def _take(talk: Talk, session_ids: Sequence[int]) -> list[ToldSession]:
    """A seat in each, in the order of their numbers, so that nobody waits for each other. What
    somebody else took meanwhile is left out.
    """
    taken = []
    for session_id in sorted(session_ids):
        session = await talk.tx.sessions.hold(session_id)
        if session is None or session.cancelled_at is not None:
            continue
        own = await seat(talk, session, talk.person)
        if own.state == SeatState.WAITING:
            await unseat(talk, session, own)
        else:
            taken.append(told_session(talk, session, state=SeatState.SEATED))
    return sorted(taken, key=lambda one: one.starts)
