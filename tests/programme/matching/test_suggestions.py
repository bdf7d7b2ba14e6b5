"""Who could be put to whom, and the best mentor for everybody at once."""

from itertools import permutations

from hypothesis import given

from bot.actions.matching.assignment import assigned
from bot.programme.matching.candidates import Past
from bot.programme.matching.conditions import in_the_way
from bot.programme.matching.suggestions import best_for, worth
from tests.programme.matching.people import WEIGHTS, mentees, mentors, of, pasts


def test_the_mentor_with_most_points_comes_first():
    nurse = of(1, sector="care")
    found = best_for(nurse, [of(2, sector="it"), of(3, sector="care")], Past(), WEIGHTS)
    assert [one.mentor_id for one in found] == [3, 2]
    assert found[0].points > found[1].points


def test_nobody_is_paired_where_there_is_nobody():
    assert assigned([]) == []
    assert assigned([[], []]) == []


@given(mentees, mentors, pasts)
def test_no_suggestion_ever_passes_what_must_hold(every_mentee, every_mentor, past):
    found = assigned(worth(every_mentee, every_mentor, past, WEIGHTS))
    for row, column in found:
        assert in_the_way(every_mentee[row], every_mentor[column], past) == ()


@given(mentees, mentors, pasts)
def test_a_mentor_is_suggested_exactly_when_why_not_names_nothing(
    every_mentee, every_mentor, past
):
    table = worth(every_mentee, every_mentor, past, WEIGHTS)
    for mentee, row in zip(every_mentee, table, strict=True):
        suggested = {one.mentor_id for one in best_for(mentee, every_mentor, past, WEIGHTS)}
        for mentor, points in zip(every_mentor, row, strict=True):
            nothing = in_the_way(mentee, mentor, past) == ()
            assert (mentor.id in suggested) is (points is not None) is nothing


@given(mentees.map(lambda every: every[:4]), mentors.map(lambda every: every[:4]), pasts)
def test_together_they_have_as_many_pairs_and_points_as_can_be(every_mentee, every_mentor, past):
    table = worth(every_mentee, every_mentor, past, WEIGHTS)
    found = assigned(table)
    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)
    best = max(map(_value, _every_way(table)))
    ours = _value([table[row][column] for row, column in found])
    assert ours[0] == best[0]
    assert abs(ours[1] - best[1]) < 1e-6


def _every_way(table):
    """All ways to pair the rows with the columns, by what each pair is worth."""
    rows, columns = len(table), len(table[0]) if table else 0
    places = [*range(columns), *[None] * rows]
    for way in set(permutations(places, rows)):
        pairs = [(row, column) for row, column in enumerate(way) if column is not None]
        yield [table[row][column] for row, column in pairs]


def _value(way):
    real = [one for one in way if one is not None]
    return len(real), sum(real)
