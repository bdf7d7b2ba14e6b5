"""A case on the coach's phone, in whatever state it is."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.cards.buttons import CaseStep, CaseTap, Place
from bot.cards.card import Button, Card, Mention, Rows, one_a_row, paragraphs
from bot.cards.case_buttons import CasesTap
from bot.cards.case_danger import tried_words, urgent_words
from bot.cards.case_reasons import details, reason_words
from bot.cards.coach_names import a_coach, some_coach
from bot.cards.keeping_buttons import ChecksTap
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.cases import CaseState, Handed, Reason, Urgency, is_sensitive
from bot.programme.notices import CaseCard, MyCases, Notice
from bot.programme.programme import Programme


def case_card(notice: CaseCard, speech: Speech, programme: Programme) -> Card:
    """Who needs the coach, why, since when, and who has it. Of a sensitive case a locked phone
    shows the first line only, which says nothing of anybody.
    """
    names = [name or speech.say("Somebody new") for name in notice.names]
    is_open = notice.state != CaseState.CLOSED
    text = paragraphs(
        _first_line(notice, speech),
        _handed(notice, speech),
        reason_words(notice, names, speech, programme),
        details(notice, speech) if names else "",
        speech.say("It was closed, but it is not solved yet.") if notice.again and is_open else "",
        speech.say("Tap a name to write to that person.") if is_open and names else "",
        _progress(notice, speech, programme),
        tried_words(notice, speech, programme),
    )
    mentions = tuple(map(Mention, names, notice.telegram_ids))
    return Card(text, _steps(notice, speech), mentions)


def _handed(notice: CaseCard, speech: Speech) -> str:
    if notice.handed_by is None:
        return ""
    coach = some_coach(notice.handed_by, speech)
    match Handed(notice.handed_how or Handed.GIVEN):
        case Handed.GIVEN:
            return speech.say("{coach} hands this to you.", coach=coach)
        case Handed.BACK:
            return speech.say("{coach} gave this back. Now I ask you.", coach=coach)
        case Handed.AWAY:
            return speech.say("{coach} is not there. You stand in.", coach=coach)


def _first_line(notice: CaseCard, speech: Speech) -> str:
    if not is_sensitive(notice.reason, notice.about):
        return ""
    if notice.reason == Reason.DANGER:
        return urgent_words(speech)
    return speech.say("There is a message for you.")


def my_cases(notice: MyCases, speech: Speech, programme: Programme) -> Card:
    """How many are open; each follows as a card of its own."""
    del programme
    own = speech.say_many(
        "You have {count} open case.", "You have {count} open cases.", notice.count
    )
    others = speech.say_many(
        "{count} more is with a colleague.", "{count} more are with colleagues.", notice.elsewhere
    )
    text = paragraphs(
        own if notice.count else speech.say("You have no open cases."),
        others if notice.elsewhere else "",
        _how_many(notice, speech),
    )
    if notice.has_more:
        data = CasesTap(page=notice.page + 1).pack()
        return Card(text, one_a_row(Button(speech.button("Show the next ones"), data)))
    return Card(text, () if notice.shown else one_a_row(way(Place.MENU, speech)))


def _how_many(notice: MyCases, speech: Speech) -> str:
    if notice.page and notice.shown:
        return speech.say_many("Here is {count} more.", "Here are {count} more.", notice.shown)
    if notice.has_more:
        # What moves up when a case is closed would stand on no page that is still to come.
        return speech.say(
            "I show you the {count} most urgent ones first. "
            "When you close one, ask for the list again.",
            count=notice.shown,
        )
    return ""


def _progress(notice: CaseCard, speech: Speech, programme: Programme) -> str:
    when = speech.day_and_time(datetime.fromisoformat(notice.since), programme.zone)
    match CaseState(notice.state):
        case CaseState.OPEN | CaseState.READ:
            return paragraphs(
                speech.say("Waiting since {when}.", when=when),
                _read(notice, speech),
                _answered(notice, speech, programme),
                _asked(notice, speech),
                _promised(notice, speech, programme),
            )
        case CaseState.TAKEN:
            return paragraphs(
                speech.say(
                    "{coach} has it since {when}.",
                    coach=some_coach(notice.taken_by, speech),
                    when=when,
                ),
                _answered(notice, speech, programme),
                speech.say("An answer is still to come.") if notice.answered_by else "",
                _aside(notice, speech, programme),
            )
        case CaseState.ANSWERED:
            return paragraphs(
                _answered(notice, speech, programme),
                _held(notice, speech),
                _aside(notice, speech, programme),
            )
        case CaseState.CLOSED:
            return speech.say("Closed on {when}.", when=when)


def _read(notice: CaseCard, speech: Speech) -> str:
    if notice.read_by is None:
        return ""
    coach = some_coach(notice.read_by, speech)
    return speech.say("{coach} has read it, and nobody has taken it.", coach=coach)


def _answered(notice: CaseCard, speech: Speech, programme: Programme) -> str:
    """Who answered last: it may be another one than who has it now, and owes an answer."""
    if notice.answered_by is None or notice.answered_at is None:
        return ""
    when = speech.day_and_time(datetime.fromisoformat(notice.answered_at), programme.zone)
    coach = some_coach(notice.answered_by, speech)
    return speech.say("{coach} has answered on {when}.", coach=coach, when=when)


def _held(notice: CaseCard, speech: Speech) -> str:
    if notice.taken_by == notice.answered_by:
        return ""
    return speech.say("{coach} looks after this now.", coach=some_coach(notice.taken_by, speech))


def _asked(notice: CaseCard, speech: Speech) -> str:
    if notice.asked is None:
        return ""
    return speech.say("I have asked {coach}.", coach=a_coach(notice.asked, speech))


def _promised(notice: CaseCard, speech: Speech, programme: Programme) -> str:
    if notice.read_before is None:
        return ""
    before = speech.day_and_time(datetime.fromisoformat(notice.read_before), programme.zone)
    if notice.promise_is_over:
        return speech.say(
            "I promised that somebody reads it before {when}. That is over.", when=before
        )
    if notice.urgency == Urgency.NOW:
        # Whoever is to call at once shall not read that there is time until tomorrow.
        return ""
    return speech.say("I have promised that somebody reads it before {when}.", when=before)


def _aside(notice: CaseCard, speech: Speech, programme: Programme) -> str:
    if notice.waits_until is None:
        return ""
    day = speech.day(datetime.fromisoformat(notice.waits_until), programme.zone)
    return speech.say("It waits until {day}.", day=day)


def _steps(notice: CaseCard, speech: Speech) -> Rows:
    if notice.reason == Reason.CHECK_SERVICES:
        return _steps_to_check(notice, speech)
    if notice.state == CaseState.CLOSED:
        return ()
    words = _step_words(speech)
    is_free = notice.state in (CaseState.OPEN, CaseState.READ)
    talking = _TALKING if len(notice.names) == 1 else ()
    owning = () if notice.by_other else _OWNING
    rows = ((CaseStep.TAKE,), *talking[:1]) if is_free else (*talking, *owning)
    return tuple(
        tuple(Button(words[step], _tap(notice.case_id, step)) for step in row) for row in rows
    )


_TALKING = ((CaseStep.READ, CaseStep.REPLY), (CaseStep.READY, CaseStep.NOTE))
_OWNING = (
    (CaseStep.CALLED, CaseStep.WAIT),
    (CaseStep.GIVE_BACK, CaseStep.HAND),
    (CaseStep.CLOSE,),
)  # fmt: skip


def _step_words(speech: Speech) -> dict[CaseStep, str]:
    return {
        CaseStep.TAKE: speech.button("I take it"),
        CaseStep.READ: speech.button("Read"),
        CaseStep.REPLY: speech.button("Reply"),
        CaseStep.READY: speech.button("Ready answers"),
        CaseStep.NOTE: speech.button("Note for coaches"),
        CaseStep.CALLED: speech.button("I called"),
        CaseStep.WAIT: speech.button("Later"),
        CaseStep.GIVE_BACK: speech.button("Give back"),
        CaseStep.HAND: speech.button("Hand over"),
        CaseStep.CLOSE: speech.button("It is solved"),
    }


def _steps_to_check(notice: CaseCard, speech: Speech) -> Rows:
    """It closes by itself when nothing waits any more."""
    if notice.state == CaseState.CLOSED:
        return ()
    show = Button(speech.button("Show them"), ChecksTap(case_id=notice.case_id).pack())
    if notice.state in (CaseState.TAKEN, CaseState.ANSWERED):
        return one_a_row(show)
    return one_a_row(show, Button(speech.button("I take it"), _tap(notice.case_id, CaseStep.TAKE)))


def _tap(case_id: int, step: CaseStep) -> str:
    return CaseTap(case_id=case_id, step=step).pack()


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    CaseCard: case_card,
    MyCases: my_cases,
}
