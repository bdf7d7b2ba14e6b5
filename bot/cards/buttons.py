"""What a tap carries back. Telegram allows 64 bytes; ids are opaque and say nothing of a right."""

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, Field

from bot.programme.check_ins import Answer
from bot.programme.registration import Question

MOST_BYTES = 64  # as Telegram allows
BETWEEN = ":"
# Before what a button carries that stands under several letters told as one.
AMONG_OTHERS = "+"

# A number that no row can have is no button of ours.
RowId = Annotated[int, Field(gt=0, lt=2**63)]


def among_others(data: str) -> str:
    """The same tap under a message that says other things too, and so must stay as it is."""
    marked = f"{AMONG_OTHERS}{data}"
    return marked if len(marked.encode()) <= MOST_BYTES else data


def alone(data: str) -> str | None:
    """What such a tap carries; None for the tap of any other message."""
    return data.removeprefix(AMONG_OTHERS) if data.startswith(AMONG_OTHERS) else None


class Place(StrEnum):
    """Where a button can lead that needs to know nothing else."""

    MENU = "menu"
    FIND_HELP = "find_help"
    EMERGENCY = "emergency"
    HELP = "help"
    COACH = "coach"
    LANGUAGE = "language"
    STOP = "stop"
    STOP_SURELY = "stop_surely"
    RESUME = "resume"
    ANSWERS = "answers"
    ADD_ANSWERS = "add_answers"
    BACK = "back"
    PRIVACY = "privacy"
    WITHDRAW = "withdraw"
    WITHDRAW_SURELY = "withdraw_surely"
    WITHDRAW_NOT = "withdraw_not"
    NEW_PEOPLE = "new_people"
    MY_DUOS = "my_duos"
    MY_CASES = "my_cases"
    BARRIERS = "barriers"
    REFERRAL_NOT = "referral_not"
    HAND_OVER_NOT = "hand_over_not"
    CHANGES = "changes"
    MEETINGS = "meetings"
    PLAN_MEETING = "plan_meeting"
    SAY = "say"
    NUMBERS = "numbers"
    NUMBER_SHARE = "number_share"
    NUMBER_STOP = "number_stop"
    NUMBER_NOT = "number_not"
    CALENDAR = "calendar"
    CALENDAR_LINK = "calendar_link"
    CALENDAR_STOP = "calendar_stop"
    MY_QUESTION = "my_question"
    WHY_A_BREAK = "why_a_break"
    AGREEMENT = "agreement"
    AWAY = "away"
    DEPUTY = "deputy"
    TEAM = "team"
    ANSWER_TIMES = "answer_times"
    LINE_STOP = "line_stop"
    HIDE = "hide"
    MATCH = "match"
    PROPOSAL = "proposal"
    CODES = "codes"
    CODES_HERE = "codes_here"
    CODES_ELSEWHERE = "codes_elsewhere"
    CODES_APP = "codes_app"
    CODES_KEPT = "codes_kept"
    CODES_NEW = "codes_new"
    INTAKE = "intake"
    INTAKE_CALL = "intake_call"
    INTAKES = "intakes"
    INTAKE_HOURS = "intake_hours"
    WORK = "work"
    ENTER = "enter"
    SESSIONS = "sessions"
    BRANCH_SESSIONS = "branch_sessions"
    PLAN_SESSION = "plan_session"
    TRAINING = "training"
    ROAD = "road"
    SERIES = "series"
    MENTORS_TRAINING = "mentors_training"


class Carried(BaseModel):
    """A prefix that names the kind, then each of its fields."""

    prefix: ClassVar[str]

    def pack(self) -> str:
        """What the button carries; ValueError when Telegram or we could not read it back."""
        parts = [self.prefix, *(str(value) for _, value in self)]
        packed = BETWEEN.join(parts)
        if len(packed.encode()) > MOST_BYTES or packed.count(BETWEEN) != len(parts) - 1:
            raise ValueError(f"A {type(self).__name__} cannot be carried by a button.")
        return packed

    @classmethod
    def unpack(cls, data: str) -> Self:
        """Read it back; ValueError for anything else, since people can send what they like."""
        prefix, *parts = data.split(BETWEEN)
        if prefix != cls.prefix or len(parts) != len(cls.model_fields):
            raise ValueError(f"This is no {cls.__name__}.")
        read = cls.model_validate(dict(zip(cls.model_fields, parts, strict=True)))
        if read.pack() != data:  # a number with a space or a plus sign is none of our buttons
            raise ValueError(f"This is no {cls.__name__} as we write it.")
        return read


class Go(Carried):
    """Go to a place."""

    prefix: ClassVar[str] = "go"
    to: Place


class Speak(Carried):
    """Speak this language."""

    prefix: ClassVar[str] = "sp"
    language: str


class Choose(Carried):
    """Answer a question of the registration."""

    prefix: ClassVar[str] = "ch"
    question: Question
    value: str


class Change(Carried):
    """Answer a question anew."""

    prefix: ClassVar[str] = "cg"
    question: Question


class CheckInTap(Carried):
    """Answer the question of the week."""

    prefix: ClassVar[str] = "ci"
    prompt_id: RowId
    answer: Answer


class CaseStep(StrEnum):
    """What a coach does with a case."""

    TAKE = "take"
    CLOSE = "close"
    GIVE_BACK = "give_back"
    HAND = "hand"
    CALLED = "called"
    SPOKE = "spoke"
    NO_ANSWER = "no_answer"
    CLOSE_SURELY = "close_surely"
    WAIT = "wait"
    SHOW = "show"
    READ = "read"
    REPLY = "reply"
    NOTE = "note"
    READY = "ready"


class CaseTap(Carried):
    """Do something with a case."""

    prefix: ClassVar[str] = "ca"
    case_id: RowId
    step: CaseStep


class ThemeTap(Carried):
    """See the needs of a theme. ``place`` is the short word of an area, or empty."""

    prefix: ClassVar[str] = "th"
    theme: str
    place: str = ""


class NeedTap(Carried):
    """See the services for a need at a place; the first page is 0."""

    prefix: ClassVar[str] = "n"
    need: str
    place: str = ""
    page: Annotated[int, Field(ge=0, lt=1000)] = 0


class PlaceTap(Carried):
    """Choose where to look for a need; ``region`` is the short word of a region, or empty. The
    first page of its towns is 0.
    """

    prefix: ClassVar[str] = "pl"
    need: str
    region: str = ""
    page: Annotated[int, Field(ge=0, lt=1000)] = 0


class ServiceTap(Carried):
    """See a service, found for a need at a place, to which the way back leads."""

    prefix: ClassVar[str] = "s"
    service: str
    need: str = ""
    place: str = ""
