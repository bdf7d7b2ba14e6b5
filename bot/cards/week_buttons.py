"""What a tap carries back about the week of a duo: what follows an answer, breaks, rhythms."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from bot.cards.buttons import Carried, RowId
from bot.programme.answering import FEELINGS, LENGTHS
from bot.programme.check_ins import Answer
from bot.programme.obstacles import Audience, Obstacle
from bot.programme.pausing import Span
from bot.programme.rhythm import UNSET


class LengthTap(Carried):
    """Say about how long the two met, in minutes; 0 says nothing."""

    prefix: ClassVar[str] = "cm"
    prompt_id: RowId
    minutes: Annotated[int, Field(ge=0, le=max(LENGTHS))] = 0


class FeelingTap(Carried):
    """Say how it is going, from 1 to 5; 0 says nothing."""

    prefix: ClassVar[str] = "cf"
    prompt_id: RowId
    feeling: Annotated[int, Field(ge=0, le=max(FEELINGS))] = 0


class AgainTap(Carried):
    """Be asked once more, to change the answer."""

    prefix: ClassVar[str] = "cw"
    prompt_id: RowId


class CorrectionTap(Carried):
    """Give another answer in the place of the first."""

    prefix: ClassVar[str] = "cc"
    prompt_id: RowId
    answer: Answer


class ObstaclesTap(Carried):
    """Tell that something is in the way."""

    prefix: ClassVar[str] = "oq"
    prompt_id: RowId


class ObstacleTap(Carried):
    """Tell what is in the way."""

    prefix: ClassVar[str] = "ob"
    prompt_id: RowId
    obstacle: Obstacle


class AudienceTap(Carried):
    """Choose who may know what is in the way."""

    prefix: ClassVar[str] = "ow"
    prompt_id: RowId
    obstacle: Obstacle
    audience: Audience


class RhythmStep(StrEnum):
    """What somebody does about the day and hour of their question."""

    DAY = "d"
    HOUR = "h"
    SET = "s"


class Weekday(StrEnum):
    """A day of the week as a button carries it, in the order of the week; or none."""

    MONDAY = "mo"
    TUESDAY = "tu"
    WEDNESDAY = "we"
    THURSDAY = "th"
    FRIDAY = "fr"
    SATURDAY = "sa"
    SUNDAY = "su"
    NONE = "no"

    @property
    def number(self) -> int:
        """Monday is 0."""
        return UNSET if self is Weekday.NONE else list(Weekday).index(self)


class RhythmTap(Carried):
    """Another day or hour for one's own weekly question."""

    prefix: ClassVar[str] = "rh"
    step: RhythmStep
    weekday: Weekday = Weekday.NONE
    hour: Annotated[int, Field(ge=UNSET, lt=24)] = UNSET


class PauseTap(Carried):
    """Say how long the break lasts."""

    prefix: ClassVar[str] = "pz"
    span: Span
