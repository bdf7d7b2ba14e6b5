"""What follows an answer to the weekly question: what is asked next, and for how long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.programme.check_ins import Answer
from bot.programme.people import Role

# Telegram's buttons stay for ever; an answer counts for a week after the question was put.
ANSWER_TAKEN_FOR = timedelta(days=7)
CORRECTION_TAKEN_FOR = timedelta(days=7)
# How it went, what was in the way and typed addresses are kept so long after the end of a duo.
KEPT_AFTER_DUO = timedelta(days=90)
WORDINGS = 4
# About how long they met, in minutes: the last one stands for three hours or more.
LENGTHS = (60, 120, 180)
FEELINGS = range(1, 6)  # 1 is very hard, 5 is very good
HARD = 2  # and below
SKIPPED = 0


class Next(StrEnum):
    """What comes after what somebody has said so far."""

    HOW_LONG = "how_long"
    HOW_IS_IT = "how_is_it"
    NOTHING = "nothing"


class Size(StrEnum):
    """How much somebody is asked: all of it, or one tap."""

    FULL = "full"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Told:
    """What one person has said about a week, and who it is."""

    role: str
    size: str
    answer: Answer
    minutes: int | None = None
    feeling: int | None = None


def comes_next(told: Told, *, skipped: Next | None = None) -> Next:
    """The next small question. A mentor, and who is asked shortly, has said enough with one tap.

    ``skipped`` is the question that the person passes over.
    """
    if told.role != Role.MENTEE or told.size != Size.FULL:
        return Next.NOTHING
    asks_length = told.answer is Answer.MET and told.minutes is None and told.feeling is None
    if asks_length and skipped is None:
        return Next.HOW_LONG
    return (
        Next.HOW_IS_IT if told.feeling is None and skipped is not Next.HOW_IS_IT else Next.NOTHING
    )


def asks_obstacle(told: Told) -> bool:
    """Whether it fits to ask a mentee what is in the way: no meeting, or a hard week."""
    hard = told.feeling is not None and told.feeling <= HARD
    return told.role == Role.MENTEE and (told.answer is not Answer.MET or hard)


def takes_answer(asked_at: datetime, now: datetime) -> bool:
    """Whether a question that was put at an instant may still be answered."""
    return now < asked_at + ANSWER_TAKEN_FOR


def takes_correction(answered_at: datetime, now: datetime) -> bool:
    """Whether what was first answered at an instant may still be changed."""
    return now < answered_at + CORRECTION_TAKEN_FOR


def wording_of(week: str, person_id: int) -> int:
    """Which of the wordings somebody reads about a week: never the same two weeks in a row."""
    year, number = week.split("-W")
    monday = date.fromisocalendar(int(year), int(number), 1)
    return (monday.toordinal() // 7 + person_id) % WORDINGS


def minutes_of(meetings: Iterable[tuple[datetime, datetime]]) -> int | None:
    """How long these meetings were fixed for, from begin to end; None when there was none."""
    lengths = [end - begin for begin, end in meetings]
    return sum(lengths, timedelta()) // timedelta(minutes=1) or None
