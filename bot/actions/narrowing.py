"""When only few may know of a call: colleagues to whom it came with all the others lose it."""

from bot.actions.case_cards import subject_of
from bot.actions.counter import Counter
from bot.actions.removing import take_out_standing
from bot.programme.cases import WhoMayKnow
from bot.programme.ladder import BRANCH
from bot.programme.notices import CaseCard, CaseNudge
from storage.cases import Case


async def keep_to_few(counter: Counter, case: Case) -> None:
    """Whoever was asked as one of the branch knows nothing of it any more: no right, no card, no
    nudge. Who answers for it stays.
    """
    if case.audience != WhoMayKnow.COACH:
        return
    asked = await counter.tx.case_steps.asked_on(case.id, BRANCH)
    gone = [one for one in asked if one not in (case.coach_id, case.taken_by)]
    for one in gone:
        await counter.tx.case_steps.unask(case.id, one)
    if gone:
        await _take_out(counter, case, gone)


async def _take_out(counter: Counter, case: Case, readers: list[int]) -> None:
    """What stands in their chats goes, and what was on its way to them does not come."""
    subject = subject_of(case)
    kinds = (CaseCard.kind, CaseNudge.kind)
    await counter.tx.standing.drop_coming(kinds, readers, counter.now, subject)
    for kind in kinds:
        found = await counter.tx.standing.about(kind, [subject])
        for reader in readers:
            theirs = [one for one in found if one.person_id == reader]
            name = f"few:{case.id}:{reader}:{kind}:{counter.now:%y%m%d%H%M%S%f}"
            await take_out_standing(counter, reader, theirs, name)
