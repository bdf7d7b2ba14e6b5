"""Taking a break and coming back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.cards.active_weeks.reasons import reason_words
from bot.cards.buttons import Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.ways import way
from bot.cards.week_buttons import PauseTap
from bot.i18n import Speech
from bot.programme.notices import Notice, Paused, Resumed, WelcomeBack
from bot.programme.notices.pauses import SureToPause
from bot.programme.pausing import Span
from bot.programme.programme import Programme


def paused(notice: Paused, speech: Speech, programme: Programme) -> Card:
    """Everything rests; no reason is asked. For how long may be said, and need not."""
    coach_knows = (
        speech.say("Your coach knows that you are taking a break.") if notice.in_duo else ""
    )
    ways = one_a_row(*_ways(notice, speech))
    if notice.until is not None:
        day = speech.day(datetime.fromisoformat(notice.until), programme.zone)
        text = paragraphs(
            speech.say("OK, your break lasts until {day}. Then I write to you again.", day=day),
            coach_knows,
            _why(notice, speech),
            speech.say("Do you want to start again sooner? Tap “Start again”."),
            speech.say("You may also choose another time."),
            _leaving(notice, speech),
        )
        return Card(text, (*_spans(speech), *ways))
    text = paragraphs(
        speech.say("OK, you are taking a break. I ask you nothing now. You need no reason."),
        coach_knows,
        _why(notice, speech),
        speech.say("Do you want to start again, today or later? Tap “Start again”."),
        speech.say("You may also say how long it lasts."),
        _leaving(notice, speech),
    )
    return Card(text, (*_spans(speech), *ways))


def _ways(notice: Paused, speech: Speech) -> tuple[Button, ...]:
    why = (way(Place.WHY_A_BREAK, speech),) if notice.in_duo else ()
    leave = (_leave(speech),) if notice.may_leave else ()
    return (*why, way(Place.RESUME, speech), way(Place.COACH, speech), *leave)


def _leave(speech: Speech) -> Button:
    return Button(speech.button("Stop for good"), way(Place.WITHDRAW, speech).data)


def _leaving(notice: Paused, speech: Speech) -> str:
    if not notice.may_leave:
        return ""
    return speech.say("You want no break, but to stop for good? Tap “Stop for good”.")


def sure_to_pause(notice: SureToPause, speech: Speech, programme: Programme) -> Card:
    """A break before the talk would cancel it, so that is asked first."""
    del programme
    starts = datetime.fromisoformat(notice.starts_at)
    moment = speech.day_and_time(starts, ZoneInfo(notice.zone))
    text = paragraphs(
        speech.say("You have a talk with a coach: {moment}.", moment=moment),
        speech.say("If you take a break now, that talk does not take place. Your coach hears it."),
        speech.say("Later you can choose a new time."),
    )
    keep = Button(speech.button("No, keep my talk"), way(Place.INTAKE, speech).data)
    return Card(
        text,
        one_a_row(way(Place.STOP_SURELY, speech), keep, way(Place.COACH, speech), _leave(speech)),
    )


def _why(notice: Paused, speech: Speech) -> str:
    if not notice.reason:
        return ""
    words = reason_words(notice.reason, speech)
    return speech.say("You said why: {reason}. Only your coach sees it.", reason=words)


def resumed(notice: Resumed, speech: Speech, programme: Programme) -> Card:
    """Back again."""
    del programme
    text = paragraphs(
        speech.say("Welcome back!"),
        speech.say("Your coach knows that you are back.") if notice.in_duo else "",
    )
    return Card(text, one_a_row(way(Place.MENU, speech), way(Place.COACH, speech)))


def welcome_back(notice: WelcomeBack, speech: Speech, programme: Programme) -> Card:
    """The break is over as it was planned; a longer one is one tap away."""
    del programme
    text = paragraphs(
        speech.say("Welcome back! Your break is over, as you said."),
        speech.say("From now on I ask you again each week if you met.") if notice.in_duo else "",
        speech.say("Do you need more time? Then take a break again."),
    )
    places = (Place.STOP, Place.COACH, Place.MENU)
    return Card(text, one_a_row(*(way(place, speech) for place in places)))


def _spans(speech: Speech) -> tuple[tuple[Button, ...], ...]:
    words = {
        Span.WEEK: speech.button("1 week"),
        Span.TWO_WEEKS: speech.button("2 weeks"),
        Span.MONTH: speech.button("1 month"),
        Span.OPEN: speech.button("I do not know yet"),
    }
    return one_a_row(*(Button(said, PauseTap(span=span).pack()) for span, said in words.items()))


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    SureToPause: sure_to_pause
}
