"""What goes with a case of danger, and with a call by phone: kept short, since nobody has time."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.cards.buttons import CaseStep, CaseTap, Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.ways import branch_to_call, in_danger, way
from bot.i18n import Speech
from bot.programme.cases import CaseState
from bot.programme.danger.answers import MayCall
from bot.programme.notices import (
    CaseCard,
    DangerWaits,
    HowCallWent,
    NotAnswered,
    Notice,
    SureToClose,
)
from bot.programme.programme import Programme


def how_call_went(notice: HowCallWent, speech: Speech, programme: Programme) -> Card:
    """Only a talk is an answer; when nobody picked up, the case goes on waiting."""
    del programme
    return Card(
        speech.say("Did you speak to each other?"),
        one_a_row(
            _button(speech.button("We spoke"), notice.case_id, CaseStep.SPOKE),
            _button(speech.button("No answer"), notice.case_id, CaseStep.NO_ANSWER),
            _button(speech.button("Go back"), notice.case_id, CaseStep.SHOW),
        ),
    )


def sure_to_close(notice: SureToClose, speech: Speech, programme: Programme) -> Card:
    """After a yes nobody looks at it any more."""
    del programme
    text = paragraphs(
        speech.say("Is the danger really over for {name}?", name=notice.name),
        speech.say("When you close this, no coach is asked any more."),
    )
    return Card(
        text,
        one_a_row(
            _button(speech.button("Yes, it is over"), notice.case_id, CaseStep.CLOSE_SURELY),
            _button(speech.button("Go back"), notice.case_id, CaseStep.SHOW),
        ),
    )


def danger_waits(notice: DangerWaits, speech: Speech, programme: Programme) -> Card:
    """A promise that was not kept is said aloud, with what helps now."""
    when = speech.day_and_time(datetime.fromisoformat(notice.next_at), programme.zone)
    text = paragraphs(
        speech.say("No coach has read your message yet. I am sorry."),
        speech.say("I go on asking. I ask again on {when}.", when=when),
        speech.say("You do not have to wait. Tap “SOS” to talk to somebody now."),
        branch_to_call(notice.branch, speech, programme),
        in_danger(speech, programme),
    )
    more = speech.button("Write more")
    write = _button(more, notice.case_id, CaseStep.REPLY)
    return Card(text, one_a_row(way(Place.EMERGENCY, speech), write, way(Place.MENU, speech)))


def not_answered(notice: NotAnswered, speech: Speech, programme: Programme) -> Card:
    """Who waited for a coach that said nothing is told so, and who is asked now."""
    other = notice.other
    text = paragraphs(
        speech.say("{coach} has not been able to answer you yet. I am sorry.", coach=notice.coach),
        speech.say("I have asked {coach} now.", coach=other)
        if other
        else speech.say("I go on asking. Your question is not forgotten."),
        in_danger(speech, programme),
    )
    more = speech.button("Write more")
    write = _button(more, notice.case_id, CaseStep.REPLY)
    return Card(text, one_a_row(write, way(Place.EMERGENCY, speech), way(Place.MENU, speech)))


def wish_words(notice: CaseCard, name: str, speech: Speech) -> str:
    """What the person answered when they were asked for a call."""
    if notice.state == CaseState.CLOSED:
        return ""
    words = {
        MayCall.YES: speech.say("{name} wants to be called now.", name=name),
        MayCall.NOT_NOW: speech.say("{name} does not want a call now.", name=name),
        MayCall.FINE: speech.say("{name} says: I am fine.", name=name),
    }
    return words.get(MayCall(notice.may_call), "") if notice.may_call else ""


def how_to_call(name: str, speech: Speech) -> str:
    """People give us no number for the coaches; a number of a duo is for the two alone."""
    return (
        speech.say("I have no number of {name} for you.", name=name)
        + " "
        + speech.say("Call in Telegram: tap the name.")
    )


def tried_words(notice: CaseCard, speech: Speech, programme: Programme) -> str:
    """A call that reached nobody is kept, and is no answer."""
    if notice.tried_at is None or notice.state == CaseState.CLOSED:
        return ""
    when = speech.day_and_time(datetime.fromisoformat(notice.tried_at), programme.zone)
    return speech.say("A coach called on {when}. Nobody picked up.", when=when)


def urgent_words(speech: Speech) -> str:
    """The first line is all that a locked phone shows, so it names nobody."""
    return speech.say("Somebody needs you now. Please open this.")


def _button(words: str, case_id: int, step: CaseStep) -> Button:
    return Button(words, CaseTap(case_id=case_id, step=step).pack())


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    DangerWaits: danger_waits,
    HowCallWent: how_call_went,
    NotAnswered: not_answered,
    SureToClose: sure_to_close,
}
