"""The buttons with which a coach hands a case to somebody, or lays it aside for some days."""

from typing import Annotated, ClassVar

from pydantic import Field

from bot.cards.buttons import Carried, RowId

# Half a year, in which a coach does not forget it.
MOST_DAYS = 183


class HandTap(Carried):
    """Hand a case to this colleague."""

    prefix: ClassVar[str] = "ht"
    case_id: RowId
    person_id: RowId


class WaitTap(Carried):
    """Lay a case aside for so many days."""

    prefix: ClassVar[str] = "wt"
    case_id: RowId
    days: Annotated[int, Field(gt=0, le=MOST_DAYS)]
