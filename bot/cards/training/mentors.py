"""The training of mentors as their coaches see it, and why one need not do the rest."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, Rows, fitting, one_a_row, paragraphs
from bot.cards.sessions.buttons import MentorStep, MentorTap
from bot.cards.sessions.wording import (
    name_of,
)
from bot.cards.ways import branch_name, labelled, way
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.training import (
    AskException,
    ConfirmException,
    MentorsInTraining,
    MentorTraining,
)
from bot.programme.programme import Programme

DONE, OPEN, FULL, NONE = "done", "open", "full", "none"
SEATED, WAITING, HELD = "seated", "waiting", "held"


def mentors_in_training(notice: MentorsInTraining, speech: Speech, programme: Programme) -> Card:
    """Who is in training, and how far."""
    branch = branch_name(notice.branch, speech, programme)
    onward = (way(Place.BRANCH_SESSIONS, speech), way(Place.MENU, speech))
    if not notice.mentors:
        text = speech.say("No mentor is in training in {branch} now.", branch=branch)
        return Card(text, one_a_row(*onward))
    lines = [
        labelled(name, speech.say("{done} of {total} done", done=done, total=total), speech)
        for _, name, done, total in notice.mentors
    ]
    taps = [
        Button(fitting(name), _mentor(MentorStep.SHOW, number))
        for number, name, _, _ in notice.mentors
    ]
    first = speech.say("Mentors in training in {branch}", branch=branch)
    return Card(paragraphs(first, "\n".join(lines)), one_a_row(*taps, *onward))


def mentor_training(notice: MentorTraining, speech: Speech, programme: Programme) -> Card:
    """What is done and what is missing."""
    lines = [
        labelled(name_of(what, speech, programme), _state(state, speech), speech)
        for what, state in notice.rows
    ]  # fmt: skip
    why = ""
    if notice.by:
        why = speech.say("{coach} recorded an exception: {reason}", coach=notice.by,
                         reason=notice.reason)  # fmt: skip
    first = speech.say("The training of {name}", name=notice.name)
    ready = "" if notice.needs_more else speech.say("The training is no longer needed.")
    except_ = Button(
        speech.button("Ready without the rest"), _mentor(MentorStep.ASK, notice.person_id)
    )
    doings = (except_,) if notice.needs_more else ()
    rows = one_a_row(*doings, way(Place.MENTORS_TRAINING, speech), way(Place.MENU, speech))
    return Card(paragraphs(first, "\n".join(lines), why, ready), rows)


def _state(state: str, speech: Speech) -> str:
    words = {
        DONE: speech.say("done"),
        SEATED: speech.say("has a seat"),
        HELD: speech.say("a seat is kept, and waits for a yes"),
        WAITING: speech.say("waits for a seat"),
        "missed": speech.say("missed a date, still to do"),
    }
    return words.get(state) or speech.say("still to do")


def ask_exception(notice: AskException, speech: Speech, programme: Programme) -> Card:
    """A reason, which colleagues can read."""
    del programme
    unfit = speech.say("Please write it in 5 to 500 letters.") if notice.unfit else ""
    text = paragraphs(
        unfit,
        speech.say("Why does {name} not have to do the rest of the training? Write it in a "
                   "sentence.",
                   name=notice.name),
        speech.say("Coaches of your branch can read it."),
    )  # fmt: skip
    return Card(text, _keep(notice.person_id, speech))


def confirm_exception(notice: ConfirmException, speech: Speech, programme: Programme) -> Card:
    """Asked once more: it opens the way to a match."""
    del programme
    text = paragraphs(
        speech.say("{name} can then be matched without the rest of the training.",
                   name=notice.name),
        notice.reason,
        speech.say("Are you sure?"),
    )  # fmt: skip
    sure = Button(speech.button("Yes, I am sure"), _mentor(MentorStep.SURE, notice.person_id))
    return Card(text, ((sure,), *_keep(notice.person_id, speech)))


def _keep(person_id: int, speech: Speech) -> Rows:
    return one_a_row(Button(speech.button("Change nothing"), _mentor(MentorStep.SHOW, person_id)))


def _mentor(step: MentorStep, person_id: int) -> str:
    return MentorTap(step=step, person_id=person_id).pack()


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    MentorsInTraining: mentors_in_training,
    MentorTraining: mentor_training,
    AskException: ask_exception,
    ConfirmException: confirm_exception,
}
