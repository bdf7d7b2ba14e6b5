"""How much a text is like what people in danger wrote, told by its words and groups of letters.

What was learnt is kept in ``likeness.bin``, made by ``python -m tools.learn_danger``: its first
line is JSON that people can read, what follows is packed.
"""

import json
import math
import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from bot.programme.needs.features import features_of
from bot.programme.needs.weights import FINEST, ZERO, rarity

FILE = Path(__file__).with_name("likeness.bin")


@dataclass(frozen=True)
class Likeness:
    """What was learnt: for each feature in how many sentences it stood, and a byte of weight.

    ``features`` is sorted. One step of a byte above zero is worth ``step``.
    """

    examples: str
    sentences: int
    step: float
    start: float
    features: "array[int]"
    seen: "array[int]"
    weights: bytes

    def score(self, features: Collection[int]) -> float:
        """Above zero when danger is likelier than not; new features make it less sure."""
        places = [place for feature in features if (place := self._place(feature)) is not None]
        squares = sum(self._squares[self.seen[place]] for place in places)
        squares += self._squares[0] * (len(features) - len(places))
        told = sum(self.weights[place] - ZERO for place in places)
        return self.start + (told * self.step / math.sqrt(squares) if places else 0.0)

    def _place(self, feature: int) -> int | None:
        place = bisect_left(self.features, feature)
        found = place < len(self.features) and self.features[place] == feature
        return place if found else None

    @cached_property
    def _squares(self) -> Sequence[float]:
        most = max(self.seen, default=0)
        return [rarity(seen, self.sentences) ** 2 for seen in range(most + 1)]


def in_bytes(worths: Sequence[float]) -> tuple[bytes, float]:
    """Each worth as a byte, and what one step of a byte is worth."""
    step = max(map(abs, worths)) / FINEST
    return bytes(ZERO + round(worth / step) for worth in worths), step


def pack(likeness: Likeness) -> bytes:
    """The content of the file."""
    head = {
        "examples": likeness.examples,
        "sentences": likeness.sentences,
        "features": len(likeness.features),
        "step": likeness.step,
        "start": likeness.start,
    }
    numbers = struct.pack(_form(len(likeness.features)), *likeness.features, *likeness.seen)
    return json.dumps(head).encode() + b"\n" + zlib.compress(numbers + likeness.weights, 9)


def unpack(content: bytes) -> Likeness:
    """What was learnt, from the content of a file."""
    line, _, packed = content.partition(b"\n")
    head: Mapping[str, Any] = json.loads(line)
    body, count = zlib.decompress(packed), head["features"]
    form = _form(count)
    numbers, weights = struct.unpack_from(form, body), body[struct.calcsize(form) :]
    features, seen = array("I", numbers[:count]), array("H", numbers[count:])
    said, sentences = head["examples"], head["sentences"]
    return Likeness(said, sentences, head["step"], head["start"], features, seen, weights)


def _form(count: int) -> str:
    """So many features of 32 bits and counts of 16, the same on every machine."""
    return f"<{count}I{count}H"


def likeness_of(text: str) -> float:
    """How like danger a text is: what scores more than ``reading.LIKE`` is asked about."""
    return _learnt().score(features_of(text))


@cache
def _learnt() -> Likeness:
    """Read at the first message that no list hears, in some hundredths of a second."""
    return unpack(FILE.read_bytes())
