"""Sessions for coaches: planning one, who comes, and who was there."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.buttons import Go, Place
from bot.cards.card import Button, Card, Rows, fitting, one_a_row, paragraphs
from bot.cards.off_telegram.by_phone import to_call_lines
from bot.cards.sessions.buttons import SeatTap, SessionStep, SessionTap, WalkInTap
from bot.cards.sessions.planning import plan_session
from bot.cards.sessions.wording import SEATED, moment, name_of, opens, tap, whole
from bot.cards.ways import branch_name, labelled, way
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.session_staff import (
    BranchSessions,
    CancelSession,
    CodeShown,
    PlanSession,
    RollCall,
    RollDue,
    SessionOpened,
    SessionsReceived,
    WhoElse,
)
from bot.programme.programme import Programme
from bot.programme.sessions.told import ToldSession


def branch_sessions(notice: BranchSessions, speech: Speech, programme: Programme) -> Card:
    """What the branch has planned, each with its seats."""
    plan = Button(speech.button("Plan a session"), Go(to=Place.PLAN_SESSION).pack())
    trains = (way(Place.MENTORS_TRAINING, speech),) if programme.training.modules else ()
    onward = (plan, *trains, way(Place.MENU, speech))
    branch = branch_name(notice.branch, speech, programme)
    if not notice.rows:
        text = speech.say("No session is planned in {branch}.", branch=branch)
        return Card(text, one_a_row(*onward))
    lines, taps = [], []
    for number, (facts, taken, capacity) in enumerate(notice.rows, 1):
        told = ToldSession.read(facts)
        seats = speech.say("{taken} of {seats} seats taken", taken=taken, seats=capacity)
        name = name_of(told.what, speech, programme)
        lines.append(f"{number}. {name}, {moment(told, speech)}\n{seats}")
        taps.append(opens(number, told, speech, SessionStep.OPEN))
    text = paragraphs(speech.say("Sessions in {branch}", branch=branch), "\n".join(lines))
    return Card(text, one_a_row(*taps, *onward))


def session_opened(notice: SessionOpened, speech: Speech, programme: Programme) -> Card:
    """Who comes and who waits, and what can be done now."""
    told = ToldSession.read({**notice.session, "state": SEATED})
    news = {
        "planned": speech.say("The session is planned. People of your branch see it now."),
        "again": speech.say("I planned the same session a week later."),
    }.get(notice.news, "")
    counted = speech.say(
        "{taken} of {seats} seats taken", taken=len(notice.coming), seats=notice.capacity
    )
    text = paragraphs(
        news,
        whole(told, speech, programme),
        f"{counted}\n{speech.listed(notice.coming)}".strip(),
        labelled(speech.say("Waiting"), speech.listed(notice.waiting), speech)
        if notice.waiting else "",
    )  # fmt: skip
    return Card(text, one_a_row(*_doings(notice, told, speech)))


def cancel_session(notice: CancelSession, speech: Speech, programme: Programme) -> Card:
    """Asked once."""
    told = ToldSession.read(notice.session)
    name = name_of(told.what, speech, programme)
    told_here = notice.people - len(notice.called)
    hear = speech.say_many(
        "{count} person has a seat or waits. I tell them at once.",
        "{count} people have a seat or wait. I tell them at once.",
        told_here,
    )
    text = paragraphs(
        speech.say("Cancel this session? {session}, {moment}.", session=name,
                   moment=moment(told, speech)),
        hear if told_here else "",
        to_call_lines(notice.called, speech),
    )  # fmt: skip
    surely = Button(speech.button("Yes, cancel it"), tap(SessionStep.CANCEL_SURELY, told))
    return Card(text, one_a_row(surely, _back_to(told, speech)))


def roll_call(notice: RollCall, speech: Speech, programme: Programme) -> Card:
    """Each name with what is known; a tap says it, or says the other."""
    told = ToldSession.read(notice.session)
    name = name_of(told.what, speech, programme)
    first = speech.say("Who was there? {session}, {moment}.", session=name,
                       moment=moment(told, speech))  # fmt: skip
    lines = [labelled(person, _known(state, speech), speech) for _, person, state in notice.rows]
    rows: Rows = tuple(_marks(row, speech) for row in notice.rows)
    everybody = Button(speech.button("All were there"), tap(SessionStep.ALL, told))
    other = Button(speech.button("Somebody else came"), tap(SessionStep.ELSE, told))
    asked = any(state == SEATED for _, _, state in notice.rows)
    onward = (*((everybody,) if asked else ()), other, _back_to(told, speech))
    body = "\n".join(lines) or speech.say("Nobody has a seat.")
    return Card(paragraphs(first, body), (*rows, *one_a_row(*onward)))


def who_else(notice: WhoElse, speech: Speech, programme: Programme) -> Card:
    """Who came without a seat."""
    del programme
    told = ToldSession.read(notice.session)
    text = speech.say("Who came without a seat? Tap the name.")
    if not notice.people:
        text = speech.say("I know nobody else here who could have come.")
    taps = [
        Button(fitting(name), WalkInTap(session_id=told.id, person_id=number).pack())
        for number, name in notice.people
    ]
    roll = Button(speech.button("Go back"), tap(SessionStep.ROLL, told))
    return Card(text, one_a_row(*taps, roll))


def code_shown(notice: CodeShown, speech: Speech, programme: Programme) -> Card:
    """Shown in the room: six digits to type."""
    told = ToldSession.read(notice.session)
    code = f"{notice.code[:3]} {notice.code[3:]}"
    text = paragraphs(
        speech.say("The code of this session: {code}", code=code),
        name_of(told.what, speech, programme),
        speech.say("Show it in the room. Who is there writes these six numbers to me."),
        speech.say("It works until two hours after the end. A new code replaces this one."),
    )
    return Card(text, one_a_row(_back_to(told, speech)))


def roll_due(notice: RollDue, speech: Speech, programme: Programme) -> Card:
    """Asked once."""
    told = ToldSession.read(notice.session)
    name = name_of(told.what, speech, programme)
    text = speech.say("Who was there? {session}, {moment}.", session=name,
                      moment=moment(told, speech))  # fmt: skip
    call = Button(speech.button("See the list"), tap(SessionStep.ROLL, told))
    everybody = Button(speech.button("All were there"), tap(SessionStep.ALL, told))
    return Card(text, one_a_row(call, everybody, way(Place.MENU, speech)))


def sessions_received(notice: SessionsReceived, speech: Speech, programme: Programme) -> Card:
    """What a colleague had planned is theirs now."""
    told = [ToldSession.read(one) for one in notice.sessions]
    lines = [f"• {name_of(one.what, speech, programme)}, {moment(one, speech)}" for one in told]
    text = paragraphs(
        speech.say("These sessions of {name} are yours now:", name=notice.name), "\n".join(lines)
    )
    return Card(text, one_a_row(way(Place.BRANCH_SESSIONS, speech), way(Place.MENU, speech)))


def _doings(notice: SessionOpened, told: ToldSession, speech: Speech) -> list[Button]:
    doings = []
    if notice.calls_roll:
        doings.append(Button(speech.button("Who was there?"), tap(SessionStep.ROLL, told)))
    if notice.shows_code:
        doings.append(Button(speech.button("Show a code"), tap(SessionStep.CODE, told)))
    doings.append(Button(speech.button("Again a week later"), tap(SessionStep.AGAIN, told)))
    if not notice.calls_roll:
        doings.append(Button(speech.button("Cancel the session"), tap(SessionStep.CANCEL, told)))
    return [*doings, way(Place.BRANCH_SESSIONS, speech), way(Place.MENU, speech)]


def _back_to(told: ToldSession, speech: Speech) -> Button:
    data = SessionTap(step=SessionStep.OPEN, session_id=told.id).pack()
    return Button(speech.button("Go back"), data)


def _marks(row: tuple[int, str, str], speech: Speech) -> tuple[Button, ...]:
    number, name, _ = row
    yes, no = (SeatTap(seat_id=number, there=there).pack() for there in (1, 0))
    return (
        Button(fitting(speech.button("Yes: {name}", name=name)), yes),
        Button(fitting(speech.button("No: {name}", name=name)), no),
    )


def _known(state: str, speech: Speech) -> str:
    known = {
        "attended": speech.say("was there"),
        "missed": speech.say("was not there"),
    }
    return known.get(state, speech.say("not said yet"))


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    BranchSessions: branch_sessions,
    PlanSession: plan_session,
    SessionOpened: session_opened,
    CancelSession: cancel_session,
    RollCall: roll_call,
    WhoElse: who_else,
    CodeShown: code_shown,
    RollDue: roll_due,
    SessionsReceived: sessions_received,
}
