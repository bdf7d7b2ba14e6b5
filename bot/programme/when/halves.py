"""What each side of an "or" says of day and time, and what one side leaves to the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import product

from bot.programme.when.days import coming, dates_in
from bot.programme.when.hours import PARTS, readings

A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)
DAYS_OFFERED = 3  # today, tomorrow and the day after, for a time without a day
WORKING_DAYS = 5

# Offered for a day without an hour: full hours of that part of the day.
USUAL_HOURS: dict[str | None, tuple[int, ...]] = {
    None: (10, 14, 16, 18), "morning": (9, 10, 11), "midday": (12, 13, 14),
    "afternoon": (14, 15, 16), "evening": (18, 19, 20), "lunch": (12, 13), "afterlunch": (13, 14),
    "afterwork": (17, 18), "night": (),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Half:
    """The days and times that were said, with all their readings, and what is doubtful in it."""

    days: tuple[date, ...]
    times: tuple[time, ...]
    part: str | None
    doubts: frozenset[str]


def half_of(signs: Sequence[str], today: date) -> Half:
    """What one side says."""
    days, different_days = _days(signs, today)
    parts = {sign for sign in signs if sign in PARTS}
    part = parts.pop() if len(parts) == 1 else None
    times, different_times = _times(signs, part)
    doubts = {"different"} if different_days or different_times or parts else set()
    if "inweek" in signs and not any(sign[0] == "w" for sign in signs):
        days = tuple(day for day in days if day.weekday() < WORKING_DAYS)
        doubts.add("vague")
    return Half(days, times, part, frozenset(doubts))


def completed(halves: Sequence[Half]) -> list[Half]:
    """The sides that say something, each with the day or the time that only another one says."""
    said = [half for half in halves if half.days or half.times]
    return [_completed(half, said[:at], said[at + 1 :]) for at, half in enumerate(said)]


def moments(said: Iterable[Half]) -> list[datetime]:
    """Every wall time that may be meant, soonest first."""
    pairs = (pair for half in said for pair in product(half.days, half.times))
    return sorted({datetime.combine(day, at) for day, at in pairs})


def offered(said: Iterable[Half], first: date | None) -> list[datetime]:
    """What may be offered where the hour was not said, or the day: then the first ones from
    this one.
    """
    days = [first + A_DAY * ahead for ahead in range(DAYS_OFFERED)] if first else []
    fuller = (
        replace(half, days=half.days or tuple(days), times=half.times or _usual(half.part))
        for half in said
    )
    return moments(fuller)


def _usual(part: str | None) -> tuple[time, ...]:
    return tuple(time(hour) for hour in USUAL_HOURS[part])


def _completed(half: Half, before: Sequence[Half], after: Sequence[Half]) -> Half:
    """Days are carried forward ("dinsdag om 14u of 15u"), times backward ("di of wo om 14u")."""
    days = half.days or next((one.days for one in (*before[::-1], *after) if one.days), ())
    times = half.times or next((one.times for one in (*after, *before[::-1]) if one.times), ())
    return replace(half, days=days, times=times)


def _days(signs: Sequence[str], today: date) -> tuple[tuple[date, ...], bool]:
    """The days of one side, and whether its names and its dates contradict each other."""
    names = {int(sign[1:]) for sign in signs if sign[0] == "w"}
    dated = [frozenset(dates_in(sign)) for sign in signs if sign[0] == "d" and sign[1].isdigit()]
    if not dated:
        return tuple(day for name in names for day in _named(name, today)), False
    shared = frozenset.intersection(*dated) or frozenset.union(*dated)
    fitting = {day for day in shared if not names or day.weekday() in names}
    if fitting:
        return tuple(sorted(fitting)), False
    return (*sorted(shared), *(coming(name, today) for name in names)), True


def _named(name: int, today: date) -> tuple[date, ...]:
    """The coming day of that name; said on such a day, today may be meant as well."""
    ahead = coming(name, today)
    return (today, ahead) if name == today.weekday() else (ahead,)


def _times(signs: Sequence[str], part: str | None) -> tuple[tuple[time, ...], bool]:
    """The times of one side, and whether a part of the day contradicts them."""
    said = [sign for sign in signs if sign[0] in "ce" and sign[1].isdigit()]
    read = [readings(sign, part) for sign in said]
    if not all(read):
        return tuple(at for sign in said for at in readings(sign, None)), True
    if "span" in signs and len(read) > 1:
        return _hours_within(read[0][-1], read[1][-1]), False
    return tuple(at for times in read for at in times), False


def _hours_within(start: time, end: time) -> tuple[time, ...]:
    """The start of a span of time, and each hour after it before the end."""
    rest = (time(hour, start.minute) for hour in range(start.hour + 1, 24))
    return (start, *(at for at in rest if at < end))
