"""The words of a message, and of a phrase that is looked for in it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.programme.names import normalise

# The longest message that Telegram delivers; what a caller hands in beyond it is not read.
LONGEST_TEXT = 4096
DRAWN_OUT = re.compile(r"(.)\1{2,}")
NO_APOSTROPHE = str.maketrans("", "", "'’‘`´")
GAP = "..."
LONGEST_GAP = 4  # words
# Letters that lose their apostrophe in French, and then stand alone: "j ai" is "j'ai".
ELIDED = frozenset("jlmdnstc")
VOWELS = frozenset("aeiouyh")
SHORTEST_KEY, LONGEST_KEY = 1, 4  # letters of a beginning


@dataclass(frozen=True, slots=True)
class Words:
    """Words in their usual spelling, and for each the number of the written word it comes from."""

    words: Sequence[str]
    places: Sequence[int]


@dataclass(frozen=True, slots=True)
class Element:
    """One place in a phrase: whole words, beginnings of words, or a gap of some words."""

    words: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    may_lack: bool = False
    is_gap: bool = False

    def fits(self, word: str) -> bool:
        """Whether a word of a message may stand here."""
        return word in self.words or word.startswith(self.beginnings)

    @property
    def keys(self) -> frozenset[str]:
        """By which of its words this is found; a beginning ends with a star."""
        return self.words | {f"{one[:LONGEST_KEY]}*" for one in self.beginnings}


Phrase = tuple[Element, ...]


def written_words(text: str) -> list[str]:
    """The words of a text without capitals, accents, apostrophes and drawn-out letters."""
    bare = normalise(text[:LONGEST_TEXT].translate(NO_APOSTROPHE))
    return list(_joined(DRAWN_OUT.sub(r"\1", bare).split()))


def _joined(words: Sequence[str]) -> Iterator[str]:
    """A letter that lost its apostrophe goes to the word after it: "j ai" is "jai"."""
    held = ""
    for word in words:
        if held and word[0] in VOWELS:
            yield held + word
            held = ""
            continue
        if held:
            yield held
        held = word if word in ELIDED else ""
        if not held:
            yield word
    if held:
        yield held


def spelt(written: Sequence[str], spelling: Mapping[str, str]) -> Words:
    """Words as a language usually spells them: "kwil" is "ik wil"."""
    pairs = [
        (word, place)
        for place, one in enumerate(written)
        for word in spelling.get(one, one).split()
    ]
    return Words([word for word, _ in pairs], [place for _, place in pairs])


def read_phrase(told: str, names: Mapping[str, str]) -> Phrase:
    """What a line of a list looks for."""
    return tuple(_element(one, names) for one in told.split())


def _element(told: str, names: Mapping[str, str]) -> Element:
    if told == GAP:
        return Element(is_gap=True)
    choices = [choice for part in told.strip("()").split("/") for choice in _choices(part, names)]
    words = frozenset(normalise(one) for one in choices if not one.endswith("*"))
    beginnings = tuple(normalise(one) for one in choices if one.endswith("*"))
    return Element(words, beginnings, may_lack=told.startswith("("))


def _choices(part: str, names: Mapping[str, str]) -> Sequence[str]:
    return names[part.strip("<>")].split("/") if part.startswith("<") else (part,)


def keys_of(phrase: Phrase) -> Collection[str]:
    """Words of which one must be in a message, for the phrase to be looked for at all."""
    needed = [one.keys for one in phrase if not one.is_gap and not one.may_lack]
    return min(needed, key=_commonness)


def _commonness(keys: Collection[str]) -> tuple[int, int]:
    """Long words are rare, and so are few of them."""
    return -min(map(len, keys)), len(keys)


def keys_in(word: str) -> Iterator[str]:
    """Under which keys phrases may stand that a word of a message begins or continues."""
    yield word
    for length in range(SHORTEST_KEY, LONGEST_KEY + 1):
        yield f"{word[:length]}*"


def spans(phrase: Phrase, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a phrase stands among words: its first, and the one after its last."""
    for start in range(len(words)):
        end = _end(phrase, 0, words, start)
        if end is not None:
            yield start, end


def _end(phrase: Phrase, at: int, words: Sequence[str], place: int) -> int | None:
    if at == len(phrase):
        return place
    element = phrase[at]
    if element.is_gap:
        return _after_gap(phrase, at + 1, words, place)
    if place < len(words) and element.fits(words[place]):
        end = _end(phrase, at + 1, words, place + 1)
        if end is not None:
            return end
    return _end(phrase, at + 1, words, place) if element.may_lack else None


def _after_gap(phrase: Phrase, at: int, words: Sequence[str], place: int) -> int | None:
    for begin in range(place, min(place + LONGEST_GAP, len(words)) + 1):
        end = _end(phrase, at, words, begin)
        if end is not None:
            return end
    return None
