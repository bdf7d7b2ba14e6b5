"""Days and hours to choose from, and wall times in words."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from babel.dates import format_datetime

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.meeting_buttons import (
    HoursTap,
    MonthTap,
    PlanStep,
    PlanTap,
    TimeStep,
    TimeTap,
    carried_wall,
)
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.holidays import holiday_name
from bot.programme.notices import ChooseDay, ChooseHour
from bot.programme.programme import Programme

HOURS_A_ROW = 3
PART_OF_THE_HOUR = " …"  # behind an hour: its minutes come next


def choose_day(notice: ChooseDay, speech: Speech, programme: Programme) -> Card:
    """A month from Monday to Sunday; a tap on a day shows its hours."""
    del programme
    first = date.fromisoformat(f"{notice.month}-01")
    shown = [day for week in notice.weeks for day in week if day]
    text = paragraphs(
        speech.say("Tap the day in {month}.", month=month_name(first, speech)),
        holiday_lines((f"{day}T00:00" for day in shown), speech),
    )
    weeks = tuple(_week(notice, week, speech) for week in notice.weeks if any(week))
    return Card(text, (*weeks, *_other_months(notice, speech), *_back(notice, speech)))


def choose_hour(notice: ChooseHour, speech: Speech, programme: Programme) -> Card:
    """The free hours of a day, or the minutes of one."""
    del programme
    midnight = f"{notice.day}T00:00"
    if notice.times:
        asks = speech.say("Which hour suits you on {day}?", day=wall_day(midnight, speech))
    else:
        asks = speech.say("On {day} no hour is free.", day=wall_day(midnight, speech))
    if notice.fine and notice.times:
        asks += "\n" + speech.say("Tap the hour. Then you choose the minutes.")
    step = TimeStep.FINE if notice.fine else TimeStep.TURN
    hours = [
        Button(f"{wall_time(at, speech)}{PART_OF_THE_HOUR if notice.fine else ''}",
               TimeTap(draft_id=notice.draft_id, at=carried_wall(at), step=step).pack())
        for at in notice.times
    ]  # fmt: skip
    text = paragraphs(asks, holiday_lines([midnight], speech))
    rows = (*_in_rows(hours, HOURS_A_ROW), *one_a_row(*_ways_on(notice, speech)))
    return Card(text, rows)


def wall_day(at: str, speech: Speech) -> str:
    """The day of a wall time, such as "Tuesday 24 November"."""
    return speech.day(_standing(at), UTC)


def wall_time(at: str, speech: Speech) -> str:
    """The hour of a wall time, such as "14:30"."""
    return speech.time(_standing(at), UTC)


def wall_moment(at: str, speech: Speech) -> str:
    """Day and hour together, such as "Tuesday 24 November at 14:30"."""
    return speech.day_and_time(_standing(at), UTC)


def short_moment(at: str, speech: Speech) -> str:
    """As much of it as fits on a button, such as "Tue 24 Nov, 14:30"."""
    day = format_datetime(_standing(at), "EEE d MMM", tzinfo=UTC, locale=speech.locale)
    return f"{day.replace('.', '')}, {wall_time(at, speech)}"


def moments(times: Iterable[str], speech: Speech) -> str:
    """Wall times, each on a line of its own."""
    return "\n".join(f"– {wall_moment(at, speech)}" for at in times)


def month_name(first: date, speech: Speech) -> str:
    """A month with its year, such as "November 2026"."""
    moment = datetime.combine(first, datetime.min.time(), UTC)
    return str(format_datetime(moment, "MMMM y", tzinfo=UTC, locale=speech.locale))


def holiday_lines(times: Iterable[str], speech: Speech) -> str:
    """Which of these days are public holidays, and what they are called."""
    days = dict.fromkeys(date.fromisoformat(at[:10]) for at in times)
    named = [(day, holiday_name(day, speech.language)) for day in days]
    return "\n".join(
        speech.say(
            "{day} is a public holiday: {holiday}.",
            day=wall_day(f"{day}T00:00", speech),
            holiday=name,
        )
        for day, name in named
        if name
    )


def _week(notice: ChooseDay, week: Sequence[str], speech: Speech) -> tuple[Button, ...]:
    """The days that can be chosen, each with the day of the week, so that no column is needed."""
    return tuple(
        Button(
            f"{_weekday(number, speech)} {int(day[-2:])}",
            HoursTap(draft_id=notice.draft_id, day=date.fromisoformat(day)).pack(),
        )
        for number, day in enumerate(week)
        if day
    )


def _other_months(notice: ChooseDay, speech: Speech) -> Rows:
    """A month back and a month on, where there is something to choose."""
    months = [month for month in (notice.earlier, notice.later) if month]
    taps = tuple(
        Button(
            month_name(date.fromisoformat(f"{month}-01"), speech),
            MonthTap(draft_id=notice.draft_id, month=month).pack(),
        )
        for month in months
    )
    return (taps,) if taps else ()


def _ways_on(notice: ChooseHour, speech: Speech) -> list[Button]:
    day, draft = date.fromisoformat(notice.day), notice.draft_id
    fine = HoursTap(draft_id=draft, day=day, fine=1).pack()
    other = MonthTap(draft_id=draft, month=notice.day[:7]).pack()
    back = PlanTap(step=PlanStep.SHOW, draft_id=draft).pack()
    ways = [Button(speech.button("Another day"), other), Button(speech.button("Go back"), back)]
    are_full = bool(notice.times) and all(at.endswith(":00") for at in notice.times)
    if are_full and not notice.fine:
        return [Button(speech.button("Not on the hour"), fine), *ways]
    return ways


def _back(notice: ChooseDay, speech: Speech) -> Rows:
    back = PlanTap(step=PlanStep.SHOW, draft_id=notice.draft_id).pack()
    return one_a_row(Button(speech.button("Go back"), back), way(Place.COACH, speech))


def _weekday(number: int, speech: Speech) -> str:
    return str(speech.locale.days["stand-alone"]["short"][number])


def _in_rows(buttons: Sequence[Button], length: int) -> Rows:
    return tuple(
        tuple(buttons[start : start + length]) for start in range(0, len(buttons), length)
    )


def _standing(at: str) -> datetime:
    """A wall time as if it stood in UTC, so that it is said as it is."""
    return datetime.fromisoformat(at).replace(tzinfo=UTC)
