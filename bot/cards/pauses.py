"""Taking a break and coming back."""

from bot.cards.buttons import Place
from bot.cards.card import Card, one_a_row, paragraphs
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.notices import Paused, Resumed
from bot.programme.programme import Programme


def paused(notice: Paused, speech: Speech, programme: Programme) -> Card:
    """Everything rests; no reason is asked."""
    del programme
    text = paragraphs(
        speech.say("OK, you are taking a break. I ask you nothing now. You need no reason."),
        speech.say("Your coach knows that you are taking a break.") if notice.in_duo else "",
        speech.say("Do you want to start again, today or later? Tap “Start again”."),
    )
    return Card(text, one_a_row(way(Place.RESUME, speech), way(Place.COACH, speech)))


def resumed(notice: Resumed, speech: Speech, programme: Programme) -> Card:
    """Back again."""
    del programme
    text = paragraphs(
        speech.say("Welcome back!"),
        speech.say("Your coach knows that you are back.") if notice.in_duo else "",
    )
    return Card(text)
