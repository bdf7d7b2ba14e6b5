"""Silence that is over, and two who say different things."""

from collections.abc import Mapping

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, Mention, one_a_row, paragraphs
from bot.cards.duo_view_buttons import DuoViewTap
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.duo_weeks import monday_of
from bot.programme.notices import GoodToHear, WeekDiffers
from bot.programme.programme import Programme


def good_to_hear(notice: GoodToHear, speech: Speech, programme: Programme) -> Card:
    """Nobody asks why."""
    del notice, programme
    text = speech.say("Good to hear from you! From now on I ask you again how your week was.")
    return Card(text, one_a_row(way(Place.MENU, speech), way(Place.COACH, speech)))


def week_differs(notice: WeekDiffers, speech: Speech, programme: Programme) -> Card:
    """What is known and no more: an answer of one of the two is nobody else's."""
    del programme
    about = {
        "names": speech.listed(notice.names),
        "day": speech.day_of_month(monday_of(notice.week)),
    }
    text = _is_over(about, speech) if notice.over else _differs(about, speech)
    show = Button(speech.button("Show the duo"), DuoViewTap(duo_id=notice.duo_id).pack())
    mentions = tuple(map(Mention, notice.names, notice.telegram_ids))
    return Card(text, one_a_row(show, way(Place.MENU, speech)), mentions)


def _differs(about: Mapping[str, str], speech: Speech) -> str:
    return paragraphs(
        speech.say("{names} do not tell me the same about the week of {day}.", **about),
        speech.say("That happens easily: a wrong tap, or another week in mind."),
        speech.say("Only you know this. Perhaps you can ask each of them how it goes."),
    )


def _is_over(about: Mapping[str, str], speech: Speech) -> str:
    return paragraphs(
        speech.say("{names}: nothing is open any more about the week of {day}.", **about),
        speech.say("An answer was corrected. You do not have to do anything."),
    )
