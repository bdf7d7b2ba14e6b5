"""The training in words: for mentors, and for their coaches."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.cards.buttons import Go, Place
from bot.cards.card import Button, Card, Rows, fitting, one_a_row, paragraphs
from bot.cards.sessions.buttons import MentorStep, MentorTap, ModuleTap, SessionStep
from bot.cards.sessions.wording import (
    decline,
    details,
    file_of,
    into_calendar,
    listed,
    moment,
    name_of,
    opens,
    place,
    short,
    tap,
)
from bot.cards.ways import LANGUAGE_NAMES, branch_name, labelled, way
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.training import (
    AskException,
    ConfirmException,
    MentorsInTraining,
    MentorTraining,
    ModuleDates,
    ModuleMissed,
    Row,
    SeriesTaken,
    TrainingDone,
    TrainingLater,
    TrainingShown,
)
from bot.programme.programme import Programme
from bot.programme.sessions.told import ToldSession

DONE, OPEN, FULL, NONE = "done", "open", "full", "none"
SEATED, WAITING, HELD = "seated", "waiting", "held"


def training_shown(notice: TrainingShown, speech: Speech, programme: Programme) -> Card:
    """Each module and its next date; one tap takes a seat, or all of them."""
    total = len(notice.rows)
    done = sum(state == DONE for _, state, _ in notice.rows)
    first = speech.say("Your training: {done} of {total} done.", done=done, total=total)
    if notice.excepted and done < total:
        more = speech.say("Your coach says that you need not do the rest. You may.")
    elif done == total:
        more = speech.say("You did the whole training. Thank you!")
    else:
        more = speech.say("Tap a module to see its days, or take the whole series.")
    lines = "\n\n".join(_line(row, speech, programme) for row in notice.rows)
    taps = [
        Button(fitting(name_of(what, speech, programme)), ModuleTap(what=what).pack())
        for what, state, _ in notice.rows
        if state != DONE
    ]
    series = Button(speech.button("Take the whole series"), Go(to=Place.SERIES).pack())
    can_take = any(state == OPEN for _, state, _ in notice.rows)
    rows = one_a_row(*((series,) if can_take else ()), *taps, *_onward(speech))
    return Card(paragraphs(first, more, lines), rows)


def training_later(notice: TrainingLater, speech: Speech, programme: Programme) -> Card:
    """What comes, and what comes before it."""
    names = [f"• {name_of(one, speech, programme)}" for one in notice.modules]
    text = paragraphs(
        speech.say("First you talk with a coach. After that the training begins."),
        speech.say("These modules are in it:"),
        "\n".join(names),
    )
    return Card(text, one_a_row(way(Place.SESSIONS, speech), *_onward(speech)))


def module_dates(notice: ModuleDates, speech: Speech, programme: Programme) -> Card:
    """All days of one module."""
    told = [ToldSession.read(one) for one in notice.sessions]
    text = paragraphs(
        name_of(notice.what, speech, programme),
        "\n\n".join(listed(one, speech, programme) for one in told),
        speech.say("Tap a day to see more."),
    )
    rows = [opens(one, speech) for one in told]
    return Card(text, one_a_row(*rows, way(Place.TRAINING, speech), way(Place.MENU, speech)))


def series_taken(notice: SeriesTaken, speech: Speech, programme: Programme) -> Card:
    """A seat at each date that fits, all in one file."""
    told = tuple(ToldSession.read(one) for one in notice.sessions)
    lines = "\n".join(
        f"• {name_of(one.what, speech, programme)}\n{moment(one, speech)}" for one in told
    )
    none = speech.listed(name_of(one, speech, programme) for one in notice.without)
    without = speech.say("For these no day fits now: {modules}. I write you when there is one.",
                         modules=none) if notice.without else ""  # fmt: skip
    rows = one_a_row(way(Place.TRAINING, speech), *_onward(speech))
    if not told:
        nothing = speech.say("There is no free seat to take now.")
        return Card(paragraphs(nothing, without), rows)
    first = speech.say_many("You have {count} seat:", "You have {count} seats:", len(told))
    text = paragraphs(first, lines, without, speech.say("I remind you the day before."))
    file = file_of(told, notice.stamp, speech, programme)
    return Card(into_calendar(text, speech), rows, enclosure=file, otherwise=text)


def module_missed(notice: ModuleMissed, speech: Speech, programme: Programme) -> Card:
    """It can happen; the next date, kept for a while."""
    told = ToldSession.read(notice.session)
    missed = speech.say(
        "You could not come: {session}, {moment}. That can happen.",
        session=name_of(told.what, speech, programme), moment=moment(told, speech),
    )  # fmt: skip
    wrong = speech.say("Were you there? Then tell your coach.")
    if notice.following is None:
        text = paragraphs(missed, speech.say("I write you when there is a new date."), wrong)
        return Card(text, one_a_row(way(Place.TRAINING, speech), *_onward(speech)))
    following = ToldSession.read(notice.following)
    until = speech.day_and_time(datetime.fromisoformat(notice.until), following.where)
    text = paragraphs(
        missed,
        speech.say("The next date:") + "\n" + details(following, speech, programme),
        speech.say("I keep a seat for you until {moment}. Do you come?", moment=until),
        wrong,
    )
    yes = Button(speech.button("Yes, I come"), tap(SessionStep.TAKE, following))
    return Card(text, one_a_row(yes, decline(following, speech), *_onward(speech)))


def training_done(notice: TrainingDone, speech: Speech, programme: Programme) -> Card:
    """What comes next."""
    del programme
    if notice.excepted:
        first = speech.say("Your coach says: you are ready. You need not do more training.")
    else:
        first = speech.say("You did the whole training. Thank you!")
    text = paragraphs(
        first, speech.say("Now we look for a mentee who fits you. Your coach tells you more.")
    )
    return Card(text, one_a_row(*_onward(speech)))


def mentors_in_training(
    notice: MentorsInTraining, speech: Speech, programme: Programme
) -> Card:
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
        labelled(name_of(what, speech, programme),
                 speech.say("done") if state == DONE else speech.say("still to do"), speech)
        for what, state in notice.rows
    ]  # fmt: skip
    why = ""
    if notice.by:
        why = speech.say("{coach} recorded an exception: {reason}", coach=notice.by,
                         reason=notice.reason)  # fmt: skip
    first = speech.say("The training of {name}", name=notice.name)
    ready = "" if notice.in_training else speech.say("The training is no longer needed.")
    except_ = Button(speech.button("Ready without the rest"), _mentor(MentorStep.ASK, notice.person_id))
    doings = (except_,) if notice.in_training else ()
    rows = one_a_row(*doings, way(Place.MENTORS_TRAINING, speech), way(Place.MENU, speech))
    return Card(paragraphs(first, "\n".join(lines), why, ready), rows)


def ask_exception(notice: AskException, speech: Speech, programme: Programme) -> Card:
    """A reason, which colleagues can read."""
    del programme
    unfit = speech.say("Please write it in 5 to 500 letters.") if notice.unfit else ""
    text = paragraphs(
        unfit,
        speech.say("Why need {name} not do the rest of the training? Write it in a sentence.",
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


def _line(row: Row, speech: Speech, programme: Programme) -> str:
    """A module, and what there is of it in plain words."""
    what, state, facts = row
    name = f"• {name_of(what, speech, programme)}"
    if facts is None:
        known = speech.say("done") if state == DONE else speech.say("no date yet")
        return labelled(name, known, speech)
    told = ToldSession.read(facts)
    known = {
        SEATED: speech.say("You have a seat."),
        WAITING: speech.say("You wait for a seat."),
        HELD: speech.say("A seat is kept for you."),
        FULL: speech.say("All seats are taken."),
    }.get(state, "")
    where = ", ".join((place(told, speech, programme), LANGUAGE_NAMES.get(told.language, "")))
    return "\n".join(one for one in (name, moment(told, speech), where, known) if one)


def _keep(person_id: int, speech: Speech) -> Rows:
    return one_a_row(Button(speech.button("Change nothing"), _mentor(MentorStep.SHOW, person_id)))


def _mentor(step: MentorStep, person_id: int) -> str:
    return MentorTap(step=step, person_id=person_id).pack()


def _onward(speech: Speech) -> tuple[Button, ...]:
    return way(Place.COACH, speech), way(Place.MENU, speech)


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    TrainingShown: training_shown,
    TrainingLater: training_later,
    ModuleDates: module_dates,
    SeriesTaken: series_taken,
    ModuleMissed: module_missed,
    TrainingDone: training_done,
    MentorsInTraining: mentors_in_training,
    MentorTraining: mentor_training,
    AskException: ask_exception,
    ConfirmException: confirm_exception,
}
