"""What can be had of one service: its number, its place, what to say there, a page of paper.

``service`` is its table, as ``write_service`` writes it; ``need`` is what it was found by.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.programme.notices.notice import Notice, Stays

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NumberToCall(Notice):
    """One of the numbers of a service, by its place among them."""

    kind = "number_to_call"
    stays = Stays.UNTIL_HIDDEN
    service: Table
    need: str
    number: int


@dataclass(frozen=True, slots=True)
class OnTheMap(Notice):
    """Where a service is, by degrees that somebody measured."""

    kind = "on_the_map"
    stays = Stays.UNTIL_HIDDEN
    service: Table
    need: str


@dataclass(frozen=True, slots=True)
class OpeningSentence(Notice):
    """What to say or to show. ``into`` is nl or fr; ``spoken`` is the language that somebody
    speaks, "" for that of the reader.
    """

    kind = "opening_sentence"
    stays = Stays.UNTIL_HIDDEN
    service: Table
    need: str
    into: str
    spoken: str


@dataclass(frozen=True, slots=True)
class OnPaper(Notice):
    """A service as a page to print, as it was ``now``; ``doubts`` are words that it is wrong."""

    kind = "on_paper"
    stays = Stays.UNTIL_HIDDEN
    service: Table
    need: str
    now: str
    doubts: int
    branch: str | None
