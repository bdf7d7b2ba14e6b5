"""The door of a case: who may do something about it."""

from bot.actions.case_cards import card_of, seen_by, show_copies
from bot.actions.case_people import people_about
from bot.actions.counter import Talk
from bot.programme.ladder import BRANCH
from bot.programme.notices import CaseCard, NotForYou
from bot.programme.notices.case_hands import CaseHeld
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
        await talk.tx.case_steps.ask(case.id, [talk.person.id], BRANCH, talk.now)
    return case


async def let_in(talk: Talk, case_id: int) -> Case | None:
    """A case for these eyes; to anybody else the button says nothing."""
    case = await at_door(talk, case_id)
    if case is None:
        talk.reply(NotForYou())
    return case


async def open_to(talk: Talk, case_id: int) -> Case | None:
    """The same, as long as it is open and no colleague has it; else its card says how it is."""
    case = await let_in(talk, case_id)
    if case and (case.closed_at or await is_held(talk, case)):
        await show(talk, case)
        return None
    return case


async def is_held(talk: Talk, case: Case) -> bool:
    """Whether a colleague has it, who is named then to who comes too late."""
    if case.closed_at or case.taken_by in (None, talk.person.id):
        return False
    holder = await talk.tx.people.get(case.taken_by or 0)
    talk.reply(CaseHeld(case.id, holder.first_name))
    return True


async def names_of(talk: Talk, case: Case) -> tuple[str, ...]:
    """The first names of whom it is about."""
    return tuple(one.first_name for one in await people_about(talk, case))


async def card_for(talk: Talk, case: Case) -> CaseCard:
    """The card as who stands here sees it."""
    return seen_by(await card_of(talk, case), case, talk.person.id)


async def show(talk: Talk, case: Case) -> None:
    """Show the case as it is now: on the tapped card, and on every other copy of it."""
    talk.replace(await card_for(talk, case))
    await show_copies(talk, case, (talk.person.id, talk.visit.message_id))
