"""Times for the first meeting of three: what a coach can offer, and what suits both."""

from collections.abc import Collection, Iterator
from datetime import date

from bot.programme.holidays import is_holiday
from bot.programme.meetings import A_DAY, EARLIEST, SUNDAY, Agenda, hours_of, wall_of

MOST_OFFERED = 3
DAYS_SHOWN = 10
FURTHEST_DAYS = 28


def free_days(agenda: Agenda) -> tuple[str, ...]:
    """The next days on which all three have a free hour; no Sundays, no public holidays."""
    return tuple(day.isoformat() for day in _days(agenda))[:DAYS_SHOWN]


def free_hours(day: date, agenda: Agenda) -> tuple[str, ...]:
    """The full hours of a day at which all three can meet; not so soon that one cannot come."""
    soon = agenda.wall + EARLIEST
    return tuple(at for at in hours_of(day, agenda) if wall_of(at) > soon)


def turned(chosen: tuple[str, ...], at: str) -> tuple[str, ...]:
    """With this time, or without it when it was chosen; None more than may be offered."""
    if at in chosen:
        return tuple(one for one in chosen if one != at)
    return tuple(sorted((*chosen, at))) if len(chosen) < MOST_OFFERED else chosen


def in_common(one: Collection[str] | None, other: Collection[str] | None) -> str | None:
    """The first time that suits both."""
    return min({*(one or ())} & {*(other or ())}, default=None)


def nothing_left(times: Collection[str], one: Collection[str] | None,
                 other: Collection[str] | None) -> bool:  # fmt: skip
    """Whether both have answered, and no time suits both."""
    both_said = one is not None and other is not None
    return bool(times) and both_said and in_common(one, other) is None


def _days(agenda: Agenda) -> Iterator[date]:
    today = agenda.wall.date()
    for ahead in range(FURTHEST_DAYS):
        day = today + ahead * A_DAY
        if day.weekday() != SUNDAY and not is_holiday(day) and free_hours(day, agenda):
            yield day
