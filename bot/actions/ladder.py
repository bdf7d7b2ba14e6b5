"""The ladder of a case: set up when it is opened, climbed when nobody takes it, set up anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog

from bot.actions.case_cards import show_copies, tell_cards
from bot.actions.case_progress import ask_nothing, show_progress
from bot.actions.case_standing import Standing, standing_of
from bot.actions.counter import Counter
from bot.actions.promises import is_last_call, not_too_late, promise, say_late
from bot.actions.teams import team_of
from bot.actions.waking import wake
from bot.programme import ladder_snapshot
from bot.programme.cases import Handed, NextStep
from bot.programme.ladder import (
    GROUND,
    OWN,
    TASKS,
    TOP,
    Move,
    after_taking,
    is_kept_in_mind,
    until_closed,
)
from bot.programme.team import RUNGS
from storage.cases import Case

log = structlog.get_logger(__name__)


async def begin(counter: Counter, case: Case) -> tuple[Case, Move]:
    """A new case with its owner, its promise, its ladder and its next step; not stored yet."""
    own = case.coach_id or await _own_coach(counter, case)
    standing = await standing_of(counter, replace(case, coach_id=own, rung=GROUND))
    move = standing.move((), counter.now)
    step, at = _next(standing, move, counter.now)
    owner = next(iter(move.ask), _owner_meanwhile(standing))
    begun = replace(
        standing.case,
        coach_id=owner,
        **_stands_in(own, owner),
        ladder=ladder_snapshot.written(counter.programme.patience),
        promised_at=promise(standing, case.opened_at),
        rung=move.rung,
        next_step=step,
        next_at=at,
    )
    return begun, move


def _stands_in(own: int | None, owner: int | None) -> dict[str, Any]:
    """Who answers for a case instead of somebody who is not there reads for whom."""
    is_other = own is not None and own != owner
    return {"handed_by": own, "handed_how": Handed.AWAY} if is_other else {}


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
        asked = await counter.tx.case_steps.asked(case.id, case.asked_since)
    move = standing.move(asked, now)
    step, at = _next(standing, move, now)
    at = not_too_late(standing, at, now)
    owner = _owner(standing, move)
    stands_in = _stands_in(case.coach_id, owner)
    changes = {"rung": move.rung, "coach_id": owner, **stands_in, **more}
    moved = await plan(counter, case, step, at, **changes)
    await counter.tx.case_steps.ask(case.id, move.ask, max(move.rung, 0), now)
    await tell_cards(counter, moved, move.ask)
    await wake(counter, moved, _nudged(standing, move, asked, now))
    await show_progress(counter, moved)
    await say_late(counter, moved)
    if move.rung == TOP and case.rung == TOP:
        log.error("case_found_nobody", case_id=case.id, urgency=case.urgency)
    return moved


def _nudged(standing: Standing, move: Move, asked: Sequence[int], now: datetime) -> Sequence[int]:
    """Shortly before a promise runs out everybody who was asked hears of it."""
    if not is_last_call(standing, now):
        return move.nudge
    there = {one for rung in standing.rungs.values() for one in rung}
    return [one for one in asked if one in there and one not in move.ask]


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


async def go_on(
    counter: Counter, case: Case, *, without: Sequence[int] = (), **more: Any,  # noqa: ANN401  # any column
) -> Case:  # fmt: skip
    """Take a case from who has it, and ask the next one; ``without`` cannot be asked."""
    released = await release(counter, case) if case.taken_by else case
    standing = await standing_of(counter, released, (await team_of(counter)).without(without))
    if is_kept(released, counter.now):
        return await answer_for(counter, standing)
    return await climb_on(counter, standing, **more)


def is_kept(case: Case, now: datetime) -> bool:
    """Whether it is only kept in mind: until it is looked at it comes to nobody."""
    return case.taken_by is None and is_kept_in_mind(case.rung, case.next_step, case.next_at, now)


async def answer_for(counter: Counter, standing: Standing, heir_id: int | None = None) -> Case:
    """Let somebody else answer for what is only kept in mind: this one, or who would be asked."""
    first = standing.move((), counter.now).ask
    heir_id = heir_id or next(iter(first), _owner_meanwhile(standing))
    await counter.tx.cases.save(standing.case.id, coach_id=heir_id)
    return replace(standing.case, coach_id=heir_id)


async def give_back(counter: Counter, case: Case) -> Case:
    """Who has it cannot do it: another one is asked at once, and never the same."""
    whose = {"handed_by": case.taken_by, "handed_how": Handed.BACK}
    return await go_on(counter, case, without=[case.taken_by] if case.taken_by else [], **whose)


async def hand_to(
    counter: Counter, standing: Standing, person_id: int, handed_by: int | None = None
) -> Case:
    """Let this colleague answer for the case, who is asked before anybody else."""
    case = standing.case
    if case.taken_by:
        case = await release(counter, case)
    at = standing.pace.after(counter.now, standing.pace.patience.rungs[RUNGS[OWN]])
    whose = {"handed_by": handed_by, "handed_how": Handed.GIVEN if handed_by else None}
    at = not_too_late(standing, at, counter.now)
    to = {"coach_id": person_id, "rung": OWN, "away_from": None}
    handed = await plan(counter, case, NextStep.CLIMB, at, **to, **whose)
    await counter.tx.case_steps.ask(case.id, [person_id], OWN, counter.now)
    await tell_cards(counter, handed, [person_id])
    return handed


async def plan_anew(counter: Counter, case: Case) -> Case:
    """After the person has said how urgent it is: another promise, and another pace."""
    case = await counter.tx.cases.held(case.id) or case
    standing = await standing_of(counter, case)
    before = promise(standing, case.reopened_at or case.opened_at)
    step, at = NextStep(case.next_step or NextStep.CLIMB), case.next_at or counter.now
    if case.taken_by and not case.answered_at and step is NextStep.REMIND:
        step, at = after_taking(case.reason, counter.now, standing.pace)
    elif step is NextStep.CLIMB and not case.taken_by:
        waits = standing.pace.patience.rungs[RUNGS[max(case.rung, 0)]]
        at = standing.pace.after(counter.now, waits)
        at = not_too_late(
            replace(standing, case=replace(case, promised_at=before)), at, counter.now
        )
    return await plan(counter, case, step, at, promised_at=before)


async def note_answer(counter: Counter, case: Case, coach_id: int) -> bool:
    """The person got an answer: what comes next is only the end. False when they had one."""
    kept = await counter.tx.cases.mark_answered(case.id, coach_id, counter.now)
    if case.answered_at is not None or not kept:
        return False
    standing = await standing_of(counter, case)
    await plan(counter, case, *until_closed(counter.now, standing.pace))
    return True


async def wait_for_answer(counter: Counter, case: Case) -> None:
    """The person wrote again, after an answer or to a case laid aside, and waits for the next."""
    if case.answered_at is None and case.waits_until is None:
        return
    standing = await standing_of(counter, case)
    step, at = after_taking(case.reason, counter.now, standing.pace)
    waiting = await plan(counter, case, step, at, answered_at=None, waits_until=None)
    await ask_nothing(counter, waiting)
    await show_copies(counter, waiting)
    await show_progress(counter, waiting)


async def reopen(counter: Counter, case: Case) -> bool:
    """Open a closed case once more, for who stands in for the coach, who hears it too; False when
    that was done before, or another one is open for the same reason.
    """
    if await counter.tx.cases.open_for(case.open_key):
        return False
    if not await counter.tx.cases.reopen(case, counter.now):
        return False
    anew: dict[str, Any] = {"asked_since": counter.now, "away_from": None}
    fresh = replace(await counter.tx.cases.get(case.id), rung=OWN, **anew)
    standing = await standing_of(counter, fresh)
    before = promise(standing, counter.now)
    standing = replace(standing, case=replace(fresh, promised_at=before))
    own, deputy = fresh.coach_id, next(iter(standing.move((), counter.now).ask), fresh.coach_id)
    moved = await climb_on(
        counter, standing, asked=(), promised_at=before, coach_id=deputy, **anew
    )
    await show_copies(counter, moved)
    if standing.owner_is_there and own and own != deputy:
        await counter.tx.case_steps.ask(case.id, [own], OWN, counter.now)
        await tell_cards(counter, moved, [own])
    return True
