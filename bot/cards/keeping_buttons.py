"""What a tap carries back about the entries of the directory: what is wrong, and what is done."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from bot.cards.buttons import Carried, RowId
from bot.programme import edits
from bot.programme.keeping import Fault


class WrongTap(Carried):
    """Say that the entry of a service is wrong."""

    prefix: ClassVar[str] = "wr"
    service: str


class FaultTap(Carried):
    """Say what is wrong with it."""

    prefix: ClassVar[str] = "wf"
    fault: Fault
    service: str


class CareStep(StrEnum):
    """What staff do about the entry of a service."""

    ASSURE = "a"
    CHANGE = "c"
    DOUBT = "d"
    HISTORY = "h"


class CareTap(Carried):
    """Assure, change or doubt an entry, or see its history."""

    prefix: ClassVar[str] = "kp"
    step: CareStep
    service: str


class DetailTap(Carried):
    """Change a detail of an entry; ``number`` is which of several phones, -1 before it is said."""

    prefix: ClassVar[str] = "kd"
    field: edits.Field
    number: Annotated[int, Field(ge=-1, lt=100)]
    service: str


class ProposalStep(StrEnum):
    """What is done with a change that was written."""

    CONFIRM = "y"
    DROP = "n"
    ACCEPT = "a"
    REFUSE = "r"


class ProposalTap(Carried):
    """Confirm or drop one's own change, accept or refuse that of somebody else."""

    prefix: ClassVar[str] = "pr"
    proposal_id: RowId
    step: ProposalStep


class ChecksTap(Carried):
    """See what waits to be checked."""

    prefix: ClassVar[str] = "ck"
    case_id: RowId
