"""Where the answers to "how is it going?" lead, each on a scale from 1 to 5."""

from collections.abc import Sequence
from enum import StrEnum

# Of five steps. One answer of the lowest two asks for a person, whatever was said before.
LOW_FEELING = 2
A_LITTLE, MUCH = 0.5, 1.5


class Trend(StrEnum):
    """Where several answers to "how is it going?" lead. What is still hard is never called better,
    however hard it was before.
    """

    STILL_HARD = "still_hard"
    BETTER = "better"
    A_LITTLE_BETTER = "a_little_better"
    SAME = "same"
    A_LITTLE_LESS = "a_little_less"
    LESS = "less"


def trend(oldest_first: Sequence[int]) -> Trend | None:
    """Where these answers lead: the mean of the later half beside that of the earlier one. None
    when there are fewer than two.
    """
    half = len(oldest_first) // 2
    if not half:
        return None
    step = (sum(oldest_first[-half:]) - sum(oldest_first[:half])) / half
    if abs(step) < A_LITTLE:
        return Trend.SAME
    if step > 0:
        return Trend.BETTER if step >= MUCH else Trend.A_LITTLE_BETTER
    return Trend.LESS if step <= -MUCH else Trend.A_LITTLE_LESS


def is_hard_twice(newest_first: Sequence[int]) -> bool:
    """Whether the last two answers are both of the lowest steps."""
    return len(newest_first) > 1 and max(newest_first[:2]) <= LOW_FEELING


def how_it_goes(newest_first: Sequence[int]) -> Trend | None:
    """What these answers say. None when there are fewer than two."""
    where = trend(newest_first[::-1])
    if where in _NOT_WORSE and newest_first[0] <= LOW_FEELING:
        return Trend.STILL_HARD
    return where


_NOT_WORSE = (Trend.SAME, Trend.A_LITTLE_BETTER, Trend.BETTER)
