"""Open cases: opened, brought to a coach, passed on, and closed when nobody needs them."""

from collections.abc import Sequence
from dataclasses import replace

from bot.actions.case_cards import show_copies, tell_card, tell_cards
from bot.actions.checks import Check
from bot.actions.counter import Counter
from bot.actions.ladder import begin, go_on
from bot.programme.cases import Reason
from bot.programme.notices import CaseCard, CaseNudge, CheckInPrompt, CoachHasRead
from bot.programme.people import Role
from storage.cases import Case, new_case
from storage.people import Person


async def report_missed_weeks(counter: Counter, duo_id: int) -> None:
    """Bring the coach of a duo that has not met for as long as the programme allows, unless that
    coach has to call one of the two already.
    """
    duo = await counter.tx.duos.get(duo_id)
    for one in (duo.mentee_id, duo.mentor_id):
        if await counter.tx.cases.open_for(f"{Reason.SILENT}:{one}", held=False):
            return
    await open_case(counter, new_case(Reason.NO_MEETINGS, None, counter.now, duo_id=duo_id))


async def open_case(counter: Counter, case: Case, checks: Sequence[Check] | None = None) -> bool:
    """Open a case with an owner, a promise and a next step, and bring it to who is asked first;
    False when it is open already. The coach of the case is found here when it names none.
    """
    begun, move = await begin(counter, case)
    if not await counter.tx.cases.open(begun):
        return False
    await counter.tx.case_steps.ask(case.id, move.ask, max(move.rung, 0), counter.now)
    for one in move.ask:
        await tell_card(counter, begun, one, checks)
    if case.reason == Reason.DANGER and case.person_id:
        # A question about the week that waited for the morning would come in the middle of it.
        rests = ([CheckInPrompt.kind], [case.person_id], counter.now)
        await counter.tx.standing.drop_coming(*rests)
    return True


async def add_to_case(counter: Counter, case: Case) -> None:
    """Something was added to an open case: its card comes once more, and its copies change."""
    await show_copies(counter, case)
    if case.owner_id is not None:
        await tell_cards(counter, case, [case.owner_id])


async def bring_waiting_cases(counter: Counter, coach: Person) -> None:
    """Cases that found nobody go on with the first one who comes in, or comes back: those of the
    own branch, and for a coach those of other branches that nobody at all was asked about. Each in
    its turn, in a transaction of its own.
    """
    steps, elsewhere = counter.tx.case_steps, coach.role == Role.COACH
    await steps.answer_for_nobodys(coach.id)
    await steps.look_again(coach.id, coach.branch, counter.now, elsewhere=elsewhere)


async def pass_on_cases(counter: Counter, coach: Person) -> Sequence[Case]:
    """Ask others about the open cases of a coach who is out of reach; give those for which there
    is nobody.
    """
    waiting = []
    for case in await counter.tx.cases.open_of(coach.id):
        await counter.tx.case_steps.unask(case.id, coach.id)
        moved = await go_on(counter, case, without=[coach.id])
        if moved.owner_id in (None, coach.id):
            waiting.append(moved)
    return waiting


async def bring_elsewhere(counter: Counter, coach: Person, case_id: int) -> bool:
    """Bring a case whose card did not reach this coach to one who was not tried yet.

    False when nobody is left: it stays in the list of this coach, or it would go round for ever.
    """
    case = await counter.tx.cases.for_coach(case_id, coach.id)
    if case is None or case.taken_at is not None or case.closed_at is not None:
        return True
    tried = await counter.tx.case_steps.not_reached(CaseCard.kind, f"case:{case.id}")
    moved = await go_on(counter, case, without=[coach.id, *tried])
    return moved.owner_id != coach.id


async def close_nobodys(counter: Counter, reason: Reason, about: int | str) -> None:
    """Close what nobody is to answer any more: of somebody who leaves, of a duo that ends, of a
    branch for which nothing waits.
    """
    case = await counter.tx.cases.open_for(f"{reason}:{about}")
    if case and await counter.tx.cases.close(case.id, counter.now):
        await _forget_cards(counter, replace(case, closed_at=counter.now))


async def forget_told(counter: Counter, reason: Reason, person_id: int) -> None:
    """Take what somebody told, who has left, out of the cards of their closed cases."""
    for case in await counter.tx.cases.closed_about(person_id, reason):
        await _forget_cards(counter, case)
        asked = await counter.tx.case_steps.asked(case.id)
        for reader in {case.coach_id, case.taken_by, *asked} - {None}:
            # What a tap on a card was answered with names the tap, and not the case.
            await counter.tx.forgetting.letters_of_kinds_to(reader or 0, [CaseCard.kind])


async def _forget_cards(counter: Counter, case: Case) -> None:
    """Empty what was written in a case, and show its copies as they are now."""
    said = ([CaseCard.kind, CaseNudge.kind, CoachHasRead.kind], [f"case:{case.id}"])
    await counter.tx.forgetting.take_back(*said, counter.now)
    await counter.tx.forgetting.letters_about(*said)
    await show_copies(counter, case)
