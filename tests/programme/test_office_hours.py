"""When an office is open: wall times, holidays, bridge days, leave, and both clock changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.programme.cases import Rung, Urgency
from bot.programme.office_hours import DAYS_LOOKED_AHEAD, Office
from bot.programme.programme import OfficeHours, Patience
from bot.programme.promise import promised
from tests.profiles import examples

BRUSSELS = ZoneInfo("Europe/Brussels")
MORNING, AFTERNOON = (time(9), time(12, 30)), (time(13), time(17))
WEEK = dict.fromkeys(range(5), (MORNING, AFTERNOON))
OFFICE = Office(OfficeHours(WEEK), BRUSSELS)
PATIENCE = Patience(240, dict.fromkeys(Rung, 60), 240)
A_MINUTE = timedelta(minutes=1)
FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def wall(text):
    """An instant, said as the clock on the wall in Brussels has it."""
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS).astimezone(UTC)


@pytest.mark.parametrize(
    ("asked", "urgency", "read"),
    [
        ("2026-11-23T10:00", Urgency.TODAY, "2026-11-23T14:30"),  # across the break at noon
        ("2026-11-24T16:00", Urgency.TODAY, "2026-11-25T12:00"),  # on the next day
        ("2026-11-20T16:00", Urgency.TODAY, "2026-11-23T12:00"),  # across a weekend
        ("2026-11-21T23:00", Urgency.TODAY, "2026-11-23T13:30"),  # from a Saturday night
        ("2026-11-10T16:00", Urgency.TODAY, "2026-11-12T12:00"),  # the Armistice is a holiday
        ("2026-12-24T16:30", Urgency.TODAY, "2026-12-28T12:30"),  # Christmas on a Friday
        ("2027-03-26T16:00", Urgency.TODAY, "2027-03-30T12:00"),  # Easter Monday, and the clock
        ("2026-10-23T16:00", Urgency.TODAY, "2026-10-26T12:00"),  # the clock goes back meanwhile
        ("2026-11-23T16:00", Urgency.NOW, "2026-11-23T20:00"),  # real minutes while it is open
        ("2026-10-25T02:30", Urgency.NOW, "2026-10-26T13:00"),  # nobody has to read it on a Sunday
        ("2026-11-24T03:00", Urgency.NOW, "2026-11-24T13:00"),  # nor at night
    ],
)
def test_what_is_asked_at_one_time_is_read_before_another(asked, urgency, read):
    assert promised(urgency, wall(asked), PATIENCE, OFFICE) == wall(read)


def test_a_bridge_day_on_which_the_branch_is_closed_counts_for_nothing():
    """Ascension Day 2027 is a Thursday, and many take the Friday after it."""
    bridge = Office(OfficeHours(WEEK, closed=(date(2027, 5, 7),)), BRUSSELS)
    asked = wall("2027-05-05T16:00")
    assert promised(Urgency.TODAY, asked, PATIENCE, OFFICE) == wall("2027-05-07T12:00")
    assert promised(Urgency.TODAY, asked, PATIENCE, bridge) == wall("2027-05-10T12:00")


def test_days_on_which_nobody_is_there_count_for_nothing():
    away = {date(2026, 11, 24), date(2026, 11, 25)}
    office = replace(OFFICE, is_staffed=lambda day: day not in away)
    read = promised(Urgency.TODAY, wall("2026-11-23T16:00"), PATIENCE, office)
    assert read == wall("2026-11-26T12:00")
    assert office.opening(wall("2026-11-24T10:00")) == wall("2026-11-26T09:00")


def test_an_office_is_open_in_its_hours_only():
    assert OFFICE.is_open(wall("2026-11-23T09:00"))
    assert not OFFICE.is_open(wall("2026-11-23T12:30"))
    assert not OFFICE.is_open(wall("2026-11-22T10:00"))
    assert OFFICE.opening(wall("2026-11-23T12:30")) == wall("2026-11-23T13:00")


def test_a_later_day_is_never_the_same_day():
    assert OFFICE.opening_on_a_later_day(wall("2026-11-23T08:00")) == wall("2026-11-24T09:00")
    assert OFFICE.opening_on_a_later_day(wall("2026-11-20T10:00")) == wall("2026-11-23T09:00")


def test_hours_that_the_clock_leaves_out_are_no_hours():
    """On 29 March 2026 the clock jumps from 2:00 to 3:00, and the Sunday after it is Easter."""
    night = Office(OfficeHours({6: ((time(2), time(3)),)}), BRUSSELS)
    assert night.opening(wall("2026-03-28T12:00")) == wall("2026-04-12T02:00")


def test_only_the_minutes_in_which_it_was_open_are_counted():
    assert OFFICE.minutes_between(wall("2026-11-20T16:00"), wall("2026-11-23T09:30")) == 90
    assert OFFICE.minutes_between(wall("2026-11-21T10:00"), wall("2026-11-22T10:00")) == 0


def test_where_no_hours_are_known_minutes_of_the_clock_count():
    never, asked = Office(OfficeHours({}), BRUSSELS), wall("2026-11-23T10:00")
    assert never.after(asked, 30) == asked + 30 * A_MINUTE
    assert never.opening(asked) == asked
    assert never.opening_on_a_later_day(asked) == wall("2026-11-24T00:00")


def test_an_office_in_which_nobody_works_for_a_year_is_open_in_its_own_hours():
    nobody = replace(OFFICE, is_staffed=lambda _: False)
    asked = wall("2026-11-23T16:00")
    assert nobody.after(asked, 120) == OFFICE.after(asked, 120)
    assert nobody.opening_on_a_later_day(asked) == wall("2026-11-24T09:00")


YEARS = 3 * 366 * 24 * 60
instants = st.integers(0, YEARS).map(lambda minute: FIRST + minute * A_MINUTE)
spans = st.tuples(st.integers(0, 22), st.integers(1, 8)).map(
    lambda pair: (time(pair[0]), time(min(pair[0] + pair[1], 23)))
)
weeks = st.dictionaries(st.integers(0, 6), spans.map(lambda one: (one,)), min_size=1)


@examples(40)
@given(instants, st.integers(1, 3000), weeks)
def test_so_many_minutes_later_exactly_so_many_have_been_open(asked, minutes, week):
    office = Office(OfficeHours(week), BRUSSELS)
    end = office.after(asked, minutes)
    assert asked < end <= asked + timedelta(days=DAYS_LOOKED_AHEAD)
    worked = sum(
        (min(stop, end) - start for start, stop in office._spans(asked) if start < end),
        timedelta(),
    )
    assert worked == minutes * A_MINUTE


@examples(40)
@given(instants, st.integers(1, 2000), st.integers(1, 2000))
def test_who_asks_later_or_can_wait_longer_is_never_promised_an_earlier_moment(asked, few, more):
    longer = OFFICE.after(asked, few + more)
    assert OFFICE.after(asked, few) < longer
    assert longer <= OFFICE.after(asked + A_MINUTE, few + more)


@examples(40)
@given(instants)
def test_it_opens_at_once_or_in_days(asked):
    opening = OFFICE.opening(asked)
    assert opening >= asked
    assert OFFICE.is_open(opening)
    assert opening - asked <= timedelta(days=6)
