"""Short replies below the card of a case: why it needs its reader now."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.buttons import CaseStep, CaseTap
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.case_danger import urgent_words
from bot.i18n import Speech
from bot.programme.cases import Nudge
from bot.programme.notices import CaseNudge, Notice
from bot.programme.programme import Programme


def case_nudge(notice: CaseNudge, speech: Speech, programme: Programme) -> Card:
    """Short, since the card stands right above it, unless that was hidden meanwhile."""
    del programme
    why = Nudge(notice.why)
    take = Button(speech.button("I take it"), _tap(notice.case_id, CaseStep.TAKE))
    show = Button(speech.button("Show me"), _tap(notice.case_id, CaseStep.SHOW))
    is_free = notice.in_danger and why is Nudge.WAITS
    # A name is nothing for a locked phone, nor is what may be danger.
    neutral = speech.say("There is a message for you.") if notice.coach else ""
    first = urgent_words(speech) if notice.in_danger else neutral
    text = paragraphs(first, _nudge(why, notice.coach, speech))
    return Card(text, one_a_row(*([take] if is_free else []), show))


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
    }
    return words[why]


def _tap(case_id: int, step: CaseStep) -> str:
    return CaseTap(case_id=case_id, step=step).pack()


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {CaseNudge: case_nudge}
