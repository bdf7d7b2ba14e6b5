"""What the taps of who waits for a duo carry."""

from enum import StrEnum
from typing import ClassVar, Literal

from bot.cards.buttons import Carried, RowId


class SearchStep(StrEnum):
    """Somebody still looks, needs no duo for now, does again, or takes a break."""

    STILL = "still"
    FOUND = "found"
    AGAIN = "again"
    REST = "rest"


class SearchTap(Carried):
    """Say so."""

    prefix: ClassVar[str] = "se"
    step: SearchStep


class HeardTap(Carried):
    """A coach has called somebody, who said this."""

    prefix: ClassVar[str] = "sh"
    person_id: RowId
    said: Literal["still", "found"]
