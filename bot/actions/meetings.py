"""The meetings of a duo: what comes, another time for one of them, and cancelling one."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import structlog

from bot.actions.convention.first_letters import MOVED, tell_fixed
from bot.actions.convention.standing import beginning_of
from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.meeting_letters import (
    cancelled,
    forget,
    planned_anew,
    subject_of,
    told_meeting,
)
from bot.actions.meeting_plans import begin_draft, may_plan, plan_card
from bot.actions.offering import end_open, subject_of_offer, take_back
from bot.actions.planning import (
    Planning,
    offered_card,
    planning_in_duo,
    planning_of,
    show_meetings,
    waits_for_me,
)
from bot.programme.letters import Lane
from bot.programme.meetings import A_DAY, Slot, slot_at, wall_of
from bot.programme.notices import (
    CancelMeeting,
    MeetingIsOver,
    MeetingOff,
    MeetingOffered,
    MeetingShown,
    NoneFits,
    OurMeetings,
)
from bot.programme.people import Visit
from storage.duos import Duo
from storage.meeting_offers import OfferState
from storage.meetings import OPEN_YET, Meeting
from storage.people import Person

log = structlog.get_logger(__name__)

SLICE = 200  # meetings that are looked at in one transaction
# Beside the letters that have the offer for a subject: shown once more to who asked.
OF_AN_OFFER = (MeetingOffered.kind, NoneFits.kind)


class Meetings:
    """What one of a duo can ask about their meetings."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def mine(self, visit: Visit) -> None:
        """Show what comes, and what can be done."""
        async with self.desk.serve(visit) as talk:
            if planning := await planning_of(talk):
                await show_meetings(talk, planning)

    async def show(self, visit: Visit, meeting_id: int, *, kept: bool = False) -> None:
        """Show one meeting; ``kept``: it was nearly cancelled."""
        async with self.desk.serve(visit) as talk:
            planning, meeting = await _meeting_for(talk, meeting_id)
            if planning and meeting:
                told = told_meeting(meeting, planning.people).facts()
                near = meeting.starts_at - talk.now < A_DAY
                talk.replace(MeetingShown(told, planning.partner.first_name, kept, near=near))

    async def move(self, visit: Visit, meeting_id: int) -> None:
        """Plan another time or place for a meeting; it stays until the other one agrees."""
        async with self.desk.serve(visit) as talk:
            planning, meeting = await _meeting_for(talk, meeting_id)
            if planning and meeting and await may_plan(talk, planning):
                draft = await begin_draft(talk, planning, meeting.id)
                await _show_theirs(talk, planning)
                talk.reply(plan_card(planning.without(meeting.id), draft))

    async def ask_to_cancel(self, visit: Visit, meeting_id: int) -> None:
        """Ask once: the other one is told at once."""
        async with self.desk.serve(visit) as talk:
            planning, meeting = await _meeting_for(talk, meeting_id)
            if planning and meeting:
                told = told_meeting(meeting, planning.people).facts()
                talk.replace(CancelMeeting(told, planning.partner.first_name))

    async def cancel(self, visit: Visit, meeting_id: int) -> None:
        """Cancel a meeting; an offer to move it is over too."""
        async with self.desk.serve(visit) as talk:
            planning, meeting = await _meeting_for(talk, meeting_id, hold=True)
            if not planning or not meeting:
                return
            await _cancel(talk, planning, meeting)
            await show_meetings(talk, planning.gone(meeting), instead=True)

    async def plan_instead(self, visit: Visit, meeting_id: int) -> None:
        """Who cannot come plans another meeting. The other one hears at once that this one does
        not take place, whatever becomes of the plan.
        """
        async with self.desk.serve(visit) as talk:
            planning, meeting = await _meeting_for(talk, meeting_id, hold=True)
            if planning and meeting:
                await _cancel(talk, planning, meeting, another=True)
                left = planning.gone(meeting).without(meeting.id)
                if await may_plan(talk, left):
                    draft = await begin_draft(talk, left, None, meeting.place)
                    await _show_theirs(talk, left)
                    talk.reply(plan_card(left, draft))

    async def keep_wall_times(self) -> int:
        """After a change of the rules of a zone: what was agreed is the time on the wall, so the
        instants follow it. How many meetings were set right.
        """
        now, last, changed = self.desk.clock.now(), 0, 0
        while True:
            async with self.desk.open() as counter:
                some = await counter.tx.meetings.beginning_after(now, last, SLICE)
                changed += sum([await _set_right(counter, one) for one in some])
            if len(some) < SLICE:
                return changed
            now, last = some[-1].starts_at, some[-1].id


async def show_what_stands(talk: Talk) -> None:
    """Who takes a break is told of the meetings to come, which stand until they are cancelled."""
    planning = await planning_in_duo(talk)
    if planning and planning.coming:
        talk.reply(OurMeetings(planning.partner.first_name, planning.told, resting=True))


