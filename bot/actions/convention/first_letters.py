"""What goes out when the first meeting of three is fixed or does not take place."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions.convention.standing import Beginning, subject_of
from bot.actions.counter import Counter
from bot.actions.meeting_letters import told_meeting
from bot.programme.letters import Lane
from bot.programme.meeting_reminders import When, reminders_of
from bot.programme.notices.convention import (
    ConventionToSign,
    FirstMeetingTold,
    FirstTimesOffered,
)
from storage.meetings import Meeting
from storage.people import Person

FIXED, MOVED, OFF, TOMORROW, SHOWN = "fixed", "moved", "off", "tomorrow", "shown"
ABOUT_IT = (FirstMeetingTold.kind, FirstTimesOffered.kind)


async def tell_fixed(counter: Counter, here: Beginning, meeting: Meeting, news: str) -> None:
    """Tell all three, each with a file for their calendar, and plan what reminds them."""
    await take_back(counter, here)
    for person in here.three:
        due = counter.in_time(meeting.starts_at, ZoneInfo(meeting.zone))
        _plan(counter, here, person, meeting, (news, due, meeting.ends_at))
    remind(counter, here, meeting)


async def tell_off(counter: Counter, here: Beginning, meeting: Meeting, by: Person) -> None:
    """Tell the other two that it does not take place; nobody has to say why."""
    await take_back(counter, here)
    for person in here.three:
        if person.id != by.id:
            due = counter.in_time(meeting.starts_at, ZoneInfo(meeting.zone))
            _plan(counter, here, person, meeting, (OFF, due, meeting.ends_at))


def remind(counter: Counter, here: Beginning, meeting: Meeting) -> None:
    """The evening before, to all three; who takes a break reads it too."""
    rules = (counter.programme.meetings, counter.programme.quiet_hours)
    zone = ZoneInfo(meeting.zone)
    for reminder in reminders_of(meeting.starts_at, zone, counter.now, *rules):
        if reminder.when is When.DAY_BEFORE:
            for person in here.three:
                moments = (TOMORROW, reminder.due, reminder.until)
                _plan(counter, here, person, meeting, moments)


def told(counter: Counter, here: Beginning, person: Person, meeting: Meeting,
         news: str) -> FirstMeetingTold:  # fmt: skip
    """The meeting as this one of the three reads it."""
    facts = told_meeting(meeting, (here.mentee, here.mentor)).facts()
    names, stamp = here.others(person.id), counter.now.isoformat()
    return FirstMeetingTold(news, facts, names, stamp, person.id == here.coach.id)


async def take_back(counter: Counter, here: Beginning, *more: str) -> None:
    """Send nothing more of what waits about the first meeting."""
    kinds = (*ABOUT_IT, *more)
    await counter.tx.forgetting.take_back(kinds, [subject_of(here.duo.id)], counter.now)


def _plan(counter: Counter, here: Beginning, person: Person, meeting: Meeting,
          moments: tuple[str, datetime, datetime]) -> None:  # fmt: skip
    news, due, expires = moments
    occurrence = f"{news}:{meeting.id}:{meeting.sequence}:{person.id}"
    notice = told(counter, here, person, meeting, news)
    counter.plan(
        person.id, notice, subject_of(here.duo.id), occurrence, due=due, expires=expires,
        lane=Lane.REPLY,
    )  # fmt: skip


def ask_to_sign(
    counter: Counter, here: Beginning, occurrence: str, *, changed: bool = False
) -> None:
    """Ask all who have not signed today's text, by day."""
    parts = len(counter.programme.convention.text(here.coach.language).parts)
    for person in here.not_signed():
        is_coach = person.id == here.coach.id
        names = here.others(person.id)
        notice = ConventionToSign(here.duo.id, names, parts, changed, staff=is_coach)
        counter.tell(
            person.id, notice, subject_of(here.duo.id), f"{occurrence}:{person.id}",
            lane=Lane.REPLY,
        )  # fmt: skip
