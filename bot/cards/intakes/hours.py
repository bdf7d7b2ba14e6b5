"""When a coach has time for first talks."""

from datetime import UTC, date, datetime, time, timedelta

from babel.dates import format_datetime

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.duos import clock_time
from bot.cards.intakes.buttons import (
    OFF,
    SPOTS,
    IntakeDayTap,
    IntakeDropTap,
    IntakeHoursTap,
)
from bot.cards.intakes.moments import spot_words
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.intakes.times import EARLIEST, LATEST, Spot
from bot.programme.notices.intakes.hours import (
    AskIntakeHours,
    ChooseIntakeDay,
    DayHours,
    IntakeHoursShown,
    WeekHours,
)
from bot.programme.programme import Programme

A_ROW = 4
DAYS_A_ROW = 3
PAGES = 4
WEEK = range(7)
HALF_AN_HOUR = 30  # minutes


def intake_hours_shown(notice: IntakeHoursShown, speech: Speech, programme: Programme) -> Card:
    """What is given, and how to change it."""
    del programme
    week = [f"• {_weekly(one, speech)}" for one in notice.week]
    days = [f"• {_single(one, speech)}" for one in notice.days]
    text = paragraphs(
        speech.say("OK, that is kept.") if notice.saved else "",
        _not_understood(speech) if notice.unread else "",
        "\n".join([speech.say("Your time for first talks, each week:"), *week])
        if week else speech.say("You give no time for first talks yet."),
        "\n".join([speech.say("Single days:"), *days]) if days else "",
        _free(notice, speech),
        "" if notice.unread
        else speech.say("You can also write it, such as “Tuesday 9-12 by phone”."),
    )  # fmt: skip
    drops = [_drop(one[0], _weekly_short(one, speech), 1, speech) for one in notice.week]
    drops += [_drop(one[0], _single_short(one, speech), 0, speech) for one in notice.days]
    single = Button(speech.button("A single day"), IntakeDayTap().pack())
    rows = (*_weekdays(speech), *one_a_row(single, *drops, way(Place.INTAKES, speech)))
    return Card(text, rows)


def _not_understood(speech: Speech) -> str:
    return speech.say(
        "I did not understand these hours. Write a day, from when and until when, such as "
        "“Tuesday 9-12 by phone”. Or tap a day."
    )


def ask_intake_hours(notice: AskIntakeHours, speech: Speech, programme: Programme) -> Card:
    """One small question after the other: from when, until when, and how."""
    del programme
    when = _days(notice.days, speech)
    is_single = "-" in notice.days
    cancel = way(Place.INTAKE_HOURS, speech)
    if notice.read and not notice.spans:
        off = IntakeHoursTap(days=notice.days, spot=OFF).pack()
        text = speech.say("I understand: no first talks on {day}. Is that right?", day=when)
        return Card(text, one_a_row(Button(speech.button("Yes, no talks then"), off), cancel))
    if not notice.spans:
        text = speech.say("{day}: from when do you have time?", day=when)
        rows = _times(notice, EARLIEST, LATEST, "", speech)
        off = IntakeHoursTap(days=notice.days, spot=OFF).pack()
        day_off = [Button(speech.button("No talks on this day"), off)] if is_single else []
        return Card(text, (*rows, *one_a_row(*day_off, cancel)))
    if "-" not in notice.spans:
        starts = _time(notice.spans)
        from_when = clock_time(f"{starts:%H:%M}", speech)
        text = speech.say("{day}, from {time}: until when?", day=when, time=from_when)
        rows = _times(notice, starts, LATEST, f"{notice.spans}-", speech)
        return Card(text, (*rows, *one_a_row(cancel)))
    return _ask_how(notice, when, speech)


def choose_intake_day(notice: ChooseIntakeDay, speech: Speech, programme: Programme) -> Card:
    """A day beside the week, or one without talks."""
    del programme
    text = speech.say("On which day is something different?")
    taps = [
        Button(_short_day(date.fromisoformat(day), speech), IntakeHoursTap(days=day).pack())
        for day in notice.days
    ]
    rows = tuple(tuple(taps[n : n + DAYS_A_ROW]) for n in range(0, len(taps), DAYS_A_ROW))
    later = (
        [Button(speech.button("Later days"), IntakeDayTap(page=notice.page + 1).pack())]
        if notice.page + 1 < PAGES else []
    )  # fmt: skip
    return Card(text, (*rows, *one_a_row(*later, way(Place.INTAKE_HOURS, speech))))


