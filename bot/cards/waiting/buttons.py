"""What the taps of who waits for a duo carry."""

from enum import StrEnum
from typing import ClassVar

from bot.cards.buttons import Carried


class SearchStep(StrEnum):
    """Somebody needs no duo for now, or does again."""

    FOUND = "found"
    AGAIN = "again"


class SearchTap(Carried):
    """Say so."""

    prefix: ClassVar[str] = "se"
    step: SearchStep
