"""What falls due by itself: places that are kept no longer, and roll calls nobody made."""

from bot.actions.coaches import coach_for
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.seats.seating import promote, stamp, subject_of, take_back
from bot.actions.seats.telling import told_session
from bot.programme.letters import Lane
from bot.programme.notices.session_staff import RollDue
from bot.programme.notices.sessions import HoldOver
from bot.programme.people import is_staff
from storage.people import Person
from storage.seats import SeatState
from storage.sessions import Session

BATCH = 100  # in one transaction


class SessionsDue:
    """What the clock asks for."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def end_holds(self) -> int:
        """Let go of the places that are kept no longer: the next one is asked. How many."""
        async with self.desk.open() as counter:
            over = await counter.tx.seats.held_over(counter.now, BATCH)
            for session_id in sorted({one.session_id for one in over}):
                await _end_holds(counter, session_id)
        return len(over)

    async def ask_rolls(self) -> int:
        """Ask once who was at a session that is over. How many were due."""
        async with self.desk.open() as counter:
            due = await counter.tx.sessions.roll_due(counter.now, BATCH)
            for session in due:
                await counter.tx.sessions.roll_called(session.id)
                await _ask_roll(counter, session)
        return len(due)


async def _end_holds(counter: Counter, session_id: int) -> None:
    session = await counter.tx.sessions.hold(session_id)
    if session is None:
        return
    for seat in await counter.tx.seats.of_session(session_id):
        if seat.state != SeatState.HELD or not seat.held_until or seat.held_until > counter.now:
            continue
        await counter.tx.seats.settle(seat, SeatState.GIVEN_UP, counter.now)
        await take_back(counter, [seat])
        counter.plan(
            seat.person_id, HoldOver(told_session(counter, session).facts()), subject_of(seat),
            stamp(counter), due=counter.by_day(counter.now), expires=session.starts_at,
            lane=Lane.REPLY,
        )  # fmt: skip
    await promote(counter, session)


async def _ask_roll(counter: Counter, session: Session) -> None:
    """Who holds it; when they are not here any more, another coach of the branch."""
    seats = await counter.tx.seats.of_session(session.id)
    if not any(one.state == SeatState.SEATED for one in seats):
        return
    coach: Person | None = await counter.tx.people.get(session.coach_id)
    if coach is None or not is_staff(coach.role):
        coach = await coach_for(counter, None, session.branch)
    if coach:
        notice = RollDue(told_session(counter, session).facts())
        counter.tell(coach.id, notice, f"roll:{session.id}")
