"""Learning to tell sentences apart: a linear support vector machine.

It is the dual coordinate descent of Hsieh and others (2008) with the squared hinge loss, as in
liblinear. It is written out here because it is short; a library for it is larger than the bot.
"""

import random
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

PENALTY = 2.0  # for a sentence on the wrong side; 1 to 4 gave the same hits
MOST_ROUNDS = 100
ROUNDS_BETWEEN_ALL = 5
CLOSE_ENOUGH = 0.1


@dataclass(frozen=True, slots=True)
class Vector:
    """A sentence: the places of its features, and how much each counts; at most 1 long. Being on
    the wrong side costs ``penalty``, so a sentence with twice as much counts as two.
    """

    places: Sequence[int]
    values: Sequence[float]
    penalty: float = PENALTY

    @property
    def softness(self) -> float:
        """How much less a pull counts, the stronger it is already."""
        return 0.5 / self.penalty


def learn(vectors: Sequence[Vector], right: Sequence[bool], places: int) -> "array[float]":
    """The weight of each place by which the right sentences score above 0 and the others below.

    After them stands the start: what every sentence scores before its features are looked at.
    """
    weights, pulls = [0.0] * (places + 1), [0.0] * len(vectors)
    chance = random.Random(1)  # noqa: S311 - the same each time, nothing secret
    active: list[int] = []
    for number in range(MOST_ROUNDS):
        all_of_them = number % ROUNDS_BETWEEN_ALL == 0
        active = list(range(len(vectors))) if all_of_them else active
        chance.shuffle(active)
        steps = [_improve(weights, pulls, vectors[one], one, right[one]) for one in active]
        if all_of_them and max(steps, default=0) < CLOSE_ENOUGH:
            break
        # A sentence far on its own side pulls at nothing; it is looked at again now and then.
        active = [one for one in active if pulls[one]]
    return array("d", weights)


def _improve(
    weights: list[float],
    pulls: list[float],
    vector: Vector,
    one: int,
    is_right: bool,  # noqa: FBT001 - it says on which side the sentence belongs
) -> float:
    """Lets one sentence pull the weights to its side; gives how far it was from content."""
    sign = 1.0 if is_right else -1.0
    own = map(weights.__getitem__, vector.places)
    score: float = weights[-1] + sum(map(mul, own, vector.values))
    slope = sign * score - 1 + pulls[one] * vector.softness
    if pulls[one] == 0 and slope >= 0:
        return 0.0
    pull = max(pulls[one] - slope / (2 + vector.softness), 0.0)
    change, pulls[one] = (pull - pulls[one]) * sign, pull
    for place, value in zip(vector.places, vector.values, strict=True):
        weights[place] += change * value
    weights[-1] += change
    return abs(slope)
