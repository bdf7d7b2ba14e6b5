"""A message is heard for danger: every text that anybody writes goes through it."""

import statistics
import time
from dataclasses import dataclass

from bot.programme.danger import hear_danger

LONGEST = 4_000  # letters; Telegram sends a message of up to 4,096
TIMES = 50
EVERY_DAY = (
    "Hallo, ik kom morgen om tien uur naar het station, tot dan en groeten aan iedereen.",
    "Bonjour, je ne peux pas venir jeudi, est-ce qu'on peut se voir vendredi à 14 heures ?",
    "Thank you for your help with my letter, the interview is on Tuesday afternoon in Ghent.",
    "Ik heb mijn cv aangepast en naar het interimkantoor gestuurd, kan jij nog eens kijken?",
)


@dataclass(frozen=True, slots=True)
class Heard:
    """Milliseconds of CPU for one message of so many letters: the median, and of the slowest."""

    what: str
    letters: int
    median_ms: float
    slowest_ms: float

    @property
    def microseconds_a_letter(self) -> float:
        """What one letter costs."""
        return self.median_ms * 1000 / self.letters


def heard() -> tuple[Heard, Heard]:
    """A short message of every day, and the longest that somebody writes."""
    hear_danger("The lists and the weights are read at the first message.")
    long = tuple(_as_long_as(said) for said in EVERY_DAY)
    return _one("a short message", EVERY_DAY), _one("the longest message", long)


def _as_long_as(said: str) -> str:
    """One sentence after the other, in an order that begins with this one."""
    first = EVERY_DAY.index(said)
    every = " ".join((*EVERY_DAY[first:], *EVERY_DAY[:first]))
    return (f"{every} " * (LONGEST // len(every) + 1))[:LONGEST]


def _one(what: str, texts: tuple[str, ...]) -> Heard:
    medians = [_median_ms(text) for text in texts]
    letters = round(statistics.mean(map(len, texts)))
    return Heard(what, letters, statistics.median(medians), max(medians))


def _median_ms(text: str) -> float:
    taken = []
    for _ in range(TIMES):
        began = time.process_time()
        hear_danger(text)
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken)
