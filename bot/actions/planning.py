"""What is known when one of a duo plans: the two, what they have agreed, and what is free."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions.active_weeks.counting import told, weeks_of
from bot.actions.convention.first_answers import show_to_two
from bot.actions.convention.standing import beginning_of
from bot.actions.counter import Talk
from bot.actions.meeting_letters import told_meeting
from bot.programme.meetings import (
    MET_BEFORE,
    Agenda,
    is_next_week,
    next_usual,
    quarters_between,
    text_of,
    usual_slot,
    wall_of,
)
from bot.programme.notices import MeetingOffered, NoMeetings, NotForYou, OurMeetings
from bot.programme.notices.meeting_letters import Told
from bot.programme.notices.meeting_offers import PlaceFacts
from bot.programme.people import is_staff
from storage.duos import Duo
from storage.meeting_offers import Offer
from storage.meetings import OPEN_YET, KeptPlace, Meeting
from storage.people import Person

REMEMBERED = 100  # meetings: more than half a year of them, with three a week


@dataclass(frozen=True, slots=True)
class Planning:
    """A duo as one of the two sees it; ``meetings`` stand, the latest first."""

    duo: Duo
    me: Person
    partner: Person
    meetings: Sequence[Meeting]
    agenda: Agenda

    @property
    def people(self) -> tuple[Person, Person]:
        """The two."""
        return self.me, self.partner

    @property
    def month(self) -> str:
        """The month it is, such as 2026-11."""
        return f"{self.agenda.wall:%Y-%m}"

    @property
    def coming(self) -> list[Meeting]:
        """The meetings that are not over, the soonest first."""
        return [one for one in reversed(self.meetings) if one.ends_at > self.agenda.now]

    @property
    def told(self) -> tuple[Told, ...]:
        """The same, as notices hold them."""
        return tuple(told_meeting(one, self.people).facts() for one in self.coming)

    @property
    def usual(self) -> datetime | None:
        """The last wall time at the day and hour at which they are used to meet."""
        past = [one for one in self.meetings if one.ends_at <= self.agenda.now]
        if len(past) < MET_BEFORE:
            return None
        return usual_slot([wall_of(one.wall) for one in self.meetings])

    @property
    def usual_place(self) -> KeptPlace:
        """Where they met last."""
        return self.meetings[0].place if self.meetings else OPEN_YET

    def next_usual(self) -> tuple[str, bool]:
        """When they could meet as they are used to, or nothing; and whether that is next week."""
        wall = next_usual(self.usual, self.agenda) if self.usual else None
        return (text_of(wall), is_next_week(wall, self.agenda)) if wall else ("", False)

    @property
    def is_heard(self) -> bool:
        """Whether the other one gets messages now."""
        return not (self.partner.paused_at or self.partner.unreachable_at)

    def gone(self, meeting: Meeting) -> "Planning":
        """The same once this meeting does not take place."""
        return replace(self, meetings=[one for one in self.meetings if one.id != meeting.id])

    def meeting(self, meeting_id: int | None) -> Meeting | None:
        """The one of this id, if it stands and is not over."""
        return next((one for one in self.coming if one.id == meeting_id), None)

    def still_open(self, times: Sequence[str]) -> tuple[str, ...]:
        """Those of these times that are not past."""
        now = self.agenda.now
        return tuple(one for one in times if self.agenda.slot(wall_of(one)).starts_at > now)

    def without(self, meeting_id: int | None) -> "Planning":
        """The same while this meeting is to be moved: its own time counts as free."""
        others = [one for one in self.meetings if one.id != meeting_id]
        return replace(self, agenda=replace(self.agenda, busy=_busy(others)))


async def planning_of(talk: Talk, *, hold: bool = False) -> Planning | None:
    """What is known of the duo of who stands here; who is in none is told so. ``hold``: nobody
    else plans for the same duo meanwhile.
    """
    planning = await planning_in_duo(talk, hold=hold)
    if planning is None and not await _begins(talk):
        branch = talk.person.nearest_branch
        talk.reply(NotForYou() if is_staff(talk.person.role) else NoMeetings(branch))
    return planning


async def _begins(talk: Talk) -> bool:
    """Before the weeks of a duo begin its first meeting is shown, which the coach plans."""
    duo = await talk.tx.duos.of(talk.person.id)
    here = await beginning_of(talk, duo) if duo and duo.active_since is None else None
    if here:
        await show_to_two(talk, here)
    return here is not None


async def planning_in_duo(talk: Talk, *, hold: bool = False) -> Planning | None:
    """The same, without a word to who is in no duo."""
    duo = await talk.tx.duos.of(talk.person.id)
    if duo is None or duo.active_since is None:
        return None
    if hold and not await talk.tx.meetings.hold(duo.id):
        return None
    partner = await talk.tx.people.get(duo.partner_of(talk.person.id))
    meetings = await talk.tx.meetings.latest_of(duo.id, REMEMBERED)
    refused = await talk.tx.meeting_offers.refused_of(duo.id)
    agenda = replace(_agenda(talk, duo, meetings), unfit=refused)
    return Planning(duo, talk.person, partner, meetings, agenda)


async def show_meetings(talk: Talk, planning: Planning, *, instead: bool = False) -> None:
    """What is true now: the meetings to come, and the offer that waits for an answer. ``instead``
    puts it in the place of the message that was tapped.
    """
    offer = await talk.tx.meeting_offers.open_of(planning.duo.id)
    waits = offer is not None and bool(planning.still_open(offer.times))
    mine = offer if offer and waits and offer.offered_by == planning.me.id else None
    usual, next_week = planning.next_usual()
    partner = planning.partner.first_name
    offered = planning.still_open(mine.times) if mine else ()
    offer_id = mine.id if mine else 0
    theirs = offered_card(planning, offer, planning.partner) if offer and waits else None
    waiting = json.dumps(theirs.facts()) if theirs and not mine else ""
    together = told(talk, planning.duo, await weeks_of(talk, planning.duo))
    card = OurMeetings(
        partner, planning.told, usual, next_week, offer_id, offered, waiting=waiting,
        together=together,
    )  # fmt: skip
    if instead:
        talk.replace(card)
    else:
        talk.reply(card)


async def waits_for_me(talk: Talk, planning: Planning) -> Offer | None:
    """What the other one has offered and who stands here has not answered."""
    offer = await talk.tx.meeting_offers.open_of(planning.duo.id)
    if offer is None or offer.offered_by == planning.me.id:
        return None
    return offer if planning.still_open(offer.times) else None


def offered_card(
    planning: Planning, offer: Offer, by: Person, refused: str = "", *, instead: bool = False
) -> MeetingOffered:
    """An offer as the other one sees it; times that are past are left out."""
    moves = planning.meeting(offer.meeting_id)
    return MeetingOffered(
        offer.id, by.first_name, planning.still_open(offer.times), place_facts(offer.place),
        planning.me.nearest_branch, moves.wall if moves else "", refused, instead,
    )  # fmt: skip


def place_facts(place: KeptPlace) -> PlaceFacts:
    """A place as notices hold it."""
    return (place.kind, place.key, place.words)


def _agenda(talk: Talk, duo: Duo, meetings: Sequence[Meeting]) -> Agenda:
    rules = talk.programme.meetings
    hours = (rules.minutes, rules.first_hour, rules.last_hour)
    return Agenda(talk.now, ZoneInfo(duo.zone), *hours, _busy(meetings))


def _busy(meetings: Sequence[Meeting]) -> frozenset[int]:
    taken = (quarters_between(one.starts_at, one.ends_at) for one in meetings)
    return frozenset(quarter for quarters in taken for quarter in quarters)
