"""A session as a notice carries it, with what is free and what its reader has."""

from collections.abc import Sequence

from bot.actions.counter import Counter
from bot.programme.people import Role, Stage, is_staff
from bot.programme.sessions.choosing import Date
from bot.programme.sessions.speaking import spoken_by
from bot.programme.sessions.told import ToldSession
from bot.programme.training.settings import INFO
from storage.people import Person
from storage.seats import CONCERNED
from storage.sessions import Session

MOST_SESSIONS = 60


def told_session(
    counter: Counter, session: Session, *, free: int = 0, state: str = ""
) -> ToldSession:
    """What is planned, in the words of a notice."""
    return ToldSession(
        session.id, session.what, session.branch, session.starts_at.isoformat(), session.minutes,
        counter.programme.zone.key, session.place, session.language, free, state,
        sequence=1 if session.cancelled_at else 0,
    )  # fmt: skip


async def told_to(
    counter: Counter, sessions: Sequence[Session], person: Person
) -> list[ToldSession]:
    """The same of several, with what is free and what this person has in each."""
    taken = await counter.tx.seats.taken_in([one.id for one in sessions])
    own = await counter.tx.seats.coming_of(person.id, counter.now)
    states = {one.session_id: one.state for one in own}
    return [
        told_session(
            counter, one, free=max(0, one.capacity - taken.get(one.id, 0)),
            state=states.get(one.id, ""),
        )
        for one in sessions
    ]  # fmt: skip


async def one_told_to(counter: Counter, session: Session, person: Person) -> ToldSession:
    """The same of one session, also of one that is over."""
    taken = await counter.tx.seats.taken_in([session.id])
    seat = await counter.tx.seats.find(session.id, person.id)
    state = seat.state if seat and seat.state in CONCERNED else ""
    free = max(0, session.capacity - taken.get(session.id, 0))
    return told_session(counter, session, free=free, state=state)


async def coming(counter: Counter, branch: str) -> Sequence[Session]:
    """What a branch has planned and has not begun."""
    found = await counter.tx.sessions.coming(branch, counter.now, MOST_SESSIONS)
    return [one for one in found if one.starts_at > counter.now]


def languages_of(person: Person) -> frozenset[str]:
    """In which languages somebody can follow a session."""
    return spoken_by(person.language, person.answers)


def is_for(session: Session, person: Person) -> bool:
    """Whether a session is open to somebody: in their branch, and training for mentors only."""
    if person.stage != Stage.REGISTERED or is_staff(person.role):
        return False
    fits = session.what == INFO or person.role == Role.MENTOR
    return fits and session.branch == person.branch


def dates_of(told: Sequence[ToldSession]) -> list[Date]:
    """What is chosen from."""
    return [
        Date(one.id, one.what, one.starts_at, one.minutes, one.language, one.free > 0)
        for one in told
    ]
