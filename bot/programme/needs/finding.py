"""Finding the needs that a sentence names, in Dutch, French, English or a mix of them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.programme.needs.codes import NEEDS
from bot.programme.needs.features import features_of
from bot.programme.needs.weights import Weights, unpack

MOST_NEEDS = 3
FILE = Path(__file__).with_name("weights.bin")

# How far a need may stay behind "no need at all" when a message out of the blue counts as asking.
# Chosen on sentences that were not learnt from: 0 would save half of the false hits, and lose 2%
# of the needs; see docs/decisions/0012-finding-a-need.md.
CLEAR = -0.2


@dataclass(frozen=True, slots=True)
class Found:
    """The needs a sentence may mean, at most three, best first.

    ``named`` tells whether it names one at all: everyday sentences resemble some need too. Without
    it the codes are guesses, good enough for somebody who was asked what they look for.
    """

    codes: tuple[str, ...]
    named: bool


NOTHING = Found((), named=False)


def read_needs(text: str) -> Found:
    """What a sentence may mean, and whether it names a need; the sentence is kept nowhere."""
    weights = _weights()
    scores = weights.scores(features_of(text))
    if scores is None:
        return NOTHING
    *needs, none = scores
    best = sorted(zip(needs, NEEDS, strict=True), key=lambda each: -each[0])[:MOST_NEEDS]
    return Found(tuple(need for _, need in best), named=best[0][0] - none > CLEAR)


def find_needs(text: str) -> tuple[str, ...]:
    """The needs that a message out of the blue names, best first; empty when it names none."""
    found = read_needs(text)
    return found.codes if found.named else ()


@cache
def _weights() -> Weights:
    """Read at the first question, in some hundredths of a second."""
    return unpack(FILE.read_bytes())
