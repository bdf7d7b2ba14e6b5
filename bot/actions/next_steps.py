"""What comes next in cases when nobody does anything, and an audit that something does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.actions.case_cards import nudge, show_copies
from bot.actions.case_progress import show_progress
from bot.actions.case_standing import standing_of
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.ladder import answer_for, climb_on, go_on, is_kept, plan
from bot.actions.promises import say_not_answered
from bot.actions.teams import team_of
from bot.programme.cases import NextStep, Nudge
from bot.programme.ladder import ASKED_FOR, GROUND, OWN, TASKS, after_taking, until_closed
from bot.programme.team import RUNGS, Team
from storage.backlog import STEP_WITHIN
from storage.cases import Case

# So many cases are looked at before others who wait for the database get their turn.
BATCH = 100
# A case whose step has failed.
TRIED_AGAIN_AFTER = timedelta(minutes=1)

log = structlog.get_logger(__name__)


class NextSteps:
    """What the clock asks about cases."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._resting: dict[int, datetime] = {}

    async def take_due(self) -> int:
        """Take the next step of each case in which it is due; give in how many it was taken.

        Each in a transaction of its own: one case that cannot go on keeps no other one waiting. It
        is left alone for a while, and stays overdue, so that the audit raises it.
        """
        now = self.desk.clock.now()
        self._resting = {one: until for one, until in self._resting.items() if until > now}
        async with self.desk.open() as counter:
            due = await counter.tx.case_steps.due(counter.now, BATCH, tuple(self._resting))
        return sum([await self._take(one) for one in due])

    async def _take(self, case_id: int) -> bool:
        try:
            async with self.desk.open() as counter:
                case = await counter.tx.case_steps.still_due(case_id, counter.now)
                if case:
                    await take_next_step(counter, case, await team_of(counter))
        except Exception:
            log.exception("case_step_failed", case_id=case_id)
            self._resting[case_id] = self.desk.clock.now() + TRIED_AGAIN_AFTER
            return False
        return case is not None

    async def audit(self) -> int:
        """Look for open cases that stand still, raise them, and let them go on; give how many."""
        return len(await self.raise_late())

    async def raise_late(self) -> Sequence[int]:
        """The same; give which."""
        async with self.desk.open() as counter:
            late = await counter.tx.case_steps.standing_still(counter.now - STEP_WITHIN, BATCH)
        for one in late:
            await self._raise(one)
        return late

    async def _raise(self, case_id: int) -> None:
        """It goes on in the same transaction; when that fails, the alarm is all the louder."""
        log.error("case_without_next_step", case_id=case_id)
        try:
            async with self.desk.open() as counter:
                case = await counter.tx.cases.held(case_id)
                if case:
                    await adopt(counter, case, await team_of(counter))
                    await counter.tx.cases.save(case_id, alarmed_at=counter.now)
        except Exception:
            log.exception("case_not_adopted", case_id=case_id)
            async with self.desk.open() as counter:
                await counter.tx.cases.save(case_id, alarmed_at=counter.now)


async def take_next_step(counter: Counter, case: Case, team: Team) -> None:
    """Do what is due in an open case."""
    standing = await standing_of(counter, case, team)
    if case.taken_by is None and case.reason not in TASKS:
        await climb_on(counter, standing)
    elif not standing.owner_is_there:
        await _pass_on(counter, case)
    elif case.next_step == NextStep.WAKE:
        back = after_taking(case.reason, counter.now, standing.pace)
        await _remind(counter, case, Nudge.WOKEN, back)
    elif case.answered_at or case.reason not in ASKED_FOR:
        later = until_closed(counter.now, standing.pace)
        await _remind(counter, case, Nudge.STILL_OPEN, later)
    elif case.next_step == NextStep.REMIND:
        at = standing.pace.after(counter.now, standing.pace.patience.answer)
        await _remind(counter, case, Nudge.UNANSWERED, (NextStep.CLIMB, at))
    else:
        await _pass_on(counter, case)


async def _pass_on(counter: Counter, case: Case) -> None:
    """Who has it gives no answer, or is not there any more: others are asked, and the person
    hears it.
    """
    before = await counter.tx.case_steps.asked(case.id)
    await go_on(counter, case)
    asked = await counter.tx.case_steps.asked(case.id)
    await say_not_answered(counter, case, [one for one in asked if one not in before])


async def _remind(
    counter: Counter, case: Case, why: Nudge, later: tuple[NextStep, datetime]
) -> None:
    """A short reply to who has the case, or answers for it."""
    step, at = later
    woken = await plan(counter, case, step, at, waits_until=None)
    await nudge(counter, case, [case.owner_id] if case.owner_id else [], why)
    if case.waits_until is not None:
        await show_copies(counter, woken)
        await show_progress(counter, woken)


async def adopt(counter: Counter, case: Case, team: Team) -> None:
    """A case that stands still goes on at once. One from before there was a ladder gets its first
    step instead: nobody is asked for the second time.
    """
    if is_kept(case, counter.now):
        await answer_for(counter, await standing_of(counter, case, team))
        return
    if case.owner_id is None or case.next_at is not None:
        from_where = case if case.owner_id else replace(case, rung=GROUND)
        await take_next_step(counter, from_where, team)
        return
    if not await counter.tx.case_steps.asked(case.id) and case.coach_id:
        await counter.tx.case_steps.ask(case.id, [case.coach_id], OWN, case.opened_at)
    standing = await standing_of(counter, case, team)
    step, at = after_taking(case.reason, counter.now, standing.pace)
    if case.taken_by is None and case.reason not in TASKS:
        waits = standing.pace.patience.rungs[RUNGS[OWN]]
        step, at = NextStep.CLIMB, standing.pace.after(counter.now, waits)
    await plan(counter, case, step, at)
