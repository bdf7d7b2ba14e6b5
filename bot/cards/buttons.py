"""What a tap carries back. Telegram allows 64 bytes; ids are opaque and say nothing of a right."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.programme.check_ins import Answer
from bot.programme.proposal import UNSET
from bot.programme.registration import Question

# A number that no row can have is no button of ours.
RowId = Annotated[int, Field(gt=0, lt=2**63)]


class Place(StrEnum):
    """Where a button can lead that needs to know nothing else."""

    MENU = "menu"
    HELP = "help"
    COACH = "coach"
    LANGUAGE = "language"
    STOP = "stop"
    RESUME = "resume"
    ANSWERS = "answers"
    BACK = "back"
    PRIVACY = "privacy"
    WITHDRAW = "withdraw"
    WITHDRAW_SURELY = "withdraw_surely"
    WITHDRAW_NOT = "withdraw_not"
    NEW_PEOPLE = "new_people"
    MY_DUOS = "my_duos"
    MY_CASES = "my_cases"


class Go(CallbackData, prefix="go"):
    """Go to a place."""

    to: Place


class Speak(CallbackData, prefix="sp"):
    """Speak this language."""

    language: str


class Choose(CallbackData, prefix="ch"):
    """Answer a question of the registration."""

    question: Question
    value: str


class Change(CallbackData, prefix="cg"):
    """Answer a question anew."""

    question: Question


class CheckInTap(CallbackData, prefix="ci"):
    """Answer the question of the week."""

    prompt_id: RowId
    answer: Answer


class CaseStep(StrEnum):
    """What a coach does with a case."""

    TAKE = "take"
    CLOSE = "close"


class CaseTap(CallbackData, prefix="ca"):
    """Take or close a case."""

    case_id: RowId
    step: CaseStep


class MenteeTap(CallbackData, prefix="me"):
    """Choose a mentor for this mentee."""

    mentee_id: RowId


class DuoStep(StrEnum):
    """What a coach does with a duo that is not formed yet."""

    SHOW = "s"
    DAY = "d"
    HOUR = "h"
    FORM = "f"


class DuoTap(CallbackData, prefix="du"):
    """A duo as a coach would have it. Two ids of 19 digits leave room enough."""

    step: DuoStep
    mentee_id: RowId
    mentor_id: RowId
    weekday: int = UNSET
    hour: int = UNSET
