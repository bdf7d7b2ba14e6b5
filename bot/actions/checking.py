"""The task of a branch to make sure of entries: opened, kept true, and closed by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import structlog

from bot.actions.case_cards import card_of, lane_of, show_copies
from bot.actions.checks import Check, by_branch, waiting_checks
from bot.actions.counter import Counter
from bot.actions.open_cases import close_nobodys, open_case
from bot.actions.whereabouts import today
from bot.programme.cases import Reason
from storage.cases import Case, new_case

LOOKED_ON = "services looked at"
ALARMED_ON = "crisis lines alarmed"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Task:
    """What waits for one branch; ``has_grown``: something came to it."""

    branch: str
    checks: Sequence[Check]
    has_grown: bool = False


async def look_once_a_day(counter: Counter) -> bool:
    """Once each day, at the end of the quiet hours: what has grown old since the last look
    becomes the task of a branch, and crisis lines ring. False when that was done today.
    """
    day = today(counter)
    last = await counter.tx.installation.fact(LOOKED_ON)
    if counter.programme.is_night(counter.now) or last == day.isoformat():
        return False
    await counter.tx.installation.note(LOOKED_ON, day.isoformat())
    checks = await waiting_checks(counter)
    await _ring(counter, checks)
    waiting, seen_until = by_branch(checks), date.fromisoformat(last) if last else date.min
    for branch in counter.programme.branches:
        own = waiting.get(branch.key, ())
        grown = any(one.since and one.since > seen_until for one in own)
        await keep_task(counter, Task(branch.key, own, grown))
    await _close_tasks_of_lost_branches(counter)
    return True


async def keep_tasks(counter: Counter, *, grown: str | None = None) -> None:
    """After something was done to an entry: each task tells what waits by now. ``grown`` is the
    entry that came to wait, if one did.
    """
    checks = await waiting_checks(counter)
    if any(one.is_urgent and one.key == grown for one in checks):
        await _ring(counter, checks)
    waiting = by_branch(checks)
    for branch in counter.programme.branches:
        own = waiting.get(branch.key, ())
        await keep_task(counter, Task(branch.key, own, any(one.key == grown for one in own)))


async def keep_task(counter: Counter, task: Task) -> None:
    """Open the task of a branch, or close it when nothing waits, or show what waits by now."""
    case = await counter.tx.cases.open_for(f"{Reason.CHECK_SERVICES}:{task.branch}")
    if case is None and task.checks:
        await _open(counter, task)
    elif case and not task.checks:
        await close_nobodys(counter, Reason.CHECK_SERVICES, task.branch)
    elif case:
        await show_copies(counter, case, checks=task.checks)
        if task.has_grown:
            await _tell_of_more(counter, case, task.checks)


async def _open(counter: Counter, task: Task) -> None:
    case = new_case(Reason.CHECK_SERVICES, None, counter.now, branch=task.branch)
    await open_case(counter, case, task.checks)


async def _tell_of_more(counter: Counter, case: Case, checks: Sequence[Check]) -> None:
    """A new letter to who has the task, at most once a day; on its first day it is new itself."""
    reader, day = case.taken_by or case.coach_id, today(counter)
    zone = counter.programme.zone
    if reader and case.opened_at.astimezone(zone).date() < day:
        card = await card_of(counter, case, checks)
        occurrence = f"more:{day:%y%m%d}"
        counter.tell(reader, card, f"case:{case.id}", occurrence, lane=lane_of(card))


async def _ring(counter: Counter, checks: Sequence[Check]) -> None:
    """Operators hear of crisis lines that nobody may rely on, each at most once a day."""
    day = f"{today(counter):%y%m%d}"
    told = await counter.tx.installation.fact(ALARMED_ON) or ""
    before = set(told.removeprefix(day).split()) if told.startswith(day) else set()
    urgent = {one.key for one in checks if one.is_urgent}
    for key in sorted(urgent - before):
        log.error("crisis_line_not_assured", key=key)
    if urgent - before:
        await counter.tx.installation.note(ALARMED_ON, " ".join([day, *sorted(urgent | before)]))


async def _close_tasks_of_lost_branches(counter: Counter) -> None:
    """A branch that the programme no longer has is looked after by another one."""
    known = {one.key for one in counter.programme.branches}
    for branch in await counter.tx.cases.branches_of(Reason.CHECK_SERVICES):
        if branch not in known:
            await close_nobodys(counter, Reason.CHECK_SERVICES, branch)
