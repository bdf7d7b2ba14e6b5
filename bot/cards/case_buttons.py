"""The buttons with which a coach turns to more cases, hands one to somebody, or lays it aside."""

from typing import Annotated, ClassVar

from pydantic import Field

from bot.cards.buttons import Carried, RowId

# Half a year, in which a coach does not forget it.
MOST_DAYS = 183
# So many pages nobody turns.
MOST_PAGES = 100


class CasesTap(Carried):
    """See a page of the open cases; the first is 0."""

    prefix: ClassVar[str] = "ce"
    page: Annotated[int, Field(ge=0, lt=MOST_PAGES)]


class HandTap(Carried):
    """Hand a case to this colleague."""

    prefix: ClassVar[str] = "ht"
    case_id: RowId
    person_id: RowId


class HandSureTap(Carried):
    """Hand it to them, surely."""

    prefix: ClassVar[str] = "hs"
    case_id: RowId
    person_id: RowId


class WaitTap(Carried):
    """Lay a case aside for so many days; 0 is a few hours."""

    prefix: ClassVar[str] = "wt"
    case_id: RowId
    days: Annotated[int, Field(ge=0, le=MOST_DAYS)]
