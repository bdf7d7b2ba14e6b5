"""Finding the needs that a sentence names, in Dutch, French, English or a mix of them."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.programme.needs.codes import NEEDS
from bot.programme.needs.features import feature_of_word, features_of, words_of
from bot.programme.needs.weights import Weights, unpack

MOST_NEEDS = 3
FILE = Path(__file__).with_name("weights.bin")

# How far a need may stay behind "no need at all" when a message out of the blue counts as asking.
# Chosen on sentences that were not learnt from: 0 would save half of the false hits, and lose 2%
# of the needs; see docs/decisions/0012-finding-a-need.md.
CLEAR = -0.2

# What is written while a question waits is an answer more often than a need, also one to another
# question: "not on Wednesday". On the own set 93.8% of the needs are that far ahead, and 1.2% of
# what names none; at the limit above it is 97.9% and 8.3%.
PLAIN = 0.3

# How far a need may stay behind the best one when both may have been meant. Of 268 such sentences
# ten had the wrong need first. Within 0.3 the right one is offered for nine of those ten, and 22
# others are asked in vain; without a margin that would be all 258, within 0.5 it is 39 and still
# nine.
CLOSE = 0.3


@dataclass(frozen=True, slots=True)
class Found:
    """The needs a sentence may mean, at most three, best first.

    ``named`` tells whether it names one at all: everyday sentences resemble some need too. Without
    it the codes are guesses, good enough for somebody who was asked what they look for. ``close``
    are those after the first that may be meant as well: they are at most 0.3 behind it.
    """

    codes: tuple[str, ...]
    named: bool
    close: tuple[str, ...] = ()


# First names that are words of the sentences too: "I have no hope" is about no girl.
NAMES_TOO = frozenset({"hope", "joy", "peace", "grace", "faith", "mercy", "angel", "storm", "vie"})

NOTHING = Found((), named=False)


def read_needs(text: str) -> Found:
    """What a sentence may mean, and whether it names a need; the sentence is kept nowhere."""
    weights = _weights()
    scores = weights.scores(features_of(text))
    if scores is None:
        return NOTHING
    *needs, none = scores
    best = sorted(zip(needs, NEEDS, strict=True), key=lambda each: -each[0])[:MOST_NEEDS]
    close = tuple(need for score, need in best[1:] if best[0][0] - score < CLOSE)
    return Found(tuple(need for _, need in best), best[0][0] - none > CLEAR, close)


def find_needs(text: str) -> tuple[str, ...]:
    """The needs that a message out of the blue names, best first; empty when it names none."""
    found = read_needs(text)
    return found.codes if found.named else ()


def is_plain(text: str) -> bool:
    """Whether a text names a need though a question waits that it may answer."""
    return score_of(text)[1] > PLAIN


def score_of(text: str, among: Collection[str] = NEEDS) -> tuple[str, float]:
    """Which of these needs a text resembles most, and how far it is ahead of "no need at all"."""
    scores = _weights().scores(features_of(text))
    if scores is None:
        return "", 0.0
    *needs, none = scores
    best, need = max(one for one in zip(needs, NEEDS, strict=True) if one[1] in among)
    return need, best - none


def learnt_words(text: str) -> tuple[str, ...]:
    """Those of its words that stood in sentences that were learnt from, and are no first names.
    Most names never did, though "Viola" shares groups of letters with words that did.
    """
    known, words = _weights().knows, words_of(text)
    return tuple(one for one in words if one not in NAMES_TOO and known(feature_of_word(one)))


def has_new_words(text: str) -> bool:
    """Whether a word of it stood in no sentence that was learnt from."""
    return len(learnt_words(text)) < len(words_of(text))


@cache
def _weights() -> Weights:
    """Read at the first question, in some hundredths of a second."""
    return unpack(FILE.read_bytes())
