"""The sessions of a branch as its coaches see them: open one, hold it again, cancel it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.seats.seating import concerned, stamp, subject_of, take_back
from bot.actions.seats.telling import (
    MOST_SESSIONS,
    coming,
    dates_of,
    is_for,
    languages_of,
    told_session,
    told_to,
)
from bot.actions.standing_in.scope import names_to_call
from bot.programme.letters import Lane
from bot.programme.notices import NotForYou
from bot.programme.notices.session_staff import BranchSessions, CancelSession, SessionOpened
from bot.programme.notices.sessions import SessionIsOver, SessionOff, SessionPlanned
from bot.programme.people import Visit, is_staff
from bot.programme.recurrence import instant_of
from bot.programme.sessions.attendance import ROLL_DUE, calls_roll, shows_code
from bot.programme.sessions.choosing import fitting, next_of
from storage.ids import new_id
from storage.people import Person
from storage.seats import Seat, SeatState
from storage.sessions import Session

A_WEEK = timedelta(weeks=1)
# So long a session that is over stands in the list, for the roll call.
LOOKED_BACK = timedelta(days=14)
MOST_PAST, MOST_WEEKS = 5, 26


class Leading:
    """What a coach does with a session of the own branch."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def open(self, visit: Visit, session_id: int) -> None:
        """Show who comes, and what can be done now."""
        async with self.desk.serve(visit) as talk:
            if session := await led(talk, session_id):
                talk.replace(await open_card(talk, session))

    async def again(self, visit: Visit, session_id: int) -> None:
        """The same once more, a week later; the week after when there is one then."""
        async with self.desk.serve(visit) as talk:
            if session := await led(talk, session_id):
                following = await _week_later(talk, session)
                await tell_who_wished(talk, following)
                talk.reply(await open_card(talk, following, news="again"))

    async def ask_to_cancel(self, visit: Visit, session_id: int) -> None:
        """Ask once: everybody with a seat hears it."""
        async with self.desk.serve(visit) as talk:
            if session := await _to_come(talk, session_id):
                seats = await concerned(talk, session)
                people = await talk.tx.people.by_ids([one.person_id for one in seats])
                told = told_session(talk, session).facts()
                called = names_to_call(*people.values())
                talk.replace(CancelSession(told, len(seats), called))

    async def cancel(self, visit: Visit, session_id: int) -> None:
        """It does not take place; who had a seat hears it, and is shown the next one."""
        async with self.desk.serve(visit) as talk:
            session = await _to_come(talk, session_id)
            if session and await talk.tx.sessions.cancel(session.id, talk.now):
                await _tell_off(talk, replace(session, cancelled_at=talk.now))
                await show_branch(talk, instead=True)


async def led(talk: Talk, session_id: int) -> Session | None:
    """A session of the branch of who stands here, held until the end; staff only."""
    session = await talk.tx.sessions.hold(session_id) if is_staff(talk.person.role) else None
    if session is None or session.branch != talk.person.branch:
        talk.reply(NotForYou())
        return None
    if session.cancelled_at is not None:
        talk.replace(SessionIsOver())
        return None
    return session


async def show_branch(talk: Talk, *, instead: bool = False) -> None:
    """What the branch has planned, and what it just held."""
    branch, sessions = str(talk.person.branch), talk.tx.sessions
    before = await sessions.just_over(branch, talk.now - LOOKED_BACK, talk.now, MOST_SESSIONS)
    to_come = await sessions.coming(branch, talk.now, MOST_SESSIONS)
    # The coach was asked who came; until they said it of everybody the session is found here.
    unmarked = await talk.tx.seats.unmarked_in([one.id for one in before])
    open_still = [one for one in before if one.roll_due_at or one.id in unmarked]
    shown = [*open_still[-MOST_PAST:], *to_come]
    taken = await talk.tx.seats.taken_in([one.id for one in shown])
    rows = tuple(
        (told_session(talk, one).facts(), taken.get(one.id, 0), one.capacity) for one in shown
    )
    notice = BranchSessions(branch, rows)
    if instead and talk.visit.message_id is not None:
        talk.replace(notice)
    else:
        talk.reply(notice)


