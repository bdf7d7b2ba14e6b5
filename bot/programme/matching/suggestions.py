"""Who could be put to whom: every pair that may be, and the best ones first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.programme.matching.candidates import Candidate, Past
from bot.programme.matching.conditions import may_be_put_together
from bot.programme.matching.points import Weights, worth_of

# For each mentee, what each mentor would give; None where something is in the way.
Worth = Sequence[Sequence[float | None]]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A mentor for a mentee, and the points of the two together."""

    mentee_id: int
    mentor_id: int
    points: float


def worth(
    mentees: Sequence[Candidate], mentors: Sequence[Candidate], past: Past, weights: Weights
) -> Worth:
    """What every pair would give: a row for each mentee, in the order of the mentors."""
    return [[_worth(mentee, mentor, past, weights) for mentor in mentors] for mentee in mentees]


def best_for(
    mentee: Candidate, mentors: Iterable[Candidate], past: Past, weights: Weights
) -> tuple[Suggestion, ...]:
    """Every mentor who may be put to this mentee, those with most points first."""
    found = [
        Suggestion(mentee.id, mentor.id, points)
        for mentor in mentors
        if (points := _worth(mentee, mentor, past, weights)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.points, one.mentor_id)))


def _worth(mentee: Candidate, mentor: Candidate, past: Past, weights: Weights) -> float | None:
    if may_be_put_together(mentee, mentor, past):
        return worth_of(mentee, mentor, weights)
    return None
