"""Where somebody's roots are, when they name a country in place of tapping a button.

``countries.toml`` holds the names of the countries and of their people.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.programme.eligibility import Roots
from bot.programme.names import normalise
from bot.programme.registering.likeness import resembles
from bot.programme.registering.words import words_of

FILE = Path(__file__).with_name("countries.toml")
MOST_WORDS = 30
# The members of the European Union but for Belgium, and its first fifteen.
EU = words_of("AT BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")
EU15 = words_of("AT DE DK ES FI FR GB GR IE IT LU NL PT SE")
_INSIDE: Mapping[Roots, frozenset[str]] = {Roots.OUTSIDE_EU: EU, Roots.OUTSIDE_EU15: EU15}
_DENIED = words_of("niet geen not no pas non nee neen aucun aucune never nooit")


def names_roots(text: str, asked: Roots) -> bool:
    """Whether a text names a country that a programme means, and denies nothing."""
    words = normalise(text).split()
    if len(words) > MOST_WORDS or _DENIED & {*words}:
        return False
    inside = _INSIDE.get(asked, frozenset())
    return any(code not in inside for code in countries_in(words))


def countries_in(words: list[str]) -> set[str]:
    """The countries that a text names, by their codes."""
    text, found = f" {' '.join(words)} ", set[str]()
    # "Republic of Congo" names no other country, nor "South Africa" a continent.
    for name in sorted(_names(), key=len, reverse=True):
        if f" {name} " in text:
            text = text.replace(f" {name} ", " | ")
            found.add(_names()[name])
    for word in () if found else words:
        found |= {code for name, code in _names().items() if resembles(word, name)}
    return found


@cache
def _names() -> Mapping[str, str]:
    table: dict[str, list[str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: code for code, names in table.items() for name in names}
