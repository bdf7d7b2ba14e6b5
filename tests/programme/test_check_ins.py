"""What two answers come to, and when a coach must hear of a duo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.programme.check_ins import Answer, Week, needs_coach, reconcile

MET, NOT_MET = Answer.MET, Answer.NOT_MET

weeks = st.lists(st.sampled_from(Week), max_size=12)
one_answer = st.sampled_from([MET, NOT_MET, None])

TRUTH = [
    # first, second, while answers are awaited, when the patience is over
    (MET, MET, Week.MET, Week.MET),
    (MET, NOT_MET, Week.MET, Week.MET),
    (MET, None, Week.MET, Week.MET),
    (NOT_MET, NOT_MET, Week.NOT_MET, Week.NOT_MET),
    (NOT_MET, None, None, Week.NOT_MET),
    (None, None, None, Week.SILENT),
]


@pytest.mark.parametrize(("first", "second", "waiting", "closing"), TRUTH)
def test_what_two_answers_come_to(first, second, waiting, closing):
    for both in ((first, second), (second, first)):
        assert reconcile(both, closing=False) is waiting
        assert reconcile(both, closing=True) is closing


@pytest.mark.parametrize(
    ("first", "second", "came_to"),
    [
        (None, None, Week.MISSED_BY_US),
        (NOT_MET, None, Week.NOT_MET),
        (MET, None, Week.MET),
        (NOT_MET, NOT_MET, Week.NOT_MET),
    ],
)
def test_silence_is_nobodys_when_we_were_away_but_what_was_said_counts(first, second, came_to):
    for both in ((first, second), (second, first)):
        assert reconcile(both, closing=True, we_were_away=True) is came_to


@given(one_answer, one_answer, st.booleans())
def test_one_who_says_that_they_met_is_believed(first, second, closing):
    came_to = reconcile([first, second], closing=closing)
    assert (came_to is Week.MET) == (MET in (first, second))


@given(one_answer, one_answer)
def test_a_settled_week_does_not_change_when_the_patience_ends(first, second):
    settled = reconcile([first, second], closing=False)
    assert settled in (None, reconcile([first, second], closing=True))


@given(one_answer, one_answer)
def test_every_week_comes_to_something_in_the_end(first, second):
    assert isinstance(reconcile([first, second], closing=True), Week)


@pytest.mark.parametrize(
    ("latest_first", "needed"),
    [
        ([], False),
        ([Week.NOT_MET], False),
        ([Week.SILENT], False),
        ([Week.NOT_MET, Week.NOT_MET], True),
        ([Week.SILENT, Week.SILENT], True),
        ([Week.NOT_MET, Week.SILENT], True),
        ([Week.MET, Week.NOT_MET], False),
        ([Week.NOT_MET, Week.MET], False),
        ([Week.NOT_MET, Week.NOT_MET, Week.MET], True),
        ([Week.MET, Week.NOT_MET, Week.NOT_MET], False),
        ([Week.MISSED_BY_US, Week.MISSED_BY_US], False),
        ([Week.NOT_MET, Week.MISSED_BY_US, Week.NOT_MET], False),
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
