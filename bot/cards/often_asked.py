"""Short answers to what newcomers ask before they answer."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.buttons import Place
from bot.cards.card import Card, one_a_row, paragraphs
from bot.cards.ways import way, way_on
from bot.i18n import Speech
from bot.programme.asked_often import OftenAsked
from bot.programme.notices import Notice
from bot.programme.notices.often_asked import Explained
from bot.programme.programme import Programme

WEEKS_IN_A_MONTH = 4.35


def explained(notice: Explained, speech: Speech, programme: Programme) -> Card:
    """The answer, and a human for more; where a question waits, it follows by itself."""
    onward = (way(Place.COACH, speech), way_on(speech, registers=notice.registers))
    return Card(_answers(speech, programme)[OftenAsked(notice.topic)], one_a_row(*onward))


def _answers(speech: Speech, programme: Programme) -> Mapping[OftenAsked, str]:
    return {
        OftenAsked.MENTOR: paragraphs(
            speech.say("A mentee looks for work. A mentor knows work in Belgium and helps."),
            speech.say("The two meet each week. A mentor is a volunteer."),
        ),
        OftenAsked.COST: paragraphs(
            speech.say("It is free. You pay nothing."),
            speech.say("A mentor is a volunteer and is not paid."),
        ),
        OftenAsked.READERS: paragraphs(
            speech.say("I keep your answers. The coaches can read them."),
            speech.say("Who else sees something? You can read it here: /privacy"),
        ),
        OftenAsked.MACHINE: paragraphs(
            speech.say("I am a computer program, not a human."),
            speech.say("Would you like to talk to a human? Tap “My coach”."),
        ),
        OftenAsked.LENGTH: paragraphs(
            _months(round(programme.length_weeks / WEEKS_IN_A_MONTH), speech),
            speech.say("You can stop at any question, and go on later."),
        ),
    }


def _months(count: int, speech: Speech) -> str:
    return speech.say_many(
        "A duo meets each week, for about {count} month.",
        "A duo meets each week, for about {count} months.",
        count,
    )


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {Explained: explained}
