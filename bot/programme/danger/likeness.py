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

from bot.programme.danger.traits import traits_of
from bot.programme.needs.weights import FINEST, ZERO, rarity

FILE = Path(__file__).with_name("likeness.bin")


@dataclass(frozen=True, slots=True)
class Ear:
    """What was learnt about one question: a byte of weight for each feature, of which one step
    above zero is worth ``step``; every text starts with ``start``.
    """

    step: float
    start: float
    weights: bytes


@dataclass(frozen=True)
class Likeness:
    """What was learnt: for each feature in how many sentences it stood, and for each ear, that of
    danger and that of what is said directly, its weight. ``features`` is sorted.
    """

    examples: str
    sentences: int
    features: "array[int]"
    seen: "array[int]"
    ears: tuple[Ear, ...]

    def scores(self, features: Collection[int]) -> list[float]:
        """For each ear above zero when it is likelier than not; new features make it less sure."""
        known, many = self.features, len(self.features)
        near = [(bisect_left(known, feature), feature) for feature in features]
        places = [place for place, feature in near if place < many and known[place] == feature]
        squares = sum(self._squares[self.seen[place]] for place in places)
        length = math.sqrt(squares + self._squares[0] * (len(features) - len(places))) or 1.0
        told = (sum(one.weights[place] - ZERO for place in places) for one in self.ears)
        worths = zip(self.ears, told, strict=True)
        return [one.start + more * one.step / length for one, more in worths]

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
        "ears": [[one.step, one.start] for one in likeness.ears],
    }
    numbers = struct.pack(_form(len(likeness.features)), *likeness.features, *likeness.seen)
    body = b"".join((numbers, *(one.weights for one in likeness.ears)))
    return json.dumps(head).encode() + b"\n" + zlib.compress(body, 9)


def unpack(content: bytes) -> Likeness:
    """What was learnt, from the content of a file."""
    line, _, packed = content.partition(b"\n")
    head: Mapping[str, Any] = json.loads(line)
    body, count = zlib.decompress(packed), head["features"]
    form = _form(count)
    numbers, weights = struct.unpack_from(form, body), body[struct.calcsize(form) :]
    features, seen = array("I", numbers[:count]), array("H", numbers[count:])
    ears = (
        Ear(step, start, weights[number * count : (number + 1) * count])
        for number, (step, start) in enumerate(head["ears"])
    )
    return Likeness(head["examples"], head["sentences"], features, seen, tuple(ears))


def _form(count: int) -> str:
    """So many features of 32 bits and counts of 16, the same on every machine."""
    return f"<{count}I{count}H"


def likeness_of(words: Sequence[str]) -> tuple[float, float]:
    """How like danger written words are, and how like danger that is said directly: how much is
    enough stands in ``reading``.
    """
    danger, direct = learnt().scores(traits_of(words))
    return danger, direct


@cache
def learnt() -> Likeness:
    """Read at the start, in some hundredths of a second."""
    return unpack(FILE.read_bytes())
