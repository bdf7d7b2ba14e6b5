"""What is said to the two people of a duo."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class DuoFormed(Notice):
    """Told to the mentee and the mentor: who their partner and coach are, and when we ask."""

    kind = "duo_formed"
    role: str
    partner: str
    coach: str
    weekday: int
    at: str


@dataclass(frozen=True, slots=True)
class DuoEnded(Notice):
    """Told to the one who stays when the other has left the programme."""

    kind = "duo_ended"


@dataclass(frozen=True, slots=True)
class CheckInPrompt(Notice):
    """Did you meet?"""

    kind = "check_in_prompt"
    prompt_id: int
    partner: str


@dataclass(frozen=True, slots=True)
class CheckInAnswered(Notice):
    """The same confirmation, however often the button is tapped."""

    kind = "check_in_answered"
    answer: str


@dataclass(frozen=True, slots=True)
class CheckInClosed(Notice):
    """The question of an earlier week can no longer be answered."""

    kind = "check_in_closed"


@dataclass(frozen=True, slots=True)
class CoachCalled(Notice):
    """The call for a coach has gone out. ``again``: it had gone out before."""

    kind = "coach_called"
    coach: str | None
    branch: str | None
    again: bool


@dataclass(frozen=True, slots=True)
class CoachHasRead(Notice):
    """The coach has taken the call."""

    kind = "coach_has_read"
    coach: str
