"""Who people are in a rehearsal: a few ways to live with the bot. None is a caricature of anybody.

A character decides nothing: it is what ``bot.rehearsal.tastes`` and ``bot.rehearsal.errands`` are
told about a person.
"""

from dataclasses import dataclass
from datetime import timedelta

SOON = (timedelta(minutes=3), timedelta(hours=3))
LATE = (timedelta(hours=26), timedelta(days=3))


@dataclass(frozen=True, slots=True)
class Character:
    """``after`` is how soon they react, between two spans. Weeks count from the first, which is 1.

    ``silent`` are the weeks in which they do nothing. In the week ``rests`` they take a break.
    ``moves`` and ``writes`` are how often, of ten times, they move a meeting that was fixed, and
    write instead of tapping. Who ``differs`` answers no where the other says yes. In the week
    ``other_day`` they choose another day for their weekly question.
    """

    name: str
    after: tuple[timedelta, timedelta] = SOON
    silent: range = range(0)
    rests: int | None = None
    moves: int = 1
    writes: int = 0
    differs: bool = False
    other_day: int | None = None


STEADY = Character("steady")
LATE_ONE = Character("late", after=LATE, other_day=2)
SILENT_ONE = Character("silent", silent=range(4, 9))
RESTING_ONE = Character("rests", rests=6)
MOVER = Character("moves", moves=6)
DISAGREEING = Character("differs", differs=True)
WRITER = Character("writes", writes=7)

EVERY_CHARACTER = (
    STEADY, LATE_ONE, WRITER, SILENT_ONE, MOVER, RESTING_ONE, DISAGREEING,
)  # fmt: skip
