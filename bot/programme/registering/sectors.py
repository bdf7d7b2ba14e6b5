"""The sectors of work, found by the words that people use for them, also while they type.

``sectors.toml`` holds what they are called, and jobs in them.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.programme.names import normalise
from bot.programme.registering.likeness import alike, resembles

FILE = Path(__file__).with_name("sectors.toml")
MOST_OFFERED = 6
MOST_WORDS = 40
SHORTEST_BEGUN = 3  # letters of a word that is not finished yet
LONGEST_NAME = 4  # words
PART_OF_A_WORD = 0.5
# Seldom meant by this word but where it stands alone or in capitals.
PRONOUN = "it"
# Offered before anybody has typed.
USUAL = ("care", "hospitality", "logistics", "cleaning", "construction", "retail", "office", "it")
_UNKNOWING = (
    "weet niet", "weet het niet", "weet ik niet", "nog niet", "maakt niet uit", "om het even",
    "geen idee", "alles", "sais pas", "pas encore", "peu importe", "n importe", "aucune idee",
    "don t know", "dont know", "do not know", "not yet", "not sure", "anything", "any job",
    "no idea",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """The sectors that a text names, and those it may mean, the likeliest first."""

    named: tuple[str, ...]
    near: tuple[str, ...] = ()


def find_sectors(text: str) -> Found:
    """What a text says of sectors. A word that names one leaves no room for one that only
    resembles it.
    """
    if text in keys():
        return Found((text,))
    pronoun = PRONOUN.upper() not in text.split()
    words = [one for one in normalise(text).split()[:MOST_WORDS] if one != PRONOUN or not pronoun]
    named = _named(words)
    if named:
        return Found(named[:MOST_OFFERED])
    scores = {key: max((_best(word, names) for word in words), default=0.0)
              for key, names in _table().items()}  # fmt: skip
    near = sorted((key for key in scores if scores[key]), key=lambda key: -scores[key])
    return Found((), tuple(near[:MOST_OFFERED]))


def says_unknown(text: str) -> bool:
    """Whether somebody says that they do not know yet, or that it is all the same."""
    said = f" {normalise(text)} "
    return any(f" {one} " in said for one in _UNKNOWING)


def keys() -> tuple[str, ...]:
    """All sectors."""
    return tuple(_table())


def _named(words: Sequence[str]) -> tuple[str, ...]:
    """The sectors named in so many words, in the order of the text."""
    known, found, start = _by_name(), list[str](), 0
    while start < len(words):
        length = next((size for size in range(LONGEST_NAME, 0, -1)
                       if " ".join(words[start : start + size]) in known), 0)  # fmt: skip
        if length:
            found += known[" ".join(words[start : start + length])]
        start += length or 1
    return tuple(dict.fromkeys(found))


def _best(word: str, names: Sequence[str]) -> float:
    """How near a word comes to one of the names: begun, part of a longer word, or misspelt."""
    return max((_nearness(word, name) for name in names), default=0.0)


def _nearness(word: str, name: str) -> float:
    if len(word) >= SHORTEST_BEGUN and name.startswith(word):
        return 1.0
    if resembles(word, name):
        return alike(word, name)
    holds = len(name) > SHORTEST_BEGUN and (word.startswith(name) or word.endswith(name))
    return PART_OF_A_WORD if holds else 0.0


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {key: tuple(names) for key, names in table.items()}


@cache
def _by_name() -> Mapping[str, tuple[str, ...]]:
    names = {name for every in _table().values() for name in every}
    return {name: tuple(key for key in _table() if name in _table()[key]) for name in names}
