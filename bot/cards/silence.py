"""Silence that is over, and two who say different things."""

from datetime import date

from bot.cards.card import Card, Mention, paragraphs
from bot.i18n import Speech
from bot.programme.notices import GoodToHear, WeekDiffers
from bot.programme.programme import Programme


def good_to_hear(notice: GoodToHear, speech: Speech, programme: Programme) -> Card:
    """Nobody asks why."""
    del notice, programme
    return Card(
        speech.say("Good to hear from you! From now on I ask you again how your week was.")
    )


def week_differs(notice: WeekDiffers, speech: Speech, programme: Programme) -> Card:
    """What is known and no more: an answer of one of the two is nobody else's."""
    del programme
    monday = date.fromisoformat(f"{notice.week}-1")
    text = paragraphs(
        speech.say(
            "{names} do not tell me the same about the week of {day}.",
            names=speech.listed(notice.names),
            day=speech.day_of_month(monday),
        ),
        speech.say("That happens easily: a wrong tap, or another week in mind."),
        speech.say("Only you know this. Perhaps you can ask each of them how it goes."),
    )
    return Card(text, mentions=tuple(map(Mention, notice.names, notice.telegram_ids)))
