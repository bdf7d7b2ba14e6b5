"""The week of a duo: asked about, waited for, and what it comes to."""

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.actions.asking import ask
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.differences import end_difference, tell_difference
from bot.actions.open_cases import report_missed_weeks
from bot.actions.outages import unheard_since
from bot.actions.questions import Put, meetings_told, question, subject_of
from bot.actions.signals import end_differences, report_differences
from bot.programme.check_ins import (
    WITHOUT_A_MEETING,
    Answer,
    Patience,
    Week,
    needs_coach,
    patience_after,
    reconcile,
)
from bot.programme.notices import CheckInOfferedAgain, CheckInPrompt
from storage.check_ins import CheckIn, Heard
from storage.silences import Unanswered

BATCH = 200
# A tick comes each second. So late we were away when the patience ended, not merely busy.
LATE = timedelta(hours=1)
REMINDER = "reminder"


class CheckIns:
    """The weekly question, as the clock asks for it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def ask_due(self) -> int:
        """Ask everybody whose hour has come; give how many were due."""
        async with self.desk.open() as counter:
            due = await counter.tx.rhythms.due(counter.now, BATCH)
            if due:
                await ask(counter, due)
        return len(due)

    async def remind_due(self) -> int:
        """Ask once more, and only once, who has not answered in some hours; give how many were
        due.
        """
        async with self.desk.open() as counter:
            kind = CheckInPrompt.kind
            due = await counter.tx.silences.to_ask_again(kind, counter.now, BATCH)
            if due:
                await counter.tx.silences.ask_no_more([one.id for one in due])
                await _remind(counter, [one for one in due if one.waits])
        return len(due)

    async def close_silent(self) -> int:
        """Settle every week whose patience is over; silence goes the way of a "no".

        A week at whose end one of the two rests is not counted, nor one that we missed.
        """
        async with self.desk.open() as counter:
            over = await counter.tx.check_ins.past_patience(counter.now, BATCH)
            for check_in in over:
                await _close(counter, check_in)
        return len(over)


async def settle_week(counter: Counter, check_in_id: int) -> None:
    """What the week comes to by the answers now kept, and whether the coach must hear of it.

    Said after each answer, be it the first, a late one or a correction.
    """
    heard = await counter.tx.check_ins.heard(check_in_id)
    outcome, waits = heard.check_in.outcome, heard.check_in.closes_at is not None
    patience = patience_after(Week(outcome) if outcome else None, waits=waits)
    await _settle(counter, heard, patience)


async def stop_waiting(counter: Counter, duo_id: int) -> None:
    """A duo has ended: nobody is asked or waited for any more about its open weeks."""
    await _take_back(counter, await counter.tx.check_ins.prompts_of(duo_id))
    await counter.tx.check_ins.close_open_weeks(duo_id)


async def rest(counter: Counter, duo_id: int) -> None:
    """One of the two rests: who has not been asked yet is not; who has may still answer."""
    for check_in_id, prompts in (await counter.tx.check_ins.open_of(duo_id)).items():
        if await _take_back(counter, prompts):
            heard = await counter.tx.check_ins.heard(check_in_id)
            await _end(counter, heard, Patience.RESTS)


async def _remind(counter: Counter, due: Sequence[Unanswered]) -> None:
    """Those whose duo does not rest, at a fair moment, unless that is too late for an answer."""
    both = {one for put in due for one in (put.person_id, put.partner_id)}
    people = await counter.tx.people.members(both)
    awake = [
        one for one in due
        if not (people[one.person_id].paused_at or people[one.partner_id].paused_at)
    ]  # fmt: skip
    puts = [_as_put(one) for one in awake]
    meetings = await meetings_told(counter, puts)
    for put, one in zip(puts, awake, strict=True):
        at = counter.fair(counter.now, ZoneInfo(one.zone))
        if at < one.closes_at:
            partner = people[one.partner_id].first_name
            notice = question(put, partner, at, meetings, reminder=True)
            subject = subject_of(one.id)
            counter.plan(one.person_id, notice, subject, REMINDER, due=at, expires=one.closes_at)


def _as_put(one: Unanswered) -> Put:
    who = (one.person_id, one.partner_id, one.duo_id)
    return Put(one.id, *who, one.week, one.zone, one.size)


async def _take_back(counter: Counter, prompts: Sequence[int]) -> int:
    """Take back what still waits to be sent of these questions; give how many were never put."""
    if not prompts:
        return 0
    kinds, subjects = (CheckInPrompt.kind, CheckInOfferedAgain.kind), map(subject_of, prompts)
    unsent = await counter.tx.silences.pass_over_unsent(CheckInPrompt.kind, prompts)
    await counter.tx.forgetting.take_back(kinds, list(subjects), counter.now)
    return unsent


async def _close(counter: Counter, check_in: CheckIn) -> None:
    heard = await counter.tx.check_ins.heard(check_in.id)
    unsent = await _take_back(counter, await counter.tx.check_ins.prompts_in(check_in.id))
    people = await counter.tx.people.members({heard.mentee_id, heard.mentor_id})
    if any(one.paused_at for one in people.values()):
        await _end(counter, heard, Patience.RESTS)
    elif unsent or await _were_away(counter, check_in):
        await _end(counter, heard, Patience.UNHEARD)
    else:
        await _end(counter, heard, Patience.OVER)


async def _end(counter: Counter, heard: Heard, patience: Patience) -> None:
    """The waiting is over. In a break, or when we were away, silence is nobody's, whatever the
    other one has said. Of a week about which nobody was asked the coach hears nothing new.
    """
    prompts = await counter.tx.check_ins.prompts_in(heard.check_in.id)
    if patience is not Patience.OVER:
        await counter.tx.silences.pass_over(prompts)
    await _settle(counter, heard, patience, is_news=bool(prompts))


async def _were_away(counter: Counter, check_in: CheckIn) -> bool:
    """Whether an answer could not be heard at the end."""
    closes_at = check_in.closes_at or counter.now
    begin = await unheard_since(counter)
    unheard = begin is not None and begin < closes_at
    return unheard or counter.now - closes_at > LATE


async def _settle(
    counter: Counter, heard: Heard, patience: Patience, *, is_news: bool = True
) -> None:
    """Tick and tap meet here: what the week came to, and whether the coach must hear of it."""
    before = heard.check_in.outcome
    week = reconcile(_answer(heard.by_mentor), _answer(heard.by_mentee), patience)
    if week is None or week == before:
        return
    await counter.tx.check_ins.settle(heard.check_in.id, week)
    if week is Week.DIFFERS:
        await tell_difference(counter, heard)
        await report_differences(counter, heard.check_in.duo_id)
    elif before == Week.DIFFERS:
        await end_difference(counter, heard)
        await end_differences(counter, heard.check_in.duo_id)
    if is_news and week in WITHOUT_A_MEETING and before not in WITHOUT_A_MEETING:
        await _report(counter, heard.check_in.duo_id)


async def _report(counter: Counter, duo_id: int) -> None:
    """Bring the coach when it was so for as many weeks as the programme allows."""
    misses = counter.programme.check_in.misses_before_coach
    latest = await counter.tx.check_ins.latest_outcomes(duo_id, misses)
    if needs_coach([Week(one) for one in latest], misses):
        await report_missed_weeks(counter, duo_id)


def _answer(said: str | None) -> Answer | None:
    return Answer(said) if said else None
