"""The public holidays of Belgium, and working days between them."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

A_DAY = timedelta(days=1)
SATURDAY = 5


def is_holiday(day: date) -> bool:
    """Whether a day is one of the ten legal public holidays (law of 4 January 1974)."""
    return day in _of_year(day.year)


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no public holiday."""
    return day.weekday() < SATURDAY and not is_holiday(day)


def working_days_after(day: date, count: int) -> date:
    """The working day that comes so many working days after a day."""
    while count:
        day += A_DAY
        count -= is_working_day(day)
    return day


@lru_cache(maxsize=64)
def _of_year(year: int) -> Mapping[date, str]:
    import holidays  # noqa: PLC0415  # it takes time to import, and few questions need it

    return dict(holidays.country_holidays("BE", years=year))
