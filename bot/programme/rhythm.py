"""One person's own day and hour of the weekly question."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.programme.programme import Programme
from bot.programme.recurrence import instant_of, is_quiet

# What is asked from Thursday to Wednesday is about one and the same week.
FIRST_DAY = 3
DAYS = range(7)
HOURS = (9, 12, 15, 18, 20)
UNSET = -1


def hours_of(programme: Programme) -> tuple[int, ...]:
    """The hours at which somebody may be asked: the programme's own, and those not quiet."""
    quiet = programme.quiet_hours
    awake = {hour for hour in HOURS if not is_quiet(time(hour), quiet.start, quiet.end)}
    return tuple(sorted({*awake, programme.check_in.at.hour}))


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
