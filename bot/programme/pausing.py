"""For how long somebody takes a break, and when they are back."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.programme.recurrence import instant_of

BACK_AT = time(10)  # people are up by then


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
