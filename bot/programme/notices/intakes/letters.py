"""Letters about a first talk that is agreed: to the person and to the coach, each to each."""

from dataclasses import dataclass

from bot.programme.notices.intakes.person import Told
from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class IntakeFixed(Notice):
    """The two talk; ``stamp`` is when that was agreed. ``for_coach``: the coach reads it.
    ``phone``: the person's number, where it is known. ``by_coach``: a coach chose the time.
    """

    kind = "intake_fixed"
    exempt = True
    revocable = True
    talk: Told
    other: str
    stamp: str
    for_coach: bool = False
    by_coach: bool = False
    phone: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class IntakeMoved(Notice):
    """The talk is at another time, or with another coach (``other``)."""

    kind = "intake_moved"
    exempt = True
    revocable = True
    talk: Told
    other: str
    stamp: str
    for_coach: bool = False
    by_you: bool = False
    phone: str = ""


@dataclass(frozen=True, slots=True)
class IntakeCancelled(Notice):
    """The talk does not take place. ``other`` is empty when who it was may not be named. ``why``:
    cancelled, moved_on, paused, left, unreachable, elsewhere or coach_left.
    """

    kind = "intake_cancelled"
    exempt = True
    revocable = True
    talk: Told
    other: str
    stamp: str
    for_coach: bool = False
    by_you: bool = False
    why: str = "cancelled"


@dataclass(frozen=True, slots=True)
class IntakeTomorrow(Notice):
    """The letter of the evening before."""

    kind = "intake_tomorrow"
    exempt = True
    revocable = True
    talk: Told
    other: str


@dataclass(frozen=True, slots=True)
class IntakeSoon(Notice):
    """The letter some hours before the talk begins."""

    kind = "intake_soon"
    exempt = True
    revocable = True
    talk: Told
    other: str
    for_coach: bool = False
    phone: str = ""


@dataclass(frozen=True, slots=True)
class IntakeToWriteUp(Notice):
    """The time of a talk is over: the coach says what came of it."""

    kind = "intake_to_write_up"
    for_staff = True
    exempt = True
    revocable = True
    talk: Told
    other: str
