"""What a programme file says of matching."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.programme.entries import Entries
from bot.programme.matching.points import Criterion

MOST_POINTS = 100
LONGEST_ANSWER = 30


@dataclass(frozen=True, slots=True)
class Matching:
    """How many points each criterion can give; after how many days without an answer somebody is
    reminded of a proposal, and after how many more the coach decides.
    """

    weights: Mapping[Criterion, int]
    remind_after_days: int
    decide_after_days: int


def read_matching(entries: Entries) -> Matching:
    """The table of matching; what is wrong with it is noted among the problems of the entries."""
    points = entries.table("points")
    matching = Matching(
        weights={one: points.whole_number(one, 0, MOST_POINTS) for one in Criterion},
        remind_after_days=entries.whole_number("remind_after_days", 1, LONGEST_ANSWER),
        decide_after_days=entries.whole_number("decide_after_days", 1, LONGEST_ANSWER),
    )
    points.finish()
    entries.finish()
    return matching
