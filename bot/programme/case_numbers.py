"""How fast people get an answer, and how many promises are kept: numbers by branch, no names.

A number below five might be about somebody whom the reader knows, so it is not told, and neither
is what would give it away by taking one number from another.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from bot.programme.cases import Reason
from bot.programme.referrals import ROUNDED_TO, SMALLEST_SHOWN

# So far back cases are counted: long enough for a number, short enough to be of today.
LOOKED_BACK = timedelta(weeks=13)
# A median is told in quarters of an hour: the minute of one person's case would be its own.
TOLD_TO = 15
# What people ask themselves, and so wait for.
ASKED_BY_PEOPLE = (Reason.ASKED, Reason.DANGER, Reason.OBSTACLE)

OfficeMinutes = Callable[[str, datetime, datetime], int]


@dataclass(frozen=True, slots=True)
class Call:
    """One case that somebody waited for, without who it was."""

    branch: str
    opened_at: datetime
    promised_at: datetime | None
    read_at: datetime | None
    answered_at: datetime | None
    closed_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether it has not come to its end."""
        return self.closed_at is None

    @property
    def seen_at(self) -> datetime | None:
        """When a coach read it; who answers has read it."""
        return min(filter(None, (self.read_at, self.answered_at)), default=None)


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told of a branch; None where it may not. ``asked``, ``kept`` and ``late`` are
    rounded down to fives, ``minutes`` (of office hours, the middle one) up to quarters of an hour;
    ``open`` is now, whenever it began, and the others are of the last thirteen weeks.
    """

    branch: str
    asked: int | None
    minutes: int | None
    kept: int | None
    late: int | None
    open: int | None


def numbers_of(
    calls: Iterable[Call], branches: Sequence[str], now: datetime, office_minutes: OfficeMinutes
) -> tuple[Told, ...]:
    """What may be told of each of these branches; of too few cases nothing is."""
    by_branch: defaultdict[str, list[Call]] = defaultdict(list)
    for call in calls:
        by_branch[call.branch].append(call)
    return tuple(_told(one, by_branch[one], now, office_minutes) for one in branches)


def _told(branch: str, calls: Sequence[Call], now: datetime, minutes: OfficeMinutes) -> Told:
    lately = [one for one in calls if one.opened_at >= now - LOOKED_BACK]
    waits = [_waited(one, now, minutes) for one in lately if one.answered_at or one.is_open]
    kept, late = tellable_pair(*_promises(lately, now))
    middle = _quarters(median(waits)) if len(waits) >= SMALLEST_SHOWN else None
    still_open = sum(one.is_open for one in calls)
    return Told(branch, tellable(len(lately)), middle, kept, late, tellable(still_open))


def _waited(call: Call, now: datetime, minutes: OfficeMinutes) -> int:
    """Until the first answer; who has none waits until now, or the slow ones would not count."""
    return minutes(call.branch, call.opened_at, call.answered_at or now)


def _quarters(minutes: float) -> int:
    return int(-(-minutes // TOLD_TO) * TOLD_TO)


def _promises(calls: Iterable[Call], now: datetime) -> tuple[int, int]:
    """How many promises were kept, and how many not; one that can still be kept is neither."""
    due = [one for one in calls if one.promised_at]
    kept = sum(_is_kept(one) for one in due)
    late = sum(_is_late(one, now) for one in due)
    return kept, late


def _is_kept(call: Call) -> bool:
    return bool(call.promised_at and call.seen_at and call.seen_at <= call.promised_at)


def _is_late(call: Call, now: datetime) -> bool:
    """What was solved without anybody before it was due, was not late."""
    until = call.seen_at or call.closed_at or now
    return bool(call.promised_at and until > call.promised_at)


def tellable(count: int) -> int | None:
    """A count as it may be told: none below five, and of the others only fives."""
    return None if count < SMALLEST_SHOWN else count - count % ROUNDED_TO


def tellable_pair(one: int, other: int) -> tuple[int | None, int | None]:
    """Two counts that make a whole: when either is small both stay untold. That there are none of
    one kind is about nobody, and may be told.
    """
    if any(0 < count < SMALLEST_SHOWN for count in (one, other)) or not one + other:
        return None, None
    return tellable(one) or 0, tellable(other) or 0
