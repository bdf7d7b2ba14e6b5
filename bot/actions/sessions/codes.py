"""The code that is shown on site, typed by who is there, or brought by a link."""

from datetime import datetime, timedelta

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.seats.telling import is_for, told_session
from bot.actions.sessions.being_there import was_there
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.notices.sessions import BeenThere, CodeNotRight
from bot.programme.people import Stage, Visit, is_staff
from bot.programme.sessions.attendance import AFTER, BEFORE, MOST_TRIES, REST, read_code
from bot.programme.training.settings import LONGEST


class SessionCodes:
    """Coming by the link of a code."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def arrive(self, visit: Visit, code: str) -> None:
        """Somebody opened the link of a session at which they are."""
        async with self.desk.serve(visit) as talk:
            if not await hear_code_of_session(talk, code):
                show_whereabouts(talk, OLD_BUTTON)


async def hear_code_of_session(talk: Talk, text: str) -> bool:
    """Take six digits as the code of a session; False when they are none, or none is shown."""
    code, person = read_code(text), talk.person
    if code is None or is_staff(person.role) or person.stage != Stage.REGISTERED:
        return False
    branch = str(person.branch)
    if not await talk.tx.sessions.has_code(branch, _around(talk.now)):
        return False
    wrong = await talk.tx.training.wrong_codes(person.id, talk.now - REST)
    if wrong >= MOST_TRIES:
        talk.reply(CodeNotRight(rests=True))
        return True
    await _try(talk, code, wrong)
    return True


async def _try(talk: Talk, code: str, wrong: int) -> None:
    branch = str(talk.person.branch)
    found = await talk.tx.sessions.of_code(code, branch, _around(talk.now))
    session = await talk.tx.sessions.hold(found) if found is not None else None
    is_now = session is not None and session.ends_at + AFTER >= talk.now
    if session is None or not is_now or not is_for(session, talk.person):
        await talk.tx.training.code_was_wrong(talk.person.id, wrong + 1, talk.now)
        talk.reply(CodeNotRight(rests=wrong + 1 >= MOST_TRIES))
        return
    await was_there(talk, session, talk.person, None)
    talk.reply(BeenThere(told_session(talk, session).facts()))


def _around(now: datetime) -> tuple[datetime, datetime]:
    """Between which instants a session begins whose code can be typed now."""
    return now - timedelta(minutes=LONGEST) - AFTER, now + BEFORE
