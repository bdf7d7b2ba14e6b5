"""The ladder of a case: set up when it is opened, climbed when nobody takes it, set up anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog

from bot.actions.case_cards import nudge, show_copies, tell_cards
from bot.actions.case_progress import show_progress
from bot.actions.case_standing import Standing, standing_of
from bot.actions.counter import Counter
from bot.actions.teams import team_of
from bot.programme import ladder_snapshot
from bot.programme.cases import NextStep, Nudge, Urgency
from bot.programme.ladder import (
    GROUND,
    OWN,
    TASKS,
    TOP,
    Move,
    after_taking,
    until_closed,
)
from bot.programme.letters import Lane
from bot.programme.notices import DangerWaits
from bot.programme.promise import promised
from bot.programme.team import RUNGS
from storage.cases import Case

log = structlog.get_logger(__name__)


async def begin(counter: Counter, case: Case) -> tuple[Case, Move]:
    """A new case with its owner, its promise, its ladder and its next step; not stored yet."""
    own = case.coach_id or await _own_coach(counter, case)
    standing = await standing_of(counter, replace(case, coach_id=own, rung=GROUND))
    move = standing.move((), counter.now)
    step, at = _next(standing, move, counter.now)
    begun = replace(
        standing.case,
        coach_id=next(iter(move.ask), _owner_meanwhile(standing)),
        ladder=ladder_snapshot.written(counter.programme.patience),
        promised_at=_promise(standing, case.opened_at),
        rung=move.rung,
        next_step=step,
        next_at=at,
    )
    return begun, move


def _owner_meanwhile(standing: Standing) -> int | None:
    """Who answers while nobody can be asked: the own coach, unless they have left for good."""
    own, team = standing.case.coach_id, standing.team
    works_here = any(one.id == own for one in team.people)
    return own if works_here else team.first(standing.branch)


def _next(standing: Standing, move: Move, now: datetime) -> tuple[NextStep, datetime]:
    """A task of a branch asks nobody else: it closes by itself."""
    if standing.case.reason in TASKS and move.next_step is NextStep.CLIMB:
        return until_closed(now, standing.pace)
    return move.next_step, move.next_at


def _promise(standing: Standing, since: datetime) -> datetime:
    return promised(standing.case.urgency, since, standing.pace.patience, standing.pace.office)


async def _own_coach(counter: Counter, case: Case) -> int | None:
    """The coach of the duo that a case is about, or of the person."""
    if case.duo_id:
        return (await counter.tx.duos.get(case.duo_id)).coach_id
    duo = await counter.tx.duos.of(case.person_id) if case.person_id else None
    return duo.coach_id if duo else None


async def climb_on(
    counter: Counter, standing: Standing, *, asked: Sequence[int] | None = None, **more: Any,  # noqa: ANN401  # any column
) -> Case:  # fmt: skip
    """Ask whoever comes next. ``asked``: only these count as asked before."""
    case, now = standing.case, counter.now
    if asked is None:
        asked = await counter.tx.case_steps.asked(case.id)
    move = standing.move(asked, now)
    step, at = _next(standing, move, now)
    at = _not_past_promise(case, at, now)
    changes = {"rung": move.rung, "coach_id": _owner(standing, move), **more}
    moved = await plan(counter, case, step, at, **changes)
    await counter.tx.case_steps.ask(case.id, move.ask, max(move.rung, 0), now)
    await tell_cards(counter, moved, move.ask)
    await nudge(counter, moved, move.nudge, Nudge.WAITS)
    await show_progress(counter, moved)
    await _say_late(counter, moved)
    if move.rung == TOP and case.rung == TOP:
        log.error("case_found_nobody", case_id=case.id, urgency=case.urgency)
    return moved


def _not_past_promise(case: Case, at: datetime, now: datetime) -> datetime:
    """In danger somebody looks at the case at the minute that was promised."""
    due = case.promised_at if case.urgency == Urgency.NOW else None
    return min(at, due) if due and due > now else at


async def _say_late(counter: Counter, case: Case) -> None:
    """In danger a promise that was not kept comes as a message of its own, once a promise."""
    due = case.promised_at if case.urgency == Urgency.NOW else None
    if due is None or due > counter.now or case.read_at or case.person_id is None:
        return
    person = await counter.tx.people.get(case.person_id)
    late = DangerWaits(
        case.id, str(case.next_at and case.next_at.isoformat()), person.nearest_branch
    )
    moment = f"late:{due.isoformat()}"
    counter.tell(case.person_id, late, f"case:{case.id}", moment, lane=Lane.CASE)


def _owner(standing: Standing, move: Move) -> int | None:
    """It stays as long as they are there; else who is asked now answers for it."""
    if standing.owner_is_there:
        return standing.case.coach_id
    others = (*move.ask, *move.nudge)
    return next(iter(others), _owner_meanwhile(standing))


async def plan(
    counter: Counter, case: Case, step: NextStep, at: datetime, **more: Any  # noqa: ANN401  # any column
) -> Case:  # fmt: skip
    """Write what comes next in a case, and what goes with it."""
    changes = {"next_step": step, "next_at": at, "alarmed_at": None, **more}
    await counter.tx.cases.save(case.id, **changes)
    return replace(case, **changes)


async def release(counter: Counter, case: Case) -> Case:
    """Nobody has the case any more, and every copy says so. Who has it next owes an answer of
    their own.
    """
    nobodys: dict[str, Any] = dict.fromkeys(("taken_at", "taken_by", "waits_until", "answered_at"))
    released = replace(case, **nobodys)
    await counter.tx.cases.save(case.id, **nobodys)
    await show_copies(counter, released)
    return released


async def go_on(counter: Counter, case: Case, *, without: Sequence[int] = ()) -> Case:
    """Take a case from who has it, and ask the next one; ``without`` cannot be asked."""
    released = await release(counter, case) if case.taken_by else case
    team = (await team_of(counter)).without(without)
    return await climb_on(counter, await standing_of(counter, released, team))


async def give_back(counter: Counter, case: Case) -> Case:
    """Who has it cannot do it: another one is asked at once, and never the same."""
    return await go_on(counter, case, without=[case.taken_by] if case.taken_by else [])


async def hand_to(
    counter: Counter, standing: Standing, person_id: int, handed_by: str | None = None
) -> Case:
    """Let this colleague answer for the case, who is asked before anybody else."""
    case = standing.case
    if case.taken_by:
        case = await release(counter, case)
    at = standing.pace.after(counter.now, standing.pace.patience.rungs[RUNGS[OWN]])
    handed = await plan(counter, case, NextStep.CLIMB, at, coach_id=person_id, rung=OWN)
    await counter.tx.case_steps.ask(case.id, [person_id], OWN, counter.now)
    await tell_cards(counter, handed, [person_id], handed_by=handed_by)
    return handed


async def plan_anew(counter: Counter, case: Case) -> Case:
    """After the person has said how urgent it is: another promise, and another pace."""
    case = await counter.tx.cases.get(case.id)
    standing = await standing_of(counter, case)
    promise = _promise(standing, case.reopened_at or case.opened_at)
    step, at = NextStep(case.next_step or NextStep.CLIMB), case.next_at or counter.now
    if case.taken_by and not case.answered_at and step is NextStep.REMIND:
        step, at = after_taking(case.reason, counter.now, standing.pace)
    elif step is NextStep.CLIMB and not case.taken_by:
        waits = standing.pace.patience.rungs[RUNGS[max(case.rung, 0)]]
        at = standing.pace.after(counter.now, waits)
    return await plan(counter, case, step, at, promised_at=promise)


async def note_answer(counter: Counter, case: Case) -> bool:
    """The person got an answer: what comes next is only the end. False when they had one."""
    if not await counter.tx.cases.mark_answered(case.id, counter.now):
        return False
    standing = await standing_of(counter, case)
    await plan(counter, case, *until_closed(counter.now, standing.pace))
    return True


async def wait_for_answer(counter: Counter, case: Case) -> None:
    """The person wrote again after an answer, and waits for the next one."""
    if case.answered_at is None:
        return
    standing = await standing_of(counter, case)
    step, at = after_taking(case.reason, counter.now, standing.pace)
    await plan(counter, case, step, at, answered_at=None)


async def reopen(counter: Counter, case: Case) -> bool:
    """Open a closed case once more, for who stands in for the coach, who hears it too; False when
    that was done before, or another one is open for the same reason.
    """
    if await counter.tx.cases.open_for(case.open_key):
        return False
    if not await counter.tx.cases.reopen(case, counter.now):
        return False
    fresh = replace(await counter.tx.cases.get(case.id), rung=OWN)
    await show_copies(counter, fresh)
    standing = await standing_of(counter, fresh)
    deputy = next(iter(standing.move((), counter.now).ask), fresh.coach_id)
    promise = _promise(standing, counter.now)
    moved = await climb_on(counter, standing, asked=(), promised_at=promise, coach_id=deputy)
    if standing.owner_is_there and fresh.coach_id and fresh.coach_id != deputy:
        await tell_cards(counter, moved, [fresh.coach_id])
    return True
