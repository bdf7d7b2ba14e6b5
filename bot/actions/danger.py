"""Whoever writes of danger reads at once whom to call, and is asked one kind question."""

from dataclasses import replace

from bot.actions.case_progress import office_opens
from bot.actions.counter import Talk
from bot.actions.danger_calls import call_coach, leave_it, mark_call, show_case, who_knows
from bot.actions.desk import Desk
from bot.actions.directory import Directory
from bot.actions.hearing import hear_case, hear_open_call
from bot.actions.intakes.writing_up import hear_of_intake
from bot.actions.pointing import at_once_card, own_area, reply_with_services
from bot.actions.talking import hear_changed
from bot.actions.whereabouts import being_asked
from bot.programme.danger import hear_danger
from bot.programme.danger.answers import SPARED, MayCall
from bot.programme.directory.at_once import is_answered_by_lines
from bot.programme.directory.crisis import is_a_cry
from bot.programme.heard import Heard
from bot.programme.notices import NotForYou
from bot.programme.people import Visit, is_staff
from storage.cases import Case


class Dangers:
    """What happens when danger is heard, whatever somebody was doing."""

    def __init__(self, desk: Desk, directory: Directory) -> None:
        self.desk = desk
        self.directory = directory

    async def hear(self, visit: Visit, words: str, heard: Heard | None) -> None:
        """Show whom to call before anything else. Who says it directly is brought to a coach at
        once. What a coach writes to somebody is passed on, since it is about somebody else.
        """
        danger = hear_danger(words)
        async with self.desk.serve(visit, correcting=True) as talk:
            if danger is None or is_staff(talk.person.role):
                if not await _passed_on(talk, heard) and danger:
                    await self._show_lines(talk, danger.need)
                return
            if danger.is_direct:
                case, again = await call_coach(talk, heard=heard)
                await self._show_lines(talk, danger.need, asks=True, case=case)
                await show_case(talk, case, again=again)
            else:
                await self._show_lines(talk, danger.need, asks=True)
                if await _passed_on(talk, heard):
                    await mark_call(talk)
            await talk.save(spared_until=talk.now + SPARED)

    async def answer(self, visit: Visit, answer: MayCall, need: str) -> None:
        """Bring a coach, or leave it; the numbers stay where they were."""
        async with self.desk.serve(visit, correcting=True) as talk:
            if is_staff(talk.person.role) or not is_a_cry(need):
                talk.reply(NotForYou())
                return
            if answer is MayCall.NEAR:
                await self._show_near(talk, need)
                return
            await self._show_lines(talk, need, edits=visit.message_id)
            if answer is MayCall.YES:
                await talk.save(spared_until=talk.now + SPARED)
                case, again = await call_coach(talk, MayCall.YES)
                await show_case(talk, case, again=again)
            else:
                await leave_it(talk, answer)

    async def _show_lines(
        self, talk: Talk, need: str, *, asks: bool = False, edits: int | None = None,
        case: Case | None = None,
    ) -> None:  # fmt: skip
        """Whom to call, and which coach is told. Who is asked nothing reads what is near too."""
        catalogue, area = await self.directory.catalogue(talk.tx), own_area(talk)
        card = at_once_card(talk, catalogue, need, area, asks=asks)
        told = replace(
            card,
            coach=await who_knows(talk, case),
            new=being_asked(talk) is not None,
            opens_at=office_opens(talk, talk.person.nearest_branch) if asks else None,
        )
        talk.reply(told, edits=edits)
        if not asks and edits is None and not is_answered_by_lines(need, area):
            await reply_with_services(talk, catalogue, (need,), area)

    async def _show_near(self, talk: Talk, need: str) -> None:
        """The services that are near, below the question, which stays open."""
        catalogue = await self.directory.catalogue(talk.tx)
        await reply_with_services(talk, catalogue, (need,), own_area(talk))


async def _passed_on(talk: Talk, heard: Heard | None) -> bool:
    """Whether it belongs to a case; what was changed is changed there too."""
    if talk.visit.is_edit:
        await hear_changed(talk, heard)
        return is_staff(talk.person.role)
    if await hear_case(talk, heard) or (heard and await hear_of_intake(talk, heard.words)):
        return True
    return heard is not None and await hear_open_call(talk, heard)
