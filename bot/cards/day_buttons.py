"""What the buttons carry that are for the two of a duo: about a meeting, and ready sentences."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from bot.cards.buttons import Carried, RowId
from bot.programme.ready_sentences import MINUTES_LATE, Group, Sentence


class DayStep(StrEnum):
    """What somebody does about a meeting."""

    MAP = "m"
    LATE = "l"
    CANNOT = "c"


class DayTap(Carried):
    """See where a meeting is, or say that one comes late or cannot come."""

    prefix: ClassVar[str] = "dy"
    step: DayStep
    meeting_id: RowId


def _is_offered(minutes: int) -> int:
    if minutes not in MINUTES_LATE:
        raise ValueError("No button says so.")
    return minutes


class LateTap(Carried):
    """Come so many minutes late."""

    prefix: ClassVar[str] = "lt"
    meeting_id: RowId
    minutes: Annotated[int, AfterValidator(_is_offered)]


class GroupTap(Carried):
    """See the ready sentences of a group."""

    prefix: ClassVar[str] = "rg"
    duo_id: RowId
    group: Group


class SentenceTap(Carried):
    """Tell a ready sentence to the other one of this duo; ``value`` is the hour in it, as 1430."""

    prefix: ClassVar[str] = "rs"
    duo_id: RowId
    sentence: Sentence
    value: Annotated[str, Field(pattern=r"^(([01][0-9]|2[0-3])[0-5][0-9])?$")] = ""
