"""The training in words: for mentors, and for their coaches."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.cards.buttons import Go, Place
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.opening_sentence import language_name
from bot.cards.sessions.buttons import ModuleTap, SessionStep
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
    tap,
)
from bot.cards.ways import labelled, way
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.training import (
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
        more = speech.say("Your coach says that you do not have to do the rest. You still may.")
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
        "\n\n".join(listed(number, one, speech, programme) for number, one in enumerate(told, 1)),
        speech.say("Tap a day to see more."),
    )
    rows = [opens(number, one, speech) for number, one in enumerate(told, 1)]
    return Card(text, one_a_row(*rows, way(Place.TRAINING, speech), way(Place.MENU, speech)))


def series_taken(notice: SeriesTaken, speech: Speech, programme: Programme) -> Card:
    """A seat at each date that fits, all in one file."""
    told = tuple(ToldSession.read(one) for one in notice.sessions)
    lines = "\n".join(
        f"• {name_of(one.what, speech, programme)}\n{moment(one, speech)}" for one in told
    )
    none = speech.listed(name_of(one, speech, programme) for one in notice.without)
    without = speech.say("For these no day fits now: {modules}. I write to you when there is one.",
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
        text = paragraphs(missed, speech.say("I write to you when there is a new date."), wrong)
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
        first = speech.say("Your coach says: you are ready. You do not have to do more training.")
    else:
        first = speech.say("You did the whole training. Thank you!")
    text = paragraphs(
        first, speech.say("Now we look for a mentee who fits you. Your coach tells you more.")
    )
    return Card(text, one_a_row(*_onward(speech)))


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
    where = ", ".join(
        (place(told, speech, programme), language_name(told.language, speech.language))
    )
    return "\n".join(one for one in (name, moment(told, speech), where, known) if one)


def _onward(speech: Speech) -> tuple[Button, ...]:
    return way(Place.COACH, speech), way(Place.MENU, speech)


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    TrainingShown: training_shown,
    TrainingLater: training_later,
    ModuleDates: module_dates,
    SeriesTaken: series_taken,
    ModuleMissed: module_missed,
    TrainingDone: training_done,
}
