"""A case goes on to somebody, or waits: chosen, asked once more, and told to who did it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.cards.buttons import CaseStep, CaseTap
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.case_buttons import HandSureTap, HandTap, WaitTap
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.case_hands import (
    CaseHanded,
    CaseHeld,
    HandCase,
    LayCaseAside,
    SureToHand,
)
from bot.programme.programme import Programme


def case_held(notice: CaseHeld, speech: Speech, programme: Programme) -> Card:
    """A colleague was first, and can be asked."""
    del programme
    text = speech.say("{coach} looks after this now.", coach=notice.coach)
    more = speech.say("Do you want to help? Ask {coach}.", coach=notice.coach)
    return Card(f"{text} {more}", one_a_row(_show(notice.case_id, speech)))


def case_handed(notice: CaseHanded, speech: Speech, programme: Programme) -> Card:
    """It arrived; why can be told in a note, which only coaches read."""
    del programme
    text = paragraphs(
        speech.say("You handed this to {coach}.", coach=notice.coach),
        speech.say("Do you want to say why? Write a note. Only coaches read it."),
    )
    note = _button(speech.button("Note for coaches"), notice.case_id, CaseStep.NOTE)
    return Card(text, one_a_row(note, _show(notice.case_id, speech)))


def hand_case(notice: HandCase, speech: Speech, programme: Programme) -> Card:
    """Who is there today; nobody may be."""
    del programme
    people = [
        Button(name, HandTap(case_id=notice.case_id, person_id=one).pack())
        for one, name in notice.people
    ]
    ask = (
        speech.say("Who takes it from you?")
        if people
        else speech.say("No colleague is there today. You can give it back, and I look further.")
    )
    text = paragraphs(_about(notice.about, speech), ask)
    return Card(text, one_a_row(*people, _back(notice.case_id, speech)))


def lay_case_aside(notice: LayCaseAside, speech: Speech, programme: Programme) -> Card:
    """The days on which it comes back, in words and with their date."""
    days = [
        Button(
            speech.day(datetime.fromisoformat(at), programme.zone)
            if count
            else speech.button("In 3 hours"),
            WaitTap(case_id=notice.case_id, days=count).pack(),
        )
        for count, at in notice.days
    ]
    ask = speech.say("When do I show it to you again?")
    text = paragraphs(_about(notice.about, speech), ask)
    return Card(text, one_a_row(*days, _back(notice.case_id, speech)))


def sure_to_hand(notice: SureToHand, speech: Speech, programme: Programme) -> Card:
    """Who was chosen, and whom it is about; a mistap costs one more tap."""
    del programme
    text = paragraphs(
        _about(notice.about, speech),
        speech.say("Does {coach} take it from you?", coach=notice.coach),
        speech.say("{coach} can then read what you can read here.", coach=notice.coach),
    )
    tap = HandSureTap(case_id=notice.case_id, person_id=notice.person_id).pack()
    yes = Button(speech.button("Yes, hand it over"), tap)
    return Card(text, one_a_row(yes, _back(notice.case_id, speech)))


def _about(names: Sequence[str], speech: Speech) -> str:
    """Of whom it is asked, since the card itself is not there any more."""
    known = [name or speech.say("Somebody new") for name in names]
    return speech.say("This is about {names}.", names=", ".join(known)) if known else ""


def _back(case_id: int, speech: Speech) -> Button:
    return _button(speech.button("Go back"), case_id, CaseStep.SHOW)


def _show(case_id: int, speech: Speech) -> Button:
    return _button(speech.button("Show me"), case_id, CaseStep.SHOW)


def _button(words: str, case_id: int, step: CaseStep) -> Button:
    return Button(words, CaseTap(case_id=case_id, step=step).pack())


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    CaseHanded: case_handed,
    CaseHeld: case_held,
    HandCase: hand_case,
    LayCaseAside: lay_case_aside,
    SureToHand: sure_to_hand,
}
