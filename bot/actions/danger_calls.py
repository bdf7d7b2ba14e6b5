"""A coach for who wrote of danger: asked at once, or when the person says so."""

from dataclasses import replace
from datetime import datetime

from bot.actions.after_danger import urgent_case
from bot.actions.case_cards import nudge, show_copies
from bot.actions.case_progress import bring_request, show_progress, who_was_told
from bot.actions.counter import Talk
from bot.actions.ladder import plan_anew, wait_for_answer
from bot.actions.lines import open_line
from bot.actions.open_cases import add_to_case, open_case
from bot.actions.saying import keep
from bot.actions.talking import hear_changed
from bot.actions.whereabouts import being_asked, show_whereabouts
from bot.programme.cases import Nudge, Reason, Side, Urgency
from bot.programme.danger.answers import MayCall
from bot.programme.heard import Heard
from bot.programme.notices import AfterDanger
from bot.programme.requests import is_known_to_person
from storage.cases import Case


async def call_coach(
    talk: Talk, wish: MayCall | None = None, heard: Heard | None = None
) -> tuple[Case | None, bool]:
    """A coach is asked at once; what comes again is added to the case that is open, which is then
    given with True. What was written is kept for who answers, and a wish to be called stands on
    every card.
    """
    opened = await open_case(talk, urgent_case(talk, wish))
    case = await own_case(talk)
    if case is None:
        return None, False
    if heard:
        await _keep(talk, case, heard)
    if not opened:
        case = await _ask_again(talk, case, wish)
    await open_line(talk, case.id)
    return case, not opened


async def show_case(talk: Talk, case: Case | None, *, again: bool) -> None:
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


async def own_case(talk: Talk) -> Case | None:
    return await talk.tx.cases.open_for(f"{Reason.DANGER}:{talk.person.id}")


async def who_knows(talk: Talk, case: Case | None) -> str | None:
    """The coach who was told, by their first name; nobody while it has come to nobody."""
    told = await who_was_told(talk, case) if case else None
    return told.first_name if told else None


async def called_already(talk: Talk) -> Case | None:
    """The open case by which a coach can read what this person writes: a danger first, then the
    newest.
    """
    keys = [f"{one}:{talk.person.id}" for one in Reason if is_known_to_person(one)]
    calls = await talk.tx.cases.open_under(keys)
    return max(calls, key=_weight, default=None)


async def who_can_read(talk: Talk) -> str | None:
    """The coach of an open call, to whom words that mean nothing else are passed on; empty when it
    has come to nobody yet, and None when there is none.
    """
    call = await called_already(talk)
    return (await who_knows(talk, call) or "") if call else None


async def who_knows_of_danger(talk: Talk) -> str | None:
    """Who was told of an open danger of this person, empty when that is nobody yet; None when no
    danger is open.
    """
    case = await own_case(talk)
    return (await who_knows(talk, case) or "") if case else None


async def mark_call(talk: Talk) -> None:
    """Words that can mean danger went to a call about something else: it cannot wait for days, and
    who answers for it is told why.
    """
    call = await called_already(talk)
    if call is None or call.reason == Reason.DANGER:
        return
    if call.urgency not in (Urgency.NOW, Urgency.TODAY):
        await talk.tx.cases.save(call.id, urgency=Urgency.TODAY)
        call = await plan_anew(talk, call)
        await show_copies(talk, call)
        await show_progress(talk, call)
    await nudge(talk, call, [call.owner_id] if call.owner_id else [], Nudge.DANGER)


async def leave_it(talk: Talk, answer: MayCall) -> None:
    """No coach is to call. Who told a coach of danger goes on with the registration when they
    want to, and not at once.
    """
    call = await called_already(talk)
    in_danger = call is not None and call.reason == Reason.DANGER
    if call:
        await _note_wish(talk, call, answer)
    if answer is MayCall.FINE and not in_danger:
        await talk.save(spared_until=None)
    coach = (await who_knows(talk, call) or "") if call else None
    registers = being_asked(talk) is not None
    talk.reply(AfterDanger(answer, coach, registers=registers, reads=not in_danger))
    if registers and answer is MayCall.FINE and call is None:
        show_whereabouts(talk)


def _weight(case: Case) -> tuple[bool, datetime]:
    return case.reason == Reason.DANGER, case.opened_at
