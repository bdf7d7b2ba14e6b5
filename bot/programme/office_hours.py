"""When an office is open, and when so many of its minutes will have passed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from bot.programme.holidays import A_DAY, is_holiday
from bot.programme.programme import OfficeHours
from bot.programme.recurrence import instant_of

# An office that does not open within so many days has no hours: minutes of the clock count there.
DAYS_LOOKED_AHEAD = 370

Span = tuple[datetime, datetime]


def always_staffed(day: date) -> bool:
    """For an office of which nobody's leave is known."""
    del day
    return True


@dataclass(frozen=True, slots=True)
class Office:
    """An office, where its clock is, and on which days somebody is there to answer. When nobody is
    expected on any day, it is open in its own hours: whoever comes back works then.
    """

    hours: OfficeHours
    zone: ZoneInfo
    is_staffed: Callable[[date], bool] = always_staffed

    def is_open(self, moment: datetime) -> bool:
        """Whether somebody is at work there now."""
        return self.opening(moment) == moment

    def opening(self, moment: datetime) -> datetime:
        """The first instant from this one on at which it is open; this one if it never is."""
        start, _ = next(self._spans(moment), (moment, moment))
        return start

    def opening_on_a_later_day(self, moment: datetime) -> datetime:
        """The first instant at which it is open on a day after this one, as its wall has it."""
        tomorrow = moment.astimezone(self.zone).date() + A_DAY
        return max(self.opening(instant_of(tomorrow, time(), self.zone)), moment + A_MINUTE)

    def after(self, moment: datetime, minutes: int) -> datetime:
        """The instant at which it has been open for so many minutes since this one."""
        left = timedelta(minutes=minutes)
        for start, end in self._spans(moment):
            if end - start >= left:
                return start + left
            left -= end - start
        return moment + timedelta(minutes=minutes)

    def minutes_between(self, start: datetime, end: datetime) -> int:
        """For how many minutes it was open between two instants."""
        spans = takewhile(lambda span: span[0] < end, self._spans(start))
        was_open = sum((min(closes, end) - opens for opens, closes in spans), timedelta())
        return int(was_open.total_seconds() // 60)

    def _spans(self, moment: datetime) -> Iterator[Span]:
        """What is left of its hours from this instant on, in order."""
        found = self._spans_on(moment, self.is_staffed)
        soonest = next(found, None)
        if soonest is None:
            yield from self._spans_on(moment, always_staffed)
        else:
            yield soonest
            yield from found

    def _spans_on(self, moment: datetime, is_staffed: Callable[[date], bool]) -> Iterator[Span]:
        first = moment.astimezone(self.zone).date()
        for day in (first + number * A_DAY for number in range(DAYS_LOOKED_AHEAD)):
            for start, end in self._hours_of(day, is_staffed):
                if end > moment:
                    yield max(start, moment), end

    def _hours_of(self, day: date, is_staffed: Callable[[date], bool]) -> Iterator[Span]:
        """None on a public holiday, on a closed day, and when nobody is there."""
        spans = self.hours.week.get(day.weekday(), ())
        if not spans or day in self.hours.closed or is_holiday(day) or not is_staffed(day):
            return
        for start, end in spans:
            begins, ends = (instant_of(day, at, self.zone) for at in (start, end))
            if begins < ends:
                yield begins, ends


A_MINUTE = timedelta(minutes=1)
