"""Letters about sessions: a seat is free, it is tomorrow, it is cancelled, one is planned."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.sessions.buttons import SessionStep
from bot.cards.sessions.wording import (
    SEATED,
    decline,
    details,
    file_of,
    give_back,
    into_calendar,
    moment,
    name_of,
    onward,
    take,
    tap,
    whole,
)
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.sessions import (
    HoldOver,
    PlaceFree,
    SeatsFreed,
    SessionOff,
    SessionPlanned,
    SessionTomorrow,
)
from bot.programme.programme import Programme
from bot.programme.sessions.told import ToldSession


def place_free(notice: PlaceFree, speech: Speech, programme: Programme) -> Card:
    """A seat is kept for them for a while."""
    told = ToldSession.read(notice.session)
    until = speech.day_and_time(datetime.fromisoformat(notice.until), told.where)
    text = paragraphs(
        speech.say("A seat is free for you."),
        whole(told, speech, programme),
        speech.say("I keep it for you until {moment}. Do you come?", moment=until),
    )
    return Card(
        text, one_a_row(_yes(told, speech), decline(told, speech), way(Place.COACH, speech))
    )


def hold_over(notice: HoldOver, speech: Speech, programme: Programme) -> Card:
    """Nobody is blamed; they can wait again."""
    told = ToldSession.read(notice.session)
    name, at = name_of(told.what, speech, programme), moment(told, speech)
    text = paragraphs(
        speech.say("The seat is not kept for you any more: {session}, {moment}.",
                   session=name, moment=at),
        speech.say("That is no problem. You can still ask for a seat."),
    )  # fmt: skip
    ask = Button(speech.button("Ask for a seat"), tap(SessionStep.TAKE, told))
    return Card(text, one_a_row(ask, *onward(told, speech)))


def session_tomorrow(notice: SessionTomorrow, speech: Speech, programme: Programme) -> Card:
    """The letter of the day before."""
    told = ToldSession.read({**notice.session, "state": SEATED})
    name = name_of(told.what, speech, programme)
    text = paragraphs(
        speech.say("Tomorrow: {session}.", session=name), details(told, speech, programme)
    )
    return Card(text, one_a_row(give_back(told, speech), *onward(told, speech)))


def session_off(notice: SessionOff, speech: Speech, programme: Programme) -> Card:
    """It does not take place, and what there is instead."""
    told = ToldSession.read(notice.session)
    name, at = name_of(told.what, speech, programme), moment(told, speech)
    says = speech.say("This does not take place: {session}, {moment}.", session=name, moment=at)
    if notice.following is None:
        instead = speech.say("I write to you when another one is planned.")
        rows = onward(told, speech)
    else:
        following = ToldSession.read(notice.following)
        instead = speech.say("You can come then:") + "\n" + details(following, speech, programme)
        rows = (take(following, speech), *onward(told, speech))
    text = paragraphs(says, speech.say("Sorry."), instead)
    if not notice.seated:
        return Card(text, one_a_row(*rows))
    file = file_of((told,), notice.stamp, speech, programme, cancelled=True)
    said = into_calendar(text, speech, cancelled=True)
    return Card(said, one_a_row(*rows), enclosure=file, otherwise=text)


def session_planned(notice: SessionPlanned, speech: Speech, programme: Programme) -> Card:
    """The promise is kept."""
    told = ToldSession.read(notice.session)
    text = paragraphs(
        speech.say("You asked for this. Now it is planned:"), whole(told, speech, programme)
    )
    return Card(text, one_a_row(take(told, speech), *onward(told, speech)))


def seats_freed(notice: SeatsFreed, speech: Speech, programme: Programme) -> Card:
    """What they had in another branch, or as somebody else, is free again."""
    del programme
    text = speech.say_many(
        "You had {count} seat in a session. It does not fit any more, so I gave it back.",
        "You had {count} seats in sessions. They do not fit any more, so I gave them back.",
        notice.count,
    )
    return Card(text, one_a_row(way(Place.SESSIONS, speech), way(Place.MENU, speech)))


def _yes(told: ToldSession, speech: Speech) -> Button:
    return Button(speech.button("Yes, I come"), tap(SessionStep.TAKE, told))


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    PlaceFree: place_free,
    HoldOver: hold_over,
    SessionTomorrow: session_tomorrow,
    SessionOff: session_off,
    SessionPlanned: session_planned,
    SeatsFreed: seats_freed,
}
