"""Why somebody takes a break, in a word of their choice."""

from typing import ClassVar

from bot.cards.buttons import Carried, Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.active_weeks.reasons import Reason
from bot.programme.notices.active_weeks import WhyABreak
from bot.programme.programme import Programme


class BreakReasonTap(Carried):
    """Say why, or no reason at all."""

    prefix: ClassVar[str] = "bw"
    reason: Reason


def why_a_break(notice: WhyABreak, speech: Speech, programme: Programme) -> Card:
    """One tap, or none: nobody has to say why."""
    del notice, programme
    text = paragraphs(
        speech.say("Why do you take a break? You do not have to say it."),
        speech.say("Only your coach sees it. When your break is over, I forget it."),
    )
    words = {
        Reason.HOLIDAY: speech.button("Holiday"),
        Reason.EXAMS: speech.button("Exams"),
        Reason.ILLNESS: speech.button("I am ill"),
        Reason.JOB_TRIAL: speech.button("I am trying a job"),
        Reason.FAMILY: speech.button("My family"),
        Reason.FASTING: speech.button("I fast"),
        Reason.OTHER: speech.button("Something else"),
        Reason.NONE: speech.button("I do not say why"),
    }
    taps = (Button(said, BreakReasonTap(reason=one).pack()) for one, said in words.items())
    return Card(text, one_a_row(*taps, way(Place.COACH, speech)))


def reason_words(reason: str, speech: Speech) -> str:
    """The reason as a part of a line; nothing where none was said."""
    words = {
        Reason.HOLIDAY: speech.say("holiday"),
        Reason.EXAMS: speech.say("exams"),
        Reason.ILLNESS: speech.say("illness"),
        Reason.JOB_TRIAL: speech.say("trying a job"),
        Reason.FAMILY: speech.say("family"),
        Reason.FASTING: speech.say("fasting"),
        Reason.OTHER: speech.say("something else"),
    }
    return {one.value: said for one, said in words.items()}.get(reason, "")
