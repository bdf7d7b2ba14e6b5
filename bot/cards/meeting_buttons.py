"""What the buttons about meetings carry back: those that are fixed, planned and offered."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from bot.cards.buttons import Carried, RowId
from bot.programme.meeting_places import PlaceKind

# A wall time without the colon that stands between the fields: 2026-11-24T1400.
_WALL = "%Y-%m-%dT%H%M"


def _is_wall(text: str) -> str:
    datetime.strptime(text, _WALL)  # noqa: DTZ007  # a time on the wall has no zone
    return text


Wall = Annotated[
    str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{4}$"), AfterValidator(_is_wall)
]
Month = Annotated[str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]


def carried_wall(at: str) -> str:
    """How a button carries the wall time 2026-11-24T14:00."""
    return at.replace(":", "")


class Timed(Carried):
    """What carries a wall time."""

    at: Wall

    @property
    def wall(self) -> str:
        """The wall time as it is kept, such as 2026-11-24T14:00."""
        return f"{self.at[:-2]}:{self.at[-2:]}"


class MeetingStep(StrEnum):
    """What is done with a meeting that is fixed."""

    SHOW = "s"
    MOVE = "m"
    CANCEL = "c"
    CANCEL_SURELY = "y"
    INSTEAD = "i"  # it does not take place, and another one is planned
    KEEP = "k"


class MeetingTap(Carried):
    """See, move or cancel a meeting."""

    prefix: ClassVar[str] = "mt"
    step: MeetingStep
    meeting_id: RowId


class UsualTap(Timed):
    """Offer this usual time, at once."""

    prefix: ClassVar[str] = "mu"


class PlanStep(StrEnum):
    """Where somebody goes while they plan."""

    SHOW = "s"
    SEND = "y"
    SEND_SHUT = "h"  # though the place may be shut then
    SEND_MINE = "f"  # though the other one has just offered times too
    ALL = "a"
    PLACES = "p"
    DROP = "x"


class PlanTap(Carried):
    """Go on with what is planned."""

    prefix: ClassVar[str] = "mg"
    step: PlanStep
    draft_id: RowId


class TimeStep(StrEnum):
    """What is done with a time while somebody plans."""

    TURN = "t"  # choose it, or leave it out again
    ONLY = "o"  # send it, and nothing else
    TAKE = "k"  # it is the one that was meant
    FINE = "f"  # see its minutes


class TimeTap(Timed):
    """A time that somebody plans."""

    prefix: ClassVar[str] = "mx"
    step: TimeStep
    draft_id: RowId


class MonthTap(Carried):
    """See the days of a month."""

    prefix: ClassVar[str] = "mm"
    draft_id: RowId
    month: Month


class HoursTap(Carried):
    """See the hours of a day. ``fine``: each leads to its minutes."""

    prefix: ClassVar[str] = "mz"
    draft_id: RowId
    day: date
    fine: Annotated[int, Field(ge=0, le=1)] = 0


class SpotTap(Carried):
    """Choose where to meet."""

    prefix: ClassVar[str] = "mk"
    draft_id: RowId
    kind: PlaceKind
    key: str = ""


class OfferStep(StrEnum):
    """What is answered to an offer."""

    NONE_FITS = "n"
    OTHERS = "o"
    WITHDRAW = "w"


class OfferTap(Carried):
    """Answer an offer, or take it back."""

    prefix: ClassVar[str] = "mo"
    step: OfferStep
    offer_id: RowId


class PickTap(Timed):
    """Choose one of the times that were offered."""

    prefix: ClassVar[str] = "mi"
    offer_id: RowId
