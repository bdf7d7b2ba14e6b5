"""About a registration that somebody began and did not finish."""

from collections.abc import Mapping
from typing import Any

from bot.cards.buttons import Place
from bot.cards.card import Card, one_a_row, paragraphs
from bot.cards.ways import (
    LANGUAGE_NAMES,
    branch_name,
    labelled,
    people_to_call,
    role_name,
    way,
    way_on,
    ways_to_help,
)
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.registration import GoOnRegistering, NotFinished
from bot.programme.phone_numbers import shown_number
from bot.programme.programme import Programme


def go_on_registering(notice: GoOnRegistering, speech: Speech, programme: Programme) -> Card:
    """A gentle word, with the ways that are not digital; who does not want to need do nothing."""
    hello = speech.say("Hello {name}!", name=notice.first_name)
    hello = hello if notice.first_name else speech.say("Hello!")
    if notice.last:
        asks = speech.say("You can still go on registering. I do not write about it again.")
    else:
        asks = speech.say("You began to register here. Do you want to go on? It takes 3 minutes.")
    kept = speech.say("What you told me is still here. You do not have to do anything.")
    text = paragraphs(hello, asks, kept, people_to_call(None, speech, programme))
    ways_on = (way_on(speech, registers=True), way(Place.COACH, speech))
    return Card(text, one_a_row(*ways_on) + ways_to_help(speech))


def not_finished(notice: NotFinished, speech: Speech, programme: Programme) -> Card:
    """For coaches: who might be glad of a call."""
    news = speech.say(
        "{name} began to register ({role} in {branch}) and is not ready. Language: {language}.",
        name=notice.first_name,
        role=role_name(notice.role, speech),
        branch=branch_name(notice.branch, speech, programme),
        language=LANGUAGE_NAMES[notice.language],
    )
    phone = labelled(speech.say("Phone number"), shown_number(notice.phone), speech) \
        if notice.phone else ""  # fmt: skip
    note = speech.say("I wrote twice and write no more. A call may help.")
    return Card(paragraphs(news, phone, note), one_a_row(way(Place.WORK, speech)))


CARDS: Mapping[type[Notice], Any] = {
    GoOnRegistering: go_on_registering,
    NotFinished: not_finished,
}
