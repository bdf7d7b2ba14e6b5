"""What the buttons about referrals and hand-overs carry back."""

from enum import StrEnum
from typing import ClassVar

from bot.cards.buttons import Carried, RowId
from bot.programme.referrals import Barrier, Outcome


class LaterStep(StrEnum):
    """How far somebody is with being asked later: they are told what is kept, or say yes."""

    OFFER = "o"
    KEEP = "k"


class LaterTap(Carried):
    """Be asked later about a service, found for a need at a place."""

    prefix: ClassVar[str] = "la"
    step: LaterStep
    service: str
    need: str = ""
    place: str = ""


class ForgetTap(Carried):
    """Do not be asked later after all."""

    prefix: ClassVar[str] = "rx"
    referral_id: RowId


class OutcomeTap(Carried):
    """Say whether a service helped."""

    prefix: ClassVar[str] = "ro"
    referral_id: RowId
    outcome: Outcome


class BarrierTap(Carried):
    """Say what stood in the way."""

    prefix: ClassVar[str] = "rb"
    referral_id: RowId
    barrier: Barrier


class GiveTap(Carried):
    """Give a service to one's mentee."""

    prefix: ClassVar[str] = "gv"
    service: str
