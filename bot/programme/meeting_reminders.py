"""When the two are reminded of a meeting, and when they no longer have to be."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.programme.programme import Meetings, QuietHours
from bot.programme.recurrence import instant_of, is_quiet

A_DAY = timedelta(days=1)
# Whoever sleeps until then has read the letter of the evening before, and that is enough.
FIRST_OF_THE_MORNING = time(7)


class When(StrEnum):
    """Which of the two letters it is."""

    DAY_BEFORE = "day_before"
    HOURS_BEFORE = "hours_before"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One letter to each of the two: the instant (UTC) at which it is due, and until when what it
    says is true. A letter that speaks of tomorrow is not sent when it has become today.
    """

    when: When
    due: datetime
    until: datetime


def reminders_of(
    starts_at: datetime, zone: ZoneInfo, now: datetime, planned: Meetings, quiet: QuietHours
) -> tuple[Reminder, ...]:
    """What is still to come of the letters about a meeting, the earliest first."""
    return tuple(
        one for one in _both(starts_at, zone, planned, quiet) if now < one.due < one.until
    )


def day_before(starts_at: datetime, zone: ZoneInfo, at: time) -> datetime:
    """The same wall time on the day before, however many hours that day has."""
    return instant_of(starts_at.astimezone(zone).date() - A_DAY, at, zone)


def hours_before(starts_at: datetime, hours: int) -> datetime:
    """So many real hours earlier, whatever the clocks on the wall do."""
    return starts_at.astimezone(UTC) - timedelta(hours=hours)


def _both(
    starts_at: datetime, zone: ZoneInfo, planned: Meetings, quiet: QuietHours
) -> Iterator[Reminder]:
    evening = day_before(starts_at, zone, planned.day_before_at)
    midnight = instant_of(starts_at.astimezone(zone).date(), time(0), zone)
    yield Reminder(When.DAY_BEFORE, evening, midnight)
    shortly = hours_before(starts_at, planned.hours_before)
    if shortly > evening and not _wakes(shortly.astimezone(zone).time(), quiet):
        yield Reminder(When.HOURS_BEFORE, shortly, starts_at.astimezone(UTC))


def _wakes(at: time, quiet: QuietHours) -> bool:
    """Whether somebody would be woken. Who chose an early or a late meeting is up by then."""
    return at < FIRST_OF_THE_MORNING and is_quiet(at, quiet.start, quiet.end)
