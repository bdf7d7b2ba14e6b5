"""What a message is made of, for the ear that learns: words, their neighbours, groups of letters,
and groups of kindred words, in which what was learnt in one language helps in another.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from bot.programme.danger.wording import written_words

KINDRED = Path(__file__).with_name("kindred.toml")
LETTERS_IN_A_GROUP = (3, 4)
FURTHEST = 4  # words from one kindred word to the next
STEM = 4  # letters with which a word begins; "slaapt" and "slaapplek" begin alike
BEGINNING = 3  # letters at the least
NUMBER = "#"


def traits_of(words: Sequence[str]) -> frozenset[int]:
    """The traits of written words, each as a number of 32 bits."""
    plain = [NUMBER if one[0].isdecimal() else one for one in words]
    named = {
        *(f"w {one}" for one in plain), *_neighbours(plain), *_stems(plain), *_groups(plain),
        *_kin(plain),
    }  # fmt: skip
    return frozenset(crc32(name.encode()) for name in named)


def _neighbours(words: Sequence[str]) -> Iterator[str]:
    """Each word with the next and with the one after that; the edges are neighbours too."""
    edged = ["<", *words, ">"]
    for left, right in pairwise(edged):
        yield f"{left} {right}"
    for left, right in zip(edged, edged[2:], strict=False):
        yield f"s {left} {right}"


def _stems(words: Sequence[str]) -> Iterator[str]:
    """How each word and the next begin."""
    edged = ["<", *(one[:STEM] for one in words), ">"]
    for left, right in pairwise(edged):
        yield f"t {left} {right}"


def _groups(words: Sequence[str]) -> Iterator[str]:
    """Letters that stand together in a word, its edges shown as a space."""
    for edged in (f" {one} " for one in words if one != NUMBER):
        for length in LETTERS_IN_A_GROUP:
            for start in range(len(edged) - length + 1):
                yield f"c{edged[start : start + length]}"


def _kin(words: Sequence[str]) -> Iterator[str]:
    """What the words speak of, in which order within a few words, and beside which words."""
    groups = [_kindred_of(one) for one in words]
    for place, names in enumerate(groups):
        after = [name for later in groups[place + 1 : place + 1 + FURTHEST] for name in later]
        for name in names:
            yield f"k {name}"
            yield from (f"k {name} {one}" for one in after)
            yield from (f"x {name} {one}" for one in words[place + 1 : place + 2])
            yield from (f"y {one} {name}" for one in words[max(place - 1, 0) : place])


def _kindred_of(word: str) -> Sequence[str]:
    known = _kindred()
    told = (*known.get(word, ()), *known.get(f"{word[:BEGINNING]}*", ()))
    return tuple(dict.fromkeys(name for start, name in told if word.startswith(start)))


@cache
def _kindred() -> Mapping[str, Sequence[tuple[str, str]]]:
    """The words and beginnings of words, each with the name of its group. A whole word is found
    under itself, a beginning under its first letters and a star.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for name, told in tomllib.loads(KINDRED.read_text(encoding="utf-8")).items():
        for one in told.split():
            (word,) = written_words(one)
            key = f"{word[:BEGINNING]}*" if one.endswith("*") else word
            found.setdefault(key, []).append((word, name))
    return found
