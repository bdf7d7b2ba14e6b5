"""Free times for a first talk: half hours that coaches publish, without what takes them away."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.programme.holidays import is_holiday
from bot.programme.leaves import Days
from bot.programme.recurrence import instant_of

HALF_HOUR = timedelta(minutes=30)
A_DAY = timedelta(days=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
AT_FIRST = 4  # times: as many as are read at a glance
A_PAGE = 12
MOST_A_DAY = 4
# Nobody is invited at other hours; published hours lie between these.
EARLIEST, LATEST = time(7), time(21)
NOON, EVENING = time(12), time(17)


class Spot(StrEnum):
    """How the two talk."""

    BRANCH = "branch"
    PHONE = "phone"
    ONLINE = "online"


Hours = tuple[time, time, str]  # from when until when on the wall, and how (a Spot)


@dataclass(frozen=True, slots=True)
class CoachTimes:
    """What is known of the time of one coach: hours by weekday (Monday is 0), hours of single
    days, days off, leaves, and the half hours that are taken. ``load``: how many talks wait.
    """

    coach_id: int
    week: Mapping[int, Sequence[Hours]]
    extra: Mapping[date, Sequence[Hours]]
    off: Collection[date] = ()
    leaves: Collection[Days] = ()
    taken: Collection[datetime] = ()
    load: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """Now, the zone of the wall times, from when until when times are given, and closed days."""

    now: datetime
    zone: ZoneInfo
    hours_ahead: int
    days_ahead: int
    closed: Collection[date] = ()

    @property
    def today(self) -> date:
        """The date on the wall there."""
        return self.now.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class FreeTime:
    """A half hour and how the two would talk; the coaches who are free then, the first of whom
    has least to do.
    """

    starts_at: datetime
    spot: str
    coach_ids: tuple[int, ...]

    @property
    def half(self) -> int:
        """Its number among the half hours since 1970, as buttons carry it."""
        return (self.starts_at - EPOCH) // HALF_HOUR


def instant_of_half(half: int) -> datetime:
    """When the half hour of this number begins."""
    return EPOCH + half * HALF_HOUR


def free_times(coaches: Sequence[CoachTimes], frame: Frame) -> tuple[FreeTime, ...]:
    """All free times, the soonest first; times of several coaches are one."""
    found: dict[tuple[datetime, str], list[int]] = {}
    for coach in sorted(coaches, key=lambda one: (one.load, one.coach_id)):
        for starts_at, spot in _of_one(coach, frame):
            found.setdefault((starts_at, spot), []).append(coach.coach_id)
    return tuple(FreeTime(*key, tuple(ids)) for key, ids in sorted(found.items()))


def fitting(
    times: Sequence[FreeTime], wanted: Collection[str], zone: ZoneInfo, *, online: str = ""
) -> tuple[FreeTime, ...]:
    """Some times to begin with, in their order: those first that suit by what the person said of
    their week (``1e`` is Monday evening) and of talking online, at most one an hour.
    """
    apart = [*times[:1], *(later for one, later in pairwise(times) if _is_apart(one, later))]

    def suits(one: FreeTime) -> tuple[bool, bool]:
        is_online = one.spot == Spot.ONLINE
        return (bool(wanted) and part_of_week(one.starts_at, zone) not in wanted,
                is_online and online == "no")  # fmt: skip

    chosen = sorted(apart, key=suits)[:AT_FIRST]
    return tuple(sorted(chosen, key=lambda one: (one.starts_at, one.spot)))


def page_of(
    times: Sequence[FreeTime], page: int, zone: ZoneInfo
) -> tuple[tuple[FreeTime, ...], bool]:
    """One page of all times, and whether there are more after it; of a full day not every one."""
    some: list[FreeTime] = []
    today: dict[date, int] = {}
    for one in times:
        day = one.starts_at.astimezone(zone).date()
        today[day] = today.get(day, 0) + 1
        if today[day] <= MOST_A_DAY or len(times) <= A_PAGE:
            some.append(one)
    start = page * A_PAGE if page * A_PAGE < len(some) else 0
    return tuple(some[start : start + A_PAGE]), len(some) > start + A_PAGE


def part_of_week(instant: datetime, zone: ZoneInfo) -> str:
    """The part of the week as people tell it: 1m, 1a and 1e are Monday morning to evening."""
    wall = instant.astimezone(zone)
    part = "m" if wall.time() < NOON else "a" if wall.time() < EVENING else "e"
    return f"{wall.isoweekday()}{part}"


def are_hours(starts: time, ends: time) -> bool:
    """Whether these can be published: half hours of a day, within decent limits."""
    whole = all(at.minute in (0, 30) and not at.second for at in (starts, ends))
    return whole and EARLIEST <= starts < ends <= LATEST


def written_spans(spans: Iterable[tuple[time, time]]) -> str:
    """Hours as a button carries them: 0900-1200,1400-1600."""
    return ",".join(f"{starts:%H%M}-{ends:%H%M}" for starts, ends in spans)


def read_spans(spans: str) -> tuple[tuple[time, time], ...]:
    """The hours that a button carries whole."""
    both = (one.split("-") for one in spans.split(",") if "-" in one)
    return tuple((_time(one), _time(other)) for one, other in both)


def _time(at: str) -> time:
    return time(int(at[:2]), int(at[2:]))


def _is_apart(earlier: FreeTime, later: FreeTime) -> bool:
    is_next = later.starts_at - earlier.starts_at <= HALF_HOUR
    return not is_next or later.starts_at.minute == 0


def _of_one(coach: CoachTimes, frame: Frame) -> Iterator[tuple[datetime, str]]:
    first = frame.now + timedelta(hours=frame.hours_ahead)
    seen = set(coach.taken)
    for ahead in range(frame.days_ahead + 1):
        day = frame.today + ahead * A_DAY
        if any(begin <= day <= end for begin, end in coach.leaves):
            continue
        for starts_at, spot in _of_day(coach, day, frame):
            if starts_at >= first and starts_at not in seen:
                seen.add(starts_at)
                yield starts_at, spot


def _of_day(coach: CoachTimes, day: date, frame: Frame) -> Iterator[tuple[datetime, str]]:
    """Hours of a single day hold also on a day on which the office is closed."""
    spans = list(coach.extra.get(day, ()))
    shut = day in coach.off or day in frame.closed or is_holiday(day)
    if not shut:
        spans += coach.week.get(day.weekday(), ())
    for starts, ends, spot in spans:
        wall, end = datetime.combine(day, starts), datetime.combine(day, ends)
        while wall + HALF_HOUR <= end:
            yield instant_of(day, wall.time(), frame.zone), spot
            wall += HALF_HOUR
