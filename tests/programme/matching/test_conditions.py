"""What must hold before two people are put to each other."""

from dataclasses import replace

from hypothesis import given

from bot.programme.matching.candidates import Past
from bot.programme.matching.conditions import (
    Condition,
    in_the_way,
    may_be_put_together,
    shared_languages,
    shared_times,
)
from tests.programme.matching.people import mentees, mentors, of, pasts

NOTHING_BEFORE = Past()


def test_two_who_told_little_can_be_put_to_each_other():
    assert in_the_way(of(1), of(2), NOTHING_BEFORE) == ()


def test_two_without_a_language_in_common_cannot_talk():
    fatima = replace(of(1), languages={"fr": 4, "nl": 1})
    rita = replace(of(2), languages={"nl": 4, "fr": 1})
    assert in_the_way(fatima, rita, NOTHING_BEFORE) == (Condition.LANGUAGE,)


def test_a_language_told_without_a_known_level_is_not_counted():
    assert shared_languages(of(1, languages="nl:9 fr"), of(2)) == ("nl",)


def test_the_language_that_both_speak_best_comes_first():
    fatima, rita = of(1, languages="nl:2 fr:4 ar:4"), of(2, languages="nl:4 fr:3")
    assert shared_languages(fatima, rita) == ("fr", "nl")


def test_who_lives_in_another_town_can_meet_online_when_both_want_that():
    fatima, rita = of(1, online="yes"), replace(of(2, online="yes"), branch="brussels")
    assert in_the_way(fatima, rita, NOTHING_BEFORE) == ()
    assert in_the_way(replace(fatima, online=None), rita, NOTHING_BEFORE) == (Condition.PLACE,)


def test_two_need_a_time_at_which_both_are_free():
    fatima, rita = of(1, times="1e 3a"), of(2, times="2m 5m")
    assert in_the_way(fatima, rita, NOTHING_BEFORE) == (Condition.TIME,)
    assert shared_times(fatima, of(2, times="3a 1e")) == ("1e", "3a")


def test_a_mentor_without_room_for_a_duo_is_left_in_peace():
    full = replace(of(2), places_left=0)
    assert in_the_way(of(1), full, NOTHING_BEFORE) == (Condition.CAPACITY,)


def test_a_pair_that_was_tried_is_put_together_again_only_when_both_wish():
    tried = Past(frozenset({(1, 2)}))
    assert in_the_way(of(1), of(2), tried) == (Condition.BEFORE,)
    assert in_the_way(of(1), of(2), Past(tried.tried, tried.tried)) == ()


def test_who_takes_a_break_is_put_to_nobody():
    assert in_the_way(replace(of(1), is_away=True), of(2), NOTHING_BEFORE) == (Condition.AWAY,)


@given(mentees, mentors)
def test_what_two_share_is_the_same_from_both_sides(every_mentee, every_mentor):
    for one in every_mentee:
        for other in every_mentor:
            assert shared_languages(one, other) == shared_languages(other, one)
            assert shared_times(one, other) == shared_times(other, one)
            there, back = (
                set(in_the_way(*two, NOTHING_BEFORE)) for two in ((one, other), (other, one))
            )
            assert there == back


@given(mentees, mentors, pasts)
def test_a_pair_may_be_when_nothing_is_in_its_way(every_mentee, every_mentor, past):
    for mentee in every_mentee:
        for mentor in every_mentor:
            nothing = in_the_way(mentee, mentor, past) == ()
            assert may_be_put_together(mentee, mentor, past) is nothing
