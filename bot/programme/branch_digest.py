"""When the weeks of a branch are told: once a week, on a working day."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.programme.holidays import is_holiday, working_days_after
from bot.programme.programme import Digest
from bot.programme.recurrence import instant_of, latest_weekly, week_key

A_WEEK = timedelta(weeks=1)
A_SECOND = timedelta(seconds=1)
MOST_LINES = 10
WEEKS_TOLD = 8
MOST_ROWS = 60  # of a picture that a phone can still show


@dataclass(frozen=True, slots=True)
class Telling:
    """One time at which the weeks are told; ``week`` is the ISO week in which that was planned."""

    at: datetime
    week: str


def latest_telling(now: datetime, digest: Digest, zone: ZoneInfo) -> Telling:
    """The last time, by now, at which the weeks were to be told. What falls on a public holiday is
    told on the next working day, at the same time on the wall.
    """
    planned = latest_weekly(now, digest.weekday, digest.at, zone)
    earlier = latest_weekly(planned - A_SECOND, digest.weekday, digest.at, zone)
    tellings = (_on_a_working_day(one, digest, zone) for one in (planned, earlier))
    return next(one for one in tellings if one.at <= now)


def last_week_before(telling: Telling, zone: ZoneInfo) -> str:
    """The last ISO week that was over when the weeks were told."""
    return week_key(telling.at - A_WEEK, zone)


def _on_a_working_day(planned: datetime, digest: Digest, zone: ZoneInfo) -> Telling:
    day, week = planned.astimezone(zone).date(), week_key(planned, zone)
    if not is_holiday(day):
        return Telling(planned, week)
    return Telling(instant_of(working_days_after(day, 1), digest.at, zone), week)
