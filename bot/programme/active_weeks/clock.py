"""The clock of active weeks: a day counts when neither of the two had a break at its noon.

All is counted in days on the wall of the duo, so that a change of the clock is none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

NOON = time(12)
A_DAY = timedelta(days=1)
DAYS_A_WEEK = 7

Days = tuple[date, date]  # from a day until before another


@dataclass(frozen=True, slots=True)
class Break:
    """From when one of the two had a break until when; None: nobody knows yet."""

    began_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class ActiveWeeks:
    """The weeks of one duo: its first day, the days that do not count, and how many weeks do."""

    first: date
    rests: tuple[Days, ...]
    length: int

    @property
    def end(self) -> date:
        """The day after the last one that counts, as far as the breaks are known."""
        return self.after_weeks(self.length)

    def after_weeks(self, weeks: int) -> date:
        """The day on which so many active weeks are full."""
        day, left = self.first, weeks * DAYS_A_WEEK
        for begin, after in self.rests:
            active = max((begin - day).days, 0)
            if left <= active:
                break
            day, left = max(day, after), left - active
        return day + left * A_DAY

    def days_before(self, day: date) -> int:
        """How many days before this one count."""
        resting = sum(_days_between(self.first, begin, after, day) for begin, after in self.rests)
        return max((day - self.first).days, 0) - resting

    def week_of(self, day: date) -> int:
        """In which week they are on this day, from 1 up to the last one."""
        return min(self.days_before(day) // DAYS_A_WEEK + 1, self.length)

    def is_over(self, day: date) -> bool:
        """Whether all of their weeks are full."""
        return day >= self.end


def active_weeks(
    began: datetime, breaks: Iterable[Break], now: datetime, length: int, zone: ZoneInfo
) -> ActiveWeeks:
    """The weeks of a duo that began then. A break without an end lasts until now, so the end of
    the weeks moves day by day as long as it lasts.
    """
    spans = (_resting_days(one, now, zone) for one in breaks)
    rests = tuple(_joined(sorted(one for one in spans if one[0] < one[1])))
    return ActiveWeeks(began.astimezone(zone).date(), rests, length)


def _resting_days(one: Break, now: datetime, zone: ZoneInfo) -> Days:
    return _first_noon(one.began_at, zone), _first_noon(one.ended_at or now, zone)


def _first_noon(instant: datetime, zone: ZoneInfo) -> date:
    """The day of the first noon from then on."""
    wall = instant.astimezone(zone)
    return wall.date() if wall.time() <= NOON else wall.date() + A_DAY


def _joined(spans: Iterable[Days]) -> Iterator[Days]:
    """What overlaps counts once."""
    open_span: Days | None = None
    for begin, after in spans:
        if open_span and begin <= open_span[1]:
            open_span = open_span[0], max(open_span[1], after)
            continue
        if open_span:
            yield open_span
        open_span = begin, after
    if open_span:
        yield open_span


def _days_between(first: date, begin: date, after: date, last: date) -> int:
    return max((min(after, last) - max(begin, first)).days, 0)
