"""What somebody writes about a meeting: a time in their own words, or the address of a place."""

from dataclasses import replace
from datetime import datetime

from bot.actions.answering import cries_out
from bot.actions.counter import Talk
from bot.actions.meeting_plans import begin_draft, take_time
from bot.actions.meeting_spots import take_address
from bot.actions.planning import Planning, offered_card, planning_in_duo
from bot.programme.meetings import A_DRAFT_LIVES, text_of
from bot.programme.notices import AskTime
from bot.programme.people import Stage, is_staff
from bot.programme.when import Ask, Understood, read_when
from storage.meeting_offers import Offer


async def hear_meeting(talk: Talk, text: str) -> bool:
    """Take words as a time to meet, when they say nothing else or somebody is planning; or as the
    address that was asked. False when they are neither. Who is in danger is heard elsewhere.
    """
    person = talk.person
    if is_staff(person.role) or person.stage != Stage.REGISTERED:
        return False
    read = read_when(text, person.language, talk.now, talk.programme.zone)
    draft = await talk.tx.meeting_offers.draft_of(person.id)
    is_time = read is not None and (read.whole or (draft and _is_fresh(talk, draft.made_at)))
    is_address = draft is not None and _is_fresh(talk, draft.asks_place_since)
    if not (is_time or is_address) or cries_out(text):
        return False
    if draft and is_address and not (read and read.whole):
        return await _hear_address(talk, draft, text)
    return await _hear_time(talk, draft, text)


def _is_fresh(talk: Talk, since: datetime | None) -> bool:
    return since is not None and talk.now - since < A_DRAFT_LIVES


async def _hear_address(talk: Talk, draft: Offer, text: str) -> bool:
    planning = await planning_in_duo(talk)
    if planning is None or planning.duo.id != draft.duo_id:
        return False
    await take_address(talk, planning.without(draft.meeting_id), draft, text)
    return True


async def _hear_time(talk: Talk, draft: Offer | None, text: str) -> bool:
    planning = await planning_in_duo(talk)
    if planning is None:
        return False
    if draft is None or draft.duo_id != planning.duo.id or not _is_fresh(talk, draft.made_at):
        draft = None
    names = [one.first_name for one in planning.people]
    zone = planning.agenda.zone
    read = read_when(text, talk.person.language, talk.now, zone, names)
    if isinstance(read, Understood) and await _answers_offer(talk, planning, read):
        return True
    draft = draft or await begin_draft(talk, planning, None)
    await _go_on(talk, planning.without(draft.meeting_id), draft, read)
    return True


async def _go_on(
    talk: Talk, planning: Planning, draft: Offer, read: Understood | Ask | None
) -> None:
    if isinstance(read, Understood):
        talk.reply(await take_time(talk, planning, draft, text_of(read.at)))
        return
    why, choices = (read.why, read.choices) if read else ("", ())
    fit = tuple(text_of(one) for one in choices if planning.agenda.refusal(one) is None)
    talk.reply(AskTime(draft.id, planning.month, why, fit))


async def _answers_offer(talk: Talk, planning: Planning, read: Understood) -> bool:
    """Who writes a time that the other one has offered is shown that one, to be tapped."""
    offer = await talk.tx.meeting_offers.open_of(planning.duo.id)
    if offer is None or offer.offered_by == talk.person.id or text_of(read.at) not in offer.times:
        return False
    card = offered_card(planning, offer, planning.partner)
    talk.reply(replace(card, times=(text_of(read.at),)))
    return True
