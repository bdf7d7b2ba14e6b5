"""What is said to coaches about the sessions of their branch."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice
from bot.programme.sessions.told import Told


@dataclass(frozen=True, slots=True)
class BranchSessions(Notice):
    """What the branch has planned or just held: each session, how many seats are taken, and how
    many there are.
    """

    kind = "branch_sessions"
    branch: str
    rows: tuple[tuple[Told, int, int], ...]


@dataclass(frozen=True, slots=True)
class PlanSession(Notice):
    """A session that is being planned. ``asks`` is what comes next, ``choices`` what can be tapped
    for it, ``problem`` why the last answer would not do.
    """

    kind = "plan_session"
    what: str
    wall: str
    place: str
    language: str
    capacity: int
    asks: str
    choices: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SessionOpened(Notice):
    """One session for who holds it: who comes, who waits, and what can be done now. ``news`` is
    what was done just now.
    """

    kind = "session_opened"
    session: Told
    capacity: int
    coming: tuple[str, ...]
    waiting: tuple[str, ...]
    calls_roll: bool = False
    shows_code: bool = False
    over: bool = False
    news: str = ""


@dataclass(frozen=True, slots=True)
class CancelSession(Notice):
    """Surely? So many people hear it; those who are ``called`` hear it on the phone."""

    kind = "cancel_session"
    session: Told
    people: int
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RollCall(Notice):
    """Who was there: the number of each seat's row, the name, and what is known."""

    kind = "roll_call"
    session: Told
    rows: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class WhoElse(Notice):
    """People of the branch without a seat, of whom one may have come."""

    kind = "who_else"
    session: Told
    people: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class CodeShown(Notice):
    """The code that people type to say that they are there."""

    kind = "code_shown"
    session: Told
    code: str


@dataclass(frozen=True, slots=True)
class RollDue(Notice):
    """A session is over, and nobody has said who was there."""

    kind = "roll_due"
    for_staff = True
    session: Told


@dataclass(frozen=True, slots=True)
class SessionsReceived(Notice):
    """These sessions were those of a colleague."""

    kind = "sessions_received"
    for_staff = True
    name: str
    sessions: tuple[Told, ...]
