"""What a tap carries back after somebody wrote of danger."""

from typing import ClassVar

from bot.cards.buttons import Carried
from bot.programme.danger.answers import MayCall


class MayCallTap(Carried):
    """Say whether a coach may call now; ``need`` is what was written about."""

    prefix: ClassVar[str] = "dg"
    answer: MayCall
    need: str
