"""What is said to who chooses a time for the first talk, and after it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.programme.notices.notice import Notice, Stays

# A talk as `bot.programme.told_meetings` writes and reads it.
Told = Mapping[str, Any]
# Times to choose: the number of the half hour, its instant (ISO), and how they talk.
Times = tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class IntakeTimes(Notice):
    """Free times to choose from; the first ones, or with ``page`` one page of all. ``before`` is
    the talk that would be moved, when it begins (ISO). A coach chooses for the person ``name``.
    ``taken``: what was tapped is not free any more.
    """

    kind = "intake_times"
    times: Times
    zone: str
    branch: str | None
    page: int | None = None
    has_more: bool = False
    moves: int = 0
    before: str = ""
    person_id: int = 0
    name: str = ""
    taken: bool = False


@dataclass(frozen=True, slots=True)
class NoIntakeTimes(Notice):
    """No time is free. The person hears when there is one. For a coach who chooses for somebody
    ``name`` says for whom; ``before``: the talk that stays as it is.
    """

    kind = "no_intake_times"
    branch: str | None
    person_id: int = 0
    name: str = ""
    before: str = ""
    by_phone: bool = False


@dataclass(frozen=True, slots=True)
class MyIntake(Notice):
    """The talk that is planned, and what can be done. ``asks``: whether it shall be cancelled."""

    kind = "my_intake"
    talk: Told
    coach: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class NoIntakeNeeded(Notice):
    """There is nothing to plan. ``why``: talked, goes_on, staff or over."""

    kind = "no_intake_needed"
    why: str
    branch: str | None


@dataclass(frozen=True, slots=True)
class IntakeCallNoted(Notice):
    """A coach will call for the first talk."""

    kind = "intake_call_noted"
    phone: str
    branch: str | None


@dataclass(frozen=True, slots=True)
class IntakeTimesFree(Notice):
    """The promise that was given is kept: there are free times now."""

    kind = "intake_times_free"
    exempt = True
    revocable = True
    branch: str | None


@dataclass(frozen=True, slots=True)
class IntakeMissed(Notice):
    """The two did not see each other; that can happen."""

    kind = "intake_missed"
    exempt = True
    revocable = True
    coach: str


@dataclass(frozen=True, slots=True)
class IntakeGoesOn(Notice):
    """It goes on. ``training``: with that of mentors; else the coach looks for somebody."""

    kind = "intake_goes_on"
    exempt = True
    coach: str
    role: str
    training: bool


@dataclass(frozen=True, slots=True)
class IntakeWaits(Notice):
    """The person waits before they go on; ``why`` is a key of WaitingFor."""

    kind = "intake_waits"
    exempt = True
    coach: str
    why: str
    branch: str | None


@dataclass(frozen=True, slots=True)
class IntakeOtherHelp(Notice):
    """Other help is better first: perhaps a service (its key, name in the languages, number)."""

    kind = "intake_other_help"
    exempt = True
    stays = Stays.UNTIL_HIDDEN
    coach: str
    service: str
    name: Mapping[str, str]
    phone: str | None
    branch: str | None


@dataclass(frozen=True, slots=True)
class IntakeTakenUp(Notice):
    """A coach would like to talk again: it goes on when the person wants it."""

    kind = "intake_taken_up"
    exempt = True
    coach: str


@dataclass(frozen=True, slots=True)
class AnswerCorrected(Notice):
    """A coach changed an answer in the talk, with the person there."""

    kind = "answer_corrected"
    exempt = True
    coach: str
    question: str
    value: str
    role: str
