"""What two answers come to, and when a coach must hear of a duo."""

from itertools import product

import pytest
from hypothesis import given, strategies as st

from bot.programme.check_ins import (
    WITHOUT_A_MEETING,
    Answer,
    Patience,
    Week,
    needs_coach,
    patience_after,
    reconcile,
)

MET, NOT_MET, MOVED = Answer
LASTS, OVER, RESTS, UNHEARD = Patience

weeks = st.lists(st.sampled_from(Week), max_size=12)
maybe_an_answer = st.sampled_from([*Answer, None])
patience = st.sampled_from(Patience)

# Written by hand, all of it: 4 x 4 answers, for each way in which the waiting goes on or ended.
TRUTH = [
    # mentor, mentee, the patience lasts, is over, one of the two rests, we could not hear
    (MET, MET, Week.MET, Week.MET, Week.MET, Week.MET),
    (MET, NOT_MET, Week.DIFFERS, Week.DIFFERS, Week.DIFFERS, Week.DIFFERS),
    (MET, MOVED, Week.DIFFERS, Week.DIFFERS, Week.DIFFERS, Week.DIFFERS),
    (MET, None, None, Week.MET_SAYS_ONE, Week.MET_SAYS_ONE, Week.MET_SAYS_ONE),
    (NOT_MET, MET, Week.DIFFERS, Week.DIFFERS, Week.DIFFERS, Week.DIFFERS),
    (NOT_MET, NOT_MET, Week.NOT_MET, Week.NOT_MET, Week.NOT_MET, Week.NOT_MET),
    (NOT_MET, MOVED, Week.MOVED_SAYS_ONE, Week.MOVED_SAYS_ONE, Week.MOVED_SAYS_ONE,
     Week.MOVED_SAYS_ONE),
    (NOT_MET, None, None, Week.NOT_MET_SAYS_ONE, Week.PAUSED, Week.NOT_MET_SAYS_ONE),
    (MOVED, MET, Week.DIFFERS, Week.DIFFERS, Week.DIFFERS, Week.DIFFERS),
    (MOVED, NOT_MET, Week.MOVED_SAYS_ONE, Week.MOVED_SAYS_ONE, Week.MOVED_SAYS_ONE,
     Week.MOVED_SAYS_ONE),
    (MOVED, MOVED, Week.MOVED, Week.MOVED, Week.MOVED, Week.MOVED),
    (MOVED, None, None, Week.MOVED_SAYS_ONE, Week.PAUSED, Week.MOVED_SAYS_ONE),
    (None, MET, None, Week.MET_SAYS_ONE, Week.MET_SAYS_ONE, Week.MET_SAYS_ONE),
    (None, NOT_MET, None, Week.NOT_MET_SAYS_ONE, Week.PAUSED, Week.NOT_MET_SAYS_ONE),
    (None, MOVED, None, Week.MOVED_SAYS_ONE, Week.PAUSED, Week.MOVED_SAYS_ONE),
    (None, None, None, Week.SILENT, Week.PAUSED, Week.MISSED_BY_US),
]  # fmt: skip


def test_the_table_holds_every_pair_of_answers_once():
    pairs = [row[:2] for row in TRUTH]
    assert sorted(pairs, key=str) == sorted(product([*Answer, None], repeat=2), key=str)


@pytest.mark.parametrize("row", TRUTH, ids=lambda row: f"{row[0]} and {row[1]}")
def test_what_two_answers_come_to(row):
    mentor, mentee, *came_to = row
    assert [reconcile(mentor, mentee, one) for one in Patience] == came_to


def test_every_outcome_comes_about():
    assert {one for row in TRUTH for one in row[2:]} == {*Week, None}


@given(maybe_an_answer, maybe_an_answer, patience)
def test_it_makes_no_difference_who_of_the_two_says_what(one, other, waited):
    assert reconcile(one, other, waited) is reconcile(other, one, waited)


