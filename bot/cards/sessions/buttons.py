"""What a tap carries back about sessions and the training."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from bot.cards.buttons import Carried, RowId

Key = Annotated[str, Field(max_length=32, pattern=r"^[a-z0-9_-]*$")]
Value = Annotated[str, Field(max_length=32, pattern=r"^[A-Za-z0-9_-]*$")]


class SessionStep(StrEnum):
    """What is done with a session: by who comes, and by who holds it."""

    SHOW = "s"
    TAKE = "t"
    GIVE = "g"
    OPEN = "o"
    AGAIN = "a"
    CANCEL = "x"
    CANCEL_SURELY = "y"
    ROLL = "r"
    ALL = "l"
    ELSE = "e"
    CODE = "c"


class SessionTap(Carried):
    """Do something with a session."""

    prefix: ClassVar[str] = "sn"
    step: SessionStep
    session_id: RowId


class SeatTap(Carried):
    """Who has this seat was there, or was not."""

    prefix: ClassVar[str] = "sr"
    seat_id: RowId
    there: Annotated[int, Field(ge=0, le=1)]


class WalkInTap(Carried):
    """This person came without a seat."""

    prefix: ClassVar[str] = "sw"
    session_id: RowId
    person_id: RowId


class DraftTap(Carried):
    """Choose one thing of the session that is being planned."""

    prefix: ClassVar[str] = "sd"
    what: Key
    value: Value = ""


class DraftStep(StrEnum):
    """What is done with the session that is being planned."""

    PLAN = "p"
    DROP = "d"


class DraftStepTap(Carried):
    """Plan it, or not after all."""

    prefix: ClassVar[str] = "sk"
    step: DraftStep


class AskTap(Carried):
    """Change one thing of the session that is being planned; empty: go back to it."""

    prefix: ClassVar[str] = "sq"
    what: Key = ""


class ModuleTap(Carried):
    """See all dates of a module."""

    prefix: ClassVar[str] = "tn"
    what: Key


class MentorStep(StrEnum):
    """What a coach does about the training of a mentor."""

    SHOW = "s"
    ASK = "a"
    SURE = "y"


class MentorTap(Carried):
    """Do something about the training of a mentor."""

    prefix: ClassVar[str] = "te"
    step: MentorStep
    person_id: RowId
