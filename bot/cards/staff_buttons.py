"""What a tap carries back about the team: leaves, who stands in, and handing people over."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from bot.cards.buttons import Carried, RowId
from bot.programme.leaves import PAGES

# In the place of a colleague: whoever is there.
NOBODY = 0
Page = Annotated[int, Field(ge=0, lt=PAGES)]
ColleagueId = Annotated[int, Field(ge=NOBODY, lt=2**63)]


class AwayTap(Carried):
    """See other first days."""

    prefix: ClassVar[str] = "lv"
    page: Page = 0


class UntilTap(Carried):
    """Be away from this day on; see the last days that are possible."""

    prefix: ClassVar[str] = "lu"
    first: date
    page: Page = 0


class SpanTap(Carried):
    """Be away on these days; see who can stand in."""

    prefix: ClassVar[str] = "ld"
    first: date
    last: date


class LeaveTap(Carried):
    """Be away on these days, and this colleague stands in; NOBODY for whoever is there."""

    prefix: ClassVar[str] = "lk"
    first: date
    last: date
    deputy_id: ColleagueId


class BackTap(Carried):
    """Take a leave back, or end it."""

    prefix: ClassVar[str] = "le"
    leave_id: RowId


class DeputyTap(Carried):
    """Name who is asked when there is no answer; NOBODY for none."""

    prefix: ClassVar[str] = "dn"
    deputy_id: ColleagueId


class TeamStep(StrEnum):
    """What is done with a colleague, or with one's own people."""

    SHOW = "s"
    HAND = "h"
    LEAVE = "l"


class TeamTap(Carried):
    """See a colleague, or to whom all of theirs can go."""

    prefix: ClassVar[str] = "tm"
    step: TeamStep
    person_id: RowId


class HeirTap(Carried):
    """Hand all people of a colleague over; asked once more before it is ``sure``."""

    prefix: ClassVar[str] = "hr"
    step: TeamStep
    person_id: RowId
    heir_id: RowId
    sure: Annotated[int, Field(ge=0, le=1)] = 0


class WordsTap(Carried):
    """Let a new coach read what one wrote before, or not."""

    prefix: ClassVar[str] = "wo"
    coach_id: RowId
    agreed: Annotated[int, Field(ge=0, le=1)]
