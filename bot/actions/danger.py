"""Whoever writes of danger reads at once whom to call, and is asked one kind question."""

from dataclasses import replace

from bot.actions.case_cards import show_copies
from bot.actions.case_progress import bring_request, who_was_told
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.directory import Directory
from bot.actions.hearing import hear_case
from bot.actions.ladder import wait_for_answer
from bot.actions.lines import open_line
from bot.actions.open_cases import add_to_case, open_case
from bot.actions.pointing import at_once_card, own_area, reply_with_services
from bot.actions.saying import keep
from bot.actions.talking import hear_changed
from bot.actions.whereabouts import being_asked, show_whereabouts
from bot.programme.cases import Reason, Side, Urgency
from bot.programme.danger import hear_danger
from bot.programme.danger.answers import SPARED, MayCall
from bot.programme.directory.at_once import is_answered_by_lines
from bot.programme.directory.crisis import is_a_cry
from bot.programme.heard import Heard
from bot.programme.notices import AfterDanger, NotForYou
from bot.programme.people import Visit, is_staff
from storage.cases import Case, new_case


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
                case, again = await _call_coach(talk, heard=heard)
                await self._show_lines(talk, danger.need, asks=True, case=case)
                await _show_case(talk, case, again=again)
            else:
                await self._show_lines(talk, danger.need, asks=True)
                await _passed_on(talk, heard)
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
                case, again = await _call_coach(talk, MayCall.YES)
                await _show_case(talk, case, again=again)
            else:
                await _leave_it(talk, answer)

    async def _show_lines(
        self, talk: Talk, need: str, *, asks: bool = False, edits: int | None = None,
        case: Case | None = None,
    ) -> None:  # fmt: skip
        """Whom to call, and which coach is told. Who is asked nothing reads what is near too."""
        catalogue, area = await self.directory.catalogue(talk.tx), own_area(talk)
        card = at_once_card(talk, catalogue, need, area, asks=asks)
        talk.reply(replace(card, coach=await _who_knows(talk, case)), edits=edits)
        if not asks and edits is None and not is_answered_by_lines(need, area):
            await reply_with_services(talk, catalogue, (need,), area)

    async def _show_near(self, talk: Talk, need: str) -> None:
        """The services that are near, below the question, which stays open."""
        catalogue = await self.directory.catalogue(talk.tx)
        await reply_with_services(talk, catalogue, (need,), own_area(talk))


async def _leave_it(talk: Talk, answer: MayCall) -> None:
    """No coach is to call. Who told a coach of danger goes on with the registration when they
    want to, and not at once.
    """
    case = await _own_case(talk)
    if case:
        await _note_wish(talk, case, answer)
    elif answer is MayCall.FINE:
        await talk.save(spared_until=None)
    registers = being_asked(talk) is not None
    talk.reply(AfterDanger(answer, await _who_knows(talk, case), registers=registers))
    if registers and answer is MayCall.FINE and case is None:
        show_whereabouts(talk)


async def _passed_on(talk: Talk, heard: Heard | None) -> bool:
    """Whether it belongs to a case; what was changed is changed there too."""
    if talk.visit.is_edit:
        await hear_changed(talk, heard)
        return is_staff(talk.person.role)
    return await hear_case(talk, heard)


async def _call_coach(
    talk: Talk, wish: MayCall | None = None, heard: Heard | None = None
) -> tuple[Case | None, bool]:
    """A coach is asked at once; what comes again is added to the case that is open, which is then
    given with True. What was written is kept for who answers, and a wish to be called stands on
    every card.
    """
    urgent = new_case(
        Reason.DANGER, None, talk.now, person_id=talk.person.id, urgency=Urgency.NOW
    )  # fmt: skip
    opened = await open_case(talk, replace(urgent, may_call=wish))
    case = await _own_case(talk)
    if case is None:
        return None, False
    if heard:
        await _keep(talk, case, heard)
    if not opened:
        case = await _ask_again(talk, case, wish)
    await open_line(talk, case.id)
    return case, not opened


async def _show_case(talk: Talk, case: Case | None, *, again: bool) -> None:
    if case:
        await bring_request(talk, case, again=again)


async def _keep(talk: Talk, case: Case, heard: Heard) -> None:
    """What was changed is changed where it was kept, or kept now."""
    sent_as, me = talk.visit.sent_as, talk.person.id
    if talk.visit.is_edit and sent_as and await talk.tx.case_messages.written_as(me, sent_as):
        await hear_changed(talk, heard)
    else:
        await keep(talk, case, heard, Side.PERSON)


async def _ask_again(talk: Talk, case: Case, wish: MayCall | None) -> Case:
    """The case waits again, also when it had an answer."""
    await wait_for_answer(talk, case)
    if wish:
        await talk.tx.cases.save(case.id, may_call=wish)
    waiting = await talk.tx.cases.get(case.id)
    await add_to_case(talk, waiting)
    return waiting


async def _note_wish(talk: Talk, case: Case, wish: MayCall) -> None:
    """Every card of the case shows what the person wants."""
    await talk.tx.cases.save(case.id, may_call=wish)
    await show_copies(talk, replace(case, may_call=wish))


async def _own_case(talk: Talk) -> Case | None:
    return await talk.tx.cases.open_for(f"{Reason.DANGER}:{talk.person.id}")


async def _who_knows(talk: Talk, case: Case | None) -> str | None:
    """The coach who was told, by their first name; nobody while it has come to nobody."""
    told = await who_was_told(talk, case) if case else None
    return told.first_name if told else None
