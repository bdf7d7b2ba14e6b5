"""The door of a case: who may do something about it."""

from bot.actions.case_cards import card_of, people_about, seen_by
from bot.actions.counter import Talk
from bot.programme.ladder import OWN
from bot.programme.notices import CaseCard, CaseHeld
from storage.cases import Case


async def at_door(talk: Talk, case_id: int) -> Case | None:
    """A case for the eyes of who stands here.

    In the group of its branch each coach of that branch is let in, and counts as asked from then
    on, unless the person wants the own coach only.
    """
    case = await talk.tx.cases.for_coach(case_id, talk.person.id)
    if case is not None or not talk.visit.in_group:
        return case
    case = await talk.tx.cases.for_coach(case_id, talk.person.id, in_group=True)
    if case is not None and case.closed_at is None:
        await talk.tx.case_steps.ask(case.id, [talk.person.id], OWN, talk.now)
    return case


async def is_held(talk: Talk, case: Case) -> bool:
    """Whether a colleague has it, who is named then to who comes too late."""
    if case.closed_at or case.taken_by in (None, talk.person.id):
        return False
    talk.reply(CaseHeld((await talk.tx.people.get(case.taken_by or 0)).first_name))
    return True


async def names_of(talk: Talk, case: Case) -> tuple[str, ...]:
    """The first names of whom it is about."""
    return tuple(one.first_name for one in await people_about(talk, case))


async def card_for(talk: Talk, case: Case) -> CaseCard:
    """The card as who stands here sees it."""
    return seen_by(await card_of(talk, case), case, talk.person.id)
