"""Weekly recurrence: laws for every rule, and corners besides the clock table."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, strategies as st

from bot.programme.recurrence import (
    first_weekly,
    hold_for_quiet_hours,
    instant_of,
    is_quiet,
    latest_weekly,
    next_weekly,
    week_asked_about,
    week_key,
)

BRUSSELS = ZoneInfo("Europe/Brussels")
ZONES = [
    BRUSSELS,
    ZoneInfo("America/New_York"),
    ZoneInfo("America/St_Johns"),
    ZoneInfo("Africa/Casablanca"),
    ZoneInfo("Asia/Kabul"),
    ZoneInfo("Asia/Beirut"),
    ZoneInfo("Australia/Lord_Howe"),
    ZoneInfo("Pacific/Apia"),
    ZoneInfo("UTC"),
]
SUNDAY = 6
EVENING = time(18)
NIGHT = time(21)
MORNING = time(8)
HALF_PAST_TWO = time(2, 30)

zones = st.sampled_from(ZONES)
weekdays = st.integers(0, 6)
wall_times = st.times().map(lambda at: at.replace(microsecond=0, tzinfo=None))
instants = st.datetimes(
    datetime.fromisoformat("2005-01-01"),
    datetime.fromisoformat("2037-01-01"),
    timezones=st.just(UTC),
)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def on_the_wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def wall(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2027, 3, 28), date(2028, 3, 26)])
def test_a_time_that_does_not_exist_becomes_three_o_clock(day):
    instant = instant_of(day, HALF_PAST_TWO, BRUSSELS)
    assert instant == datetime(day.year, day.month, day.day, 1, tzinfo=UTC)
    assert wall(instant, BRUSSELS).time() == time(3)
    after = next_weekly(instant, SUNDAY, HALF_PAST_TWO, BRUSSELS)
    assert wall(after, BRUSSELS) == datetime.combine(day + timedelta(days=7), HALF_PAST_TWO)


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2027, 10, 31)])
def test_a_time_that_happens_twice_is_the_first_and_only_once(day):
    first = datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC)
    assert instant_of(day, HALF_PAST_TWO, BRUSSELS) == first
    between_the_two = first + timedelta(minutes=30)
    after = next_weekly(between_the_two, SUNDAY, HALF_PAST_TWO, BRUSSELS)
    assert wall(after, BRUSSELS) == datetime.combine(day + timedelta(days=7), HALF_PAST_TWO)
    assert latest_weekly(between_the_two, SUNDAY, HALF_PAST_TWO, BRUSSELS) == first


def test_a_gap_at_midnight_moves_to_the_first_minute_of_the_day():
    beirut = ZoneInfo("Asia/Beirut")
    instant = instant_of(date(2025, 3, 30), time(0, 15), beirut)
    assert wall(instant, beirut) == on_the_wall("2025-03-30 01:00")


def test_a_day_that_a_country_skipped_becomes_the_next_day():
    apia = ZoneInfo("Pacific/Apia")
    instant = instant_of(date(2011, 12, 30), EVENING, apia)
    assert wall(instant, apia) == on_the_wall("2011-12-31 00:00")


def test_a_clock_set_back_over_midnight_gives_each_week_once():
    st_johns = ZoneInfo("America/St_Johns")
    first_midnight = instant_of(date(2008, 11, 2), time(0), st_johns)
    saturday_again = first_midnight + timedelta(minutes=30)
    assert wall(saturday_again, st_johns).date() == date(2008, 11, 1)
    assert latest_weekly(saturday_again, SUNDAY, time(0), st_johns) == first_midnight
    after = next_weekly(saturday_again, SUNDAY, time(0), st_johns)
    assert wall(after, st_johns) == on_the_wall("2008-11-09 00:00")


def test_quiet_hours_within_one_day_end_the_same_day():
    held = hold_for_quiet_hours(utc("2026-11-21 12:30"), time(13), time(15), BRUSSELS)
    assert held == utc("2026-11-21 14:00")


def test_equal_ends_mean_no_quiet_hours():
    due = utc("2026-11-21 23:00")
    assert hold_for_quiet_hours(due, MORNING, MORNING, BRUSSELS) == due


def test_quiet_hours_that_end_in_the_hour_that_happens_twice_end_at_its_second_time():
    second_time_half_past_two = utc("2026-10-25 01:30")
    held = hold_for_quiet_hours(second_time_half_past_two, NIGHT, time(2, 45), BRUSSELS)
    assert held == utc("2026-10-25 01:45")


@given(instants, weekdays, wall_times, zones)
@example(utc("2008-11-02 03:00"), SUNDAY, time(0), ZoneInfo("America/St_Johns"))
def test_the_next_and_the_latest_never_overlap_nor_leave_a_hole(after, weekday, at, zone):
    following = next_weekly(after, weekday, at, zone)
    latest = latest_weekly(after, weekday, at, zone)
    assert latest <= after < following
    assert next_weekly(latest, weekday, at, zone) == following
    assert latest_weekly(following, weekday, at, zone) == following
    assert following.tzinfo is latest.tzinfo is UTC


@given(instants, weekdays, wall_times, zones)
def test_every_local_week_is_asked_once_and_in_order(after, weekday, at, zone):
    asked = [after]
    for _ in range(60):
        asked.append(next_weekly(asked[-1], weekday, at, zone))
    assert all(earlier < later for earlier, later in pairwise(asked))
    days = [wall(instant, zone).date() for instant in asked[1:]]
    assert {(later - earlier).days for earlier, later in pairwise(days)} <= {6, 7, 8}
    if zone.key != "Pacific/Apia":
        keys = [week_key(instant, zone) for instant in asked[1:]]
        assert len(set(keys)) == len(keys)


@given(st.dates(date(2005, 1, 1), date(2037, 1, 1)), wall_times, zones)
def test_an_instant_shows_its_wall_time_or_the_end_of_a_gap(day, at, zone):
    instant = instant_of(day, at, zone)
    shown, meant = wall(instant, zone), datetime.combine(day, at)
    if shown != meant:
        a_moment_before = wall(instant - timedelta(seconds=1), zone)
        assert a_moment_before < meant < shown
    assert instant_of(day, at, zone) == instant


@given(instants, wall_times, wall_times, zones.filter(lambda zone: zone.key != "Pacific/Apia"))
def test_nothing_is_said_early_nor_in_quiet_hours(due, start, end, zone):
    said = hold_for_quiet_hours(due, start, end, zone)
    assert due <= said <= due + timedelta(hours=26)
    assert not is_quiet(wall(said, zone).time(), start, end)
    assert hold_for_quiet_hours(said, start, end, zone) == said


@given(formed=instants, weekday=weekdays, at=wall_times, zone=zones)
@example(formed=datetime(2026, 3, 2, 8, tzinfo=UTC), weekday=2, at=EVENING, zone=BRUSSELS)
def test_a_duo_is_first_asked_about_a_week_in_which_it_was_one(formed, weekday, at, zone):
    first = first_weekly(formed, weekday, at, zone)
    assert first > formed
    assert week_asked_about(first, zone) >= week_key(formed, zone)
    assert first - formed <= timedelta(days=15)
