"""Days by their place in a month: its first Monday, its last Friday, its end."""

from calendar import monthrange
from datetime import date, timedelta

A_DAY = timedelta(days=1)
MOST_DAYS = 31  # of a month


def nth_of_month(which: str, weekday: int, month: int, said_year: str | None, today: date) -> date:
    """The first Monday (k1) or the last one (gone) of a month that is not over; raises ValueError
    when the month has not so many.
    """
    years = [int(said_year)] if said_year else [today.year, today.year + 1]
    days = [_nth(which, weekday, date(year, month, 1)) for year in years]
    return next((day for day in days if day >= today), days[-1])


def is_beyond(day: int, month: int, today: date) -> bool:
    """Whether some months have such a day, but not this one when it comes next."""
    return _last(_coming(month, today)).day < day <= MOST_DAYS


def around_end(month: int, today: date) -> tuple[date, date]:
    """The last day of a month, and the one after it."""
    last = _last(_coming(month, today))
    return last, last + A_DAY


def _nth(which: str, weekday: int, first: date) -> date:
    days = [first.replace(day=number) for number in range(1, _last(first).day + 1)]
    named = [day for day in days if day.weekday() == weekday]
    at = -1 if which == "gone" else int(which[1:]) - 1
    if at >= len(named) or (at < 0 and which != "gone"):
        raise ValueError(which)
    return named[at]


def _coming(month: int, today: date) -> date:
    return date(today.year + (month < today.month), month, 1)


def _last(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])
