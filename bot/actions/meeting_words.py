"""What somebody writes about a meeting: a time in their own words, or the address of a place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.actions.answering import cries_out
from bot.actions.counter import Talk
from bot.actions.meeting_plans import begin_draft, may_plan
from bot.actions.meeting_replies import (
    hear_about_meeting,
    hear_reply_to_offer,
    heard,
    take_read,
)
from bot.actions.meeting_spots import take_address
from bot.actions.planning import Planning, offered_card, planning_in_duo, waits_for_me
from bot.programme.meetings import A_DRAFT_LIVES, text_of, wall_of
from bot.programme.people import Stage, is_staff
from bot.programme.when import Ask, Understood, Why, read_when
from storage.meeting_offers import Offer

# What is left open by a day or an hour alone, or by a day that comes twice.
MAY_AGREE = frozenset({Why.NO_TIME, Why.NO_DAY, Why.SEVERAL})


async def hear_meeting(talk: Talk, text: str) -> bool:
    """Take words as a time to meet, when they say nothing else or somebody is planning; or as the
    address that was asked. False when they are neither. Who is in danger is heard elsewhere.
    """
    person = talk.person
    if is_staff(person.role) or person.stage != Stage.REGISTERED:
        return False
    if await hear_about_meeting(talk, text) or await hear_reply_to_offer(talk, text):
        return True
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
    if read and await _answers_offer(talk, planning, read):
        return True
    if not await may_plan(talk, planning):
        return True
    draft = draft or await begin_draft(talk, planning, None)
    await take_read(talk, planning.without(draft.meeting_id), draft, read)
    return True


async def _answers_offer(talk: Talk, planning: Planning, read: Understood | Ask) -> bool:
    """Who writes a time, or only the day or the hour, that the other one has offered agrees with
    it: they are asked whether it shall be fixed. Of more such times they choose one.
    """
    offer = await waits_for_me(talk, planning)
    times = _meant(planning.still_open(offer.times), read) if offer else ()
    if offer is None or not times:
        return False
    if len(times) == 1:
        talk.reply(heard(planning, offer, times[0]))
    else:
        talk.reply(replace(offered_card(planning, offer, planning.partner), times=times))
    return True


def _meant(offered: Sequence[str], read: Understood | Ask) -> tuple[str, ...]:
    """The times that were offered and that the words may mean. Who says what does not suit, or
    asks for something else beside, means none of them.
    """
    if isinstance(read, Understood):
        return tuple(one for one in offered if one == text_of(read.at))
    if read.why not in MAY_AGREE:
        return ()
    walls = [wall_of(one) for one in offered]
    return tuple(
        text_of(one)
        for one in walls
        if (not read.days or one.date() in read.days)
        and (not read.times or one.time() in read.times)
    )
