"""The file of weights: how strongly each feature of a sentence speaks for each need.

It is made from the examples by ``python -m tools.learn_needs``. Its first line is JSON that people
can read; what follows is packed."""

import json
import math
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.programme.needs.codes import NEEDS

VERSION = 1
# One column a need, and the last one for sentences that name none.
COLUMNS = len(NEEDS) + 1
ZERO = 128  # a byte that speaks neither for nor against
FINEST = 127  # by how much a byte may be above or below it


@dataclass(frozen=True)
class Weights:
    """What was learnt: for each feature in how many sentences it stood, and a row of weights.

    ``features`` is sorted. ``rows`` holds a byte a column; one step above zero is worth ``step``.
    """

    examples: str
    sentences: int
    step: float
    start: tuple[float, ...]
    features: "array[int]"
    seen: "array[int]"
    rows: bytes

    def scores(self, features: Collection[int]) -> list[float] | None:
        """A score for each column, above zero when it is likely; None when no feature is known.

        A feature that is new counts in the length of the sentence: it makes everything less sure.
        """
        places = [place for feature in features if (place := self._place(feature)) is not None]
        if not places:
            return None
        squares = sum(self._squares[self.seen[place]] for place in places)
        squares += self._squares[0] * (len(features) - len(places))
        worth = self.step / math.sqrt(squares)
        sums = self._sums(places)
        return [first + worth * more for first, more in zip(self.start, sums, strict=True)]

    def knows(self, feature: int) -> bool:
        """Whether this feature stood in a sentence that was learnt from."""
        return self._place(feature) is not None

    def _sums(self, places: Sequence[int]) -> list[int]:
        rows = [self.rows[place * COLUMNS : (place + 1) * COLUMNS] for place in places]
        # All rows in a line, of which each column is every 64th byte: the fastest way to add them.
        line, nothing = b"".join(rows), ZERO * len(rows)
        return [sum(line[column::COLUMNS]) - nothing for column in range(COLUMNS)]

    def _place(self, feature: int) -> int | None:
        place = bisect_left(self.features, feature)
        found = place < len(self.features) and self.features[place] == feature
        return place if found else None

    @cached_property
    def _squares(self) -> Sequence[float]:
        """The square of the rarity of a feature, by the number of sentences it stood in."""
        most = max(self.seen, default=0)
        return [rarity(seen, self.sentences) ** 2 for seen in range(most + 1)]


def rarity(seen: int, sentences: int) -> float:
    """How much a feature counts: 1 when every sentence has it, and more the rarer it is."""
    return math.log((sentences + 1) / (seen + 1)) + 1


def pack(weights: Weights) -> bytes:
    """The content of the file."""
    head = {
        "version": VERSION,
        "examples": weights.examples,
        "sentences": weights.sentences,
        "features": len(weights.features),
        "columns": [*NEEDS, "none"],
        "step": weights.step,
        "start": weights.start,
    }
    parts = (_little(weights.features), _little(weights.seen), weights.rows)
    return json.dumps(head).encode() + b"\n" + zlib.compress(b"".join(parts), 9)


def unpack(content: bytes) -> Weights:
    """The weights in the content of a file."""
    line, _, packed = content.partition(b"\n")
    head: Mapping[str, Any] = json.loads(line)
    if head["version"] != VERSION or head["columns"] != [*NEEDS, "none"]:
        raise ValueError(
            "These weights are of another version; say `python -m tools.learn_needs`."
        )
    body, count = zlib.decompress(packed), head["features"]
    features, seen = _numbers("I", body[: 4 * count]), _numbers("H", body[4 * count : 6 * count])
    rows, start = body[6 * count :], tuple(head["start"])
    return Weights(head["examples"], head["sentences"], head["step"], start, features, seen, rows)


def _numbers(kind: str, content: bytes) -> "array[int]":
    numbers = array(kind, content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _little(numbers: "array[int]") -> bytes:
    return _numbers(numbers.typecode, numbers.tobytes()).tobytes()
