"""Whoever writes of danger reads at once whom to call, and is asked one kind question."""

from bot.actions.case_progress import my_request
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.directory import Directory
from bot.actions.hearing import hear_case
from bot.actions.lines import open_line
from bot.actions.open_cases import add_to_case, open_case
from bot.actions.pointing import at_once_card, own_area, reply_with_services
from bot.actions.talking import hear_changed
from bot.actions.whereabouts import being_asked, show_whereabouts
from bot.programme.cases import Reason, Urgency
from bot.programme.danger import Danger
from bot.programme.danger.answers import SPARED, MayCall
from bot.programme.directory.at_once import is_answered_by_lines
from bot.programme.directory.crisis import is_a_cry
from bot.programme.heard import Heard
from bot.programme.letters import Lane
from bot.programme.notices import AfterDanger, NotForYou
from bot.programme.people import Visit, is_staff
from storage.cases import Case, new_case


class Dangers:
    """What happens when danger is heard, whatever somebody was doing."""

    def __init__(self, desk: Desk, directory: Directory) -> None:
        self.desk = desk
        self.directory = directory

    async def hear(self, visit: Visit, danger: Danger, heard: Heard | None) -> None:
        """Show whom to call before anything else. Who says it directly is brought to a coach at
        once. What a coach writes to somebody is passed on, since it is about somebody else.
        """
        async with self.desk.serve(visit, correcting=True) as talk:
            if is_staff(talk.person.role):
                if not await _passed_on(talk, heard):
                    await self._show_lines(talk, danger.need)
                return
            await self._show_lines(talk, danger.need, asks=True)
            await talk.save(spared_until=talk.now + SPARED)
            await _passed_on(talk, heard)
            if danger.is_direct:
                await _call_coach(talk)

    async def answer(self, visit: Visit, answer: MayCall, need: str) -> None:
        """Bring a coach, or leave it; the numbers stay where they were."""
        async with self.desk.serve(visit, correcting=True) as talk:
            if is_staff(talk.person.role) or not is_a_cry(need):
                talk.reply(NotForYou())
                return
            await self._show_lines(talk, need, edits=visit.message_id)
            if answer is MayCall.YES:
                await _call_coach(talk)
                return
            case = await _own_case(talk)
            if answer is MayCall.FINE and case is None:
                await talk.save(spared_until=None)
            talk.reply(AfterDanger(answer, await _who_knows(talk, case)))
            if being_asked(talk):
                show_whereabouts(talk)

    async def _show_lines(
        self, talk: Talk, need: str, *, asks: bool = False, edits: int | None = None
    ) -> None:
        """Whom to call; then the services that are near, where those help too."""
        catalogue, area = await self.directory.catalogue(talk.tx), own_area(talk)
        talk.reply(at_once_card(talk, catalogue, need, area, asks=asks), edits=edits)
        if edits is None and not is_answered_by_lines(need, area):
            await reply_with_services(talk, catalogue, (need,), area)


async def _passed_on(talk: Talk, heard: Heard | None) -> bool:
    """Whether it belongs to a case; what was changed is changed there too."""
    if talk.visit.is_edit:
        await hear_changed(talk, heard)
        return is_staff(talk.person.role)
    return await hear_case(talk, heard)


async def _call_coach(talk: Talk) -> None:
    """A coach is asked at once, and the person reads who; what comes again is added."""
    urgent = new_case(
        Reason.DANGER, None, talk.now, person_id=talk.person.id, urgency=Urgency.NOW
    )  # fmt: skip
    opened = await open_case(talk, urgent)
    case = await _own_case(talk)
    if case is None:
        return
    if not opened:
        await add_to_case(talk, case)
    await open_line(talk, case.id)
    # Under the subject of the case, so that this card changes with it.
    card, moment = await my_request(talk, case, again=not opened), f"update:{talk.visit.update_id}"
    talk.tell(talk.person.id, card, f"case:{case.id}", moment, lane=Lane.REPLY)


async def _own_case(talk: Talk) -> Case | None:
    return await talk.tx.cases.open_for(f"{Reason.DANGER}:{talk.person.id}")


async def _who_knows(talk: Talk, case: Case | None) -> str | None:
    """The coach who was told already, by their first name."""
    if case is None or case.owner_id is None:
        return None
    return (await talk.tx.people.get(case.owner_id)).first_name
