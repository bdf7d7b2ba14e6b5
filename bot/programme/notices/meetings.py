"""What is said about the meetings to come, and before one is cancelled.

Times are wall times such as 2026-11-24T14:00, as it is where the duo meets.
"""

from dataclasses import dataclass

from bot.programme.notices.meeting_letters import Told
from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class MeetingShown(Notice):
    """One meeting to come, with what can be done about it. ``kept``: it was nearly cancelled;
    ``near``: it begins within a day.
    """

    kind = "meeting_shown"
    meeting: Told
    partner: str
    kept: bool = False
    near: bool = True


@dataclass(frozen=True, slots=True)
class OurMeetings(Notice):
    """The meetings to come. ``usual`` is the time at which they could meet next, as they are used
    to; ``offered`` are the times that the reader has offered; ``resting``: the reader takes a
    break. ``waiting`` are the facts, as JSON, of the offer that the reader has not answered.
    ``together``: which week of the duo it is, of how many, and the day of the end.
    """

    kind = "our_meetings"
    partner: str
    coming: tuple[Told, ...]
    usual: str = ""
    next_week: bool = False
    offer_id: int = 0
    offered: tuple[str, ...] = ()
    resting: bool = False
    waiting: str = ""
    together: tuple[int, int, str] = (0, 0, "")


@dataclass(frozen=True, slots=True)
class NoMeetings(Notice):
    """Who is in no duo has nobody to meet."""

    kind = "no_meetings"
    branch: str | None


@dataclass(frozen=True, slots=True)
class CancelMeeting(Notice):
    """Surely?"""

    kind = "cancel_meeting"
    meeting: Told
    partner: str


@dataclass(frozen=True, slots=True)
class MeetingOff(Notice):
    """Told to who stays when a duo ends: this meeting does not take place; ``stamp`` is when."""

    kind = "meeting_off"
    exempt = True
    meeting: Told
    stamp: str
