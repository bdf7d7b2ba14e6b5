"""What people can do about sessions: see them, take a seat, give it back, say that they come."""

from collections.abc import Sequence

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.seats.seating import seat, unseat
from bot.actions.seats.telling import (
    coming,
    is_for,
    languages_of,
    one_told_to,
    told_session,
    told_to,
)
from bot.actions.whereabouts import being_asked, show_whereabouts
from bot.programme.notices.sessions import (
    NoSessions,
    OnWaitingList,
    SeatGiven,
    SeatTaken,
    SessionIsOver,
    SessionShown,
    SessionsToCome,
)
from bot.programme.people import Stage, Visit
from bot.programme.sessions.told import ToldSession
from bot.programme.training.settings import INFO
from storage.seats import NUMBERED, SeatState
from storage.sessions import Session

MOST_SHOWN = 8


class Attending:
    """What somebody of a branch can do about its sessions."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit, session_id: int) -> None:
        """Show one session."""
        async with self.desk.serve(visit) as talk:
            if session := await _open_to(talk, session_id):
                told = await one_told_to(talk, session, talk.person)
                talk.replace(SessionShown(told.facts()))

    async def take(self, visit: Visit, session_id: int) -> None:
        """Take a seat, also one that is kept; when all are taken, wait for one."""
        async with self.desk.serve(visit) as talk:
            if session := await _open_to(talk, session_id):
                taken = await seat(talk, session, talk.person)
                if taken.state == SeatState.WAITING:
                    told = told_session(talk, session, state=SeatState.WAITING)
                    talk.replace(OnWaitingList(told.facts()))
                else:
                    told = told_session(talk, session, state=SeatState.SEATED)
                    talk.reply(SeatTaken(told.facts(), talk.now.isoformat()))

    async def give_back(self, visit: Visit, session_id: int) -> None:
        """Give a seat back, or a place in the line; twice is once."""
        async with self.desk.serve(visit) as talk:
            if session := await _open_to(talk, session_id):
                own = await talk.tx.seats.find(session.id, talk.person.id)
                had_seat = own is not None and own.state in NUMBERED
                if own is None or not await unseat(talk, session, own):
                    told = await one_told_to(talk, session, talk.person)
                    talk.replace(SessionShown(told.facts()))
                    return
                stamp = talk.now.isoformat() if had_seat else ""
                talk.reply(SeatGiven(told_session(talk, session).facts(), stamp))


async def show_sessions(talk: Talk) -> None:
    """The info sessions of one's branch, in one's languages; when there is none, the promise."""
    if being_asked(talk) or talk.person.stage != Stage.REGISTERED or not talk.person.branch:
        show_whereabouts(talk)
        return
    found = [one for one in await coming(talk, talk.person.branch) if one.what == INFO]
    spoken = languages_of(talk.person)
    told = await told_to(talk, found, talk.person)
    mine = [one for one in told if one.language in spoken or one.state]
    if not mine:
        await talk.tx.seats.wish(talk.person.id, INFO, talk.now)
    if told:
        shown = (mine or told)[:MOST_SHOWN]
        talk.reply(SessionsToCome(_facts(shown), others=not mine))
    else:
        talk.reply(NoSessions(INFO, talk.person.branch))


async def _open_to(talk: Talk, session_id: int) -> Session | None:
    """A session that has not begun and is open to who stands here, held until the end."""
    session = await talk.tx.sessions.hold(session_id)
    stands = session and session.cancelled_at is None and session.starts_at > talk.now
    if session and stands and is_for(session, talk.person):
        return session
    talk.replace(SessionIsOver())
    return None


def _facts(told: Sequence[ToldSession]) -> tuple[dict[str, object], ...]:
    return tuple(one.facts() for one in told)
