"""What a coach does about a case: take it, call, lay it aside, close it."""

from dataclasses import replace

from bot.actions.case_cards import nudge, subject_of, take_out_older
from bot.actions.case_door import card_for, is_held, let_in, names_of, open_to, show
from bot.actions.case_progress import show_progress, tell_progress
from bot.actions.case_standing import days_aside, laid_aside, own_plan, standing_of
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.ladder import note_answer
from bot.actions.promises import say_tried
from bot.programme.cases import Nudge, Reason
from bot.programme.letters import Lane
from bot.programme.notices import HowCallWent, MyCases, SureToClose
from bot.programme.notices.case_hands import LayCaseAside
from bot.programme.notices.waking import CoachesOnly
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
            case = await let_in(talk, case_id)
            if case and await _take(talk, case):
                await _tell(talk, case.id)
            elif case:
                await is_held(talk, case)
                await show(talk, case)

    async def call_made(self, visit: Visit, case_id: int) -> None:
        """The coach has called the person; only a talk is an answer, so ask how it went."""
        async with self.desk.serve(visit) as talk:
            case = await open_to(talk, case_id)
            if case:
                talk.replace(HowCallWent(case.id))

    async def spoke(self, visit: Visit, case_id: int) -> None:
        """They spoke to each other: that is an answer, and who gives it has the case."""
        async with self.desk.serve(visit) as talk:
            case = await open_to(talk, case_id)
            if case is None:
                return
            await _take(talk, case)
            await talk.tx.cases.save(case.id, may_call=None, tried_at=None)
            if await note_answer(talk, await talk.tx.cases.get(case.id), talk.person.id):
                await tell_progress(talk, await talk.tx.cases.get(case.id))
            await show(talk, await talk.tx.cases.get(case.id))

    async def not_reached(self, visit: Visit, case_id: int) -> None:
        """Nobody picked up: that stands on the card, and the case goes on waiting."""
        async with self.desk.serve(visit) as talk:
            case = await open_to(talk, case_id)
            if case is None:
                return
            await _take(talk, case)
            await talk.tx.cases.save(case.id, tried_at=talk.now)
            await show_progress(talk, await talk.tx.cases.get(case.id))
            say_tried(talk, case, talk.person.first_name)
            await show(talk, await talk.tx.cases.get(case.id))

    async def ask_until_when(self, visit: Visit, case_id: int) -> None:
        """Ask until when the case is laid aside."""
        async with self.desk.serve(visit) as talk:
            case = await open_to(talk, case_id)
            if case is None:
                return
            standing = await standing_of(talk, case)
            days = days_aside(talk.now, standing.pace)
            talk.replace(LayCaseAside(case.id, days, await names_of(talk, case)))

    async def lay_aside(self, visit: Visit, case_id: int, days: int) -> None:
        """Take the case, and let it come back after so many days; 0 is later today."""
        async with self.desk.serve(visit) as talk:
            case = await open_to(talk, case_id)
            if case is None:
                return
            await _take(talk, case)
            standing = await standing_of(talk, case)
            step, at = laid_aside(days, talk.now, standing.pace)
            await talk.tx.cases.save(case.id, next_step=step, next_at=at, waits_until=at)
            await _tell(talk, case.id)

    async def show(self, visit: Visit, case_id: int) -> None:
        """Show the card again in the place of a question about it."""
        async with self.desk.serve(visit) as talk:
            if case := await let_in(talk, case_id):
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

    async def mine(self, visit: Visit, page: int = 0) -> None:
        """Show a coach the open cases, each with its buttons; of many the most urgent ones, and
        those after them a ``page`` later.
        """
        async with self.desk.serve(visit) as talk:
            if not is_staff(talk.person.role):
                talk.reply(CoachesOnly())
                return
            part = (talk.person.id, LONGEST_LIST, page * LONGEST_LIST)
            own = await talk.tx.case_lists.own(*part)
            others = await talk.tx.case_lists.others(*part)
            cases = (*own.cases, *others.cases)
            more = max(own.count, others.count) > (page + 1) * LONGEST_LIST
            talk.reply(MyCases(own.count, others.count, len(cases), page, has_more=more))
            await take_out_older(talk, cases, [talk.person.id])
            for case in cases:
                # Under the subject of the case, so that this copy changes with the others.
                card, moment = await card_for(talk, case), f"update:{visit.update_id}"
                talk.tell(talk.person.id, card, subject_of(case), moment, lane=Lane.REPLY)


async def _to_close(talk: Talk, case_id: int) -> Case | None:
    """A case that this coach may close: a danger only who has it, others see who that is."""
    case = await let_in(talk, case_id)
    in_danger = case is not None and case.reason == Reason.DANGER
    if case and in_danger and (case.closed_at or case.taken_by != talk.person.id):
        await show(talk, case)
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
    await show(talk, await talk.tx.cases.get(case.id))


async def _take(talk: Talk, case: Case) -> bool:
    plan = await own_plan(talk, case)
    return await talk.tx.cases.take(case.id, talk.person.id, talk.now, plan)


async def _tell(talk: Talk, case_id: int) -> None:
    """Who asked hears how far it is, and every card shows it."""
    case = await talk.tx.cases.get(case_id)
    await tell_progress(talk, case)
    await show(talk, case)
