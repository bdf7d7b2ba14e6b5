"""Choosing times to offer, kept until they are sent."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.actions.asked_first import crossing_of, perhaps_shut
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.offering import send_draft
from bot.actions.planning import (
    Planning,
    offered_card,
    place_facts,
    planning_of,
    show_meetings,
    waits_for_me,
)
from bot.programme.meetings import MOST_TIMES, Refusal, suggestions, wall_of
from bot.programme.notices import ConfirmTimes, OfferNotSent, PlanMeeting
from bot.programme.people import Visit
from storage.meeting_offers import Offer, new_draft
from storage.meetings import KeptPlace

Step = Callable[[Talk, Planning, Offer], Awaitable[None]]


class MeetingPlans:
    """What one of a duo does before an offer is sent."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def begin(self, visit: Visit) -> None:
        """Plan a new meeting."""
        async with self.desk.serve(visit) as talk:
            planning = await planning_of(talk)
            if planning is None or not await may_plan(talk, planning):
                return
            if theirs := await waits_for_me(talk, planning):
                talk.reply(offered_card(planning, theirs, planning.partner))
            else:
                talk.reply(plan_card(planning, await begin_draft(talk, planning, None)))

    async def show(self, visit: Visit, draft_id: int) -> None:
        """Show what is chosen so far."""
        await go_on(self.desk, visit, draft_id, _show)

    async def turn(self, visit: Visit, draft_id: int, wall: str) -> None:
        """Choose a time, or leave it out again."""

        async def step(talk: Talk, planning: Planning, draft: Offer) -> None:
            turned, refused = turn(planning, draft, wall)
            await talk.tx.meeting_offers.write(turned)
            talk.replace(plan_card(planning, turned, refused))

        await go_on(self.desk, visit, draft_id, step)

    async def send(self, visit: Visit, draft_id: int) -> None:
        """Send the times that are chosen."""
        await go_on(self.desk, visit, draft_id, _send, hold=True)

    async def send_surely(self, visit: Visit, draft_id: int, *, crossing: bool) -> None:
        """Send them though the place may be shut; or, ``crossing``, though the other one has just
        offered times too.
        """

        async def step(talk: Talk, planning: Planning, draft: Offer) -> None:
            await _send(talk, planning, draft, knows_hours=True, knows_theirs=crossing)

        await go_on(self.desk, visit, draft_id, step, hold=True)

    async def send_all(self, visit: Visit, draft_id: int) -> None:
        """Send all times that are suggested."""

        async def step(talk: Talk, planning: Planning, draft: Offer) -> None:
            times = suggestions(planning.usual, planning.agenda)
            await _send(talk, planning, replace(draft, times=times))

        await go_on(self.desk, visit, draft_id, step, hold=True)

    async def send_only(self, visit: Visit, draft_id: int, wall: str) -> None:
        """Send this time and no other."""

        async def step(talk: Talk, planning: Planning, draft: Offer) -> None:
            await _send(talk, planning, replace(draft, times=(wall,)))

        await go_on(self.desk, visit, draft_id, step, hold=True)

    async def send_usual(self, visit: Visit, wall: str) -> None:
        """Offer the usual time, without more; twice is once."""
        async with self.desk.serve(visit) as talk:
            planning = await planning_of(talk, hold=True)
            if planning is None:
                return
            waits = await talk.tx.meeting_offers.open_of(planning.duo.id)
            if waits and waits.offered_by == planning.me.id and waits.times == (wall,):
                await show_meetings(talk, planning, instead=True)
                return
            draft = await begin_draft(talk, planning, None)
            if waits:
                draft = replace(draft, made_at=None)  # nothing was shown before
            await _send(talk, planning, replace(draft, times=(wall,)))

    async def take(self, visit: Visit, draft_id: int, wall: str) -> None:
        """It is this one that was meant."""

        async def step(talk: Talk, planning: Planning, draft: Offer) -> None:
            talk.replace(await take_time(talk, planning, draft, wall))

        await go_on(self.desk, visit, draft_id, step)

    async def drop(self, visit: Visit, draft_id: int) -> None:
        """Plan nothing after all."""

        async def step(talk: Talk, planning: Planning, draft: Offer) -> None:
            await talk.tx.meeting_offers.drop(draft)
            await show_meetings(talk, planning, instead=True)

        await go_on(self.desk, visit, draft_id, step)


