"""Which deaths a season holds: every named point, and kills at any moment."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

from tests.processes.kill_points import CASES, CLOCK, POST, REGISTRATION, WITHDRAWAL

BLIND = "any moment"
STARTING = "while it starts"
TOLD_TO_STOP = "after SIGTERM"
REAL = "any moment, `duobot run`"
WITHOUT_A_POINT = (BLIND, STARTING, TOLD_TO_STOP, REAL)
NAMED = (*POST, *REGISTRATION, *CLOCK, *CASES, *WITHDRAWAL)
SHARES = (12, 3, 3, 2)  # of the blind kills; `duobot run` takes seconds to start
LONGEST_START = 0.5  # seconds


@dataclass(frozen=True, slots=True)
class Patience:
    """How long blind kills may let the bot live: seconds, at the most."""

    life: float
    stop: float


BRIEF = Patience(life=1.0, stop=1.0)
FULL = Patience(life=3.0, stop=10.0)


@dataclass(frozen=True, slots=True)
class Kill:
    """How the bot is to die: at which passing of a named point, or after so many seconds."""

    point: str
    passing: int = 1
    after: float = 0.0

    @property
    def is_named(self) -> bool:
        return self.point not in WITHOUT_A_POINT


def named(points: Sequence[str], chance: random.Random) -> list[Kill]:
    """Each of these points once; what is passed often is passed once or twice."""
    kills = [Kill(one, chance.choice([1, 2]) if one in POST else 1) for one in points]
    chance.shuffle(kills)
    return kills


def blind(how: str, chance: random.Random, patience: Patience) -> Kill:
    """A kill at any moment."""
    longest = {STARTING: LONGEST_START, TOLD_TO_STOP: patience.stop}.get(how, patience.life)
    return Kill(how, after=chance.uniform(0, longest))


def torture(kills: int, chance: random.Random) -> list[Kill]:
    """As many named kills as blind ones, every point as often as the others."""
    return [kill for kill, _ in zip(_for_ever(chance), range(kills), strict=False)]


def _for_ever(chance: random.Random) -> Iterator[Kill]:
    for round_ in cycle([NAMED]):
        for kill in named(round_, chance):
            yield kill
            yield blind(chance.choices(WITHOUT_A_POINT, SHARES)[0], chance, FULL)
