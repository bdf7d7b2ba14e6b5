"""The branch nearest to a Belgian town or postal code.

``postal_zones.csv`` holds the first two figures of postal codes with the middle of their zone.
"""

import csv
import re
from functools import cache
from math import cos, dist, radians
from pathlib import Path

from bot.programme.directory.towns import area_named, codes_of, find_place
from bot.programme.names import find_branch, normalise
from bot.programme.programme import ELSEWHERE, Branch, Programme

FILE = Path(__file__).with_name("postal_zones.csv")
KILOMETRES_A_DEGREE = 111.2
# Who lives further away cannot come to a branch each week.
FARTHEST = 60  # kilometres
_CODE = re.compile(r"(?:b|be)?\s?-?\s?([1-9]\d{3})(?!\d)", re.IGNORECASE)
MOST_WORDS = 5

Point = tuple[float, float]


def branches_of(text: str, programme: Programme) -> tuple[str, ...]:
    """The keys of the branches that a town or a postal code leads to, best first.

    A town that the programme names leads to its branch; any other one in Belgium to the nearest,
    or to ELSEWHERE where none is near.
    """
    code = _code_in(text)
    if code:
        return (_nearest(code, programme),)
    said = normalise(text)
    own = any(normalise(town) == said for one in programme.branches for town in one.towns)
    if not own and (codes := codes_of(area_named(said) or "")):
        return (_nearest(codes[0], programme),)
    found = find_branch(text, programme.branches)
    if found or len(said.split()) > MOST_WORDS:
        return found
    place = find_place(text, (), ())
    codes = codes_of(place.area) if place else ()
    return (_nearest(codes[0], programme),) if codes else ()


def _code_in(text: str) -> str | None:
    """A postal code that stands alone or before the name of its town."""
    said = text.strip()
    code = _CODE.match(said)
    if not code or _middle(code[1]) is None:
        return None
    return code[1] if not any(one.isdigit() for one in said[code.end() :]) else None


def _nearest(code: str, programme: Programme) -> str:
    here = _middle(code)
    away = {branch.key: _kilometres(here, _of_branch(branch)) for branch in programme.branches}
    key = min(away, key=lambda one: away[one])
    return key if away[key] <= FARTHEST else ELSEWHERE


def _of_branch(branch: Branch) -> Point | None:
    """Where a branch stands, by the postal code in its address."""
    code = re.search(r"\b[1-9]\d{3}\b", branch.address)
    return _middle(code[0]) if code else None


def _kilometres(one: Point | None, other: Point | None) -> float:
    if one is None or other is None:
        return float("inf")
    wide = cos(radians((one[0] + other[0]) / 2))
    flat = [(north, east * wide) for north, east in (one, other)]
    return KILOMETRES_A_DEGREE * dist(*flat)


def _middle(code: str) -> Point | None:
    return _zones().get(code[:2])


@cache
def _zones() -> dict[str, Point]:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if line[0] != "#"), delimiter=";")
        return {row["zone"]: (float(row["north"]), float(row["east"])) for row in rows}
