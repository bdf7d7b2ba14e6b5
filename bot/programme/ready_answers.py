"""What coaches say often: answers in each language, with what has to be filled in."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

NAME, DAY, HOUR, PLACE, PHONE = "name", "day", "hour", "place", "phone"
A_PAGE = 8  # buttons on one screen
HOURS = range(8, 19)  # from 8:00 to 18:00, at which a coach may call or be there


@dataclass(frozen=True, slots=True)
class Filled:
    """A ready answer with what the coach chose for it: a day, an hour (1400), or nothing yet."""

    answer: str
    day: date | None = None
    hour: str = ""

    @property
    def lacks(self) -> str | None:
        """What has still to be chosen."""
        wanted = wants(self.answer)
        if DAY in wanted and self.day is None:
            return DAY
        return HOUR if HOUR in wanted and not self.hour else None


def keys() -> Sequence[str]:
    """The ready answers, in the order of the list."""
    return tuple(_words()["en"]["answers"])


def page_of(number: int) -> tuple[Sequence[str], int]:
    """The answers of one page, the first is 0, and how many pages there are; a page that there is
    not is the first one.
    """
    every = keys()
    pages = (len(every) + A_PAGE - 1) // A_PAGE
    at = number if 0 <= number < pages else 0
    return every[at * A_PAGE : (at + 1) * A_PAGE], pages


def label(answer: str, language: str) -> str:
    """What stands on the button of an answer."""
    return str(_words()[language]["labels"][answer])


def wants(answer: str) -> frozenset[str]:
    """What has to be filled in."""
    return _between_braces(_words()["en"]["answers"][answer])


def said_in(language: str, filled: Filled, known: Mapping[str, str]) -> str:
    """The answer in a language; ``known`` is the name, the place and the phone."""
    words = _words()[language]
    day = _day(filled.day, words) if filled.day else ""
    values = {**known, DAY: day, HOUR: read_hour(filled.hour)}
    return str(words["answers"][filled.answer]).format_map(values)


def read_hour(hour: str) -> str:
    """An hour as it is said: 1400 is 14:00."""
    return f"{hour[:2]}:{hour[2:]}" if hour else ""


def _day(day: date, words: Mapping[str, Any]) -> str:
    """The first of a month has its own word in French only."""
    weekday, month = words["weekdays"][day.weekday()], words["months"][day.month - 1]
    is_french = words is _words()["fr"]
    number = "1er" if is_french and day.day == 1 else str(day.day)
    return f"{weekday} {number} {month}"


def _between_braces(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


@cache
def _words() -> Mapping[str, Any]:
    text = files("bot.programme").joinpath("ready_answers.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