async def go_on(
    desk: Desk, visit: Visit, draft_id: int, step: Step, *, hold: bool = False
) -> None:
    """Do this with the draft of who stands here; when it was sent or dropped, show what is true
    now.
    """
    async with desk.serve(visit) as talk:
        planning = await planning_of(talk, hold=hold)
        if planning is None:
            return
        draft = await own_draft(talk, planning)
        if draft is None or draft.id != draft_id:
            await show_meetings(talk, planning, instead=True)
            return
        await step(talk, planning.without(draft.meeting_id), draft)


async def own_draft(talk: Talk, planning: Planning) -> Offer | None:
    """What who stands here plans in this duo."""
    draft = await talk.tx.meeting_offers.draft_of(talk.person.id)
    return draft if draft and draft.duo_id == planning.duo.id else None


async def begin_draft(
    talk: Talk, planning: Planning, meeting_id: int | None, place: KeptPlace | None = None
) -> Offer:
    """A new draft in the place of an earlier one; ``meeting_id`` is the meeting to be moved."""
    moves = planning.meeting(meeting_id)
    place = moves.place if moves else place or planning.usual_place
    minutes = planning.agenda.minutes
    draft = new_draft(planning.duo.id, planning.me.id, minutes, moves.id if moves else None, place)
    await talk.tx.meeting_offers.begin(draft, talk.now)
    return replace(draft, made_at=talk.now)


async def may_plan(talk: Talk, planning: Planning) -> bool:
    """Whether what is planned could be brought to the other one; else it is said at once."""
    if not planning.is_heard:
        talk.reply(OfferNotSent(planning.partner.first_name))
    return planning.is_heard


def turn(planning: Planning, draft: Offer, wall: str) -> tuple[Offer, str]:
    """The draft with a time chosen, or left out again; and why it could not be chosen."""
    if wall in draft.times:
        return replace(draft, times=tuple(one for one in draft.times if one != wall)), ""
    return add_time(planning, draft, wall)


def add_time(planning: Planning, draft: Offer, wall: str) -> tuple[Offer, str]:
    """The draft with a time chosen, and why it could not be."""
    slot = planning.agenda.slot(wall_of(wall))
    refused = planning.agenda.refusal(slot.wall)
    if refused is None and len(draft.times) >= MOST_TIMES and slot.text not in draft.times:
        refused = Refusal.ENOUGH
    if refused:
        return draft, refused
    return replace(draft, times=tuple(sorted({*draft.times, slot.text}))), ""


async def take_time(
    talk: Talk, planning: Planning, draft: Offer, wall: str
) -> ConfirmTimes | PlanMeeting:
    """Add a time that was meant, and ask whether it shall be sent; or say why it cannot be."""
    chosen, refused = add_time(planning, draft, wall)
    if refused:
        return plan_card(planning, draft, refused)
    await talk.tx.meeting_offers.write(chosen)
    theirs = await waits_for_me(talk, planning)
    moves, slot = planning.meeting(draft.meeting_id), planning.agenda.slot(wall_of(wall))
    return ConfirmTimes(
        chosen.id,
        planning.partner.first_name,
        slot.text,
        planning.still_open(chosen.times),
        place_facts(chosen.place),
        planning.me.nearest_branch,
        slot.note,
        moves.wall if moves else "",
        planning.still_open(theirs.times) if theirs else (),
    )


def plan_card(planning: Planning, draft: Offer, refused: str = "") -> PlanMeeting:
    """What can be chosen, and what is."""
    usual, next_week = planning.next_usual()
    moves = planning.meeting(draft.meeting_id)
    return PlanMeeting(
        draft.id,
        planning.month,
        planning.partner.first_name,
        suggestions(planning.usual, planning.agenda),
        planning.still_open(draft.times),
        place_facts(draft.place),
        planning.me.nearest_branch,
        usual,
        next_week,
        moves.wall if moves else "",
        refused,
    )


async def _show(talk: Talk, planning: Planning, draft: Offer) -> None:
    talk.replace(plan_card(planning, draft))


async def _send(
    talk: Talk, planning: Planning, draft: Offer, *,
    knows_hours: bool = False, knows_theirs: bool = False,
) -> None:  # fmt: skip
    """Send the draft, unless something has to be known first; when nothing of it can be sent, say
    why and show it again.
    """
    shut = None if knows_hours else perhaps_shut(planning, draft)
    first = shut or (None if knows_theirs else await crossing_of(talk, planning, draft))
    if first and planning.is_heard:
        await talk.tx.meeting_offers.write(draft)
        talk.replace(first)
        return
    refused = await send_draft(talk, planning, draft)
    if refused:
        talk.replace(plan_card(planning, draft, refused))
