"""Until when a place that became free is kept for the first one who waits.

The letter waits for the morning, as all do that somebody else is the cause of. The hours count
from then on. Where they would end in the night, they end two hours after it, so that who sleeps
loses nothing. A place is kept no longer than until an hour before the session.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.programme.programme import QuietHours
from bot.programme.recurrence import hold_for_quiet_hours

AN_HOUR = timedelta(hours=1)
AFTER_THE_NIGHT = timedelta(hours=2)
# Who has less time than this to answer, and to come, is not asked any more.
SHORTEST_HOLD = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Hold:
    """When the letter goes, and until when the place is kept; both in UTC."""

    told_at: datetime
    until: datetime


def hold_of(
    now: datetime, starts_at: datetime, hours: int, quiet: QuietHours, zone: ZoneInfo
) -> Hold | None:
    """How a place is kept that becomes free now; None when it is too late to ask anybody."""
    told_at = hold_for_quiet_hours(now, quiet.start, quiet.end, zone)
    end = told_at + timedelta(hours=hours)
    by_day = hold_for_quiet_hours(end, quiet.start, quiet.end, zone)
    until = min(by_day + AFTER_THE_NIGHT if by_day > end else end, starts_at - AN_HOUR)
    return Hold(told_at, until) if until - told_at >= SHORTEST_HOLD else None
