"""Whether a service is open now, on the wall clock where it is."""

from datetime import datetime, time, timedelta
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
    if is_holiday(today):
        return OpenNow.HOLIDAY
    is_open = any(_is_open(one, now, zone) for one in service.openings)
    return OpenNow.OPEN if is_open else OpenNow.CLOSED


def _is_open(opening: Opening, now: datetime, zone: ZoneInfo) -> bool:
    """Yesterday's hours count too: they may end after midnight."""
    today = now.astimezone(zone).date()
    for day in (today - A_DAY, today):
        if day.weekday() in opening.days:
            begins = instant_of(day, opening.opens, zone)
            last = day + A_DAY if _ends_next_day(opening) else day
            if begins <= now < instant_of(last, _end(opening), zone):
                return True
    return False


def _ends_next_day(opening: Opening) -> bool:
    return is_whole_day(opening) or opening.closes <= opening.opens or _is_midnight(opening)


def _is_midnight(opening: Opening) -> bool:
    return opening.closes.hour == 23 and opening.closes.minute == 59  # noqa: PLR2004  # 24:00 in HSDS


def _end(opening: Opening) -> time:
    return time(0) if is_whole_day(opening) or _is_midnight(opening) else opening.closes
