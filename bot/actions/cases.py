"""Calling a coach, and what the coach does about it."""

from bot.actions.coaches import coach_for
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.open_cases import card_of, open_case, show_copies
from bot.actions.whereabouts import being_asked, show_menu, show_whereabouts
from bot.programme.cases import Reason
from bot.programme.letters import Lane
from bot.programme.notices import CoachCalled, CoachHasRead, MyCases, NotForYou
from bot.programme.people import Visit, is_staff
from storage.cases import Case, new_case
from storage.people import Person

LONGEST_LIST = 10


class Cases:
    """What people and coaches can do when something is wrong."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def call_coach(self, visit: Visit) -> None:
        """Bring the coach of whoever asks; a call that is open already is not made twice."""
        async with self.desk.serve(visit) as talk:
            if is_staff(talk.person.role):
                show_menu(talk)
                return
            branch = talk.person.nearest_branch
            coach = await coach_for(talk, await talk.tx.duos.of(talk.person.id), branch)
            case = new_case(
                Reason.ASKED, coach.id if coach else None, talk.now, person_id=talk.person.id
            )
            opened = await open_case(talk, case)
            if not opened:
                coach = await _coach_of_open(talk, case.open_key)
            name = coach.first_name if coach else None
            talk.reply(CoachCalled(name, branch, again=not opened))
            if being_asked(talk):
                show_whereabouts(talk)

    async def take(self, visit: Visit, case_id: int) -> None:
        """Take a case: the card changes, and the person who asked hears that it was read."""
        async with self.desk.serve(visit) as talk:
            case = await talk.tx.cases.for_coach(case_id, talk.person.id)
            if case is None:
                talk.reply(NotForYou())
                return
            if await talk.tx.cases.take(case_id, talk.person.id, talk.now):
                _tell_who_asked(talk, case)
            await _show_everywhere(talk, case_id)

    async def close(self, visit: Visit, case_id: int) -> None:
        """Close a case, so that a new one can be opened."""
        async with self.desk.serve(visit) as talk:
            if await talk.tx.cases.for_coach(case_id, talk.person.id) is None:
                talk.reply(NotForYou())
                return
            await talk.tx.cases.close(case_id, talk.now)
            await _show_everywhere(talk, case_id)

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
                talk.tell(talk.person.id, card, f"case:{case.id}", moment, lane=Lane.REPLY)


def _tell_who_asked(talk: Talk, case: Case) -> None:
    """Told anew when another coach takes over what was taken before. Who did not answer has asked
    for nothing.
    """
    if case.person_id is not None and case.reason != Reason.SILENT:
        told = case.reason == Reason.OBSTACLE
        read = CoachHasRead(talk.person.first_name, told)
        by = f"by:{talk.person.id}"
        talk.tell(case.person_id, read, f"case:{case.id}", by, lane=Lane.CASE)


async def _coach_of_open(talk: Talk, open_key: str) -> Person | None:
    case = await talk.tx.cases.open_for(open_key)
    return await talk.tx.people.get(case.coach_id) if case and case.coach_id else None


async def _show_everywhere(talk: Talk, case_id: int) -> None:
    """Show the case as it is now: on the tapped card, and on every other copy of it."""
    case = await talk.tx.cases.for_coach(case_id, talk.person.id)
    if case is None:
        return
    talk.replace(await card_of(talk, case))
    await show_copies(talk, case, but=(talk.person.id, talk.visit.message_id))
