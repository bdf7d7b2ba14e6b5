"""Who has a case now: told to who handed it over, and to who came too late."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.card import Card
from bot.i18n import Speech
from bot.programme.notices import CaseHanded, CaseHeld, Notice
from bot.programme.programme import Programme


def case_held(notice: CaseHeld, speech: Speech, programme: Programme) -> Card:
    """A colleague was first, and can be asked."""
    del programme
    text = speech.say("{coach} looks after this now.", coach=notice.coach)
    return Card(text + " " + speech.say("Do you want to help? Ask {coach}.", coach=notice.coach))


def case_handed(notice: CaseHanded, speech: Speech, programme: Programme) -> Card:
    """It arrived; the card above shows it too."""
    del programme
    return Card(speech.say("You handed this to {coach}.", coach=notice.coach))


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    CaseHanded: case_handed,
    CaseHeld: case_held,
}
