"""What one of the two can do about a meeting that comes: find it, be late, not come."""

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.meeting_letters import told_meeting
from bot.actions.ready_sentences import tell
from bot.programme.notices import CannotCome, HowLate, MeetingIsOver, MeetingPlaceShown
from bot.programme.people import Visit
from bot.programme.ready_sentences import OF_MINUTES
from bot.programme.told_meetings import ToldMeeting
from storage.duos import Duo
from storage.people import Person

Found = tuple[Duo, Person, ToldMeeting]


class OnTheDay:
    """The buttons under a meeting that is fixed."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show_place(self, visit: Visit, meeting_id: int) -> None:
        """Show the place of a meeting on the map."""
        async with self.desk.serve(visit) as talk:
            if found := await _found(talk, meeting_id):
                _, partner, told = found
                talk.reply(MeetingPlaceShown(told.facts(), partner.first_name))

    async def ask_how_late(self, visit: Visit, meeting_id: int) -> None:
        """Ask how many minutes; nobody is told anything yet."""
        async with self.desk.serve(visit) as talk:
            if found := await _found(talk, meeting_id):
                _, partner, told = found
                talk.reply(HowLate(told.facts(), partner.first_name))

    async def come_late(self, visit: Visit, meeting_id: int, minutes: int) -> None:
        """Tell the other one, in their language."""
        async with self.desk.serve(visit) as talk:
            if found := await _found(talk, meeting_id):
                duo, partner, told = found
                await tell(talk, (duo, partner), told, OF_MINUTES[minutes])

    async def ask_what_instead(self, visit: Visit, meeting_id: int) -> None:
        """Ask whether it is to be another time or none; nobody is told anything yet."""
        async with self.desk.serve(visit) as talk:
            if found := await _found(talk, meeting_id):
                _, partner, told = found
                talk.reply(CannotCome(told.facts(), partner.first_name))


async def _found(talk: Talk, meeting_id: int) -> Found | None:
    """A meeting to come of the duo of who stands here, and the other one; else say it is over."""
    duo = await talk.tx.duos.of(talk.person.id)
    meeting = await talk.tx.meetings.get(meeting_id, talk.person.id) if duo else None
    is_theirs = duo is not None and meeting is not None and meeting.duo_id == duo.id
    if not duo or not meeting or not is_theirs or meeting.cancelled_at is not None:
        talk.reply(MeetingIsOver())
        return None
    if meeting.ends_at <= talk.now:
        talk.reply(MeetingIsOver())
        return None
    partner = await talk.tx.people.get(duo.partner_of(talk.person.id))
    return duo, partner, told_meeting(meeting, (talk.person, partner))
