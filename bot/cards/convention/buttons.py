"""What the buttons carry back while a duo begins."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from bot.cards.buttons import Carried, RowId
from bot.cards.meeting_buttons import Timed


class FirstStep(StrEnum):
    """What is done about the first meeting of three."""

    SHOW = "s"
    MEETING = "m"
    PLAN = "p"
    PLACE = "l"
    SEND = "y"
    OTHER_TIME = "o"
    CANCEL = "c"
    HELD = "h"
    NOT_HELD = "n"


class FirstTap(Carried):
    """Do something about the first meeting of a duo."""

    prefix: ClassVar[str] = "fm"
    step: FirstStep
    duo_id: RowId


class FirstDayTap(Carried):
    """See the free hours of a day."""

    prefix: ClassVar[str] = "fd"
    duo_id: RowId
    day: date


class FirstTimeTap(Timed):
    """Choose a time to offer, or leave it out again."""

    prefix: ClassVar[str] = "ft"
    duo_id: RowId


class SuitsTap(Timed):
    """This time suits, or no longer does."""

    prefix: ClassVar[str] = "fs"
    round: Annotated[int, Field(ge=0, lt=10_000)]
    duo_id: RowId


class NoneSuitsTap(Carried):
    """None of these times suits."""

    prefix: ClassVar[str] = "fn"
    round: Annotated[int, Field(ge=0, lt=10_000)]
    duo_id: RowId


class PartTap(Carried):
    """Read a part of the text, from 0."""

    prefix: ClassVar[str] = "cv"
    duo_id: RowId
    number: Annotated[int, Field(ge=0, lt=100)] = 0


class SignTap(Carried):
    """Sign the text that has this mark."""

    prefix: ClassVar[str] = "cs"
    duo_id: RowId
    mark: Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]


class SignStep(StrEnum):
    """What else is done with the text."""

    LATER = "l"
    PRINT = "p"
    OBJECT = "o"


class ConventionTap(Carried):
    """Do something else with the text."""

    prefix: ClassVar[str] = "cn"
    step: SignStep
    duo_id: RowId


class FollowStep(StrEnum):
    """What a coach does about who has not signed."""

    REMIND = "r"
    PAPER = "p"
    PRINT = "f"


class FollowTap(Carried):
    """Remind somebody, print the text for them, or ask about a paper."""

    prefix: ClassVar[str] = "cp"
    step: FollowStep
    duo_id: RowId
    person_id: RowId


class PaperDayTap(Carried):
    """Note that somebody signed on paper, on this day, the text that has this mark."""

    prefix: ClassVar[str] = "cy"
    duo_id: RowId
    person_id: RowId
    day: date
    mark: Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]
