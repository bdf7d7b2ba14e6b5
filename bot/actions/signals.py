"""Calls for a coach that nobody made: what the programme sees, and a person should look at."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions.case_progress import my_request
from bot.actions.counter import Counter
from bot.actions.ladder import begin
from bot.actions.open_cases import add_to_case, close_nobodys, open_case
from bot.programme.cases import NextStep, Reason
from bot.programme.check_ins import Week, differs_twice
from bot.programme.how_it_goes import LOW_FEELING, is_hard_twice
from bot.programme.ladder import GROUND
from bot.programme.letters import Lane
from storage.cases import Case, new_case

# People mistap, and see it at once; until then what one of them said is no news.
TO_CORRECT = timedelta(hours=1)
# Who is told by a letter of another kind gets the card when it was left lying for so long.
AFTER_NEWS = timedelta(days=1)
LATEST = 4  # weeks to look at: of two that count, some may lie between that do not


async def report_hard_weeks(counter: Counter, person_id: int, feeling: int) -> None:
    """Somebody has said how it is going. When it was hard twice, one after the other, their coach
    is asked to contact them, and they are told so.
    """
    if feeling > LOW_FEELING:
        return
    if is_hard_twice(await counter.tx.prompts.latest_feelings(person_id, 2)):
        await tell_openly(counter, Reason.GOES_BADLY, person_id)


async def tell_openly(counter: Counter, reason: Reason, person_id: int) -> None:
    """Call the coach, and show the person whom it was told."""
    case = new_case(reason, None, counter.now, person_id=person_id)
    if not await _bring(counter, case):
        return
    card = await my_request(counter, await counter.tx.cases.get(case.id))
    counter.tell(person_id, card, f"case:{case.id}", "opened", lane=Lane.CASE)


async def report_differences(counter: Counter, duo_id: int) -> None:
    """Two who say different things about two weeks, one after the other, are worth a talk."""
    latest = await counter.tx.check_ins.latest_outcomes(duo_id, LATEST)
    if differs_twice([Week(one) for one in latest]):
        case = new_case(Reason.DIFFERS, None, counter.now, duo_id=duo_id)
        await _keep_in_mind(counter, case, counter.now + TO_CORRECT)


async def end_differences(counter: Counter, duo_id: int) -> None:
    """One of the two has corrected the answer."""
    await close_nobodys(counter, Reason.DIFFERS, duo_id)


async def report_rest(counter: Counter, person_id: int, until: datetime | None = None) -> None:
    """Somebody takes a break, of which the coach hears by a letter. A break without an end is
    looked at after as many weeks as a duo may go without a meeting.
    """
    weeks = timedelta(weeks=counter.programme.check_in.misses_before_coach)
    look_at = until or counter.now + weeks
    case = await counter.tx.cases.open_for(f"{Reason.RESTS}:{person_id}")
    if case is None:
        new = new_case(Reason.RESTS, None, counter.now, person_id=person_id)
        await _keep_in_mind(counter, new, look_at)
    elif case.taken_at is None:
        await counter.tx.cases.save(case.id, next_at=look_at)


async def end_rest(counter: Counter, person_id: int) -> None:
    """They are back, or have left."""
    await close_nobodys(counter, Reason.RESTS, person_id)


async def report_end(counter: Counter, partner_id: int, coach_id: int) -> None:
    """One of a duo has left, of which the coach hears by a letter: who stays needs somebody."""
    case = new_case(Reason.LEFT, coach_id, counter.now, person_id=partner_id)
    await _keep_in_mind(counter, case, counter.now + AFTER_NEWS)


async def report_unreachable(counter: Counter, person_id: int) -> None:
    """Telegram does not deliver to somebody of a duo any more."""
    await _bring(counter, new_case(Reason.UNREACHABLE, None, counter.now, person_id=person_id))


async def end_unreachable(counter: Counter, person_id: int) -> None:
    """They speak, or let us in again."""
    await close_nobodys(counter, Reason.UNREACHABLE, person_id)


async def report_not_delivered(counter: Counter, person_id: int) -> None:
    """One letter to somebody was refused; what is refused after that belongs to the same case."""
    await open_case(
        counter, new_case(Reason.NOT_DELIVERED, None, counter.now, person_id=person_id)
    )


async def _bring(counter: Counter, case: Case) -> bool:
    """Open it, or add to the one that is open; False for the latter."""
    if await open_case(counter, case):
        return True
    if known := await counter.tx.cases.open_for(case.open_key):
        await add_to_case(counter, known)
    return False


async def _keep_in_mind(counter: Counter, case: Case, look_at: datetime) -> None:
    """Open a case with an owner, whose card comes at a moment to come if it is open by then."""
    begun, _ = await begin(counter, case)
    waits = replace(begun, rung=GROUND, next_step=NextStep.CLIMB, next_at=look_at)
    await counter.tx.cases.open(waits)
