"""Handing one case to a colleague: chosen, asked once more, and told to both."""

from bot.actions.case_door import names_of, open_to, show
from bot.actions.case_progress import show_progress
from bot.actions.case_standing import others_near, standing_of
from bot.actions.desk import Desk
from bot.actions.ladder import give_back, hand_to
from bot.actions.lines import close_line
from bot.programme.notices.case_hands import CaseHanded, HandCase, SureToHand
from bot.programme.people import Visit


class CaseHands:
    """How a case goes from one coach to another."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def give_back(self, visit: Visit, case_id: int) -> None:
        """Give a case back, so that the next one is asked at once."""
        async with self.desk.serve(visit) as talk:
            case = await open_to(talk, case_id)
            if case and case.taken_by == talk.person.id:
                await give_back(talk, case)
                await show_progress(talk, await talk.tx.cases.get(case.id))
            if case:
                await show(talk, await talk.tx.cases.get(case.id))

    async def ask_whom(self, visit: Visit, case_id: int) -> None:
        """Ask to whom the case goes: who of the branch is there today."""
        async with self.desk.serve(visit) as talk:
            case = await open_to(talk, case_id)
            if case is None:
                return
            others = others_near(await standing_of(talk, case), talk.person.id)
            people = await talk.tx.people.by_ids(others)
            named = tuple((one, people[one].first_name) for one in others)
            talk.replace(HandCase(case.id, named, await names_of(talk, case)))

    async def ask_if_sure(self, visit: Visit, case_id: int, person_id: int) -> None:
        """Name who was chosen, and whom it is about, before anything happens."""
        async with self.desk.serve(visit) as talk:
            case = await open_to(talk, case_id)
            if case is None:
                return
            if person_id not in others_near(await standing_of(talk, case), talk.person.id):
                await show(talk, case)
                return
            coach = (await talk.tx.people.get(person_id)).first_name
            talk.replace(SureToHand(case.id, person_id, coach, await names_of(talk, case)))

    async def hand(self, visit: Visit, case_id: int, person_id: int) -> None:
        """Hand a case to a colleague, who answers for it from now on and reads who gave it."""
        async with self.desk.serve(visit) as talk:
            case = await open_to(talk, case_id)
            if case is None:
                return
            standing = await standing_of(talk, case)
            if person_id in others_near(standing, talk.person.id):
                await hand_to(talk, standing, person_id, talk.person.id)
                await close_line(talk)
                coach = (await talk.tx.people.get(person_id)).first_name
                talk.reply(CaseHanded(case.id, coach))
                await show_progress(talk, await talk.tx.cases.get(case.id))
            await show(talk, await talk.tx.cases.get(case.id))
