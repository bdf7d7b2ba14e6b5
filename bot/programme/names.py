"""Reading what people write of themselves: a first name, a year of birth, a town."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Protocol

LONGEST_NAME = 40
MOST_MARKS = 4
FIRST_YEAR = 1900
DIGITS_OF_A_YEAR = 4
PLAUSIBLE_AGES = range(15, 91)
LONGEST_YEAR_ANSWER = 80
MOST_WORDS = 12
# "Ans" is a town, and also French for "years": alone it counts, among other words it does not.
SHORTEST_GUESSED = 4
# "Gentt" is near enough to Gent; "Genk" is not, nor is the Dutch word "anders" to Anvers.
NEAR_ENOUGH = 0.85

# Letters and marks that show nothing though Unicode does not call them format characters.
UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
# Said before a name; what follows is read as one.
INTRODUCTIONS = re.compile(
    r"\s*(?:my name is|i am|i['’]?m|call me|ik heet|(?:mijn|m['’]n) naam is|ik ben|noem me"
    r"|je m['’]?appelle|mon nom est|je suis|moi c['’]?est|appelle[- ]moi)\s+", re.IGNORECASE,
)  # fmt: skip
LONGEST_PARTICLE = 3  # letters: "de", "van", "el"
MOST_NAMES = 3  # beside the particles
A_SENTENCE = 3  # words
# What stands in sentences, in small letters, and in no name of three words or more.
OF_A_SENTENCE = re.compile(
    r"(?:^| )(?:I|Ik|Je|Ich|i|am|want|need|have|you|please|talk|ik|wil|heb|heeft|moet|mijn|niet"
    r"|geen|j'ai|suis|veux|dois|est|parler|quelqu'un|ich|habe|muss|mein|nicht|werde|wird"
    r"|mehr)(?: |$)"
)
LINE_BREAKS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
TOO_MANY_MARKS = MOST_MARKS + 1
DATE = re.compile(r"(?P<day>\d{1,2})[ ./-]+(?P<month>\d{1,2})[ ./-]+(?P<year>\d{2}|\d{4})")
FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
TWO_DIGITS = re.compile(r"\D{0,3}(\d{2})\D{0,3}")


class Place(Protocol):
    """What a town is looked for in."""

    @property
    def key(self) -> str: ...

    @property
    def towns(self) -> tuple[str, ...]: ...


def normalise(text: str) -> str:
    """The words of a text without capitals, accents and punctuation, one space between them."""
    bare = (one for one in unicodedata.normalize("NFKD", text.casefold()) if not _is_mark(one))
    words = "".join(one if one.isalnum() else " " for one in bare).split()
    return " ".join(words)


def read_first_name(text: str) -> str | None:
    """A first name of 1 to 40 visible characters in any script, or None."""
    if LINE_BREAKS.search(text.strip()):
        return None
    shown = "".join(one for one in text if _shows(one))
    name = unicodedata.normalize("NFC", " ".join(UNSEEN.sub("", shown).split()))
    if _is_mark(name[:1] or " ") or _piles_marks(name):
        return None
    if is_a_sentence(INTRODUCTIONS.sub("", name, count=1)):
        return None
    letters = any(unicodedata.category(one).startswith("L") for one in name)
    return name if letters and _visible_length(name) <= LONGEST_NAME else None


def is_a_sentence(text: str) -> bool:
    """Whether it is more than a name: four words beside "van" and "el", or three or more with one
    that only sentences have, such as "ich will sterben".
    """
    words = text.replace("\u2019", "'").split()
    names = [one for one in words if len(one) > LONGEST_PARTICLE]
    says = OF_A_SENTENCE.search(" ".join(words)) is not None
    return len(names) > MOST_NAMES or (len(words) >= A_SENTENCE and says)


def is_written_as_a_name(text: str) -> bool:
    """Whether it begins and ends with a capital, as do the words between, but for small ones as in
    "Kim Van der Linden". What is in capitals throughout is shouted.
    """
    words = INTRODUCTIONS.sub("", text, count=1).split()
    between = (one for one in words[1:-1] if len(one) > LONGEST_PARTICLE)
    return bool(words) and all(_has_capital(one) for one in (words[0], *between, words[-1]))


def read_year_of_birth(text: str, this_year: int) -> int | None:
    """A year of birth from 1900 until now, or None when the text holds none or two."""
    said = _ascii_digits(text).strip()
    if len(said) > LONGEST_YEAR_ANSWER:
        return None
    if date := DATE.fullmatch(said):
        return _full_year(date["year"], this_year)
    years = {_full_year(found, this_year) for found in FOUR_DIGITS.findall(said)}
    if short := TWO_DIGITS.fullmatch(said):
        years = {_full_year(short[1], this_year)}
    years.discard(None)
    return years.pop() if len(years) == 1 else None


def find_branch(text: str, branches: Iterable[Place]) -> tuple[str, ...]:
    """The keys of the branches that a town leads to, best first; empty when nothing is near."""
    words = normalise(text).split()
    if not 0 < len(words) <= MOST_WORDS:
        return ()
    keys: dict[str, list[str]] = {}
    for branch in branches:
        for town in branch.towns:
            keys.setdefault(normalise(town), []).append(branch.key)
    # A town that is named leaves no room for one that merely looks like it.
    towns = [" ".join(words)] if " ".join(words) in keys else _towns_among(words, keys)
    named = [key for town in towns for key in keys[town]]
    return tuple(dict.fromkeys(named or _resembling(words, keys)))


def _towns_among(words: Sequence[str], towns: Collection[str]) -> list[str]:
    """The towns that stand among other words; "Sint-Agatha-Berchem" does not name Berchem too."""
    left, found = f" {' '.join(words)} ", []
    for town in sorted(towns, key=len, reverse=True):
        if len(town) >= SHORTEST_GUESSED and f" {town} " in left:
            left = left.replace(f" {town} ", " | ")
            found.append(town)
    return sorted(found, key=" ".join(words).index)


def _resembling(words: Sequence[str], keys: Mapping[str, Sequence[str]]) -> list[str]:
    """The keys of the towns that the words resemble, the most alike first."""
    likeness: dict[str, float] = {}
    for town, leading_to in keys.items():
        score = _likeness(words, town) if len(town) >= SHORTEST_GUESSED else 0.0
        for key in leading_to:
            likeness[key] = max(score, likeness.get(key, 0.0))
    near = [key for key, score in likeness.items() if score >= NEAR_ENOUGH]
    return sorted(near, key=lambda key: -likeness[key])


def _likeness(words: Sequence[str], town: str) -> float:
    length = len(town.split())
    runs = (words[start : start + length] for start in range(len(words) - length + 1))
    guesses = {"".join(words), *(" ".join(run) for run in runs)}
    return max((_ratio(guess, town) for guess in guesses if guess[0] == town[0]), default=0.0)


def _ratio(guess: str, town: str) -> float:
    return SequenceMatcher(None, guess, town, autojunk=False).ratio()


def _full_year(digits: str, this_year: int) -> int | None:
    year = int(digits)
    if len(digits) == DIGITS_OF_A_YEAR:
        return year if FIRST_YEAR <= year <= this_year else None
    century = this_year - this_year % 100
    year += century if year <= this_year % 100 else century - 100
    # "28" is more likely an age than a year: such an answer is asked again.
    return year if this_year - year in PLAUSIBLE_AGES else None


def _ascii_digits(text: str) -> str:
    return "".join(
        str(unicodedata.decimal(one)) if unicodedata.category(one) == "Nd" else one for one in text
    )


def _has_capital(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or not word.isupper())


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _shows(character: str) -> bool:
    return character.isspace() or not unicodedata.category(character).startswith("C")


def _visible_length(name: str) -> int:
    """About how many characters a reader sees: marks stand on the letter before them."""
    return sum(not _is_mark(one) for one in name)


def _piles_marks(name: str) -> bool:
    marks = "".join("m" if _is_mark(one) else " " for one in name)
    return "m" * TOO_MANY_MARKS in marks
