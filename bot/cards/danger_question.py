"""The one question to whoever wrote of danger, and what is said to the answer."""

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.danger_buttons import MayCallTap
from bot.cards.ways import in_danger, way, way_on
from bot.i18n import Speech
from bot.programme.danger.answers import MayCall
from bot.programme.directory.areas import COUNTRY
from bot.programme.directory.at_once import TALK, is_answered_by_lines
from bot.programme.notices import AfterDanger, DangerAsked
from bot.programme.programme import Programme


def may_call_words(speech: Speech, *, closed: bool = False) -> str:
    """One question, and no more: nobody has to explain anything. While the office is ``closed``
    nobody promises a call at once.
    """
    if closed:
        return speech.say(
            "May a coach call you when the office opens, or as soon as somebody can?"
        )
    return speech.say("May a coach call you now?")


def may_call_rows(need: str, speech: Speech) -> Rows:
    """The three answers; the last one is for who was misunderstood. Where a bed or a house helps
    too, what is near is one tap away.
    """
    words = {
        MayCall.YES: speech.button("Yes, call me"),
        MayCall.NOT_NOW: speech.button("No, not now"),
        MayCall.FINE: speech.button("No, I am fine"),
    }
    if not is_answered_by_lines(need, COUNTRY):
        words[MayCall.NEAR] = speech.button("Help near me")
    taps = {answer: MayCallTap(answer=answer, need=need).pack() for answer in words}
    return one_a_row(*(Button(words[answer], taps[answer]) for answer in words))


def after_danger(notice: AfterDanger, speech: Speech, programme: Programme) -> Card:
    """A warm word, who was told already, and what is there later."""
    fine = notice.answer == MayCall.FINE
    text = paragraphs(
        _first_words(notice, speech),
        _who_knows(notice, speech),
        _coach_words(notice, speech),
        "" if fine else in_danger(speech, programme),
    )
    ways = (way(Place.COACH, speech), way_on(speech, registers=notice.registers))
    return Card(text, (*one_a_row(*ways), (way(Place.EMERGENCY, speech),)))


def danger_asked(notice: DangerAsked, speech: Speech, programme: Programme) -> Card:
    """The same question, with who can read what was written; the numbers stand above."""
    text = paragraphs(
        speech.say("I am still here for you."),
        _who_reads(notice.coach, speech),
        in_danger(speech, programme),
        may_call_words(speech, closed=notice.closed),
    )
    way_out = (way_on(speech, registers=True),) if notice.registers else ()
    rows = may_call_rows(TALK, speech) + one_a_row(way(Place.EMERGENCY, speech), *way_out)
    return Card(text, rows)


def _who_reads(coach: str | None, speech: Speech) -> str:
    if coach is None:
        return speech.say("I have told nobody what you wrote.")
    if not coach:
        return speech.say("Only coaches can read what you wrote.")
    return speech.say(
        "Your coach {coach} can read what you wrote. Only coaches read it.", coach=coach
    )


def _first_words(notice: AfterDanger, speech: Speech) -> str:
    if not notice.answer:
        return speech.say("I am still here for you.")
    if notice.answer == MayCall.FINE:
        return speech.say("I am glad to hear that. I asked to be sure.")
    return speech.say("That is all right. You decide.")


def _coach_words(notice: AfterDanger, speech: Speech) -> str:
    if not notice.answer:
        return speech.say("Do you want to talk to a coach? Tap “My coach”.")
    return speech.say("Do you want a coach later? Tap “My coach”.")


def _who_knows(notice: AfterDanger, speech: Speech) -> str:
    if not notice.coach or notice.reads:
        return _who_reads(notice.coach, speech)
    return knows_of_danger(notice.coach, speech, new=notice.registers)


def knows_of_danger(coach: str, speech: Speech, *, new: bool) -> str:
    """Who is ``new`` has no coach of their own yet."""
    if new:
        return speech.say(
            "{coach}, a coach of the office, knows that you may need help. "
            "Only coaches hear of it.",
            coach=coach,
        )
    return speech.say(
        "Your coach {coach} knows that you may need help. Only coaches hear of it.",
        coach=coach,
    )
