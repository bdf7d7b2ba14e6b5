"""What is said to people about sessions: which come, their seat, and that they were there."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice
from bot.programme.sessions.told import Told


@dataclass(frozen=True, slots=True)
class SessionsToCome(Notice):
    """The info sessions of one's branch. ``others``: they are in languages that the reader does
    not speak, since there are none in theirs.
    """

    kind = "sessions_to_come"
    sessions: tuple[Told, ...]
    others: bool = False


@dataclass(frozen=True, slots=True)
class NoSessions(Notice):
    """None is planned; the reader hears when one is. ``what`` is a module, or an info session."""

    kind = "no_sessions"
    what: str
    branch: str | None


@dataclass(frozen=True, slots=True)
class SessionShown(Notice):
    """One session, with what the reader has in it and can do."""

    kind = "session_shown"
    session: Told


@dataclass(frozen=True, slots=True)
class SeatTaken(Notice):
    """The reader has a seat since ``stamp``."""

    kind = "seat_taken"
    session: Told
    stamp: str


@dataclass(frozen=True, slots=True)
class OnWaitingList(Notice):
    """All seats are taken; the reader waits for one."""

    kind = "on_waiting_list"
    session: Told


@dataclass(frozen=True, slots=True)
class SeatGiven(Notice):
    """The reader gave back a seat, at ``stamp``, or a place in the line."""

    kind = "seat_given"
    session: Told
    stamp: str


@dataclass(frozen=True, slots=True)
class PlaceFree(Notice):
    """A seat became free. It is kept for the reader ``until`` then."""

    kind = "place_free"
    exempt = True
    revocable = True
    session: Told
    until: str


@dataclass(frozen=True, slots=True)
class HoldOver(Notice):
    """The seat is not kept for the reader any more."""

    kind = "hold_over"
    exempt = True
    revocable = True
    session: Told


@dataclass(frozen=True, slots=True)
class SessionTomorrow(Notice):
    """The letter of the day before."""

    kind = "session_tomorrow"
    exempt = True
    revocable = True
    session: Told


@dataclass(frozen=True, slots=True)
class SessionOff(Notice):
    """The session does not take place; ``following`` is the next one that fits the reader.
    ``seated``: it stands in their calendar.
    """

    kind = "session_off"
    exempt = True
    session: Told
    stamp: str
    seated: bool
    following: Told | None = None


@dataclass(frozen=True, slots=True)
class SessionPlanned(Notice):
    """There is a session now, as it was promised to who asked when there was none."""

    kind = "session_planned"
    exempt = True
    session: Told


@dataclass(frozen=True, slots=True)
class SessionIsOver(Notice):
    """An old button, or one of a session that is none of the reader's."""

    kind = "session_is_over"


@dataclass(frozen=True, slots=True)
class BeenThere(Notice):
    """It is noted that the reader was there."""

    kind = "been_there"
    session: Told


@dataclass(frozen=True, slots=True)
class CodeNotRight(Notice):
    """Six digits that are no code now; ``rests``: no more are looked at for a while."""

    kind = "code_not_right"
    rests: bool = False


@dataclass(frozen=True, slots=True)
class SeatsFreed(Notice):
    """Who goes to another branch, has another role, or stops for now gives these seats back."""

    kind = "seats_freed"
    count: int
