"""Entering somebody who is not on Telegram: their language, then what is read out to them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.privacy import short_privacy
from bot.cards.ways import LANGUAGE_NAMES, people_to_call, way
from bot.cards.work.buttons import AgreedTap, EnterTap
from bot.i18n import Speech, load_speech
from bot.programme.notices import Notice
from bot.programme.notices.work import EnterSomebody, NotEntered, ReadPrivacy
from bot.programme.programme import Programme


def enter_somebody(notice: EnterSomebody, speech: Speech, programme: Programme) -> Card:
    """In which language somebody is called and written to."""
    del notice
    text = paragraphs(
        speech.say("You enter somebody who does not use Telegram."),
        speech.say("I ask you the same questions, and you answer in their place."),
        speech.say("Which language does the person speak best?"),
    )
    taps = [
        Button(LANGUAGE_NAMES.get(one, one), EnterTap(language=one).pack())
        for one in programme.languages
    ]
    return Card(text, one_a_row(*taps, way(Place.WORK, speech)))


def read_privacy(notice: ReadPrivacy, speech: Speech, programme: Programme) -> Card:
    """The text that is read out, and what the person said to it."""
    text = paragraphs(
        speech.say("Read this to the person, in the language that they understand:"),
        short_privacy(load_speech().get(notice.language, speech), programme),
        speech.say("What did the person say? I keep your name and the date with it."),
    )
    tap = partial(AgreedTap, new_id=notice.new_id, language=notice.language)
    buttons = (
        Button(speech.button("They agree, by phone"), tap(channel="phone").pack()),
        Button(speech.button("They agree, on paper"), tap(channel="paper").pack()),
        Button(speech.button("They do not agree"), tap(channel="no").pack()),
    )
    return Card(text, one_a_row(*buttons))


def not_entered(notice: NotEntered, speech: Speech, programme: Programme) -> Card:
    """Nothing is kept; there is always a way back."""
    del notice
    text = paragraphs(
        speech.say("That is fine. I keep nothing about the person."),
        people_to_call(None, speech, programme),
    )
    return Card(text, one_a_row(way(Place.WORK, speech), way(Place.FIND_HELP, speech)))


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    EnterSomebody: enter_somebody,
    NotEntered: not_entered,
    ReadPrivacy: read_privacy,
}
