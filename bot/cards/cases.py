"""A case on the coach's phone, in whatever state it is."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.cards.buttons import CaseStep, CaseTap, Place
from bot.cards.card import Button, Card, Mention, Rows, one_a_row, paragraphs
from bot.cards.case_buttons import HandTap, WaitTap
from bot.cards.case_danger import tried_words, urgent_words
from bot.cards.case_reasons import details, reason_words
from bot.cards.keeping_buttons import ChecksTap
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.cases import CaseState, Nudge, Reason, is_sensitive
from bot.programme.notices import CaseCard, CaseNudge, HandCase, LayCaseAside, MyCases, Notice
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
    return speech.say("{coach} hands this to you.", coach=notice.handed_by)


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
    )
    is_none = not notice.count and not notice.elsewhere
    return Card(text, one_a_row(way(Place.MENU, speech)) if is_none else ())


def case_nudge(notice: CaseNudge, speech: Speech, programme: Programme) -> Card:
    """Short, since the card stands right above it, unless that was hidden meanwhile."""
    del programme
    why = Nudge(notice.why)
    take = Button(speech.button("I take it"), _tap(notice.case_id, CaseStep.TAKE))
    show = Button(speech.button("Show me"), _tap(notice.case_id, CaseStep.SHOW))
    is_free = notice.in_danger and why is Nudge.WAITS
    text = paragraphs(
        urgent_words(speech) if notice.in_danger else "", _nudge(why, notice.coach, speech)
    )
    return Card(text, one_a_row(*([take] if is_free else []), show))


def _nudge(why: Nudge, coach: str, speech: Speech) -> str:
    match why:
        case Nudge.WAITS:
            return speech.say("Nobody has taken this yet. Can you?")
        case Nudge.UNANSWERED:
            return speech.say("The answer is still to come. Can you do it, or give it back?")
        case Nudge.STILL_OPEN:
            return speech.say("This is still open. Is it solved?")
        case Nudge.WOKEN:
            return speech.say("You wanted to see this again today.")
        case Nudge.CLOSED:
            return speech.say("{coach} has closed this.", coach=coach)


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
            speech.day(datetime.fromisoformat(at), programme.zone),
            WaitTap(case_id=notice.case_id, days=count).pack(),
        )
        for count, at in notice.days
    ]
    ask = speech.say("When do I show it to you again?")
    text = paragraphs(_about(notice.about, speech), ask)
    return Card(text, one_a_row(*days, _back(notice.case_id, speech)))


def _about(names: Sequence[str], speech: Speech) -> str:
    """Of whom it is asked, since the card itself is not there any more."""
    known = [name or speech.say("Somebody new") for name in names]
    return speech.say("This is about {names}.", names=", ".join(known)) if known else ""


def _back(case_id: int, speech: Speech) -> Button:
    return Button(speech.button("Go back"), _tap(case_id, CaseStep.SHOW))


def _progress(notice: CaseCard, speech: Speech, programme: Programme) -> str:
    when = speech.day_and_time(datetime.fromisoformat(notice.since), programme.zone)
    match CaseState(notice.state):
        case CaseState.OPEN | CaseState.READ:
            return paragraphs(
                speech.say("Waiting since {when}.", when=when),
                speech.say("{coach} has read it, and nobody has taken it.", coach=notice.read_by)
                if notice.read_by
                else "",
                _asked(notice, speech),
                _promised(notice, speech, programme),
            )
        case CaseState.TAKEN:
            return paragraphs(
                speech.say("{coach} has it since {when}.", coach=notice.taken_by, when=when),
                _aside(notice, speech, programme),
            )
        case CaseState.ANSWERED:
            return paragraphs(
                speech.say("{coach} has answered on {when}.", coach=notice.taken_by, when=when),
                _aside(notice, speech, programme),
            )
        case CaseState.CLOSED:
            return speech.say("Closed on {when}.", when=when)


def _asked(notice: CaseCard, speech: Speech) -> str:
    return speech.say("I have asked {coach}.", coach=notice.asked) if notice.asked else ""


def _promised(notice: CaseCard, speech: Speech, programme: Programme) -> str:
    if notice.read_before is None:
        return ""
    before = speech.day_and_time(datetime.fromisoformat(notice.read_before), programme.zone)
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
    CaseNudge: case_nudge,
    HandCase: hand_case,
    LayCaseAside: lay_case_aside,
    MyCases: my_cases,
}