async def end_meetings(counter: Counter, duo: Duo, stays: int) -> None:
    """The duo has ended: nothing more is planned, and who ``stays`` hears what does not take
    place. What was written about times and places is forgotten.
    """
    coming = await counter.tx.meetings.coming_of(duo.id, counter.now)
    gone = [await counter.tx.meetings.cancel(one, counter.now) for one in coming]
    await forget(counter, await counter.tx.meetings.ids_of(duo.id))
    await _forget_offers(counter, duo)
    await counter.tx.meetings.forget_words(duo.id)
    await counter.tx.forgetting.letters_of_kinds_to(stays, OF_AN_OFFER)
    people = list((await counter.tx.people.by_ids((stays,))).values())
    for meeting in gone:
        if meeting:
            _tell_off(counter, meeting, stays, people)


def _tell_off(counter: Counter, meeting: Meeting, stays: int, people: list[Person]) -> None:
    """A typed address is forgotten, so the file that takes it out of a calendar has no place."""
    told = told_meeting(replace(meeting, place=OPEN_YET), people).facts()
    due = counter.in_time(meeting.starts_at, ZoneInfo(meeting.zone))
    counter.plan(
        stays, MeetingOff(told, counter.now.isoformat()), subject_of(meeting.id), "off", due=due,
        expires=meeting.ends_at, lane=Lane.REPLY,
    )  # fmt: skip


async def _forget_offers(counter: Counter, duo: Duo) -> None:
    offers = counter.tx.meeting_offers
    ids = await offers.ids_of(duo.id)
    await take_back(counter, ids)
    subjects = [subject_of_offer(one) for one in ids]
    await counter.tx.forgetting.letters_about(OF_AN_OFFER, subjects)
    await offers.end_all(duo.id, counter.now)


async def _show_theirs(talk: Talk, planning: Planning) -> None:
    """What the other one has offered is shown before one's own times are chosen."""
    if theirs := await waits_for_me(talk, planning):
        talk.reply(offered_card(planning, theirs, planning.partner))


async def _cancel(
    talk: Talk, planning: Planning, meeting: Meeting, *, another: bool = False
) -> None:
    """Cancel a meeting, and the offer to move it."""
    gone = await talk.tx.meetings.cancel(meeting, talk.now)
    offer = await talk.tx.meeting_offers.open_of(planning.duo.id)
    if offer and offer.meeting_id == meeting.id:
        await end_open(talk, planning, OfferState.WITHDRAWN)
    if gone:
        await cancelled(talk, gone, planning.people, planning.me.id, another=another)


async def _meeting_for(
    talk: Talk, meeting_id: int, *, hold: bool = False
) -> tuple[Planning | None, Meeting | None]:
    """A meeting to come of who stands here; of any other it is said that it is over."""
    planning = await planning_of(talk, hold=hold)
    meeting = planning.meeting(meeting_id) if planning else None
    if planning and meeting is None:
        talk.replace(MeetingIsOver())
        await show_meetings(talk, planning)
    return planning, meeting


async def _set_right(counter: Counter, seen: Meeting) -> int:
    """One of the two may have moved it since it was seen, so it is held and read once more."""
    if _is_right(seen):
        return 0
    duo = await counter.tx.duos.get(seen.duo_id)
    held = await counter.tx.meetings.hold(duo.id)
    meeting = await counter.tx.meetings.get(seen.id, duo.mentee_id) if held else None
    if meeting is None or meeting.cancelled_at or _is_right(meeting):
        return 0
    return await _put_right(counter, duo, meeting)


async def _put_right(counter: Counter, duo: Duo, meeting: Meeting) -> int:
    slot, ids = _slot(meeting), [duo.mentee_id, duo.mentor_id]
    first = await counter.tx.first_meetings.of(duo.id)
    of_three = first is not None and first.meeting_id == meeting.id
    if of_three:
        ids.append(duo.coach_id)
    right = replace(meeting, starts_at=slot.starts_at, ends_at=slot.ends_at)
    changed = await counter.tx.meetings.change(right, slot.quarters, ids, counter.now)
    if changed is None:
        log.error("meeting_not_set_right", meeting=meeting.id)
        return 0
    if of_three:
        await _remind_three(counter, duo, changed)
        return 1
    people = await counter.tx.people.by_ids(ids)
    await planned_anew(counter, changed, list(people.values()))
    return 1


async def _remind_three(counter: Counter, duo: Duo, meeting: Meeting) -> None:
    if here := await beginning_of(counter, duo):
        await tell_fixed(counter, here, meeting, MOVED)


def _is_right(meeting: Meeting) -> bool:
    return _slot(meeting).starts_at == meeting.starts_at


def _slot(meeting: Meeting) -> Slot:
    """The time on the wall that was agreed, by the rules of the zone as they are now."""
    return slot_at(wall_of(meeting.wall), meeting.minutes, ZoneInfo(meeting.zone))
