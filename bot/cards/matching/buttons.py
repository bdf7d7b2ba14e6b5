"""What the taps carry by which two people are brought together."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from bot.cards.buttons import Carried, RowId

Page = Annotated[int, Field(ge=0, lt=1000)]


class ToMatchTap(Carried):
    """Turn to a page of those who wait for a duo; the first one is 0."""

    prefix: ClassVar[str] = "mw"
    page: Page = 0


class MentorsTap(Carried):
    """See a page of the mentors for a mentee; the first one is 0."""

    prefix: ClassVar[str] = "mf"
    mentee_id: RowId
    page: Page = 0


class PairStep(StrEnum):
    """What a coach does with two people: look, ask both, or ask both once more."""

    SHOW = "s"
    ASK = "a"
    AGAIN = "g"


class PairTap(Carried):
    """Two people side by side. Two ids of 19 digits leave room enough."""

    prefix: ClassVar[str] = "pw"
    step: PairStep
    mentee_id: RowId
    mentor_id: RowId


class MatchStep(StrEnum):
    """What is done with a match: by its coach, and by the two."""

    SHOW = "show"
    ASK_AGAIN = "ask"
    LET_GO = "let_go"
    AGREE = "yes"
    DECLINE = "no"
    DECLINE_SURELY = "no_surely"


class MatchTap(Carried):
    """Do something with a match."""

    prefix: ClassVar[str] = "ma"
    match_id: RowId
    step: MatchStep
