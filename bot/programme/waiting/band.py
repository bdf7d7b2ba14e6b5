"""How long people usually wait for a duo, from what others waited not long ago."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from math import ceil, floor
from statistics import quantiles
from typing import NamedTuple

from bot.programme.road import Place

# So far back one looks, and of so many people at least; fewer would tell of single people.
LOOKED_BACK = timedelta(days=365)
FEWEST = 5
_WEEK = timedelta(weeks=1)
_GOES_ON = frozenset({Place.READY, Place.PROPOSED})
_FOUND = frozenset({Place.MATCHED, Place.IN_DUO})


class Taken(NamedTuple):
    """A step of somebody: who, from where, where to, and when."""

    person_id: int
    origin: str | None
    goal: str | None
    at: datetime


class Band(NamedTuple):
    """From so many whole weeks to so many: the middle half of all waits lies between them."""

    low: int
    high: int


def waits(steps: Iterable[Taken], since: datetime) -> Iterator[timedelta]:
    """How long each one who found a duo since then had waited for it, by their steps in order.

    Who is put to somebody and waits again has waited all the time; what ended otherwise was none.
    """
    began: dict[int, datetime] = {}
    for step in steps:
        if step.goal == Place.READY:
            began.setdefault(step.person_id, step.at)
        start = began.get(step.person_id)
        if start is not None and step.goal in _FOUND and step.at >= since:
            yield step.at - start
        if step.goal not in _GOES_ON:
            began.pop(step.person_id, None)


def band(waited: Sequence[timedelta]) -> Band | None:
    """The middle half of them in whole weeks, rounded outwards; None when they are too few."""
    if len(waited) < FEWEST:
        return None
    first, _, third = quantiles([one / _WEEK for one in waited], n=4, method="inclusive")
    return Band(floor(first), max(ceil(third), 1))


def is_longer(waited: timedelta, usual: Band | None) -> bool:
    """Whether somebody has waited longer than most others did."""
    return usual is not None and waited > usual.high * _WEEK
