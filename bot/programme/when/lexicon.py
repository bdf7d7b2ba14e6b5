"""The words of a language as signs, with those of the other languages behind them.

A word that two languages know means what it means in the language that is spoken: "half 3" is
14:30 in Dutch and 15:30 in English.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from bot.programme.languages import LANGUAGES
from bot.programme.when import dutch, english, french
from bot.programme.when.spelling import Speller

Words = tuple[str, ...]

# Understood in all languages.
EVERYWHERE = {"h": "u|h|uur", "am": "am", "pm": "pm"}
TABLES: Mapping[str, tuple[ModuleType, Mapping[str, str]]] = {
    "nl": (dutch, dutch.DUTCH),
    "fr": (french, french.FRENCH),
    "en": (english, english.ENGLISH),
}
# Parts of the day that are written in one word with a day, such as "dinsdagnamiddag".
PARTS_IN_DUTCH = {
    "morgen": "morning", "morgend": "morning", "ochtend": "morning", "voormiddag": "morning",
    "middag": "midday", "namiddag": "afternoon", "avond": "evening", "nacht": "night",
}  # fmt: skip
# A word of another language has to be longer: short ones mean too many things.
SHORTEST_BORROWED = 4
MOST_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known when one language is spoken: phrases by first word, the longest first."""

    phrases: Mapping[str, tuple[tuple[Words, str], ...]]
    short: Mapping[str, str]
    strict: frozenset[str]
    own: frozenset[str]
    speller: Speller

    def find(self, words: Words, start: int) -> tuple[int, str] | None:
        """The longest phrase that begins there: how many words it has, and its sign."""
        for phrase, sign in self.phrases.get(words[start], ()):
            if words[start : start + len(phrase)] == phrase:
                return len(phrase), sign
        return None


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language, made once."""
    own = _own(language)
    known = dict(own)
    for other in LANGUAGES:
        for phrase, sign in _own(other).items() if other != language else ():
            if len("".join(phrase)) >= SHORTEST_BORROWED:
                known.setdefault(phrase, sign)
    module, _ = TABLES[language]
    short = {word: sign for (word,), sign in _spread(module.SHORT)}
    speller = Speller(_names(known))
    return Lexicon(_by_first_word(known), short, module.STRICT, _telling(own, short), speller)


def _telling(own: Iterable[Words], short: Iterable[str]) -> frozenset[str]:
    """The words that tell which language is spoken."""
    words = {word for phrase in own for word in phrase if len(word) > 1 and word.isalpha()}
    return frozenset(words | {word for word in short if len(word) >= SHORTEST_BORROWED})


@cache
def _own(language: str) -> Mapping[Words, str]:
    module, table = TABLES[language]
    known = {**dict(_spread(EVERYWHERE)), **dict(_spread(table))}
    for sign, phrase in _numbers(module.number, module.ORDINALS):
        known.setdefault(tuple(phrase.split()), sign)
    if language == "nl":
        known.update(_compounds(table))
    return known


def _spread(table: Mapping[str, str]) -> Iterator[tuple[Words, str]]:
    for sign, phrases in table.items():
        for phrase in phrases.split("|"):
            yield tuple(phrase.split()), sign


def _numbers(number: Callable[[int], Words], ordinals: Words) -> Iterator[tuple[str, str]]:
    for value in range(MOST_MINUTES):
        yield from ((f"n{value}", words) for words in number(value) if words)
    yield from ((f"k{value}", word) for value, word in enumerate(ordinals, 1))


def _compounds(table: Mapping[str, str]) -> Iterator[tuple[Words, str]]:
    """ "dinsdagnamiddag" and "dinsdag morgen", which is the morning and not the next day."""
    for sign in ("w0", "w1", "w2", "w3", "w4", "w5", "w6", "r1", "r2"):
        for part, meaning in PARTS_IN_DUTCH.items():
            yield (table[sign] + part,), f"{sign} {meaning}"
            yield (table[sign], part), f"{sign} {meaning}"


def _names(known: Mapping[Words, str]) -> Mapping[str, str]:
    """The names of days and months, which may be misspelt."""
    return {
        phrase[0]: sign
        for phrase, sign in known.items()
        if len(phrase) == 1 and (sign[0] == "w" or sign.startswith("mo") or sign[0] == "r")
        if sign[-1].isdigit()
    }


def _by_first_word(known: Mapping[Words, str]) -> Mapping[str, tuple[tuple[Words, str], ...]]:
    grouped: dict[str, list[tuple[Words, str]]] = {}
    for phrase, sign in sorted(known.items(), key=lambda each: -len(each[0])):
        grouped.setdefault(phrase[0], []).append((phrase, sign))
    return {first: tuple(phrases) for first, phrases in grouped.items()}
