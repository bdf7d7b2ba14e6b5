"""The lists of phrases, one a language: who says that there is danger, and what only sounds so."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from bot.programme.danger.wording import (
    Phrase,
    keys_in,
    keys_of,
    read_phrase,
    spans,
    spelt,
)
from bot.programme.languages import LANGUAGES
from bot.programme.names import normalise

FOLDER = Path(__file__).with_name("phrases")
OTHERS = "others"  # the list of a few cries in languages that the bot does not speak


class Tone(StrEnum):
    """How plainly a phrase speaks of danger; the names of the tables in the lists."""

    FOREIGN = "foreign"
    FOREIGN_VEILED = "foreign_veiled"
    TOLD = "told"
    DIRECT = "direct"
    VEILED = "veiled"
    JOKING = "joking"
    HARMLESS = "harmless"


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of a list: how plainly it speaks, and of which need."""

    phrase: Phrase
    tone: Tone
    need: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found, from which written word to before which one."""

    entry: Entry
    start: int
    end: int

    @property
    def length(self) -> int:
        """How many written words it covers."""
        return self.end - self.start

    def gives_way_to(self, other: "Hit") -> bool:
        """Whether they share words, and the other one says no less."""
        return self.start < other.end and other.start < self.end and self.length <= other.length


@dataclass(frozen=True, slots=True)
class PhraseList:
    """The phrases of a language, each under the words of which one must be there."""

    spelling: Mapping[str, str]
    by_key: Mapping[str, Sequence[Entry]]

    def hits(self, written: Sequence[str]) -> Iterator[Hit]:
        """Every phrase that stands in the written words."""
        said = spelt(written, self.spelling)
        for entry in self._may_stand_in(said.words):
            for start, end in spans(entry.phrase, said.words):
                yield Hit(entry, said.places[start], said.places[end - 1] + 1)

    def _may_stand_in(self, words: Sequence[str]) -> Sequence[Entry]:
        keys = {key for word in set(words) for key in keys_in(word)}
        found = {id(entry): entry for key in keys for entry in self.by_key.get(key, ())}
        return tuple(found.values())


@cache
def phrase_lists() -> tuple[PhraseList, ...]:
    """The lists of all languages, which people mix; read at the start."""
    return tuple(_read(FOLDER / f"{language}.toml") for language in (*LANGUAGES, OTHERS))


def _read(file: Path) -> PhraseList:
    table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    by_key: dict[str, list[Entry]] = {}
    for entry in _entries(table):
        for key in keys_of(entry.phrase):
            by_key.setdefault(key, []).append(entry)
    spelling = {normalise(one): normalise(usual) for one, usual in table["spelling"].items()}
    return PhraseList(spelling, by_key)


def _entries(table: Mapping[str, Any]) -> Iterator[Entry]:
    for tone in Tone:
        for need, lines in table.get(tone, {}).items():
            for told in lines:
                phrase = read_phrase(told.replace("'", ""), table["words"])
                yield Entry(phrase, tone, need)
