"""What of the directory waits for somebody to make sure of it, and for which branch."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.actions.counter import Counter
from bot.actions.whereabouts import today
from bot.programme.directory.freshness import DOUBTS_THAT_HIDE, HIDDEN_AFTER_DAYS
from bot.programme.directory.service import Confidence, Service, Status
from bot.programme.keeping import alarms, branch_for, care_since, needs_care
from bot.programme.programme import Branch
from storage import Transaction
from storage.keeping import Aged


@dataclass(frozen=True, slots=True)
class Check:
    """One entry that waits, and since when by its age; None for one that was only doubted."""

    key: str
    branch: str
    is_doubted: bool
    is_urgent: bool
    is_closed_line: bool
    since: date | None


@dataclass(frozen=True, slots=True)
class Lines:
    """Whether people are shown any crisis line, and those on which nobody may rely blindly."""

    are_shown: bool
    stale: tuple[str, ...]


async def waiting_checks(counter: Counter) -> Sequence[Check]:
    """Every entry that somebody has to make sure of: first what cannot wait, then the oldest."""
    day = today(counter)
    before = day - timedelta(days=HIDDEN_AFTER_DAYS)
    branches, found = counter.programme.branches, list[Check]()
    async for aged in counter.tx.keeping.perhaps_stale(before, DOUBTS_THAT_HIDE):
        # In a thread, so that the loop does not stand still when all of a directory grows old.
        found += await asyncio.to_thread(_waiting, aged, day, branches)
    return await asyncio.to_thread(sorted, found, key=_first_first)


async def checks_of(counter: Counter, branch: str) -> Sequence[Check]:
    """Those that wait for one branch."""
    return [one for one in await waiting_checks(counter) if one.branch == branch]


async def look_at_lines(tx: Transaction, day: date) -> Lines:
    """How the crisis lines are today."""
    before = day - timedelta(days=HIDDEN_AFTER_DAYS)
    slices = tx.keeping.perhaps_stale(before, DOUBTS_THAT_HIDE)
    aged = [one async for some in slices for one in some]
    shown = any(one.is_crisis_line and one.status == Status.ACTIVE for one in aged)
    return Lines(shown, tuple(one.key for one in aged if alarms(*_known(one, day))))


def by_branch(checks: Sequence[Check]) -> Mapping[str, Sequence[Check]]:
    """What waits for each branch; a branch for which nothing waits has nothing."""
    found: defaultdict[str, list[Check]] = defaultdict(list)
    for one in checks:
        found[one.branch].append(one)
    return found


def _waiting(aged: Iterable[Aged], day: date, branches: Sequence[Branch]) -> list[Check]:
    known = (_known(one, day) for one in aged)
    return [_check(*one, branches) for one in known if needs_care(*one)]


def _check(service: Service, day: date, doubts: int, branches: Sequence[Branch]) -> Check:
    branch = branch_for(service.areas, branches)
    urgent = alarms(service, day, doubts)
    doubted = doubts >= DOUBTS_THAT_HIDE
    closed = service.is_crisis_line and service.status is not Status.ACTIVE
    return Check(service.key, branch.key, doubted, urgent, closed, care_since(service))


def _known(aged: Aged, day: date) -> tuple[Service, date, int]:
    """As much of the service as its age is judged by, the day, and the doubts."""
    service = Service(
        key=aged.key,
        name={},
        organization="",
        needs=(),
        areas=aged.areas,
        is_crisis_line=aged.is_crisis_line,
        confidence=Confidence(aged.confidence),
        status=Status(aged.status),
        gathered_on=aged.gathered_on,
        assured_on=aged.assured_on,
    )
    return service, day, aged.doubts


def _first_first(check: Check) -> tuple[bool, bool, date, str]:
    return (not check.is_urgent, not check.is_doubted, check.since or date.min, check.key)
