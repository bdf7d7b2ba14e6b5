"""For how long somebody takes a break, when they are back, and which weeks it covers."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.programme.recurrence import instant_of

BACK_AT = time(10)  # people are up by then
# A shorter break never covers most of a week.
COVERS_A_WEEK = timedelta(days=3, hours=12)

Time = tuple[datetime, datetime]  # from an instant until another


class Span(StrEnum):
    """How long a break lasts; nobody has to know it beforehand."""

    WEEK = "1w"
    TWO_WEEKS = "2w"
    MONTH = "1m"
    OPEN = "open"


_DAYS = {Span.WEEK: 7, Span.TWO_WEEKS: 14, Span.MONTH: 30}


def back_at(now: datetime, span: Span, zone: ZoneInfo) -> datetime | None:
    """When a break that lasts so long from now ends (UTC); None when it lasts until they say."""
    if span is Span.OPEN:
        return None
    day = now.astimezone(zone).date() + timedelta(days=_DAYS[span])
    return instant_of(day, BACK_AT, zone)


def is_long(began: datetime, ended: datetime) -> bool:
    """Whether a break may cover most of a week, so that it has to be remembered."""
    return ended - began >= COVERS_A_WEEK


def covers_most(rest: Time, week: Time) -> bool:
    """Whether somebody rested for more than half of a week: nobody is asked about that one."""
    rested = min(rest[1], week[1]) - max(rest[0], week[0])
    return rested > (week[1] - week[0]) / 2
