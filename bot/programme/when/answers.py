"""What came of reading a time: one moment on the wall, or what has to be asked back."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class Why(StrEnum):
    """Why a time has to be asked back."""

    REFUSED = "refused"  # "not on Tuesday"
    REPEATED = "repeated"  # "every Tuesday"
    PAST = "past"
    IMPOSSIBLE = "impossible"  # 31/2, 25:00
    SKIPPED = "skipped"  # the clock jumps over it
    RANGE = "range"  # "between 2 and 4"
    DIFFERENT = "different"  # a day of the week and a date that do not go together
    VAGUE = "vague"  # "after 14:00", "some day next week"
    SEVERAL = "several"  # "Tuesday or Wednesday", "next Thursday" said on a Monday
    NO_DAY = "no_day"
    NO_TIME = "no_time"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class Understood:
    """Exactly one moment was said: a wall time without zone, the first one where it comes twice.

    ``language`` is the one it was said in. ``whole`` tells whether the text says nothing else.
    """

    at: datetime
    language: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """A time was meant, but not one alone: ``choices`` are wall times to offer, soonest first.

    ``days`` and ``times`` are what was said of each, so that only the rest need be asked.
    """

    why: Why
    choices: tuple[datetime, ...]
    days: tuple[date, ...]
    times: tuple[time, ...]
    language: str
    whole: bool
