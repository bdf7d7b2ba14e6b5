"""What is said to the two people of a duo."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class DuoFormed(Notice):
    """Told to the mentee and the mentor: who their partner and coach are, and when we ask."""

    kind = "duo_formed"
    exempt = True
    role: str
    partner: str
    coach: str
    weekday: int
    at: str


@dataclass(frozen=True, slots=True)
class DuoEnded(Notice):
    """Told to the one who stays when the other has left the programme."""

    kind = "duo_ended"
    exempt = True


@dataclass(frozen=True, slots=True)
class CoachCalled(Notice):
    """The call for a coach has gone out. ``again``: it had gone out before."""

    kind = "coach_called"
    coach: str | None
    branch: str | None
    again: bool


@dataclass(frozen=True, slots=True)
class CoachHasRead(Notice):
    """The coach has taken the call. ``told``: the person told what is in the way."""

    kind = "coach_has_read"
    coach: str
    told: bool = False