async def open_card(talk: Talk, session: Session, news: str = "") -> SessionOpened:
    """One session for its coach."""
    seats = await talk.tx.seats.of_session(session.id)
    people = await talk.tx.people.by_ids([one.person_id for one in seats])
    has_seat = (SeatState.SEATED, SeatState.HELD, SeatState.ATTENDED)
    begins, ends = session.starts_at, session.ends_at
    return SessionOpened(
        told_session(talk, session).facts(),
        session.capacity,
        _names(seats, people, has_seat),
        _names(seats, people, (SeatState.WAITING,)),
        calls_roll=calls_roll(talk.now, begins, ends),
        shows_code=shows_code(talk.now, begins, ends),
        over=ends <= talk.now,
        news=news,
    )


async def tell_who_wished(counter: Counter, session: Session) -> None:
    """Keep a new session, and the promise to who asked when there was none."""
    fair = counter.fair(session.ends_at + ROLL_DUE)
    await counter.tx.sessions.add(replace(session, roll_due_at=fair), counter.now)
    ids = await counter.tx.seats.wished(session.branch, session.what)
    people = await counter.tx.people.by_ids(ids)
    told = [
        one for one in people.values()
        if is_for(session, one) and session.language in languages_of(one)
        and one.unreachable_at is None
    ]  # fmt: skip
    facts = told_session(counter, session).facts()
    for one in told:
        # They asked for it, so that it comes in a break too.
        counter.plan(
            one.id, SessionPlanned(facts), f"wish:{one.id}", str(session.id),
            due=counter.by_day(counter.now), lane=Lane.REPLY,
        )  # fmt: skip
    await counter.tx.seats.wish_kept([one.id for one in told], session.what)


async def following_for(counter: Counter, session: Session, person: Person) -> Session | None:
    """The next session of the same kind with a free seat, in a language of this person."""
    found = [one for one in await coming(counter, session.branch) if one.what == session.what]
    told = dates_of(await told_to(counter, found, person))
    chosen = next_of(session.what, fitting(told, languages_of(person), counter.now), ())
    return next((one for one in found if chosen and one.id == chosen.id), None)


async def _to_come(talk: Talk, session_id: int) -> Session | None:
    session = await led(talk, session_id)
    if session and session.starts_at <= talk.now:
        talk.replace(await open_card(talk, session))
        return None
    return session


async def _week_later(talk: Talk, session: Session) -> Session:
    """At the same hour on the wall, in the first week in which the branch has no such session."""
    zone, wall = talk.programme.zone, session.starts_at.astimezone(talk.programme.zone)
    planned = await talk.tx.sessions.coming(session.branch, talk.now, MOST_SESSIONS)
    taken = {one.starts_at for one in planned if one.what == session.what}
    weeks = range(1, MOST_WEEKS)
    moments = [instant_of(wall.date() + A_WEEK * one, wall.time(), zone) for one in weeks]
    free = [one for one in moments if one not in taken and one > talk.now]
    starts_at = free[0] if free else moments[-1]
    return replace(
        session, id=new_id(), starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=session.minutes), made_by=talk.person.id,
        coach_id=talk.person.id,
    )  # fmt: skip


async def _tell_off(talk: Talk, session: Session) -> None:
    """Everybody who had a seat or waited hears it, with what they can come to instead."""
    seats = await concerned(talk, session)
    people = await talk.tx.people.by_ids([one.person_id for one in seats])
    await take_back(talk, seats)
    for one in seats:
        await talk.tx.seats.settle(one, SeatState.GIVEN_UP, talk.now)
        person = people[one.person_id]
        following = await following_for(talk, session, person)
        if following is None:
            await talk.tx.seats.wish(person.id, session.what, talk.now)
        notice = SessionOff(
            told_session(talk, session).facts(), talk.now.isoformat(),
            one.state == SeatState.SEATED,
            told_session(talk, following).facts() if following else None,
        )  # fmt: skip
        due = talk.in_time(session.starts_at, talk.programme.zone)
        talk.plan(
            person.id, notice, subject_of(one), f"off:{stamp(talk)}", due=due,
            expires=session.ends_at, lane=Lane.REPLY,
        )  # fmt: skip


def _names(
    seats: Sequence[Seat], people: dict[int, Person], states: Sequence[SeatState]
) -> tuple[str, ...]:
    return tuple(people[one.person_id].first_name for one in seats if one.state in states)
