"""Where somebody is on the road to a duo, and how long it usually takes."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.cards.buttons import Place as Goal
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.standing.on_the_road import here_and_next
from bot.cards.waiting import monthly
from bot.cards.waiting.band import band_words
from bot.cards.ways import labelled, people_to_call, way
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.waiting import WhereYouAre
from bot.programme.programme import Programme
from bot.programme.road import Place
from bot.programme.waiting.monthly import is_asked

_ONWARD: Mapping[str, tuple[Goal, ...]] = {
    Place.NEW: (Goal.INTAKE, Goal.SESSIONS),
    Place.INTAKE: (Goal.INTAKE, Goal.SESSIONS),
    Place.WAIT: (Goal.INTAKE,),
    Place.OTHER_HELP: (Goal.FIND_HELP, Goal.INTAKE),
    Place.TRAINING: (Goal.TRAINING,),
    Place.READY: (Goal.ANSWERS,),
    Place.PROPOSED: (Goal.PROPOSAL,),
    Place.MATCHED: (Goal.AGREEMENT,),
    Place.IN_DUO: (Goal.MEETINGS,),
    Place.DONE: (),
}
_TALKED = frozenset(Place) - {Place.NEW, Place.INTAKE, Place.WAIT, Place.OTHER_HELP}


def where_you_are(notice: WhereYouAre, speech: Speech, programme: Programme) -> Card:
    """What is done, where they are, what comes next, and a way to a human."""
    if notice.thanked:
        return monthly.thanks(notice, speech, programme)
    place = Place(notice.place)
    lines = (
        labelled(speech.say("What is done"), speech.listed(_done(notice, place, speech)), speech),
        *here_and_next(place, notice, speech),
        *_planned(notice, place, (speech, programme)),
    )
    rests = speech.say("You take a break. Nobody is proposed to you until you start again.")
    text = paragraphs(
        speech.say("This is your road to a duo."),
        "\n".join(lines),
        rests if notice.paused else "",
        band_words(notice, speech, programme),
        speech.say("Do you have a question? Tap “My coach”."),
        people_to_call(notice.branch, speech, programme),
    )
    back = (Goal.RESUME,) if notice.paused else ()
    onward = () if notice.found else _ONWARD[place]
    ways = (way(goal, speech) for goal in (*back, *onward, Goal.COACH, Goal.MENU))
    return Card(text, one_a_row(*_about_the_search(notice, speech), *ways))


def _about_the_search(notice: WhereYouAre, speech: Speech) -> tuple[Button, ...]:
    """Who waits may have found something; who has, may search again."""
    if notice.found:
        return (monthly.search_again(speech),)
    if is_asked(notice.role, Place(notice.place)):
        return (monthly.stop_looking(notice.role, speech),)
    return ()


def _planned(notice: WhereYouAre, place: Place, said: tuple[Speech, Programme]) -> tuple[str, ...]:
    """When the next thing is, once that is known."""
    if not notice.next_at:
        return ()
    speech, programme = said
    moment = speech.day_and_time(datetime.fromisoformat(notice.next_at), programme.zone)
    what = {
        Place.NEW: speech.say("Your info session"),
        Place.INTAKE: speech.say("Your talk"),
        Place.TRAINING: speech.say("Your next training day"),
        Place.MATCHED: speech.say("Your first meeting"),
    }
    return (labelled(what[place], moment, speech),)


def _done(notice: WhereYouAre, place: Place, speech: Speech) -> list[str]:
    """What lies behind them."""
    trained = notice.trains and place in _TALKED and place is not Place.TRAINING
    steps = (
        (True, speech.say("your registration")),
        (place in _TALKED, speech.say("the talk with a coach")),
        (trained, speech.say("the training")),
        (place in (Place.IN_DUO, Place.DONE), speech.say("the first meeting")),
    )
    return [words for is_done, words in steps if is_done]


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    WhereYouAre: where_you_are,
    **monthly.CARDS,
}
