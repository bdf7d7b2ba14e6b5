"""Giving seats, keeping them for who waits, and the letters that go with it.

Whoever calls one of these holds the session, or lets it be held here, until the transaction ends.
"""

from collections.abc import Collection, Sequence
from datetime import timedelta

from bot.actions.counter import Counter
from bot.actions.seats.telling import told_session
from bot.programme.letters import Lane
from bot.programme.meeting_reminders import When, reminders_of
from bot.programme.notices.sessions import HoldOver, PlaceFree, SessionTomorrow
from bot.programme.notices.training import ModuleMissed
from bot.programme.sessions.holding import Hold, hold_of
from storage.people import Person
from storage.seats import CONCERNED, Seat, SeatState
from storage.sessions import Session

# What is taken back when somebody gives their seat up.
OF_A_SEAT = (PlaceFree.kind, HoldOver.kind, SessionTomorrow.kind, ModuleMissed.kind)


def subject_of(seat: Seat) -> str:
    """What all letters about a seat have in common."""
    return f"seat:{seat.id}"


def stamp(counter: Counter) -> str:
    """What tells two letters about one seat apart."""
    return f"{counter.now:%y%m%d%H%M%S%f}"


async def seat(counter: Counter, session: Session, person: Person) -> Seat:
    """Give a free seat and plan the letter of the day before; or a place in the line."""
    taken = await counter.tx.seats.take(session, person.id, counter.now)
    if taken.state == SeatState.HELD:
        await counter.tx.seats.settle(taken, SeatState.SEATED, counter.now)
    if taken.state != SeatState.WAITING:
        await take_back(counter, [taken])
        remind(counter, session, taken)
    return taken


def remind(counter: Counter, session: Session, taken: Seat) -> None:
    """Plan the letter of the day before, unless that is over."""
    programme = counter.programme
    rules = (programme.meetings, programme.quiet_hours)
    for one in reminders_of(session.starts_at, programme.zone, counter.now, *rules):
        if one.when is When.DAY_BEFORE:
            counter.plan(
                taken.person_id, SessionTomorrow(told_session(counter, session).facts()),
                subject_of(taken), stamp(counter), due=one.due, expires=one.until,
                lane=Lane.REPLY,
            )  # fmt: skip


async def unseat(counter: Counter, session: Session, taken: Seat) -> bool:
    """Give a seat back, or a place in the line; the next one is asked. False when it was none."""
    if taken.state not in CONCERNED:
        return False
    done = await counter.tx.seats.settle(taken, SeatState.GIVEN_UP, counter.now)
    if done:
        await take_back(counter, [taken])
        await promote(counter, session)
    return done


async def promote(counter: Counter, session: Session) -> None:
    """Keep each free seat for who waits first. Who takes a break or cannot be reached is passed
    by, and stays in the line.
    """
    hold = _hold_now(counter, session)
    if hold is None or session.cancelled_at is not None:
        return
    seats = await counter.tx.seats.of_session(session.id)
    waiting = [one for one in seats if one.state == SeatState.WAITING]
    people = await counter.tx.people.by_ids([one.person_id for one in waiting])
    for one in waiting:
        person = people[one.person_id]
        if person.paused_at is not None or person.unreachable_at is not None:
            continue
        if not await counter.tx.seats.keep_for(session, one, hold.until, counter.now):
            return
        _say_free(counter, session, one, hold)


async def ask_who_is_back(counter: Counter, person_id: int) -> None:
    """Who was passed by in a line is asked now, when a seat is free still."""
    own = await counter.tx.seats.coming_of(person_id, counter.now)
    for one in sorted(own, key=lambda seat: seat.session_id):
        waits = one.state == SeatState.WAITING
        if waits and (session := await counter.tx.sessions.hold(one.session_id)):
            await promote(counter, session)


async def hold_for(
    counter: Counter, session: Session, person: Person, *, later: timedelta
) -> tuple[Seat, Hold] | None:
    """Keep a seat for somebody who has none; None when that is not possible any more."""
    hold = _hold_now(counter, session, later)
    if hold is None:
        return None
    taken = await counter.tx.seats.take(session, person.id, counter.now)
    if taken.state != SeatState.SEATED:
        await unseat(counter, session, taken)
        return None
    await counter.tx.seats.settle(taken, SeatState.GIVEN_UP, counter.now)
    given = await counter.tx.seats.find(session.id, person.id)
    if given is None or not await counter.tx.seats.keep_for(
        session, given, hold.until, counter.now
    ):
        return None
    return given, hold


async def free_all(counter: Counter, person: Person) -> int:
    """Give back all that somebody has in sessions to come; how many seats that were."""
    own = await counter.tx.seats.coming_of(person.id, counter.now)
    freed = 0
    for one in sorted(own, key=lambda seat: seat.session_id):
        session = await counter.tx.sessions.hold(one.session_id)
        now = await counter.tx.seats.find(one.session_id, person.id)
        if session and now:
            freed += await unseat(counter, session, now)
    return freed


async def let_go_kept(counter: Counter, person: Person) -> None:
    """Who cannot be reached does not hear of a seat that is kept: the next one is asked."""
    for one in await counter.tx.seats.coming_of(person.id, counter.now):
        session = await counter.tx.sessions.hold(one.session_id)
        if session and one.state == SeatState.HELD:
            await unseat(counter, session, one)


async def take_back(counter: Counter, seats: Collection[Seat]) -> None:
    """Send nothing more of what waits about these seats."""
    subjects = [subject_of(one) for one in seats]
    await counter.tx.forgetting.take_back(OF_A_SEAT, subjects, counter.now)


async def concerned(counter: Counter, session: Session) -> Sequence[Seat]:
    """Who has a seat in a session, or waits for one."""
    seats = await counter.tx.seats.of_session(session.id)
    return [one for one in seats if one.state in CONCERNED]


def _hold_now(counter: Counter, session: Session, later: timedelta = timedelta()) -> Hold | None:
    programme = counter.programme
    rules = (programme.sessions.hold_hours, programme.quiet_hours, programme.zone)
    return hold_of(counter.now + later, session.starts_at, *rules)


def _say_free(counter: Counter, session: Session, one: Seat, hold: Hold) -> None:
    notice = PlaceFree(told_session(counter, session).facts(), hold.until.isoformat())
    counter.plan(
        one.person_id, notice, subject_of(one), f"free:{stamp(counter)}", due=hold.told_at,
        expires=hold.until, lane=Lane.REPLY,
    )  # fmt: skip
