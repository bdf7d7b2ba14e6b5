"""Short replies below the card of a case: why it needs its reader now."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.cards.buttons import CaseStep, CaseTap, Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.case_danger import urgent_words
from bot.cards.ways import in_danger, way
from bot.i18n import Speech
from bot.programme.cases import Nudge
from bot.programme.notices import CaseNudge, Notice
from bot.programme.notices.waking import CallTried, CoachesOnly, StillYours
from bot.programme.programme import Programme


def case_nudge(notice: CaseNudge, speech: Speech, programme: Programme) -> Card:
    """Short, since the card stands right above it, unless that was hidden meanwhile."""
    why = Nudge(notice.why)
    take = Button(speech.button("I take it"), _tap(notice.case_id, CaseStep.TAKE))
    show = Button(speech.button("Show me"), _tap(notice.case_id, CaseStep.SHOW))
    is_free = notice.in_danger and why is Nudge.WAITS
    # A name is nothing for a locked phone, nor is what may be danger.
    neutral = speech.say("There is a message for you.") if notice.coach else ""
    first = urgent_words(speech) if notice.in_danger or why is Nudge.DANGER else neutral
    text = paragraphs(
        first,
        how_many_wait(notice.waiting, speech) if is_free else "",
        _nudge(why, notice.coach, speech) if notice.waiting == 1 else speech.say("Can you?"),
        _nobody_can(speech, programme) if notice.is_long else "",
    )
    if notice.waiting > 1:
        return Card(text, one_a_row(way(Place.MY_CASES, speech)))
    return Card(text, one_a_row(*([take] if is_free else []), show))


def how_many_wait(count: int, speech: Speech) -> str:
    """How many may be in danger while nobody looks after them."""
    return speech.say_many(
        "{count} person may be in danger. No coach has taken it yet.",
        "{count} people may be in danger. No coach has taken them yet.",
        count,
    )


def _nobody_can(speech: Speech, programme: Programme) -> str:
    """What is left to do after an hour in which nobody could."""
    return paragraphs(
        speech.say("This waits for an hour or longer. Please call the person now."),
        speech.say(
            "Is somebody in danger of life? Call {number}.", number=programme.emergency_number
        ),
        speech.say("Can nobody of you do it? Call the person responsible for your team."),
    )


def still_yours(notice: StillYours, speech: Speech, programme: Programme) -> Card:
    """What was hidden does not end: how many cases wait behind the button."""
    del programme
    text = speech.say_many(
        "{count} open case is still yours.", "{count} open cases are still yours.", notice.count
    )
    return Card(text, one_a_row(way(Place.MY_CASES, speech)))


def coaches_only(notice: CoachesOnly, speech: Speech, programme: Programme) -> Card:
    """Somebody wrote what only who works for the programme can ask."""
    del notice, programme
    text = speech.say("Only coaches have a list of cases. Do you need a coach? Tap “My coach”.")
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))


def call_tried(notice: CallTried, speech: Speech, programme: Programme) -> Card:
    """A coach called in vain; the first line is all that a locked phone shows."""
    when = speech.day_and_time(datetime.fromisoformat(notice.tried_at), programme.zone)
    coach = notice.coach
    text = paragraphs(
        speech.say("There is a message for you."),
        speech.say("{coach} tried to call you on {when}.", coach=coach, when=when),
        speech.say("I have asked {coach} now.", coach=notice.other)
        if notice.other
        else speech.say("{coach} tries again. You can also write to {coach} here.", coach=coach),
        in_danger(speech, programme),
    )
    write = Button(speech.button("Write more"), _tap(notice.case_id, CaseStep.REPLY))
    return Card(text, one_a_row(write, way(Place.EMERGENCY, speech), way(Place.MENU, speech)))


def _nudge(why: Nudge, coach: str, speech: Speech) -> str:
    words = {
        Nudge.WAITS: speech.say("Nobody has taken this yet. Can you?"),
        Nudge.UNANSWERED: speech.say(
            "The answer is still to come. Can you do it, or give it back?"
        ),
        Nudge.STILL_OPEN: speech.say("This is still open. Is it solved?"),
        Nudge.WOKEN: speech.say("You wanted to see this again today."),
        Nudge.CLOSED: speech.say("{coach} has closed this.", coach=coach),
        Nudge.ANSWERED: speech.say("{coach} has answered here. You still have it.", coach=coach),
        Nudge.NOT_SENT: speech.say("Your message did not arrive. Please try again, or call."),
        Nudge.DANGER: speech.say("Here now stand words that can mean danger. Please read them."),
    }
    return words[why]


def _tap(case_id: int, step: CaseStep) -> str:
    return CaseTap(case_id=case_id, step=step).pack()


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    CallTried: call_tried,
    CaseNudge: case_nudge,
    CoachesOnly: coaches_only,
    StillYours: still_yours,
}
