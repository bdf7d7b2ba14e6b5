"""What goes out when a meeting is fixed, moved or cancelled, in the transaction that does it.

Each of the two gets one letter at a time, with the meeting as a file for their calendar. What was
planned for the earlier time is taken back before anything else is planned.
"""

from collections.abc import Collection, Sequence
from zoneinfo import ZoneInfo

from bot.actions.counter import Counter
from bot.programme.letters import Lane
from bot.programme.meeting_reminders import When, reminders_of
from bot.programme.notices import (
    MeetingCancelled,
    MeetingFixed,
    MeetingMoved,
    MeetingSoon,
    MeetingTomorrow,
    Notice,
    ReadySentence,
)
from bot.programme.people import Role
from bot.programme.told_meetings import ToldMeeting
from storage.meetings import Meeting
from storage.people import Person

REMINDERS = (MeetingTomorrow.kind, MeetingSoon.kind)
SENTENCES = (ReadySentence.kind,)  # those that name the meeting
NEWS = (MeetingFixed.kind, MeetingMoved.kind, MeetingCancelled.kind)


async def fixed(counter: Counter, meeting: Meeting, people: Sequence[Person], by: int) -> None:
    """Tell both that they meet, and plan what reminds them; ``by`` is who chose the time."""
    for person, partner in _each(people):
        told = told_meeting(meeting, people).facts()
        notice = MeetingFixed(told, partner.first_name, counter.now.isoformat())
        _tell(counter, meeting, person, notice, at_once=person.id == by)
    _remind(counter, meeting, people)


async def moved(counter: Counter, meeting: Meeting, people: Sequence[Person], by: int) -> None:
    """Tell both the new time or place. Letters about the earlier one are not sent any more."""
    await _say_anew(counter, meeting, people, SENTENCES)
    await take_back(counter, [meeting.id])
    for person, partner in _each(people):
        told, mine = told_meeting(meeting, people).facts(), person.id == by
        stamp = counter.now.isoformat()
        notice = MeetingMoved(told, partner.first_name, stamp, by_you=mine)
        _tell(counter, meeting, person, notice, at_once=mine)
    _remind(counter, meeting, people)


async def cancelled(
    counter: Counter, meeting: Meeting, people: Sequence[Person], by: int, *, another: bool = False
) -> None:
    """Tell both that they do not meet; nothing reminds them any more. ``another``: who cannot
    come is choosing another moment.
    """
    await take_back(counter, [meeting.id])
    for person, partner in _each(people):
        told, mine = told_meeting(meeting, people).facts(), person.id == by
        stamp = counter.now.isoformat()
        notice = MeetingCancelled(told, partner.first_name, stamp, mine, another)
        _tell(counter, meeting, person, notice, at_once=mine)


async def planned_anew(counter: Counter, meeting: Meeting, people: Sequence[Person]) -> None:
    """The same time on the wall is another instant now: nobody is told. What waits names the new
    one, and what reminds them is planned anew.
    """
    await _say_anew(counter, meeting, people, (*NEWS, *SENTENCES))
    await take_back(counter, [meeting.id])
    _remind(counter, meeting, people)


async def take_back(counter: Counter, meeting_ids: Collection[int]) -> None:
    """Send nothing more of what waits about these meetings."""
    subjects = [subject_of(one) for one in meeting_ids]
    await counter.tx.forgetting.take_back((*NEWS, *REMINDERS, *SENTENCES), subjects, counter.now)


async def forget(counter: Counter, meeting_ids: Collection[int]) -> None:
    """The duo has ended: nothing more is sent about its meetings, and what was sent is emptied."""
    await take_back(counter, meeting_ids)
    subjects = [subject_of(one) for one in meeting_ids]
    await counter.tx.forgetting.letters_about((*NEWS, *REMINDERS, *SENTENCES), subjects)


def subject_of(meeting_id: int) -> str:
    """What all letters about a meeting have in common."""
    return f"meeting:{meeting_id}"


def told_meeting(meeting: Meeting, people: Sequence[Person]) -> ToldMeeting:
    """The meeting of these two, as letters carry it; public places are those of the mentee."""
    mentee = next((one for one in people if one.role == Role.MENTEE), people[0])
    place = meeting.place
    return ToldMeeting(
        meeting.id, meeting.duo_id, meeting.starts_at.isoformat(), meeting.ends_at.isoformat(),
        meeting.zone, meeting.sequence, place.kind, place.key, place.words,
        mentee.nearest_branch or "",
    )  # fmt: skip


def _each(people: Sequence[Person]) -> Sequence[tuple[Person, Person]]:
    one, other = people
    return (one, other), (other, one)


def _tell(
    counter: Counter, meeting: Meeting, person: Person, notice: Notice, *, at_once: bool
) -> None:
    """Who did it reads it now. The other one does by day, unless the meeting comes before that."""
    by_day = counter.in_time(meeting.starts_at, ZoneInfo(meeting.zone))
    due = counter.now if at_once else by_day
    occurrence = f"{meeting.sequence}:{person.id}"
    counter.plan(
        person.id, notice, subject_of(meeting.id), occurrence, due=due, expires=meeting.ends_at,
        lane=Lane.REPLY,
    )  # fmt: skip


async def _say_anew(
    counter: Counter, meeting: Meeting, people: Sequence[Person], kinds: Collection[str]
) -> None:
    """What one of them is to read at a moment to come names the meeting as it is now."""
    told, subject = told_meeting(meeting, people).facts(), subject_of(meeting.id)
    waiting = await counter.tx.forgetting.take_out(kinds, subject, counter.now)
    for number, one in enumerate(waiting):
        notice = Notice.from_facts(one.kind, {**one.facts, "meeting": told})
        counter.plan(
            one.person_id, notice, subject, f"{meeting.sequence}:{one.person_id}:{number}",
            due=one.due, expires=meeting.ends_at, lane=Lane.REPLY,
        )  # fmt: skip


def _remind(counter: Counter, meeting: Meeting, people: Sequence[Person]) -> None:
    """A break changes nothing about a meeting, so who takes one is reminded too."""
    told, zone = told_meeting(meeting, people).facts(), ZoneInfo(meeting.zone)
    programme = counter.programme
    rules = (programme.meetings, programme.quiet_hours)
    kinds = {When.DAY_BEFORE: MeetingTomorrow, When.HOURS_BEFORE: MeetingSoon}
    for reminder in reminders_of(meeting.starts_at, zone, counter.now, *rules):
        for person, partner in _each(people):
            notice = kinds[reminder.when](told, partner.first_name)
            counter.plan(
                person.id, notice, subject_of(meeting.id), f"{meeting.sequence}:{person.id}",
                due=reminder.due, expires=reminder.until, lane=Lane.REPLY,
            )  # fmt: skip
