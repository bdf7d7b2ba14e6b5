"""Sessions for who comes: which there are, a seat, waiting for one, and being there."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.sessions.buttons import SessionStep
from bot.cards.sessions.wording import (
    actions,
    file_of,
    give_back,
    into_calendar,
    listed,
    moment,
    name_of,
    onward,
    opens,
    seats,
    tap,
    whole,
)
from bot.cards.ways import branch_to_call, way
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.sessions import (
    BeenThere,
    CodeNotRight,
    NoSessions,
    OnWaitingList,
    SeatGiven,
    SeatTaken,
    SessionIsOver,
    SessionShown,
    SessionsToCome,
)
from bot.programme.programme import Programme
from bot.programme.sessions.told import ToldSession
from bot.programme.training.settings import INFO


def sessions_to_come(notice: SessionsToCome, speech: Speech, programme: Programme) -> Card:
    """What there is; a tap shows one."""
    told = [ToldSession.read(one) for one in notice.sessions]
    first = speech.say("In an info session you hear how the programme works. It is free.")
    if notice.others:
        first = paragraphs(
            speech.say("Nothing is planned in your language now. I write to you when there is."),
            speech.say("In another language there is:"),
        )
    lines = "\n\n".join(
        listed(number, one, speech, programme) for number, one in enumerate(told, 1)
    )
    ask = speech.say("Tap a day to see more.")
    rows = [opens(number, one, speech) for number, one in enumerate(told, 1)]
    text = paragraphs(first, lines, ask)
    return Card(text, one_a_row(*rows, way(Place.COACH, speech), way(Place.MENU, speech)))


def no_sessions(notice: NoSessions, speech: Speech, programme: Programme) -> Card:
    """Honest words, and a promise."""
    if notice.what == INFO:
        says = speech.say("No info session is planned near you now.")
    else:
        says = speech.say(
            "No date is planned for “{module}” now.",
            module=name_of(notice.what, speech, programme),
        )
    text = paragraphs(
        says,
        speech.say("I write to you when one is planned."),
        branch_to_call(notice.branch, speech, programme),
    )
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))


def session_shown(notice: SessionShown, speech: Speech, programme: Programme) -> Card:
    """One session, and what the reader can do."""
    told = ToldSession.read(notice.session)
    text = paragraphs(whole(told, speech, programme), seats(told, speech))
    return Card(text, one_a_row(*actions(told, speech), *onward(told, speech)))


def seat_taken(notice: SeatTaken, speech: Speech, programme: Programme) -> Card:
    """The seat is theirs, with a file for their calendar."""
    told = ToldSession.read(notice.session)
    text = paragraphs(
        speech.say("You have a seat."),
        whole(told, speech, programme),
        speech.say("I remind you the day before."),
    )
    rows = one_a_row(give_back(told, speech), *onward(told, speech))
    file = file_of((told,), notice.stamp, speech, programme)
    return Card(into_calendar(text, speech), rows, enclosure=file, otherwise=text)


def on_waiting_list(notice: OnWaitingList, speech: Speech, programme: Programme) -> Card:
    """All seats are taken: what happens then."""
    told = ToldSession.read(notice.session)
    text = paragraphs(
        speech.say("All seats are taken. You are on the waiting list."),
        whole(told, speech, programme),
        speech.say("When a seat is free, I write to you. Then you say yes or no."),
    )
    stop = Button(speech.button("Stop waiting"), tap(SessionStep.GIVE, told))
    return Card(text, one_a_row(stop, *onward(told, speech)))


def seat_given(notice: SeatGiven, speech: Speech, programme: Programme) -> Card:
    """They do not come; no reason is asked."""
    told = ToldSession.read(notice.session)
    name, at = name_of(told.what, speech, programme), moment(told, speech)
    if not notice.stamp:
        text = speech.say(
            "OK, you do not wait any more: {session}, {moment}.", session=name, moment=at
        )
        return Card(text, one_a_row(*onward(told, speech)))
    text = paragraphs(
        speech.say("OK, you do not come: {session}, {moment}.", session=name, moment=at),
        speech.say("Thank you for telling. Somebody else can have your seat."),
    )
    file = file_of((told,), notice.stamp, speech, programme, cancelled=True)
    said = into_calendar(text, speech, cancelled=True)
    return Card(said, one_a_row(*onward(told, speech)), enclosure=file, otherwise=text)


def session_is_over(notice: SessionIsOver, speech: Speech, programme: Programme) -> Card:
    """An old button, or one that was never theirs: the same words for both."""
    del notice, programme
    text = speech.say("This button is about a session that is over, changed or not for you.")
    return Card(text, one_a_row(way(Place.SESSIONS, speech), way(Place.MENU, speech)))


def been_there(notice: BeenThere, speech: Speech, programme: Programme) -> Card:
    """It is noted."""
    told = ToldSession.read(notice.session)
    name = name_of(told.what, speech, programme)
    text = speech.say("Good that you are here. I noted it: {session}.", session=name)
    return Card(text, one_a_row(*onward(told, speech)))


def code_not_right(notice: CodeNotRight, speech: Speech, programme: Programme) -> Card:
    """The coach can always note it by hand."""
    del programme
    if notice.rests:
        says = speech.say("That was not the code. Wait half an hour, or tell your coach.")
    else:
        says = speech.say("I do not know that code. Look once more, and write the six numbers.")
    more = speech.say("Your coach can also note that you are here.")
    return Card(paragraphs(says, more), one_a_row(way(Place.MENU, speech)))


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    SessionsToCome: sessions_to_come,
    NoSessions: no_sessions,
    SessionShown: session_shown,
    SeatTaken: seat_taken,
    OnWaitingList: on_waiting_list,
    SeatGiven: seat_given,
    SessionIsOver: session_is_over,
    BeenThere: been_there,
    CodeNotRight: code_not_right,
}
