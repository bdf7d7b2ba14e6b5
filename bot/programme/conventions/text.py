"""The convention: its parts in each language, its version, and the hash of what was read."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from bot.programme.entries import Entries

LONGEST_PART = 700  # letters: one thought, which a card shows without scrolling
LONGEST_VERSION = 32


@dataclass(frozen=True, slots=True)
class Part:
    """One thought of it."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ConventionText:
    """The whole text in one language."""

    version: str
    language: str
    title: str
    parts: tuple[Part, ...]

    def said(self) -> dict[str, Any]:
        """All that it says, as it is kept."""
        return {"title": self.title, "parts": [[one.title, one.text] for one in self.parts]}

    @property
    def hash(self) -> str:
        """The SHA-256 of exactly this text, in this language and version."""
        whole = {"version": self.version, "language": self.language, **self.said()}
        return sha256(json.dumps(whole, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Convention:
    """The text in every language; none before it was read."""

    texts: Mapping[str, ConventionText] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """The version, which is the same in every language."""
        return next((one.version for one in self.texts.values()), "")

    def text(self, language: str) -> ConventionText:
        """What somebody reads who speaks this language."""
        return self.texts[language]


NO_CONVENTION = Convention()


def read_convention(tables: Mapping[str, Mapping[str, Any]], problems: list[str]) -> Convention:
    """The convention that these files describe, one for each language; what will not do is added
    to the problems, a sentence each.
    """
    texts = {
        language: _read_text(language, Entries(table, problems, f"convention.{language}."))
        for language, table in tables.items()
    }
    if not problems:
        problems.extend(_contradictions(texts))
    return Convention(texts)


def _read_text(language: str, entries: Entries) -> ConventionText:
    parts = tuple(_read_part(one) for one in entries.tables("parts"))
    text = ConventionText(entries.text("version"), language, entries.text("title"), parts)
    entries.finish()
    return text


def _read_part(entries: Entries) -> Part:
    part = Part(entries.text("title"), " ".join(entries.text("text").strip().splitlines()))
    entries.finish()
    return part


def _contradictions(texts: Mapping[str, ConventionText]) -> Iterator[str]:
    first = next(iter(texts.values()))
    for language, text in texts.items():
        where = f"convention.{language}"
        if len(text.version) > LONGEST_VERSION:
            yield f"{where}.version must have at most {LONGEST_VERSION} letters."
        if text.version != first.version:
            yield f'{where}.version is "{text.version}", and "{first.version}" elsewhere.'
        if len(text.parts) != len(first.parts):
            yield f"{where} has {len(text.parts)} parts, and {len(first.parts)} elsewhere."
        for number, part in enumerate(text.parts, 1):
            if len(part.text) > LONGEST_PART:
                yield f"{where}.parts[{number}] has more than {LONGEST_PART} letters; part it."
