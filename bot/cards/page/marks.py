"""What a reader would stumble over, found without a phone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.cards.card import LONGEST_BUTTON, Card

# A bubble on a phone of 320 px holds 248 px of text, set in 16 px: so many times the letter size.
BUBBLE = 248 / 16
# How wide letters are in the fonts of phones, in the same measure; rather too wide.
NARROW, MIDDLE, CAPITAL, WIDE = 0.3, 0.56, 0.68, 0.9
NARROW_LETTERS = frozenset("iljtfrI.,:;!|'()[]·’-")
WIDE_LETTERS = frozenset("mwMW@…—")
LAST_OF_LATIN = 0x24F
# Where a line may break; a no-break space keeps words together.
BREAK = re.compile(r"[ \t\n]+|(?<=-)")

# An address in the web is tapped or copied, not read, and a phone breaks it anywhere.
ADDRESS = "https://"


class Flaw(StrEnum):
    """What can be wrong with a card."""

    TOO_WIDE = "a word wider than the bubble"
    LACKING = "a text without translation"
    LONG_BUTTON = f"a button of more than {LONGEST_BUTTON} letters"
    TOO_LONG = "a text of more letters than Telegram takes"


@dataclass(frozen=True, slots=True)
class Mark:
    """One flaw, and the words in which it is."""

    flaw: Flaw
    words: str


def marks_of(card: Card, lacking: Iterable[str]) -> Iterator[Mark]:
    """All flaws of a card in one language."""
    buttons = [button.words for row in card.rows for button in row]
    for text in dict.fromkeys(lacking):
        yield Mark(Flaw.LACKING, text)
    for word in dict.fromkeys(BREAK.split("\n".join([card.text, *buttons]))):
        if width_of(word) > BUBBLE and not word.startswith(ADDRESS):
            yield Mark(Flaw.TOO_WIDE, word)
    for words in buttons:
        if len(words) > LONGEST_BUTTON:
            yield Mark(Flaw.LONG_BUTTON, words)
    if (length := len(card.text.encode("utf-16-le")) // 2) > card.longest:
        yield Mark(Flaw.TOO_LONG, str(length))


def width_of(word: str) -> float:
    """About how wide a word is, in letter sizes."""
    return sum(_width(letter) for letter in word)


def counted(marks: Iterable[Mark]) -> Counter[Flaw]:
    """How often each flaw is there."""
    return Counter(mark.flaw for mark in marks)


def _width(letter: str) -> float:
    if letter in NARROW_LETTERS:
        return NARROW
    if letter in WIDE_LETTERS or ord(letter) > LAST_OF_LATIN:
        return WIDE
    return CAPITAL if letter.isupper() else MIDDLE


def in_words(counts: Counter[Flaw]) -> Sequence[str]:
    """Each flaw that is there with its number, as in "2 x a word wider than the bubble"."""
    return [f"{counts[flaw]} x {flaw}" for flaw in Flaw if counts[flaw]]
