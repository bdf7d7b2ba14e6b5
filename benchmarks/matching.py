"""Who could be put to whom: the points of all pairs, and the best assignment beside a greedy."""

import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.actions.matching.assignment import assigned
from bot.programme.matching.candidates import Candidate, Circumstances, Past, candidate
from bot.programme.matching.suggestions import Worth, worth
from bot.programme.registering.kinds import INTERESTS, Kind
from bot.programme.registering.sectors import keys
from bot.settings import load_programme

FEW_PEOPLE, MANY_PEOPLE = 100, 500
ROUNDS = 5
LANGUAGES = ("nl", "fr", "en", "ar", "tr", "es")
JOBS = ("", "", "verpleegkundige", "boekhouder", "chauffeur", "kok", "poetshulp", "programmeur")
TIMES = [f"{day}{half}" for day in range(1, 7) for half in "mae"]
TRIED = 5

Pairs = Sequence[tuple[int, int]]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Matched:
    """Medians of some rounds, each with other people: so many mentees and so many mentors.

    ``may_be`` is the share of the pairs in whose way nothing stands. Seconds are of CPU, and
    ``times_greedy`` compares the whole of them, points and assignment.
    """

    people: int
    may_be: float
    points_s: float
    solver_s: float
    greedy_s: float
    times_greedy: float
    of_greedy_points: float
    of_greedy_pairs: float


def matched(people: int) -> Matched:
    """Match as many mentees as mentors, by the weights of the programme file."""
    weights = load_programme("duo").matching.weights
    assigned([[1.0]])  # the solver is read into memory before anything is timed
    rounds = [_one_round(people, seed, weights) for seed in range(ROUNDS)]
    may_be, points, solver, greedy, of_points, of_pairs = map(
        statistics.median, zip(*rounds, strict=True)
    )
    ratio = statistics.median((one[1] + one[2]) / (one[1] + one[3]) for one in rounds)
    return Matched(people, may_be, points, solver, greedy, ratio, of_points, of_pairs)


def _one_round(
    people: int, seed: int, weights: dict
) -> tuple[float, float, float, float, float, float]:
    drawn = random.Random(seed)  # noqa: S311  # the people of a play are no secret
    mentees = [_somebody(one, drawn) for one in range(people)]
    mentors = [_somebody(people + one, drawn) for one in range(people)]
    tried = {(drawn.randrange(people), people + drawn.randrange(people)) for _ in range(TRIED)}
    points_s, table = _timed(lambda: worth(mentees, mentors, Past(frozenset(tried)), weights))
    solver_s, best = _timed(lambda: assigned(table))
    greedy_s, first = _timed(lambda: _greedy(table))
    may_be = sum(one is not None for row in table for one in row) / people**2
    points = _points(table, best) / _points(table, first)
    return may_be, points_s, solver_s, greedy_s, points, len(best) / len(first)


def _somebody(number: int, drawn: random.Random) -> Candidate:
    """Somebody of one branch who told all that is asked, as people do: some of it, at random."""

    def some(of: Sequence[str], least: int, most: int) -> str:
        return " ".join(drawn.sample(of, drawn.randint(least, most)))

    spoken = drawn.sample(LANGUAGES, drawn.randint(1, 3))
    answers = {
        "languages": " ".join(f"{code}:{drawn.randint(1, 4)}" for code in spoken),
        "sector": some(keys(), 1, 3),
        "kind": drawn.choice(tuple(Kind)),
        "job": drawn.choice(JOBS),
        "times": some(TIMES, 1, 6),
        "interests": some(INTERESTS, 0, 4),
        "online": drawn.choice(("yes", "no")),
        "network": drawn.choice(("yes", "no")),
    }
    known = Circumstances(drawn.choice(("nl", "fr", "en")), "ghent", 1, drawn.randrange(120))
    return candidate(number, answers, known)


def _greedy(table: Worth) -> Pairs:
    """The pair with most points first, then the best of who is left, as one would by hand."""
    every = sorted(
        ((one, row, column) for row, line in enumerate(table)
         for column, one in enumerate(line) if one is not None),
        reverse=True,
    )  # fmt: skip
    rows, columns, found = set(), set(), []
    for _, row, column in every:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            found.append((row, column))
    return found


def _points(table: Worth, pairs: Pairs) -> float:
    return sum(table[row][column] or 0.0 for row, column in pairs)


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    began = time.process_time()
    found = work()
    return time.process_time() - began, found
