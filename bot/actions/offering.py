"""Sending an offer, and what becomes of one: each change for both of a duo at once."""

from collections.abc import Sequence
from dataclasses import replace

from bot.actions.counter import Counter, Talk
from bot.actions.meeting_letters import fixed, moved
from bot.actions.planning import Planning, offered_card, place_facts
from bot.programme.letters import Lane
from bot.programme.meetings import Refusal, wall_of
from bot.programme.notices import MeetingOffered, OfferNotSent, OfferOver, OfferSent
from storage.meeting_offers import Offer, OfferState
from storage.meetings import Meeting, new_meeting


async def send_draft(talk: Talk, planning: Planning, draft: Offer) -> str:
    """Send the times of a draft that are still free; why not, when there is none.

    It takes the place of the offer that waits. To somebody who gets no messages now nothing is
    sent, and the draft stays.
    """
    partner, agenda = planning.partner, planning.agenda
    refusals = {one: agenda.refusal(wall_of(one)) for one in draft.times}
    times = tuple(one for one, refused in refusals.items() if refused is None)
    if not times:
        return next((str(one) for one in refusals.values() if one), Refusal.PAST)
    if not planning.is_heard:
        talk.replace(OfferNotSent(partner.first_name))
        return ""
    ended = await end_open(talk, planning, OfferState.REPLACED)
    sent = replace(
        draft, times=times, state=OfferState.OPEN, asks_place_since=None, made_at=talk.now
    )
    await talk.tx.meeting_offers.write(sent)
    _bring(talk, planning, sent, instead=ended is not None and ended.offered_by == partner.id)
    talk.replace(sent_card(planning, sent))
    return ""


def sent_card(planning: Planning, offer: Offer) -> OfferSent:
    """An offer as who made it sees it."""
    moves = planning.meeting(offer.meeting_id)
    return OfferSent(
        offer.id, planning.partner.first_name, offer.times, place_facts(offer.place),
        planning.me.nearest_branch, moves.wall if moves else "",
    )  # fmt: skip


async def end_open(talk: Talk, planning: Planning, state: OfferState) -> Offer | None:
    """End the offer that waits in this duo."""
    offer = await talk.tx.meeting_offers.open_of(planning.duo.id)
    return offer if offer and await end_offer(talk, planning, offer, state) else None


async def end_offer(talk: Talk, planning: Planning, offer: Offer, state: OfferState) -> bool:
    """Whatever ends it: what waits about it is not brought any more, and who has its card sees
    that it is over. False when it is not open.
    """
    if not await talk.tx.meeting_offers.end(offer.id, state, talk.now):
        return False
    await take_back(talk, [offer.id])
    by = next(one for one in planning.people if one.id == offer.offered_by)
    await _change_copies(talk, offer, OfferOver(state, by.first_name, mine=False))
    return True


async def take_back(counter: Counter, offer_ids: Sequence[int]) -> None:
    """Send nothing more of what waits about these offers."""
    subjects = [subject_of_offer(one) for one in offer_ids]
    await counter.tx.forgetting.take_back([MeetingOffered.kind], subjects, counter.now)


async def agree(talk: Talk, planning: Planning, offer: Offer, wall: str) -> Refusal | None:
    """Fix the meeting at this time, or move the one that the offer is about; why not, if one of
    the two has another one then. Both are told.
    """
    before = planning.meeting(offer.meeting_id)
    meeting = _meeting(planning, offer, wall, before)
    people, by = planning.people, planning.me.id
    quarters, ids = planning.agenda.slot(wall_of(wall)).quarters, [one.id for one in people]
    if before:
        changed = await talk.tx.meetings.change(meeting, quarters, ids, talk.now)
        if changed is None:
            return Refusal.BUSY
        await moved(talk, changed, people, by)
    else:
        if not await talk.tx.meetings.fix(meeting, quarters, ids, talk.now):
            return Refusal.BUSY
        await fixed(talk, meeting, people, by)
    await end_offer(talk, planning, offer, OfferState.FIXED)
    return None


def subject_of_offer(offer_id: int) -> str:
    """What names the letters about an offer."""
    return f"offer:{offer_id}"


def _meeting(planning: Planning, offer: Offer, wall: str, before: Meeting | None) -> Meeting:
    slot = planning.agenda.slot(wall_of(wall))
    if before is None:
        agreed = (slot.text, planning.duo.zone, offer.minutes, slot.starts_at, slot.ends_at)
        return new_meeting(planning.duo.id, agreed, offer.place)
    return replace(
        before, wall=slot.text, minutes=offer.minutes, place=offer.place,
        starts_at=slot.starts_at, ends_at=slot.ends_at,
    )  # fmt: skip


def _bring(talk: Talk, planning: Planning, offer: Offer, *, instead: bool) -> None:
    """Leave the letter for the other one; after the last of its times nobody wants it."""
    starts = [planning.agenda.slot(wall_of(one)).starts_at for one in offer.times]
    card = offered_card(planning, offer, planning.me, instead=instead)
    talk.plan(
        planning.partner.id, card, subject_of_offer(offer.id), "1",
        due=talk.in_time(min(starts), planning.agenda.zone), expires=max(starts), lane=Lane.REPLY,
    )  # fmt: skip


async def _change_copies(talk: Talk, offer: Offer, card: OfferOver) -> None:
    """On the phones on which the offer stands, say that it is over; not where it was tapped."""
    subject, tapped = subject_of_offer(offer.id), (talk.person.id, talk.visit.message_id)
    for copy in await talk.tx.outbox.sent_copies(MeetingOffered.kind, subject):
        if copy != tapped:
            person_id, message_id = copy
            occurrence = f"over:{person_id}:{message_id}"
            talk.tell(person_id, card, subject, occurrence, lane=Lane.REPLY, edits=message_id)
