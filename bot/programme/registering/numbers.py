"""Small numbers that somebody wrote, in figures or in words."""

from collections.abc import Mapping
from functools import cache

from bot.programme.names import normalise
from bot.programme.when import dutch, english, french

MOST_FIGURES = 2
SPELLED = range(2, 60)  # one is an article too


def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers in a text; those in words count where there are none in figures."""
    words = normalise(text)
    figures = tuple(
        int(one) for one in words.split() if one.isdecimal() and len(one) <= MOST_FIGURES
    )
    return figures or _spelled_in(words)


def _spelled_in(words: str) -> tuple[int, ...]:
    found: list[int] = []
    left = f" {words} "
    while said := max((one for one in _spelled() if f" {one} " in left), key=len, default=""):
        found.append(_spelled()[said])
        left = left.replace(f" {said} ", " , ")
    return tuple(found)


@cache
def _spelled() -> Mapping[str, int]:
    return {
        normalise(said): value
        for value in SPELLED
        for language in (dutch, english, french)
        for said in language.number(value)
    }