def _ask_how(notice: AskIntakeHours, when: str, speech: Speech) -> Card:
    hours = speech.listed(_span(one, speech) for one in notice.spans.split(","))
    said = {"day": when, "hours": hours}
    each = "-" not in notice.days
    if notice.spot:
        said["how"] = spot_words(notice.spot, speech)
        says = (
            speech.say("I understand: each {day}, {hours}, {how}. Is that right?", **said)
            if each
            else speech.say("I understand: {day}, {hours}, {how}. Is that right?", **said)
        )
        yes = Button(speech.button("Yes, that is right"), _kept(notice, notice.spot))
        return Card(says, one_a_row(yes, way(Place.INTAKE_HOURS, speech)))
    says = (
        speech.say("Each {day}, {hours}. How do you talk then?", **said)
        if each
        else speech.say("{day}, {hours}. How do you talk then?", **said)
    )
    words = {
        Spot.BRANCH: speech.button("At our office"),
        Spot.PHONE: speech.button("By phone"),
        Spot.ONLINE: speech.button("Online"),
    }
    taps = [Button(words[one], _kept(notice, one)) for one in words]
    return Card(says, one_a_row(*taps, way(Place.INTAKE_HOURS, speech)))


def _kept(notice: AskIntakeHours, spot: str) -> str:
    return IntakeHoursTap(days=notice.days, spans=notice.spans, spot=SPOTS[Spot(spot)]).pack()


def _times(notice: AskIntakeHours, first: time, last: time, before: str, speech: Speech) -> Rows:
    """Half hours after the first one, or with it where it begins the day."""
    day = datetime(2026, 1, 1, first.hour, first.minute, tzinfo=UTC)
    if before:
        day += timedelta(minutes=HALF_AN_HOUR)
    end = last if before else time(last.hour - 1, HALF_AN_HOUR)
    taps = []
    while day.time() <= end:
        spans = f"{before}{day:%H%M}"
        data = IntakeHoursTap(days=notice.days, spans=spans).pack()
        taps.append(Button(clock_time(f"{day:%H:%M}", speech), data))
        day += timedelta(minutes=HALF_AN_HOUR)
    return tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))


def _weekdays(speech: Speech) -> Rows:
    taps = [
        Button(speech.weekday(day).capitalize(), IntakeHoursTap(days=str(day + 1)).pack())
        for day in WEEK
    ]
    return tuple(tuple(taps[n : n + DAYS_A_ROW]) for n in range(0, len(taps), DAYS_A_ROW))


def _free(notice: IntakeHoursShown, speech: Speech) -> str:
    if not (notice.week or notice.days):
        return speech.say("Tap a day of the week. People can then choose a half hour.")
    return speech.say_many(
        "{count} half hour is free in the next {days} days.",
        "{count} half hours are free in the next {days} days.",
        notice.free,
        days=notice.days_ahead,
    )


def _weekly(one: WeekHours, speech: Speech) -> str:
    _, weekday, starts, ends, spot = one
    return f"{speech.weekday(weekday)} {starts}–{ends}, {spot_words(spot, speech)}"


def _single(one: DayHours, speech: Speech) -> str:
    _, day, starts, ends, spot = one
    said = _days(day, speech)
    if not starts:
        return speech.say("{day}: no talks", day=said)
    return f"{said} {starts}–{ends}, {spot_words(spot, speech)}"


def _weekly_short(one: WeekHours, speech: Speech) -> str:
    short = str(speech.locale.days["stand-alone"]["abbreviated"][one[1]]).replace(".", "")
    return f"{short} {one[2]}"


def _single_short(one: DayHours, speech: Speech) -> str:
    return f"{_short_day(date.fromisoformat(one[1]), speech)} {one[2]}".strip()


def _drop(hours_id: int, words: str, weekly: int, speech: Speech) -> Button:
    data = IntakeDropTap(weekly=weekly, hours_id=hours_id).pack()
    return Button(speech.button("Take out {hours}", hours=words), data)


def _days(days: str, speech: Speech) -> str:
    if "-" in days:
        return speech.day(datetime.fromisoformat(days).replace(tzinfo=UTC), UTC)
    return speech.listed(speech.weekday(int(one) - 1) for one in days)


def _short_day(day: date, speech: Speech) -> str:
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    said = format_datetime(moment, "EEE d/M", tzinfo=UTC, locale=speech.locale)
    return str(said).replace(".", "")


def _span(span: str, speech: Speech) -> str:
    starts, ends = (f"{_time(one):%H:%M}" for one in span.split("-"))
    return f"{clock_time(starts, speech)}–{clock_time(ends, speech)}"


def _time(at: str) -> time:
    return time(int(at[:2]), int(at[2:]))
