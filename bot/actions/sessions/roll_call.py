"""Who was there: said by the coach, name by name or for all at once, or by a code on site."""

import secrets
from dataclasses import replace

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.seats.telling import is_for, told_session
from bot.actions.sessions.being_there import was_not_there, was_there
from bot.actions.sessions.leading import led, open_card
from bot.programme.notices import NotForYou
from bot.programme.notices.session_staff import CodeShown, RollCall, WhoElse
from bot.programme.people import Role, Visit
from bot.programme.road import Place
from bot.programme.sessions.attendance import DIGITS, calls_roll, shows_code
from bot.programme.training.settings import INFO
from storage.seats import Seat, SeatState
from storage.sessions import Session

ON_THE_LIST = frozenset({SeatState.SEATED, SeatState.ATTENDED, SeatState.MISSED})
STILL_ASKED = frozenset({SeatState.SEATED})
MOST_ELSE = 20
# Who may come to an info session: who has not been matched yet.
BEFORE_A_MATCH = (Place.NEW, Place.INTAKE, Place.WAIT, Place.TRAINING, Place.READY)


class RollCalls:
    """What a coach says after a session has begun."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def call(self, visit: Visit, session_id: int) -> None:
        """Show the list."""
        async with self.desk.serve(visit) as talk:
            if session := await _begun(talk, session_id):
                await _show(talk, session)

    async def mark(self, visit: Visit, seat_id: int, *, there: bool) -> None:
        """One of the list was there, or was not."""
        async with self.desk.serve(visit) as talk:
            seat = await talk.tx.seats.get(seat_id)
            session = await _begun(talk, seat.session_id) if seat else None
            now = await talk.tx.seats.get(seat_id) if session else None
            if session is None or now is None:
                if seat is None:
                    talk.reply(NotForYou())
                return
            if now.state in ON_THE_LIST:
                await _mark(talk, session, now, there=there)
            await _show(talk, session)

    async def all_there(self, visit: Visit, session_id: int) -> None:
        """All who had a seat came."""
        async with self.desk.serve(visit) as talk:
            if session := await _begun(talk, session_id):
                for seat in await talk.tx.seats.of_session(session.id):
                    if seat.state in STILL_ASKED:
                        await _mark(talk, session, seat, there=True)
                await _show(talk, session)

    async def who_else(self, visit: Visit, session_id: int) -> None:
        """Show who of the branch has no seat: one of them may have come."""
        async with self.desk.serve(visit) as talk:
            if session := await _begun(talk, session_id):
                talk.replace(
                    WhoElse(told_session(talk, session).facts(), await _others(talk, session))
                )

    async def walk_in(self, visit: Visit, session_id: int, person_id: int) -> None:
        """Somebody came without a seat."""
        async with self.desk.serve(visit) as talk:
            session = await _begun(talk, session_id)
            if session is None:
                return
            person = (await talk.tx.people.by_ids([person_id])).get(person_id)
            if person is None or not is_for(session, person):
                talk.reply(NotForYou())
                return
            await was_there(talk, session, person, talk.person.id)
            await _show(talk, session)

    async def show_code(self, visit: Visit, session_id: int) -> None:
        """Make a code to show on site; an earlier one counts no more."""
        async with self.desk.serve(visit) as talk:
            session = await led(talk, session_id)
            if session is None:
                return
            if not shows_code(talk.now, session.starts_at, session.ends_at):
                talk.replace(await open_card(talk, session))
                return
            code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
            await talk.tx.sessions.show_code(session.id, code)
            talk.reply(CodeShown(told_session(talk, session).facts(), code))


async def _begun(talk: Talk, session_id: int) -> Session | None:
    """A session of one's branch that has begun; before that its card is shown."""
    session = await led(talk, session_id)
    if session and not calls_roll(talk.now, session.starts_at, session.ends_at):
        talk.replace(await open_card(talk, session))
        return None
    return session


async def _mark(talk: Talk, session: Session, seat: Seat, *, there: bool) -> None:
    if there:
        person = await talk.tx.people.get(seat.person_id)
        await was_there(talk, session, person, talk.person.id)
    else:
        await was_not_there(talk, session, seat, talk.person.id)


async def _show(talk: Talk, session: Session) -> None:
    """The list as it is now; when nobody is left to ask about, no letter asks for it."""
    seats = [one for one in await talk.tx.seats.of_session(session.id) if one.state in ON_THE_LIST]
    if not any(one.state in STILL_ASKED for one in seats):
        await talk.tx.sessions.roll_called(session.id)
        session = replace(session, roll_due_at=None)
    people = await talk.tx.people.by_ids([one.person_id for one in seats])
    rows = tuple((one.id, people[one.person_id].first_name, one.state) for one in seats)
    talk.replace(RollCall(told_session(talk, session).facts(), rows))


async def _others(talk: Talk, session: Session) -> tuple[tuple[int, str], ...]:
    seats = await talk.tx.seats.of_session(session.id)
    known = {one.person_id for one in seats if one.state in ON_THE_LIST}
    roles = (Role.MENTEE, Role.MENTOR) if session.what == INFO else (Role.MENTOR,)
    places = BEFORE_A_MATCH if session.what == INFO else (Place.TRAINING,)
    most = MOST_ELSE + len(known)
    found = [
        one for role in roles
        for one in await talk.tx.road.at([session.branch], role, places, most)
    ]  # fmt: skip
    others = [one for one in found if one not in known][:MOST_ELSE]
    people = await talk.tx.people.by_ids(others)
    return tuple((one, people[one].first_name) for one in others)
