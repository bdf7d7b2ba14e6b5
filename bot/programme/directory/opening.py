"""Whether a service is open now, on the wall clock where it is."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.programme.directory.service import Opening, Service, is_whole_day
from bot.programme.holidays import is_holiday
from bot.programme.recurrence import instant_of

A_DAY = timedelta(days=1)


class OpenNow(StrEnum):
    """What can be said of this moment. On a holiday only lines that never close are sure."""

    OPEN = "open"
    CLOSED = "closed"
    HOLIDAY = "holiday"
    UNKNOWN = "unknown"


def open_now(service: Service, now: datetime, zone: ZoneInfo) -> OpenNow:
    """Whether somebody who goes or calls at this instant (aware) finds it open."""
    if not service.openings:
        return OpenNow.UNKNOWN
    if service.is_always_open:
        return OpenNow.OPEN
    today = now.astimezone(zone).date()
    begun = {day for one in service.openings for day in _days_begun(one, today, now, zone)}
    if any(not is_holiday(day) for day in begun):
        return OpenNow.OPEN
    return OpenNow.HOLIDAY if begun or is_holiday(today) else OpenNow.CLOSED


def is_shut(service: Service, now: datetime, zone: ZoneInfo) -> bool:
    """Whether it is not surely open: sorts what is open now before all else."""
    return open_now(service, now, zone) is not OpenNow.OPEN


def _days_begun(opening: Opening, today: date, now: datetime, zone: ZoneInfo) -> Iterator[date]:
    """The days on which the hours that run now have begun: those of yesterday may run past
    midnight. A night belongs to the day on which it begins, be that a holiday or not.
    """
    for day in (today - A_DAY, today):
        if day.weekday() in opening.days:
            begins = instant_of(day, opening.opens, zone)
            last = day + A_DAY if _ends_next_day(opening) else day
            if begins <= now < instant_of(last, _end(opening), zone):
                yield day


def _ends_next_day(opening: Opening) -> bool:
    return is_whole_day(opening) or opening.closes <= opening.opens or _is_midnight(opening)


def _is_midnight(opening: Opening) -> bool:
    return opening.closes.hour == 23 and opening.closes.minute == 59  # noqa: PLR2004  # 24:00 in HSDS


def _end(opening: Opening) -> time:
    return time(0) if is_whole_day(opening) or _is_midnight(opening) else opening.closes
