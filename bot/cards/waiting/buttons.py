"""What the taps of who waits for a duo carry."""

from enum import StrEnum
from typing import ClassVar

from bot.cards.buttons import Carried


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
