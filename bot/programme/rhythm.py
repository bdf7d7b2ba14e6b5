"""One person's own day and hour of the weekly question."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.programme.recurrence import instant_of

# What is asked from Thursday to Wednesday is about one and the same week.
FIRST_DAY = 3
DAYS = range(7)


def next_ask(planned: datetime, now: datetime, weekday: int, at: time, zone: ZoneInfo) -> datetime:
    """When somebody is asked next (UTC) who had been asked at ``planned`` and takes another day
    and hour; Monday is weekday 0.

    It is about the same week as before. When the new hour of that week has passed, the question
    comes once more at the old one; so no week is asked about twice, and none is passed over.
    """
    was = planned.astimezone(zone).date()
    first = was - timedelta(days=(was.weekday() - FIRST_DAY) % len(DAYS))
    day = first + timedelta(days=(weekday - FIRST_DAY) % len(DAYS))
    moved = instant_of(day, at, zone)
    return moved if moved > now else planned
