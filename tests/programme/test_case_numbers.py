"""How fast people get an answer: what may be told, and what nobody can find out from it."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, strategies as st

from bot.programme.case_numbers import (
    LOOKED_BACK,
    TOLD_TO,
    Call,
    numbers_of,
    tellable,
    tellable_pair,
)
from bot.programme.office_hours import Office
from bot.programme.referrals import ROUNDED_TO, SMALLEST_SHOWN

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
AN_HOUR = timedelta(hours=1)
BRUSSELS = "brussels"


def minutes(branch, start, end):
    """Every minute counts, so that these tests need no office."""
    assert branch
    return int((end - start).total_seconds() // 60)


def call(*, ago=10, promised=2, read=None, answered=None, closed=None, branch=BRUSSELS):
    """A case opened so many hours ago; the rest is in hours after that."""
    opened = NOW - ago * AN_HOUR

    def after(hours):
        return None if hours is None else opened + hours * AN_HOUR

    return Call(branch, opened, *map(after, (promised, read, answered, closed)))


def told(*calls, branches=(BRUSSELS,)):
    return numbers_of(calls, branches, NOW, minutes)


def test_of_fewer_than_five_nothing_is_told():
    (one,) = told(*[call(read=1, answered=1)] * 4)
    assert (one.asked, one.minutes, one.kept, one.late, one.open) == (None,) * 5


def test_half_of_the_people_had_an_answer_within_the_middle_wait():
    (one,) = told(*(call(answered=hours, closed=9) for hours in (1, 1, 2, 4, 8)))
    assert (one.asked, one.minutes, one.open) == (5, 120, None)


def test_who_waits_still_counts_with_the_time_until_now():
    waiting = [call(ago=10)] * 3
    (one,) = told(*waiting, call(answered=1, closed=2), call(answered=1, closed=2))
    assert one.minutes == 600


def test_who_solved_it_alone_has_not_waited_for_an_answer():
    (one,) = told(*[call(answered=1, closed=2)] * 5, *[call(closed=1)] * 5)
    assert (one.asked, one.minutes, one.kept, one.late) == (10, 60, 5, 0)


def test_a_promise_is_kept_by_reading_or_answering_in_time():
    (one,) = told(*[call(read=2)] * 3, *[call(answered=1)] * 2, *[call(read=3)] * 6)
    assert (one.kept, one.late) == (5, 5)


def test_a_promise_that_can_still_be_kept_is_neither_kept_nor_late():
    (one,) = told(*[call(ago=1)] * 5, *[call(read=1)] * 5)
    assert (one.kept, one.late) == (5, 0)


def test_without_a_promise_none_can_be_broken():
    (one,) = told(*[call(promised=None)] * 5)
    assert (one.kept, one.late) == (None, None)


def test_what_is_long_ago_counts_only_while_it_is_open():
    long_ago = LOOKED_BACK // AN_HOUR + 1
    (one,) = told(*[call(ago=long_ago)] * 6, *[call(read=1, closed=2)] * 5)
    assert (one.asked, one.kept, one.late, one.open) == (5, 5, 0, 5)


def test_each_branch_stands_for_itself():
    ghent, brussels = told(
        *[call()] * 5, *[call(branch="ghent")] * 4, branches=("ghent", BRUSSELS)
    )
    assert (ghent.branch, ghent.asked) == ("ghent", None)
    assert (brussels.branch, brussels.asked) == (BRUSSELS, 5)


@pytest.mark.parametrize(("count", "said"), [(0, None), (4, None), (5, 5), (9, 5), (10, 10)])
def test_a_count_is_told_in_fives_and_a_small_one_not_at_all(count, said):
    assert tellable(count) == said


@given(st.integers(0, 60), st.integers(0, 60))
def test_nobody_finds_a_small_count_by_taking_what_is_told_from_the_whole(kept, late):
    whole, pair = tellable(kept + late), tellable_pair(kept, late)
    fits = [
        (one, other)
        for one, other in product(range(75), repeat=2)
        if (tellable(one + other), tellable_pair(one, other)) == (whole, pair)
    ]
    if 0 < kept < SMALLEST_SHOWN or 0 < late < SMALLEST_SHOWN:
        assert pair == (None, None)
        assert len(fits) >= SMALLEST_SHOWN
    assert all(one is None or one % ROUNDED_TO == 0 for one in pair)


@given(st.lists(st.integers(1, 500), min_size=5, max_size=12))
def test_the_middle_wait_is_told_in_quarters_and_never_too_short(waits):
    opened = NOW - timedelta(hours=9)
    calls = [
        Call(BRUSSELS, opened, None, None, opened + timedelta(minutes=one), NOW) for one in waits
    ]
    (one,) = numbers_of(calls, [BRUSSELS], NOW, minutes)
    assert one.minutes % TOLD_TO == 0
    assert sum(wait <= one.minutes for wait in waits) * 2 >= len(waits)


def test_only_the_minutes_of_office_hours_count(programme):
    office = Office(programme.office_hours_of(BRUSSELS), programme.zone)
    friday, monday = "2026-03-06T15:30+01:00", "2026-03-09T09:20+01:00"
    start, end = (datetime.fromisoformat(one).astimezone(UTC) for one in (friday, monday))
    assert office.minutes_between(start, end) == 50
    assert office.minutes_between(end, start) == 0
    easter = datetime(2026, 4, 3, 13, tzinfo=UTC), datetime(2026, 4, 7, 7, 30, tzinfo=UTC)
    assert office.minutes_between(*easter) == 90  # Friday until 16:00, and Tuesday from 9:00
