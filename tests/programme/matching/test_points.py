"""What speaks for a pair."""

from dataclasses import replace

from hypothesis import given
from hypothesis.strategies import integers

from bot.programme.matching.points import Criterion, Reason, points_of, reasons, worth_of
from tests.programme.matching.people import WEIGHTS, mentees, mentors, of, weights


def given_by(mentee, mentor):
    return {one.criterion: one.points for one in points_of(mentee, mentor, WEIGHTS)}


def test_the_same_sector_gives_all_points_of_it():
    points = given_by(of(1, sector="care it"), of(2, sector="care"))
    assert points[Criterion.SECTOR] == 30
    assert given_by(of(1, sector="any"), of(2, sector="care"))[Criterion.SECTOR] == 15
    assert given_by(of(1), of(2, sector="care"))[Criterion.SECTOR] == 0


def test_the_same_job_counts_most_for_who_wants_one_job():
    nurse = of(1, kind="job", job="Verpleegkundige")
    assert given_by(nurse, of(2, job="verpleegkundige in Gent"))[Criterion.JOB] == 25
    assert given_by(nurse, of(2, job="boekhouder"))[Criterion.JOB] == 0


def test_who_wants_a_broad_view_is_helped_by_a_network():
    generic = of(1, kind="generic")
    assert given_by(generic, of(2, network="yes"))[Criterion.JOB] == 12.5
    assert given_by(generic, of(2, network="no"))[Criterion.JOB] == 0


def test_a_sector_is_half_of_what_a_job_would_be():
    seeks = of(1, kind="sector", sector="care")
    assert given_by(seeks, of(2, sector="care"))[Criterion.JOB] == 12.5
    assert given_by(seeks, of(2, sector="it"))[Criterion.JOB] == 0


def test_a_mentor_who_speaks_the_language_that_the_mentee_learns_helps_with_it():
    learns = of(1, languages="nl:1 fr:3")
    assert given_by(learns, of(2, languages="nl:4 fr:2"))[Criterion.LANGUAGES] == 15
    assert given_by(learns, of(2, languages="nl:2 fr:2"))[Criterion.LANGUAGES] == 0


def test_three_shared_interests_are_as_good_as_more():
    cook = "cooking music reading football"
    points = given_by(of(1, interests=cook), of(2, interests="music cooking reading football"))
    assert points[Criterion.INTERESTS] == 10


def test_a_mentee_who_waits_long_comes_first():
    waits = replace(of(1), waiting_days=84)
    assert given_by(waits, of(2))[Criterion.WAITING] == 10
    assert given_by(of(1), replace(of(2), waiting_days=84))[Criterion.WAITING] == 0


def test_both_read_at_most_three_reasons_and_the_language_is_among_them():
    fatima = of(1, sector="care", times="1e", interests="music")
    found = reasons(fatima, of(2, sector="care", times="1e", interests="music"))
    assert found == (
        Reason("sector", ("care",)),
        Reason("speak", ("nl",)),
        Reason("interests", ("music",)),
    )


def test_two_who_told_little_still_read_why():
    assert reasons(of(1), of(2)) == (Reason("speak", ("nl",)), Reason("branch", ("ghent",)))


@given(mentees, mentors, weights, integers(0, 300))
def test_who_waits_longer_never_has_fewer_points(every_mentee, every_mentor, heavy, days):
    for mentee in every_mentee:
        for mentor in every_mentor:
            longer = replace(mentee, waiting_days=mentee.waiting_days + days)
            assert worth_of(longer, mentor, heavy) >= worth_of(mentee, mentor, heavy)


@given(mentees, mentors, weights)
def test_no_criterion_gives_more_than_its_weight_and_all_together_are_the_sum(
    every_mentee, every_mentor, heavy
):
    for mentee in every_mentee:
        for mentor in every_mentor:
            points = points_of(mentee, mentor, heavy)
            assert all(0 <= one.points <= one.most == heavy[one.criterion] for one in points)
            worth = worth_of(mentee, mentor, heavy)
            assert abs(sum(one.points for one in points) - worth) < 1e-6


@given(mentees, mentors)
def test_everybody_reads_one_to_three_reasons_that_hold_something(every_mentee, every_mentor):
    for mentee in every_mentee:
        for mentor in every_mentor:
            found = reasons(mentee, mentor)
            assert len(found) <= 3
            assert all(one.facts for one in found)
