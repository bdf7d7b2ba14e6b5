"""What a coach does about a case: take it, give it back, hand it on, lay it aside, close it."""

from dataclasses import replace
from datetime import timedelta

from bot.actions.case_cards import nudge, show_copies, subject_of
from bot.actions.case_door import at_door, card_for, is_held, names_of
from bot.actions.case_progress import show_progress, tell_progress
from bot.actions.case_standing import days_aside, others_near, own_plan, standing_of
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.ladder import give_back, hand_to, note_answer
from bot.actions.lines import close_line
from bot.programme.cases import Nudge, Reason
from bot.programme.ladder import waking
from bot.programme.letters import Lane
from bot.programme.notices import (
    CaseHanded,
    HandCase,
    HowCallWent,
    LayCaseAside,
    MyCases,
    NotForYou,
    SureToClose,
)
from bot.programme.people import Visit, is_staff
from storage.cases import Case

LONGEST_LIST = 10


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
                await is_held(talk, case)
                await _show(talk, case)

    async def give_back(self, visit: Visit, case_id: int) -> None:
        """Give a case back, so that the next one is asked at once."""
        async with self.desk.serve(visit) as talk:
            case = await _open_to(talk, case_id)
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
            others = others_near(await standing_of(talk, case), talk.person.id)
            people = await talk.tx.people.by_ids(others)
            named = tuple((one, people[one].first_name) for one in others)
            talk.replace(HandCase(case.id, named, await names_of(talk, case)))

    async def hand(self, visit: Visit, case_id: int, person_id: int) -> None:
        """Hand a case to a colleague, who answers for it from now on."""
        async with self.desk.serve(visit) as talk:
            case = await _open_to(talk, case_id)
            if case is None:
                return
            standing = await standing_of(talk, case)
            if person_id in others_near(standing, talk.person.id):
                await hand_to(talk, standing, person_id, talk.person.first_name)
                await close_line(talk)
                talk.reply(CaseHanded((await talk.tx.people.get(person_id)).first_name))
                await show_progress(talk, await talk.tx.cases.get(case.id))
            await _show(talk, await talk.tx.cases.get(case.id))

    async def call_made(self, visit: Visit, case_id: int) -> None:
        """The coach has called the person; only a talk is an answer, so ask how it went."""
        async with self.desk.serve(visit) as talk:
            case = await _open_to(talk, case_id)
            if case:
                talk.replace(HowCallWent(case.id))

    async def spoke(self, visit: Visit, case_id: int) -> None:
        """They spoke to each other: that is an answer, and who gives it has the case."""
        async with self.desk.serve(visit) as talk:
            case = await _open_to(talk, case_id)
            if case is None:
                return
            await _take(talk, case)
            await talk.tx.cases.save(case.id, may_call=None, tried_at=None)
            if await note_answer(talk, await talk.tx.cases.get(case.id)):
                await tell_progress(talk, await talk.tx.cases.get(case.id))
            await _show(talk, await talk.tx.cases.get(case.id))

    async def not_reached(self, visit: Visit, case_id: int) -> None:
        """Nobody picked up: that stands on the card, and the case goes on waiting."""
        async with self.desk.serve(visit) as talk:
            case = await _open_to(talk, case_id)
            if case is None:
                return
            taken = await _take(talk, case)
            await talk.tx.cases.save(case.id, tried_at=talk.now)
            if taken:
                await tell_progress(talk, await talk.tx.cases.get(case.id))
            await _show(talk, await talk.tx.cases.get(case.id))

    async def ask_until_when(self, visit: Visit, case_id: int) -> None:
        """Ask until when the case is laid aside."""
        async with self.desk.serve(visit) as talk:
            case = await _open_to(talk, case_id)
            if case is None:
                return
            standing = await standing_of(talk, case)
            days = days_aside(talk.now, standing.pace)
            talk.replace(LayCaseAside(case.id, days, await names_of(talk, case)))

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
                talk.replace(await card_for(talk, case))

    async def close(self, visit: Visit, case_id: int) -> None:
        """Close a case, so that a new one can be opened; who asked hears it, and may disagree. In
        danger it is asked once whether it is over.
        """
        async with self.desk.serve(visit) as talk:
            case = await _to_close(talk, case_id)
            if case and case.reason == Reason.DANGER and case.person_id:
                person = await talk.tx.people.get(case.person_id)
                talk.replace(SureToClose(case.id, person.first_name))
            elif case:
                await _close(talk, case)

    async def close_surely(self, visit: Visit, case_id: int) -> None:
        """The same, after the coach has said that it is over."""
        async with self.desk.serve(visit) as talk:
            if case := await _to_close(talk, case_id):
                await _close(talk, case)

    async def mine(self, visit: Visit) -> None:
        """Show a coach the open cases, each with its buttons."""
        async with self.desk.serve(visit) as talk:
            if not is_staff(talk.person.role):
                talk.reply(NotForYou())
                return
            cases = await talk.tx.cases.open_of(talk.person.id, LONGEST_LIST)
            others = await talk.tx.cases.asked_of(talk.person.id, LONGEST_LIST)
            talk.reply(MyCases(len(cases), len(others)))
            for case in (*cases, *others):
                # Under the subject of the case, so that this copy changes with the others.
                card, moment = await card_for(talk, case), f"update:{visit.update_id}"
                talk.tell(talk.person.id, card, subject_of(case), moment, lane=Lane.REPLY)


async def _let_in(talk: Talk, case_id: int) -> Case | None:
    """A case for these eyes; to anybody else the button says nothing."""
    case = await at_door(talk, case_id)
    if case is None:
        talk.reply(NotForYou())
    return case


async def _open_to(talk: Talk, case_id: int) -> Case | None:
    """The same, as long as it is open and no colleague has it; else its card says how it is."""
    case = await _let_in(talk, case_id)
    if case and (case.closed_at or await is_held(talk, case)):
        await _show(talk, case)
        return None
    return case


async def _to_close(talk: Talk, case_id: int) -> Case | None:
    """A case that this coach may close: a danger only who has it, others see who that is."""
    case = await _let_in(talk, case_id)
    in_danger = case is not None and case.reason == Reason.DANGER
    if case and in_danger and (case.closed_at or case.taken_by != talk.person.id):
        await _show(talk, case)
        return None
    return case


async def _close(talk: Talk, case: Case) -> None:
    """Who had the case hears it when a colleague closes it."""
    if await talk.tx.cases.close(case.id, talk.now):
        ended = replace(case, closed_at=talk.now, next_at=None, next_step=None)
        await tell_progress(talk, ended, closer=talk.person.id)
        holder = [case.taken_by] if case.taken_by not in (None, talk.person.id) else []
        await nudge(
            talk, ended, [one for one in holder if one], Nudge.CLOSED, talk.person.first_name
        )
    await _show(talk, await talk.tx.cases.get(case.id))


async def _take(talk: Talk, case: Case) -> bool:
    plan = await own_plan(talk, case)
    return await talk.tx.cases.take(case.id, talk.person.id, talk.now, plan)


async def _tell(talk: Talk, case_id: int) -> None:
    """Who asked hears how far it is, and every card shows it."""
    case = await talk.tx.cases.get(case_id)
    await tell_progress(talk, case)
    await _show(talk, case)


async def _show(talk: Talk, case: Case) -> None:
    """Show the case as it is now: on the tapped card, and on every other copy of it."""
    talk.replace(await card_for(talk, case))
    await show_copies(talk, case, (talk.person.id, talk.visit.message_id))
