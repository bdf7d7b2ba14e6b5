"""Times for the first meeting of three: what is offered, and what suits both."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.programme.conventions.first_times import (
    DAYS_SHOWN,
    MOST_OFFERED,
    free_days,
    free_hours,
    in_common,
    nothing_left,
    turned,
)
from bot.programme.holidays import is_holiday
from bot.programme.meetings import EARLIEST, SUNDAY, Agenda, wall_of

BRUSSELS = ZoneInfo("Europe/Brussels")
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
INSTANTS = st.integers(0, 4 * 366 * 24 * 60).map(
    lambda minutes: FIRST + timedelta(minutes=minutes)
)
TIMES = st.lists(st.sampled_from([f"2026-03-{day:02}T10:00" for day in range(1, 9)]), unique=True)
ANSWERS = st.none() | TIMES


def agenda(now, first_hour=9, last_hour=17):
    return Agenda(now, BRUSSELS, 60, first_hour, last_hour)


@given(now=INSTANTS)
def test_ten_days_are_shown_and_none_is_a_sunday_or_a_holiday(now):
    days = [date.fromisoformat(one) for one in free_days(agenda(now))]
    assert days == sorted(days)
    assert len(days) == DAYS_SHOWN
    assert not [one for one in days if one.weekday() == SUNDAY or is_holiday(one)]


@given(now=INSTANTS)
def test_no_hour_is_so_soon_that_one_cannot_come(now):
    its = agenda(now)
    hours = [wall_of(one) for one in free_hours(its.wall.date(), its)]
    assert all(one > its.wall + EARLIEST for one in hours)


def test_late_on_a_monday_morning_the_hours_after_two_are_left():
    its = agenda(datetime(2026, 3, 2, 10, tzinfo=UTC), last_hour=16)
    assert free_hours(date(2026, 3, 3), its)[0] == "2026-03-03T09:00"
    assert free_hours(date(2026, 3, 2), its) == ("2026-03-02T15:00", "2026-03-02T16:00")


@given(taps=st.lists(st.sampled_from("abcdef")))
def test_a_time_is_chosen_and_let_go_by_the_same_tap_and_never_more_than_may_be(taps):
    chosen = ()
    for at in taps:
        before, chosen = chosen, turned(chosen, at)
        assert len(chosen) <= MOST_OFFERED
        assert list(chosen) == sorted(chosen)
        if at in before:
            assert at not in chosen
        elif len(before) < MOST_OFFERED:
            assert turned(chosen, at) == before
        else:
            assert chosen == before


@given(one=ANSWERS, other=ANSWERS)
def test_the_first_time_that_suits_both_suits_both(one, other):
    found = in_common(one, other)
    assert found == in_common(other, one)
    if found:
        assert found in one
        assert found in other
        assert not [at for at in one if at in other and at < found]


@pytest.mark.parametrize(
    ("offered", "one", "other", "nothing"),
    [
        (("a", "b"), ("a",), ("b",), True),
        (("a", "b"), ("a",), ("a", "b"), False),
        (("a", "b"), (), ("a",), True),
        (("a", "b"), None, ("a",), False),
        (("a", "b"), ("a",), None, False),
        ((), (), (), False),
    ],
)
def test_nothing_is_left_only_when_both_have_answered(offered, one, other, nothing):
    assert nothing_left(offered, one, other) is nothing
