"""What a coach does about a case: take it, give it back, hand it on, lay it aside, close it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.actions.case_cards import card_of, show_copies, subject_of
from bot.actions.case_progress import show_progress, tell_progress
from bot.actions.case_standing import Standing, own_plan, standing_of
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.ladder import give_back, hand_to, note_answer
from bot.programme.ladder import waking
from bot.programme.letters import Lane
from bot.programme.notices import HandCase, LayCaseAside, MyCases, NotForYou
from bot.programme.people import Visit, is_staff
from storage.cases import Case

LONGEST_LIST = 10
# After how many days a case that was laid aside may come back.
DAYS_ASIDE = (1, 3, 7, 14)


class Cases:
    """What coaches can do when somebody needs them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def take(self, visit: Visit, case_id: int) -> None:
        """Take a case: every card changes, and the person who asked hears that it was read."""
        async with self.desk.serve(visit) as talk:
            case = await _let_in(talk, case_id)
            if case and await _take(talk, case):
                await _tell(talk, case.id)
            elif case:
                await _show(talk, case)

    async def give_back(self, visit: Visit, case_id: int) -> None:
        """Give a case back, so that the next one is asked at once."""
        async with self.desk.serve(visit) as talk:
            case = await _let_in(talk, case_id)
            if case and case.taken_by == talk.person.id:
                await give_back(talk, case)
                await show_progress(talk, await talk.tx.cases.get(case.id))
            if case:
                await _show(talk, await talk.tx.cases.get(case.id))

    async def ask_whom(self, visit: Visit, case_id: int) -> None:
        """Ask to whom the case goes: who of the branch is there today."""
        async with self.desk.serve(visit) as talk:
            case = await _open_to(talk, case_id)
            if case is None:
                return
            others = _others(await standing_of(talk, case), talk.person.id)
            people = await talk.tx.people.by_ids(others)
            named = tuple((one, people[one].first_name) for one in others)
            talk.replace(HandCase(case.id, named))

    async def hand(self, visit: Visit, case_id: int, person_id: int) -> None:
        """Hand a case to a colleague, who answers for it from now on."""
        async with self.desk.serve(visit) as talk:
            case = await _open_to(talk, case_id)
            if case is None:
                return
            standing = await standing_of(talk, case)
            if person_id in _others(standing, talk.person.id):
                await hand_to(talk, standing, person_id)
                await show_progress(talk, await talk.tx.cases.get(case.id))
            await _show(talk, await talk.tx.cases.get(case.id))

    async def call_made(self, visit: Visit, case_id: int) -> None:
        """The coach has called the person: that is an answer, and who gives it has the case."""
        async with self.desk.serve(visit) as talk:
            case = await _open_to(talk, case_id)
            if case is None:
                return
            await _take(talk, case)
            if await note_answer(talk, await talk.tx.cases.get(case.id)):
                await tell_progress(talk, await talk.tx.cases.get(case.id))
            await _show(talk, await talk.tx.cases.get(case.id))

    async def ask_until_when(self, visit: Visit, case_id: int) -> None:
        """Ask until when the case is laid aside."""
        async with self.desk.serve(visit) as talk:
            case = await _open_to(talk, case_id)
            if case is None:
                return
            standing = await standing_of(talk, case)
            plans = [waking(talk.now + timedelta(days=one), standing.pace) for one in DAYS_ASIDE]
            days = zip(DAYS_ASIDE, (at.isoformat() for _, at in plans), strict=True)
            talk.replace(LayCaseAside(case.id, tuple(days)))

    async def lay_aside(self, visit: Visit, case_id: int, days: int) -> None:
        """Take the case, and let it come back after so many days."""
        async with self.desk.serve(visit) as talk:
            case = await _open_to(talk, case_id)
            if case is None:
                return
            await _take(talk, case)
            standing = await standing_of(talk, case)
            step, at = waking(talk.now + timedelta(days=days), standing.pace)
            await talk.tx.cases.save(case.id, next_step=step, next_at=at, waits_until=at)
            await _tell(talk, case.id)

    async def show(self, visit: Visit, case_id: int) -> None:
        """Show the card again in the place of a question about it."""
        async with self.desk.serve(visit) as talk:
            if case := await _let_in(talk, case_id):
                talk.replace(await card_of(talk, case))

    async def close(self, visit: Visit, case_id: int) -> None:
        """Close a case, so that a new one can be opened; who asked hears it, and may disagree."""
        async with self.desk.serve(visit) as talk:
            case = await _let_in(talk, case_id)
            if case is None:
                return
            if await talk.tx.cases.close(case.id, talk.now):
                ended = replace(case, closed_at=talk.now, next_at=None, next_step=None)
                await tell_progress(talk, ended)
            await _show(talk, await talk.tx.cases.get(case.id))

    async def mine(self, visit: Visit) -> None:
        """Show a coach the open cases, each with its buttons."""
        async with self.desk.serve(visit) as talk:
            if not is_staff(talk.person.role):
                talk.reply(NotForYou())
                return
            cases = await talk.tx.cases.open_of(talk.person.id, LONGEST_LIST)
            talk.reply(MyCases(len(cases)))
            for case in cases:
                # Under the subject of the case, so that this copy changes with the others.
                card, moment = await card_of(talk, case), f"update:{visit.update_id}"
                talk.tell(talk.person.id, card, subject_of(case), moment, lane=Lane.REPLY)


async def _let_in(talk: Talk, case_id: int) -> Case | None:
    """A case for these eyes; to anybody else the button says nothing."""
    case = await talk.tx.cases.for_coach(case_id, talk.person.id)
    if case is None:
        talk.reply(NotForYou())
    return case


async def _open_to(talk: Talk, case_id: int) -> Case | None:
    """The same, as long as it is open and no colleague has it; else its card says how it is."""
    case = await _let_in(talk, case_id)
    if case and (case.closed_at or case.taken_by not in (None, talk.person.id)):
        await _show(talk, case)
        return None
    return case


async def _take(talk: Talk, case: Case) -> bool:
    plan = await own_plan(talk, case)
    return await talk.tx.cases.take(case.id, talk.person.id, talk.now, plan)


def _others(standing: Standing, person_id: int) -> Sequence[int]:
    """Who can be handed the case: of its branch, and there."""
    near = [one for one in standing.team.people if one.branch == standing.branch]
    there = [one.id for one in near if one.is_there(standing.day)]
    return [one for one in there if one != person_id]


async def _tell(talk: Talk, case_id: int) -> None:
    """Who asked hears how far it is, and every card shows it."""
    case = await talk.tx.cases.get(case_id)
    await tell_progress(talk, case)
    await _show(talk, case)


async def _show(talk: Talk, case: Case) -> None:
    """Show the case as it is now: on the tapped card, and on every other copy of it."""
    talk.replace(await card_of(talk, case))
    await show_copies(talk, case, (talk.person.id, talk.visit.message_id))
