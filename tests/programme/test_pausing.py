"""For how long a break lasts."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.programme.pausing import Span, back_at, covers_most, is_long

BRUSSELS = ZoneInfo("Europe/Brussels")
LATE = datetime(2026, 3, 22, 23, 30, tzinfo=UTC)  # the 23rd on the wall


@pytest.mark.parametrize(
    ("span", "back"),
    [
        (Span.WEEK, datetime(2026, 3, 30, 8, tzinfo=UTC)),  # summer time by then
        (Span.TWO_WEEKS, datetime(2026, 4, 6, 8, tzinfo=UTC)),
        (Span.MONTH, datetime(2026, 4, 22, 8, tzinfo=UTC)),
        (Span.OPEN, None),
    ],
)
def test_a_break_ends_at_ten_in_the_morning_on_the_wall(span, back):
    assert back_at(LATE, span, BRUSSELS) == back


MONDAY = datetime(2026, 12, 6, 23, tzinfo=UTC)
WEEK = (MONDAY, MONDAY + timedelta(days=7))


@pytest.mark.parametrize(
    ("begin", "end", "covers"),
    [(-8, 6.5, True), (0, 7, True), (0, 3.5, False), (3, 6.6, True), (5, 30, False),
     (-9, -2, False), (8, 20, False)],
)  # fmt: skip
def test_a_week_is_one_of_rest_when_somebody_rested_for_more_than_half_of_it(begin, end, covers):
    rest = (MONDAY + timedelta(days=begin), MONDAY + timedelta(days=end))
    assert covers_most(rest, WEEK) is covers


@given(days=st.floats(0, 14), begin=st.floats(-7, 7))
def test_a_break_that_is_not_remembered_covers_no_week(days, begin):
    rest = (MONDAY + timedelta(days=begin), MONDAY + timedelta(days=begin + days))
    assert is_long(*rest) or not covers_most(rest, WEEK)
