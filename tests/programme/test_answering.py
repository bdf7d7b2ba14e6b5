"""What follows an answer to the weekly question."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.programme.answering import (
    FEELINGS,
    LENGTHS,
    WORDINGS,
    Next,
    Size,
    Told,
    asks_obstacle,
    comes_next,
    minutes_of,
    takes_answer,
    takes_correction,
    wording_of,
)
from bot.programme.check_ins import Answer
from bot.programme.people import Role

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
tolds = st.builds(
    Told,
    role=st.sampled_from([Role.MENTEE, Role.MENTOR]),
    size=st.sampled_from(Size),
    answer=st.sampled_from(Answer),
    minutes=st.sampled_from([None, *LENGTHS]),
    feeling=st.sampled_from([None, *FEELINGS]),
)


def mentee(answer=Answer.MET, **said):
    return Told(Role.MENTEE, Size.FULL, answer, **said)


def test_a_mentee_who_met_says_how_long_and_then_how_it_is():
    assert comes_next(mentee()) is Next.HOW_LONG
    assert comes_next(mentee(minutes=60)) is Next.HOW_IS_IT
    assert comes_next(mentee(minutes=60, feeling=4)) is Next.NOTHING


@pytest.mark.parametrize("answer", [Answer.NOT_MET, Answer.MOVED])
def test_who_did_not_meet_is_not_asked_how_long(answer):
    assert comes_next(mentee(answer)) is Next.HOW_IS_IT


def test_each_small_question_can_be_passed_over():
    assert comes_next(mentee(), skipped=Next.HOW_LONG) is Next.HOW_IS_IT
    assert comes_next(mentee(), skipped=Next.HOW_IS_IT) is Next.NOTHING
    assert comes_next(mentee(feeling=3), skipped=Next.HOW_LONG) is Next.NOTHING


@given(tolds)
def test_one_tap_is_enough_for_a_mentor_and_for_a_short_question(told):
    if told.role == Role.MENTOR or told.size is Size.SHORT:
        assert comes_next(told) is Next.NOTHING


@given(st.sampled_from(Answer), st.lists(st.booleans(), min_size=2, max_size=2))
def test_whatever_a_mentee_says_or_passes_over_it_ends_after_three_taps(answer, skips):
    told, coming, taps = mentee(answer), comes_next(mentee(answer)), 1
    while coming is not Next.NOTHING:
        skips_it = skips[taps - 1]
        if not skips_it:
            more = {"minutes": 60} if coming is Next.HOW_LONG else {"feeling": 3}
            told = mentee(told.answer, **{"minutes": told.minutes, "feeling": told.feeling} | more)
        coming, taps = comes_next(told, skipped=coming), taps + 1
    assert taps <= 3


@given(tolds)
def test_only_a_mentee_whose_week_was_no_good_is_asked_what_is_in_the_way(told):
    no_good = told.answer is not Answer.MET or (told.feeling or 5) <= 2
    assert asks_obstacle(told) == (told.role == Role.MENTEE and no_good)


def test_a_question_may_be_answered_and_an_answer_changed_for_a_week():
    for takes in (takes_answer, takes_correction):
        assert takes(NOON, NOON + timedelta(days=7, seconds=-1))
        assert not takes(NOON, NOON + timedelta(days=7))


@given(st.dates(date(2024, 1, 1), date(2040, 1, 1)), st.integers(1, 2**63 - 1))
def test_the_wording_is_never_the_same_two_weeks_in_a_row(day, person):
    keys = []
    for one in (day, day + timedelta(days=7)):
        year, week, _ = one.isocalendar()
        keys.append(wording_of(f"{year}-W{week:02}", person))
    assert keys[0] != keys[1]
    assert set(keys) <= set(range(WORDINGS))


def test_fixed_meetings_tell_how_long_the_two_met():
    later = NOON + timedelta(days=2)
    both = [(NOON, NOON + timedelta(hours=2)), (later, later + timedelta(minutes=45))]
    assert minutes_of(both) == 165
    assert minutes_of([]) is None