@given(maybe_an_answer, maybe_an_answer, patience)
def test_a_week_with_both_answers_does_not_change_when_the_patience_ends(mentor, mentee, waited):
    settled = reconcile(mentor, mentee, LASTS)
    assert settled in (None, reconcile(mentor, mentee, waited))


@given(maybe_an_answer, maybe_an_answer, patience)
def test_who_says_that_they_met_is_never_counted_as_a_week_without_a_meeting(
    mentor, mentee, waited
):
    if MET in (mentor, mentee):
        assert reconcile(mentor, mentee, waited) not in WITHOUT_A_MEETING


@given(maybe_an_answer, maybe_an_answer, st.sampled_from([OVER, RESTS, UNHEARD]))
def test_why_an_answer_is_missing_stays_as_it_was_when_the_other_one_comes_late(
    early, late, waited
):
    before = reconcile(early, None, waited)
    assert before is not None
    after = reconcile(early, late, patience_after(before, waits=False))
    assert after is reconcile(early, late, waited)


@pytest.mark.parametrize(
    ("outcome", "waits", "expected"),
    [
        (None, True, LASTS),
        (Week.SILENT, True, LASTS),
        (Week.SILENT, False, OVER),
        (Week.MET_SAYS_ONE, False, OVER),
        (Week.PAUSED, False, RESTS),
        (Week.MISSED_BY_US, False, UNHEARD),
        (None, False, RESTS),
    ],
)
def test_how_long_a_week_of_which_something_is_known_is_waited_for(outcome, waits, expected):
    assert patience_after(outcome, waits=waits) is expected


@pytest.mark.parametrize(
    ("latest_first", "needed"),
    [
        ([], False),
        ([Week.NOT_MET], False),
        ([Week.SILENT], False),
        ([Week.NOT_MET, Week.NOT_MET], True),
        ([Week.SILENT, Week.SILENT], True),
        ([Week.NOT_MET, Week.SILENT], True),
        ([Week.NOT_MET_SAYS_ONE, Week.SILENT], True),
        ([Week.MOVED, Week.NOT_MET], True),
        ([Week.MOVED_SAYS_ONE, Week.MOVED], True),
        ([Week.MET, Week.NOT_MET], False),
        ([Week.NOT_MET, Week.MET], False),
        ([Week.NOT_MET, Week.MET_SAYS_ONE], False),
        ([Week.DIFFERS, Week.NOT_MET], False),
        ([Week.NOT_MET, Week.DIFFERS], False),
        ([Week.NOT_MET, Week.NOT_MET, Week.MET], True),
        ([Week.MET, Week.NOT_MET, Week.NOT_MET], False),
        ([Week.MISSED_BY_US, Week.MISSED_BY_US], False),
        ([Week.NOT_MET, Week.MISSED_BY_US, Week.NOT_MET], False),
        ([Week.NOT_MET, Week.PAUSED, Week.NOT_MET], False),
        ([Week.NOT_MET, Week.SILENT, Week.MISSED_BY_US], True),
    ],
)
def test_two_weeks_without_a_meeting_need_a_coach(latest_first, needed):
    assert needs_coach(latest_first, 2) is needed


@given(weeks, st.integers(1, 12))
def test_a_meeting_in_the_last_weeks_needs_no_coach(latest_first, allowed):
    if needs_coach(latest_first, allowed):
        assert Week.MET not in latest_first[:allowed]
        assert len(latest_first) >= allowed
    assert not needs_coach([Week.MET, *latest_first], allowed)


@given(weeks, st.integers(1, 12))
def test_longer_ago_does_not_matter(latest_first, allowed):
    assert needs_coach(latest_first, allowed) is needs_coach(latest_first[:allowed], allowed)


@given(weeks, st.integers(1, 11))
def test_a_patient_programme_calls_no_sooner_than_an_impatient_one(latest_first, allowed):
    assert needs_coach(latest_first, allowed) >= needs_coach(latest_first, allowed + 1)
