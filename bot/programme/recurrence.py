"""Weekly recurrence over wall time, right across every change of the clock."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

A_WEEK = timedelta(days=7)
A_SECOND = timedelta(seconds=1)
BEFORE_THURSDAY = timedelta(days=3)  # from Monday, Tuesday and Wednesday back into the last week


def instant_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The instant (UTC) of a wall time.

    A wall time that happens twice is the first; one that never happens is the end of the gap.
    """
    return _instant(datetime.combine(day, at.replace(tzinfo=None)), zone, fold=0)


@lru_cache(maxsize=512)  # very many people are asked at the same few moments
def next_weekly(after: datetime, weekday: int, at: time, zone: ZoneInfo) -> datetime:
    """The first occurrence (UTC) strictly after an instant; Monday is weekday 0."""
    day = _weekday_on_or_before(_wall(after, zone).date(), weekday)
    around = (instant_of(day + weeks * A_WEEK, at, zone) for weeks in range(3))
    return next(instant for instant in around if instant > after)


@lru_cache(maxsize=512)
def latest_weekly(not_after: datetime, weekday: int, at: time, zone: ZoneInfo) -> datetime:
    """The last occurrence (UTC) at or before an instant; Monday is weekday 0."""
    day = _weekday_on_or_before(_wall(not_after, zone).date(), weekday)
    around = (instant_of(day - weeks * A_WEEK, at, zone) for weeks in range(-1, 3))
    return next(instant for instant in around if instant <= not_after)


def weekly_since(
    first: datetime, not_after: datetime, weekday: int, at: time, zone: ZoneInfo
) -> Iterator[datetime]:
    """A first occurrence (UTC) and those that follow it, as long as they are not too late."""
    while first <= not_after:
        yield first
        first = next_weekly(first, weekday, at, zone)


@lru_cache(maxsize=512)
def week_key(instant: datetime, zone: ZoneInfo) -> str:
    """The ISO week of the local date, such as 2026-W53."""
    return _week_of(_wall(instant, zone).date())


@lru_cache(maxsize=512)
def week_asked_about(asked: datetime, zone: ZoneInfo) -> str:
    """The week that a question is about: from Thursday on its own week, before that the last one.

    On a Wednesday most of the week is still to come, and a meeting may well be.
    """
    return _week_of(_wall(asked, zone).date() - BEFORE_THURSDAY)


def first_weekly(formed: datetime, weekday: int, at: time, zone: ZoneInfo) -> datetime:
    """The first weekly hour (UTC) at which a duo formed at an instant can be asked: about a week
    in which it was one.
    """
    first = next_weekly(formed, weekday, at, zone)
    if week_asked_about(first, zone) >= week_key(formed, zone):
        return first
    return next_weekly(first, weekday, at, zone)


def week_of(week: str, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when until when (UTC) a week such as 2026-W53 lasts: Monday to Monday on the wall."""
    monday = date.fromisoformat(f"{week}-1")
    return instant_of(monday, time(), zone), instant_of(monday + A_WEEK, time(), zone)


def hold_for_quiet_hours(due: datetime, start: time, end: time, zone: ZoneInfo) -> datetime:
    """The instant (UTC) at which something due may be said: at once, or after quiet hours."""
    wall = _wall(due, zone)
    if not is_quiet(wall.time(), start, end):
        return due.astimezone(UTC)
    over_midnight = start > end and wall.time() >= start
    ending = datetime.combine(wall.date() + timedelta(days=over_midnight), end)
    first = _instant(ending, zone, fold=0)
    return first if first >= due else _instant(ending, zone, fold=1)


def is_quiet(at: time, start: time, end: time) -> bool:
    """Whether a wall time lies in the quiet hours; the start belongs to them, the end does not."""
    if start <= end:
        return start <= at < end
    return at >= start or at < end


def _week_of(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _weekday_on_or_before(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def _wall(instant: datetime, zone: ZoneInfo) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("An instant must be aware: this one has no time zone.")
    return instant.astimezone(zone).replace(tzinfo=None)


@lru_cache(maxsize=512)  # very many duos are asked at the same few moments
def _instant(wall: datetime, zone: ZoneInfo, fold: int) -> datetime:
    instant = wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)
    exists = instant.astimezone(zone).replace(tzinfo=None) == wall
    return instant if exists else _end_of_gap(wall, zone)


def _end_of_gap(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant at which the clock jumped over a wall time, found by halving."""
    # In a gap, fold 1 reads the wall time with the later offset, which gives the earlier instant.
    before = wall.replace(tzinfo=zone, fold=1, microsecond=0).astimezone(UTC)
    after = wall.replace(tzinfo=zone, fold=0, microsecond=0).astimezone(UTC)
    old_offset = before.astimezone(zone).utcoffset()
    while after - before > A_SECOND:
        middle = before + (after - before) // A_SECOND // 2 * A_SECOND
        if middle.astimezone(zone).utcoffset() == old_offset:
            before = middle
        else:
            after = middle
    return after
