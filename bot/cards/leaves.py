"""Being away and standing in: days to choose, colleagues to choose, and what is told of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from babel.dates import format_date

from bot.cards.buttons import Go, Place
from bot.cards.calendar import wall_day
from bot.cards.card import Button, Card, Rows, fitting, one_a_row, paragraphs
from bot.cards.staff_buttons import (
    NOBODY,
    AwayTap,
    BackTap,
    DeputyTap,
    LeaveTap,
    SpanTap,
    UntilTap,
)
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.leaves import PAGES
from bot.programme.notices import (
    AwayShown,
    BackAgain,
    ChooseDeputy,
    ChooseLastDay,
    DeputyNamed,
    LeaveKept,
    Notice,
    StandIn,
)
from bot.programme.programme import Programme

DAYS_A_ROW = 3


def away_shown(notice: AwayShown, speech: Speech, programme: Programme) -> Card:
    """The leaves of who reads it, and the first days of a new one."""
    del programme
    text = paragraphs(
        speech.say("That is not possible any more.") if notice.old else "",
        _own_leaves(notice, speech),
        speech.say("When you do not answer, I ask {name} first.", name=notice.deputy)
        if notice.deputy
        else "",
        speech.say("When does your leave begin? Tap the first day."),
    )
    rows = (*_ends(notice, speech), *_first_days(notice, speech))
    return Card(text, (*rows, *one_a_row(way(Place.DEPUTY, speech), way(Place.MENU, speech))))


def choose_last_day(notice: ChooseLastDay, speech: Speech, programme: Programme) -> Card:
    """Until when the leave lasts."""
    del programme
    first, page = date.fromisoformat(notice.first), notice.page
    text = paragraphs(
        speech.say("Your leave begins on {day}.", day=day_words(notice.first, speech)),
        speech.say("Tap the last day of your leave."),
    )
    days = [
        Button(short_day(day, speech), SpanTap(first=first, last=date.fromisoformat(day)).pack())
        for day in notice.days
    ]
    later = UntilTap(first=first, page=min(page + 1, PAGES - 1)).pack()
    more = [Button(speech.button("Later days"), later)] if days and page + 1 < PAGES else []
    back = Button(speech.button("Go back"), Go(to=Place.AWAY).pack())
    return Card(text, (*_in_rows(days), *one_a_row(*more, back)))


def choose_deputy(notice: ChooseDeputy, speech: Speech, programme: Programme) -> Card:
    """Which colleague stands in: on these days, or whenever there is no answer."""
    del programme
    if notice.first:
        text = paragraphs(
            speech.say("Your leave: {days}.", days=span(notice.first, notice.last, speech)),
            speech.say("Who stands in for you? Who asks for you comes to this colleague."),
        )
    else:
        text = speech.say("You are at work but do not answer. Which colleague do I ask first?")
    whoever = Button(speech.button("Whoever is there"), _deputy(notice, NOBODY))
    names = [Button(fitting(name), _deputy(notice, one)) for one, name in notice.colleagues]
    back = Button(speech.button("Go back"), Go(to=Place.AWAY).pack())
    return Card(text, one_a_row(*names, whoever, back))


def leave_kept(notice: LeaveKept, speech: Speech, programme: Programme) -> Card:
    """The days, who stands in, and what went on at once."""
    del programme
    text = paragraphs(
        speech.say("Your leave: {days}.", days=span(notice.first, notice.last, speech)),
        speech.say("{name} stands in for you, and hears it from me.", name=notice.deputy)
        if notice.deputy
        else speech.say("Whoever is there stands in for you."),
        speech.say_many(
            "{count} open case goes on with a colleague now.",
            "{count} open cases go on with a colleague now.",
            notice.passed_on,
        )
        if notice.passed_on
        else "",
    )
    return Card(text, one_a_row(way(Place.AWAY, speech), way(Place.MENU, speech)))


def back_again(notice: BackAgain, speech: Speech, programme: Programme) -> Card:
    """What waits for who comes back."""
    del programme
    text = paragraphs(
        speech.say("Good that you are back."),
        speech.say_many(
            "{count} open case is yours again.",
            "{count} open cases are yours again.",
            notice.came_back,
        )
        if notice.came_back
        else speech.say("No case waits for you."),
        speech.say_many(
            "A colleague goes on with {count} case of your people.",
            "Colleagues go on with {count} cases of your people.",
            notice.elsewhere,
        )
        if notice.elsewhere
        else "",
    )
    return Card(text, one_a_row(way(Place.MY_CASES, speech), way(Place.MENU, speech)))


def stand_in(notice: StandIn, speech: Speech, programme: Programme) -> Card:
    """For whom the reader stands in, and when; or not any more."""
    del programme
    if notice.over:
        over = speech.say("You no longer stand in for {name}.", name=notice.name)
        return Card(over, one_a_row(way(Place.MENU, speech)))
    if not notice.first:
        asks = speech.say("When {name} does not answer, I ask you first.", name=notice.name)
        return Card(asks, one_a_row(way(Place.MENU, speech)))
    days = span(notice.first, notice.last, speech)
    text = paragraphs(
        speech.say("You stand in for {name}: {days}.", name=notice.name, days=days),
        speech.say("Who asks for {name} then comes to you.", name=notice.name),
    )
    return Card(text, one_a_row(way(Place.MY_CASES, speech)))


def deputy_named(notice: DeputyNamed, speech: Speech, programme: Programme) -> Card:
    """Who is asked when the reader does not answer."""
    del programme
    says = (
        speech.say("When you do not answer, I ask {name} first.", name=notice.name)
        if notice.name
        else speech.say("When you do not answer, I ask whoever is there.")
    )
    return Card(says, one_a_row(way(Place.AWAY, speech), way(Place.MENU, speech)))


def span(first: str, last: str, speech: Speech) -> str:
    """Two days, dates of ISO, and what is between them; or one day."""
    days = [day_words(one, speech) for one in dict.fromkeys((first, last))]
    return " – ".join(days)


def day_words(day: str, speech: Speech) -> str:
    """A day as people say it, such as "Tuesday 24 November"."""
    return wall_day(f"{day}T00:00", speech)


def short_day(day: str, speech: Speech) -> str:
    """As much of it as a small button holds, such as "Tue 24 Nov"."""
    written = format_date(date.fromisoformat(day), "EEE d MMM", locale=speech.locale)
    return str(written).replace(".", "")


def _own_leaves(notice: AwayShown, speech: Speech) -> str:
    if not notice.leaves:
        return ""
    lines = [_leave(leave[1:], speech) for leave in notice.leaves]
    return "\n".join([speech.say("You are away:"), *lines])


def _leave(leave: tuple[str, str, str], speech: Speech) -> str:
    first, last, deputy = leave
    line = f"– {span(first, last, speech)}"
    if not deputy:
        return line
    return line + "\n   " + speech.say("{name} stands in for you.", name=deputy)


def _ends(notice: AwayShown, speech: Speech) -> Rows:
    """To take a leave back that has not begun, or to end one that has."""
    return one_a_row(*(
        Button(
            speech.button("I am back")
            if first <= notice.today
            else speech.button("Cancel {day}", day=short_day(first, speech)),
            BackTap(leave_id=leave_id).pack(),
        )
        for leave_id, first, _, _ in notice.leaves
    ))  # fmt: skip


def _first_days(notice: AwayShown, speech: Speech) -> Iterable[tuple[Button, ...]]:
    today, page = notice.today, notice.page
    is_away = any(first <= today for _, first, _, _ in notice.leaves)
    if today in notice.days and not is_away:
        now = UntilTap(first=date.fromisoformat(today)).pack()
        yield (Button(speech.button("I am away from now on"), now),)
    later = [day for day in notice.days if day != today]
    yield from _in_rows([
        Button(short_day(day, speech), UntilTap(first=date.fromisoformat(day)).pack())
        for day in later
    ])  # fmt: skip
    if page + 1 < PAGES:
        yield (Button(speech.button("Later days"), AwayTap(page=page + 1).pack()),)


def _deputy(notice: ChooseDeputy, deputy_id: int) -> str:
    if not notice.first:
        return DeputyTap(deputy_id=deputy_id).pack()
    first, last = date.fromisoformat(notice.first), date.fromisoformat(notice.last)
    return LeaveTap(first=first, last=last, deputy_id=deputy_id).pack()


def _in_rows(buttons: Sequence[Button]) -> Rows:
    starts = range(0, len(buttons), DAYS_A_ROW)
    return tuple(tuple(buttons[start : start + DAYS_A_ROW]) for start in starts)


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    AwayShown: away_shown,
    BackAgain: back_again,
    ChooseDeputy: choose_deputy,
    ChooseLastDay: choose_last_day,
    DeputyNamed: deputy_named,
    LeaveKept: leave_kept,
    StandIn: stand_in,
}
