"""What a tap carries back about one's own call for a coach."""

from enum import StrEnum
from typing import ClassVar

from bot.cards.buttons import Carried, RowId
from bot.programme.cases import About, Urgency, WhoMayKnow


class RequestStep(StrEnum):
    """What somebody does with their own call."""

    SOLVED = "solved"
    NOT_SOLVED = "not_solved"
    SHOW_AGAIN = "show_again"


class RequestTap(Carried):
    """Say whether it is solved, or read once more what the coach wrote."""

    prefix: ClassVar[str] = "rq"
    case_id: RowId
    step: RequestStep


class AboutTap(Carried):
    """Say what it is about."""

    prefix: ClassVar[str] = "qa"
    case_id: RowId
    about: About


class UrgencyTap(Carried):
    """Say how long it can wait."""

    prefix: ClassVar[str] = "qu"
    case_id: RowId
    urgency: Urgency


class MayKnowTap(Carried):
    """Say who may know of it."""

    prefix: ClassVar[str] = "qw"
    case_id: RowId
    audience: WhoMayKnow
