"""What is said to the two once a meeting is fixed: that it is, that it changed, that it comes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.programme.notices.notice import Notice

# A meeting as `bot.programme.told_meetings` writes and reads it.
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class MeetingFixed(Notice):
    """The two meet; ``stamp`` is when that was agreed."""

    kind = "meeting_fixed"
    exempt = True
    revocable = True
    meeting: Told
    partner: str
    stamp: str


@dataclass(frozen=True, slots=True)
class MeetingMoved(Notice):
    """The meeting has another time or place; ``by_you`` says whose doing it was."""

    kind = "meeting_moved"
    exempt = True
    revocable = True
    meeting: Told
    partner: str
    stamp: str
    by_you: bool


@dataclass(frozen=True, slots=True)
class MeetingCancelled(Notice):
    """The meeting does not take place; nobody is asked for a reason. ``another``: who cancelled
    it is choosing another moment.
    """

    kind = "meeting_cancelled"
    exempt = True
    revocable = True
    meeting: Told
    partner: str
    stamp: str
    by_you: bool
    another: bool = False


@dataclass(frozen=True, slots=True)
class MeetingTomorrow(Notice):
    """The letter of the day before."""

    kind = "meeting_tomorrow"
    exempt = True
    revocable = True
    meeting: Told
    partner: str


@dataclass(frozen=True, slots=True)
class MeetingSoon(Notice):
    """The letter some hours before the meeting begins."""

    kind = "meeting_soon"
    exempt = True
    revocable = True
    meeting: Told
    partner: str


@dataclass(frozen=True, slots=True)
class MeetingPlaceShown(Notice):
    """Where a meeting is, to be found on a map."""

    kind = "meeting_place_shown"
    meeting: Told
    partner: str


@dataclass(frozen=True, slots=True)
class HowLate(Notice):
    """About how many minutes later does the person come?"""

    kind = "how_late"
    meeting: Told
    partner: str


@dataclass(frozen=True, slots=True)
class CannotCome(Notice):
    """What can be done when somebody cannot come."""

    kind = "cannot_come"
    meeting: Told
    partner: str


@dataclass(frozen=True, slots=True)
class MeetingIsOver(Notice):
    """The button was about a meeting that is over, was cancelled or was never theirs."""

    kind = "meeting_is_over"
