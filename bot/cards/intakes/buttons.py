"""What the buttons about first talks carry back."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from bot.cards.buttons import Carried, RowId
from bot.programme.intakes.outcomes import Decision, WaitingFor
from bot.programme.intakes.times import Spot
from bot.programme.needs.codes import NEEDS, THEMES
from bot.programme.registration import Question

# In the place of a person or a talk: who taps, or none.
NOBODY = 0
MaybeId = Annotated[int, Field(ge=NOBODY, lt=2**63)]
Half = Annotated[int, Field(ge=0, lt=10_000_000)]
Page = Annotated[int, Field(ge=0, lt=100)]
SPOTS = {Spot.BRANCH: "b", Spot.PHONE: "p", Spot.ONLINE: "o"}
OFF = "x"
_DAYS = r"^([1-7]{1,7}|20[0-9]{2}-[0-9]{2}-[0-9]{2})$"
_SPANS = r"^([0-9]{4}(-[0-9]{4}(,[0-9]{4}-[0-9]{4})?)?)?$"


def _are_days(text: str) -> str:
    if "-" in text:
        date.fromisoformat(text)
    return text


def _are_spans(text: str) -> str:
    for at in text.replace(",", "-").split("-"):
        if at:
            datetime.strptime(at, "%H%M")  # noqa: DTZ007  # a time on the wall has no zone
    return text


def _is_theme(text: str) -> str:
    if text not in ("", *THEMES):
        raise ValueError("There is no such theme.")
    return text


def _is_need(text: str) -> str:
    if text not in NEEDS:
        raise ValueError("There is no such need.")
    return text


Days = Annotated[str, Field(pattern=_DAYS), AfterValidator(_are_days)]
Spans = Annotated[str, Field(pattern=_SPANS), AfterValidator(_are_spans)]


class IntakePickTap(Carried):
    """Choose this half hour, for oneself or for ``person_id``; ``moves`` is the talk to move."""

    prefix: ClassVar[str] = "ip"
    half: Half
    spot: Annotated[str, Field(pattern="^[bpo]$")]
    person_id: MaybeId = NOBODY
    moves: MaybeId = NOBODY

    @property
    def how(self) -> Spot:
        """How the two talk."""
        return next(spot for spot, letter in SPOTS.items() if letter == self.spot)


class IntakePageTap(Carried):
    """See one page of all free times."""

    prefix: ClassVar[str] = "iq"
    page: Page
    person_id: MaybeId = NOBODY
    moves: MaybeId = NOBODY


class IntakeStep(StrEnum):
    """What is done with a talk that is planned, or that took place."""

    SHOW = "s"
    MOVE = "m"
    CANCEL = "c"
    CANCEL_SURELY = "y"
    HELD = "h"
    MISSED = "n"
    NEEDS = "t"
    NOTE = "o"
    ANSWERS = "a"
    WAIT = "w"
    SERVICES = "v"
    DECIDE = "d"


class IntakeTap(Carried):
    """See, move, cancel or write up a talk."""

    prefix: ClassVar[str] = "in"
    step: IntakeStep
    intake_id: RowId


class IntakeNeedTap(Carried):
    """Note a need, or take it out again."""

    prefix: ClassVar[str] = "ie"
    need: Annotated[str, AfterValidator(_is_need)]
    intake_id: RowId


class IntakeThemeTap(Carried):
    """See the needs of a theme."""

    prefix: ClassVar[str] = "ig"
    theme: Annotated[str, AfterValidator(_is_theme)]
    intake_id: RowId


class IntakeAnswerTap(Carried):
    """Correct this answer."""

    prefix: ClassVar[str] = "iw"
    question: Question
    intake_id: RowId


class IntakeEndTap(Carried):
    """Look at a decision; ``sure`` takes it. ``about`` is why somebody waits, or a service."""

    prefix: ClassVar[str] = "id"
    decision: Decision
    sure: Annotated[int, Field(ge=0, le=1)]
    intake_id: RowId
    about: str = ""

    @property
    def why(self) -> str:
        """Why somebody waits; empty for what is no reason of ours."""
        return self.about if self._is_why else ""

    @property
    def service(self) -> str:
        """The key of a service; empty for none."""
        return "" if self._is_why else self.about

    @property
    def _is_why(self) -> bool:
        return self.decision is Decision.WAIT and self.about in tuple(WaitingFor)


class IntakePersonStep(StrEnum):
    """What a coach does for somebody who has no talk yet."""

    SHOW = "s"
    PLAN = "p"
    CALLED = "c"
    TAKE_UP = "u"
    NOW = "n"


class IntakePersonTap(Carried):
    """See somebody who has no talk yet, or do something for them."""

    prefix: ClassVar[str] = "iu"
    step: IntakePersonStep
    person_id: RowId


class IntakePeopleTap(Carried):
    """See who has no time yet, or who waits."""

    prefix: ClassVar[str] = "il"
    resting: Annotated[int, Field(ge=0, le=1)]


class IntakeHoursTap(Carried):
    """Give time: days, hours, and how they talk. What is empty is asked next."""

    prefix: ClassVar[str] = "ih"
    days: Days
    spans: Spans = ""
    spot: Annotated[str, Field(pattern="^[bpox]?$")] = ""

    @property
    def how(self) -> Spot | None:
        """How the two talk, once that is said."""
        return next((spot for spot, letter in SPOTS.items() if letter == self.spot), None)

    @property
    def is_off(self) -> bool:
        """Whether the coach has no time on that day."""
        return self.spot == OFF


class IntakeDayTap(Carried):
    """See single days."""

    prefix: ClassVar[str] = "iy"
    page: Annotated[int, Field(ge=0, lt=4)] = 0


class IntakeDropTap(Carried):
    """Take hours back: of each week, or of a single day."""

    prefix: ClassVar[str] = "ix"
    weekly: Annotated[int, Field(ge=0, le=1)]
    hours_id: RowId
