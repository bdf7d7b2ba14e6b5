"""The languages that somebody speaks, and how well, from one sentence in Dutch, French or English.

``tongues.toml`` holds their names. What is denied ("je ne parle pas anglais") is not spoken.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.programme.names import normalise
from bot.programme.registering.likeness import resembles
from bot.programme.registering.words import words_of

FILE = Path(__file__).with_name("tongues.toml")
A_LITTLE, EVERYDAY, WELL, MOTHER_TONGUE = 1, 2, 3, 4
LEVELS = (A_LITTLE, EVERYDAY, WELL, MOTHER_TONGUE)
MOST_LETTERS = 300
MOST_LANGUAGES = 12
# Offered as buttons.
USUAL = ("nl", "fr", "en", "ar", "tr", "es", "fa", "ps", "ru", "uk", "so", "ti")

_LEVELS: Mapping[int, frozenset[str]] = {
    A_LITTLE: words_of(
        "beetje weinig basis basic basiskennis little bit peu notions debutant debutante beginner"
        " slecht mal bad badly matig zwak faible weak some"
    ),
    EVERYDAY: words_of(
        "gewoon redelijk moyen moyennement dagelijks everyday ok oke quotidien voldoende assez"
        " reasonable reasonably fairly average"
    ),
    WELL: words_of(
        "goed vlot vloeiend perfect bien bon bonne couramment courant parfait parfaitement good"
        " well fluent fluently excellent uitstekend"
    ),
    MOTHER_TONGUE: words_of(
        "moedertaal moedertalen thuistaal maternelle mother native natale tweetalig"
    ),
}
_NOT = words_of("niet geen noch zonder nooit pas aucun aucune ni sans jamais not no nor neither "
                 "without never cannot dont doesnt cant")  # fmt: skip
_AND = words_of("en et and ook aussi also plus")
# After these something else begins.
_BREAKS = words_of("maar mais but wel alleen seulement only juste")
_CUT = re.compile(r"[,;.:!?\n/()]+")
_BUTTON = re.compile(r"t(?:[a-z]{2,3}[1-4])+")
_CONTRACTED = re.compile(r"\b(don|doesn|can|won|didn)['’]t\b", re.IGNORECASE)


@dataclass(slots=True)
class _Named:
    """A language as it was named: how well, and whether it was denied."""

    code: str
    level: int | None = None
    denied: bool = False


# A sign of a sentence: the code of a language, a level, or NOT.
_Sign = str | int
_NOT_SIGN = "not"


def read_tongues(text: str) -> dict[str, int]:
    """The languages of a text with their levels, in the order in which they are named."""
    if len(text) > MOST_LETTERS:
        return {}
    named: list[_Named] = []
    for part in _CUT.split(_CONTRACTED.sub("not", text)):
        for side in _split(normalise(part).split(), _BREAKS):
            _read_side([_signs(group) for group in _split(side, _AND)], named)
    spoken = {one.code: one.level or EVERYDAY for one in named if not one.denied}
    return dict(list(spoken.items())[:MOST_LANGUAGES])


def kept(spoken: Mapping[str, int]) -> str:
    """As an answer keeps them: "nl:2 ar:4"."""
    return " ".join(f"{code}:{level}" for code, level in spoken.items())


def told(answer: str) -> dict[str, int]:
    """The languages of an answer that was kept."""
    pairs = (one.partition(":") for one in answer.split())
    return {code: int(level) for code, _, level in pairs if level.isdecimal()}


def _split(words: Sequence[str], at: frozenset[str]) -> Iterator[list[str]]:
    """The words between those at which they are parted."""
    group: list[str] = []
    for word in words:
        if word in at:
            yield group
            group = []
        else:
            group.append(word)
    yield group


def _signs(words: Iterable[str]) -> list[_Sign]:
    """What a few words say; of two levels in a row, such as "assez bien", the lower one."""
    signs: list[_Sign] = []
    for word in words:
        sign = _NOT_SIGN if word in _NOT else _level(word) or _code(word)
        if sign is None:
            continue
        if isinstance(sign, int) and signs and isinstance(signs[-1], int):
            signs[-1] = min(sign, signs[-1])
        elif isinstance(sign, int) and signs and signs[-1] == _NOT_SIGN:
            signs[-1] = A_LITTLE  # "not so well"
        else:
            signs.append(sign)
    return signs


def _read_side(groups: Iterable[Sequence[_Sign]], named: list[_Named]) -> None:
    """Add what one side of a sentence names. What is said before a language goes on after an
    "and"; a level that comes after languages is meant for all of them.
    """
    side: list[_Named] = []
    level, denied = None, False
    for signs in groups:
        codes = [sign for sign in signs if _is_code(sign)]
        if any(not _is_code(sign) for sign in signs):
            level, denied = None, False
        for number, sign in enumerate(signs):
            if isinstance(sign, int):
                level, denied = _levelled(sign, signs[:number], codes, side or named), False
            elif sign == _NOT_SIGN:
                denied = _denies(signs[number:], side)
            else:
                side.append(_Named(sign, level, denied))
    named += side


def _levelled(
    level: int, before: Sequence[_Sign], codes: Sequence[_Sign], side: Sequence[_Named]
) -> int | None:
    """Give a level to the languages before it, if it stands behind them; else to what follows."""
    if codes and not any(map(_is_code, before)):
        return level
    behind = [one for one in side if one.level is None and not one.denied]
    for one in behind if codes else side[-1:]:
        one.level = level
    return None


def _denies(signs: Sequence[_Sign], side: Sequence[_Named]) -> bool:
    """Whether a "not" is about what follows; without that it is about the language before it."""
    if any(map(_is_code, signs[1:])):
        return True
    for one in side[-1:]:
        one.denied = True
    return False


def _is_code(sign: _Sign) -> bool:
    return isinstance(sign, str) and sign != _NOT_SIGN


def _level(word: str) -> int | None:
    return next((level for level, words in _LEVELS.items() if word in words), None)


@cache
def _names() -> Mapping[str, str]:
    table: dict[str, list[str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: code for code, names in table.items() for name in names}


def codes() -> frozenset[str]:
    """The codes of all languages that are known."""
    return frozenset(_names().values())


def _code(word: str) -> str | None:
    known = _names()
    if word in known:
        return known[word]
    return next((code for name, code in known.items() if resembles(word, name)), None)


def of_button(data: str) -> dict[str, int]:
    """The languages that a button carries, such as "tnl2fr3"; none for any other text."""
    if not _BUTTON.fullmatch(data):
        return {}
    pairs = re.findall(r"([a-z]+)(\d)", data.removeprefix("t"))
    known = {code: int(level) for code, level in pairs if code in codes()}
    return known if len(known) == len(pairs) and {*known.values()} <= {*LEVELS} else {}


def for_button(spoken: Mapping[str, int]) -> str:
    """The languages as a button carries them, after its first letter."""
    return "".join(f"{code}{level}" for code, level in spoken.items())
