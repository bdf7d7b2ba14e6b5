"""When a duo can meet: times on the wall, what is free, what is suggested, and a month of days."""

from calendar import Calendar
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from zoneinfo import ZoneInfo

from bot.programme.holidays import is_holiday
from bot.programme.recurrence import A_WEEK, instant_of

A_QUARTER = timedelta(minutes=15)
A_DAY = timedelta(days=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SUNDAY = 6
MOST_TIMES = 6  # in one offer: more is hard to read, and to keep free
SUGGESTED = 3
# A meeting further away than this is not planned yet: half a year is as long as a duo lasts.
FURTHEST = timedelta(days=190)
# Who is asked now needs some time to answer and to come.
EARLIEST = timedelta(hours=3)
OPENS, SHUTS = time(9), time(18)
MET_BEFORE = 2  # meetings: of fewer nobody can say what is usual
HABIT = 4  # so many last meetings show what is usual
# Where nothing is usual yet: the hours at which days are suggested, one after the other.
HOURS = (time(14), time(10), time(18))
A_DRAFT_LIVES = timedelta(days=1)  # what is written later is not about it any more


class Refusal(StrEnum):
    """Why a time cannot be offered or taken."""

    PAST = "past"
    FAR = "far"
    BUSY = "busy"
    ENOUGH = "enough"


class Note(StrEnum):
    """What is special about a wall time in the night in which the clock changes."""

    NONE = ""
    SKIPPED = "skipped"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Slot:
    """A time for a meeting: ``wall`` is what hangs on the wall when it begins, without zone."""

    wall: datetime
    starts_at: datetime
    ends_at: datetime
    note: Note = Note.NONE

    @property
    def text(self) -> str:
        """Such as 2026-11-24T14:00."""
        return text_of(self.wall)

    @property
    def quarters(self) -> range:
        """The quarters of an hour since 1970 in which it takes place, also those in part."""
        return quarters_between(self.starts_at, self.ends_at)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is known when a duo plans: the moment, its zone, how long it meets, between which full
    hours, in which quarters one of the two has another meeting, and which wall times did not suit.
    """

    now: datetime
    zone: ZoneInfo
    minutes: int
    first_hour: int
    last_hour: int
    busy: Collection[int] = frozenset()
    unfit: Collection[str] = frozenset()

    @property
    def wall(self) -> datetime:
        """The time on the wall now."""
        return self.now.astimezone(self.zone).replace(tzinfo=None)

    def slot(self, wall: datetime) -> Slot:
        """The slot that begins at this wall time."""
        return slot_at(wall, self.minutes, self.zone)

    def is_fair(self, wall: datetime) -> bool:
        """Whether a time can be suggested: not on a holiday, and not what somebody refused."""
        if is_holiday(wall.date()) or text_of(wall) in self.unfit:
            return False
        return self.refusal(wall) is None

    def refusal(self, wall: datetime) -> Refusal | None:
        """Why nobody can meet then; None when they can."""
        slot = self.slot(wall)
        if slot.starts_at <= self.now:
            return Refusal.PAST
        if slot.starts_at > self.now + FURTHEST:
            return Refusal.FAR
        return None if is_free(slot, self.busy) else Refusal.BUSY


def text_of(wall: datetime) -> str:
    """A wall time as it is kept, such as 2026-11-24T14:00."""
    return wall.isoformat(timespec="minutes")


def wall_of(text: str) -> datetime:
    """A wall time as it was kept."""
    return datetime.fromisoformat(text)


def slot_at(wall: datetime, minutes: int, zone: ZoneInfo) -> Slot:
    """The slot at a wall time. One that never comes begins at the end of the gap; of one that
    comes twice it is the first.
    """
    starts_at = instant_of(wall.date(), wall.time(), zone)
    there = starts_at.astimezone(zone).replace(tzinfo=None, fold=0)
    note = Note.SKIPPED if there != wall else Note.NONE
    if note is Note.NONE and _comes_twice(wall, zone):
        note = Note.TWICE
    return Slot(there, starts_at, starts_at + timedelta(minutes=minutes), note)


def quarters_between(begin: datetime, end: datetime) -> range:
    """The quarters of an hour since 1970 that this time touches."""
    return range((begin - EPOCH) // A_QUARTER, -((EPOCH - end) // A_QUARTER))


def is_free(slot: Slot, busy: Collection[int]) -> bool:
    """Whether nobody has another meeting then."""
    return not any(quarter in busy for quarter in slot.quarters)


def usual_slot(walls: Sequence[datetime]) -> datetime | None:
    """The wall time, of the last meetings, that shows day and hour of most; the newest of these.
    The last meetings come first.
    """
    habits = Counter((wall.weekday(), wall.time()) for wall in walls[:HABIT])
    most = max(habits.values(), default=0)
    usual = {habit for habit, times in habits.items() if times == most}
    return next((wall for wall in walls if (wall.weekday(), wall.time()) in usual), None)


def next_usual(usual: datetime, agenda: Agenda) -> datetime | None:
    """The next week in which the usual day and hour are still free, and suit as far as known."""
    weeks = max((agenda.wall - usual) // A_WEEK, 0) + 1
    coming = (usual + (weeks + later) * A_WEEK for later in range(8))
    return next((wall for wall in coming if agenda.is_fair(wall)), None)


def is_next_week(wall: datetime, agenda: Agenda) -> bool:
    """Whether a wall time lies in the week after this one."""
    monday = agenda.wall.date() - agenda.wall.weekday() * A_DAY
    return monday + A_WEEK <= wall.date() < monday + 2 * A_WEEK


def suggestions(usual: datetime | None, agenda: Agenda, count: int = SUGGESTED) -> tuple[str, ...]:
    """Times to choose from: the usual one first, then one a day at a fair hour, on days on which
    people work or are free to come.
    """
    first = next_usual(usual, agenda) if usual else None
    others = (wall for wall in _one_a_day(usual, agenda) if first is None or _apart(wall, first))
    rest = islice(others, count - bool(first))
    return tuple(text_of(wall) for wall in (first, *rest) if wall)


def may_be_shut(wall: datetime, minutes: int) -> bool:
    """Whether an office or a library may be shut then. Only words are known of their hours, so
    this is what holds for most: shut by evening, on Sundays and on public holidays.
    """
    ends = wall + timedelta(minutes=minutes)
    is_day_off = wall.weekday() == SUNDAY or is_holiday(wall.date())
    by_day = wall.time() >= OPENS and ends <= datetime.combine(wall.date(), SHUTS)
    return is_day_off or not by_day


def hours_of(day: date, agenda: Agenda) -> tuple[str, ...]:
    """The full hours of a day at which they can meet."""
    hours = range(agenda.first_hour, agenda.last_hour + 1)
    walls = (datetime.combine(day, time(hour)) for hour in hours)
    return tuple(text_of(wall) for wall in walls if agenda.refusal(wall) is None)


def minutes_of(hour: datetime, agenda: Agenda) -> tuple[str, ...]:
    """The quarters of an hour at which they can meet."""
    walls = (hour + quarter * A_QUARTER for quarter in range(4))
    return tuple(text_of(wall) for wall in walls if agenda.refusal(wall) is None)


def month_of(text: str, agenda: Agenda) -> date:
    """The first day of a month such as 2026-11; one that cannot be planned gives the nearest."""
    first, last = agenda.wall.date(), (agenda.wall + FURTHEST).date()
    year, month = (int(part) for part in text.split("-"))
    return min(max(date(year, month, 1), first.replace(day=1)), last.replace(day=1))


def next_month(month: date, steps: int) -> date:
    """The first day of the month so many months on."""
    months = month.year * 12 + month.month - 1 + steps
    return date(months // 12, months % 12 + 1, 1)


def weeks_of(month: date, agenda: Agenda) -> tuple[tuple[str, ...], ...]:
    """A month week by week from Monday on; a day that cannot be chosen is empty."""
    first, last = agenda.wall.date(), (agenda.wall + FURTHEST).date()
    weeks = Calendar().monthdatescalendar(month.year, month.month)
    return tuple(
        tuple(
            day.isoformat() if day.month == month.month and first <= day <= last else ""
            for day in week
        )
        for week in weeks
    )


def _one_a_day(usual: datetime | None, agenda: Agenda) -> Iterator[datetime]:
    hours = (usual.time(), *HOURS[1:]) if usual else HOURS
    for ahead in range(1, 15):
        day = agenda.wall.date() + ahead * A_DAY
        fair = min(max(hours[ahead % len(hours)], time(agenda.first_hour)), time(agenda.last_hour))
        wall = datetime.combine(day, fair)
        if day.weekday() != SUNDAY and agenda.is_fair(wall) and agenda.wall + EARLIEST < wall:
            yield wall


def _apart(one: datetime, other: datetime) -> bool:
    """On the day of the usual time nothing else is suggested."""
    return one.date() != other.date()


def _comes_twice(wall: datetime, zone: ZoneInfo) -> bool:
    first, second = (wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return first != second
