"""What a tap carries back while a coach chooses a ready answer."""

from datetime import date, datetime
from typing import Annotated, ClassVar

from pydantic import Field

from bot.cards.buttons import Carried, RowId
from bot.programme.ready_answers import Filled

_A_DAY = "%Y%m%d"


class ReadyPageTap(Carried):
    """See a page of the ready answers; the first is 0."""

    prefix: ClassVar[str] = "rp"
    case_id: RowId
    page: Annotated[int, Field(ge=0, lt=100)] = 0


class ReadyTap(Carried):
    """Choose a ready answer, its day (20270305) or its hour (1400)."""

    prefix: ClassVar[str] = "ra"
    case_id: RowId
    answer: Annotated[str, Field(pattern=r"^[a-z_]{1,12}$")]
    day: Annotated[str, Field(pattern=r"^(\d{8})?$")] = ""
    hour: Annotated[str, Field(pattern=r"^(([01]\d|2[0-3])[0-5]\d)?$")] = ""

    @property
    def filled(self) -> Filled:
        """The answer with what was chosen; ValueError for a day that there is not."""
        return Filled(self.answer, read_day(self.day), self.hour)


class ReadySendTap(ReadyTap):
    """Send a ready answer as it was shown."""

    prefix: ClassVar[str] = "rt"


def carried_day(day: date) -> str:
    """A day as a button carries it."""
    return f"{day:{_A_DAY}}"


def read_day(day: str) -> date | None:
    """The day that a button carries; None when it carries none, or there is no such day."""
    try:
        return datetime.strptime(day, _A_DAY).date() if day else None  # noqa: DTZ007  # a day has no zone
    except ValueError:
        return None
