"""The first fair moment to disturb somebody who did not just speak."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.programme.holidays import is_legal_holiday
from bot.programme.programme import QuietHours
from bot.programme.recurrence import hold_for_quiet_hours, instant_of

A_DAY = timedelta(days=1)
SUNDAY = 6


def fair_from(
    due: datetime, quiet: QuietHours, zone: ZoneInfo, *, own_day: bool = False
) -> datetime:
    """The first instant (UTC) at or after an instant at which somebody in that zone may be told.

    Quiet hours push to their end. A quiet day pushes to the next day that is none, at the same
    time on the wall. A Sunday is not quiet for who chose it (``own_day``); a holiday is.
    """
    moment = hold_for_quiet_hours(due, quiet.start, quiet.end, zone)
    while is_quiet_day(moment.astimezone(zone).date(), quiet, own_day=own_day):
        wall = moment.astimezone(zone)
        # Where the clock jumps that night, the same time may not exist, or lie in quiet hours.
        next_day = instant_of(wall.date() + A_DAY, wall.time(), zone)
        moment = hold_for_quiet_hours(next_day, quiet.start, quiet.end, zone)
    return moment


def is_quiet_day(day: date, quiet: QuietHours, *, own_day: bool = False) -> bool:
    """Whether nobody is disturbed on a day, for all of it."""
    if quiet.sundays and day.weekday() == SUNDAY and not own_day:
        return True
    return quiet.holidays and is_legal_holiday(day)
