"""When the two are reminded of a meeting, through every change of the clock."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings, strategies as st

from bot.programme.meeting_reminders import When, day_before, hours_before, reminders_of
from bot.programme.recurrence import instant_of
from bot.settings import load_programme

BRUSSELS = ZoneInfo("Europe/Brussels")
DUO = load_programme("duo")
MEETINGS, QUIET = DUO.meetings, DUO.quiet_hours
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def wall(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return instant_of(date(year, month, day), time(hour, minute), BRUSSELS)


def planned(starts_at: datetime, now: datetime = LONG_AGO) -> dict[When, datetime]:
    return {one.when: one.due for one in reminders_of(starts_at, BRUSSELS, now, MEETINGS, QUIET)}


def test_a_meeting_on_an_afternoon_is_told_the_evening_before_and_two_hours_before():
    assert planned(wall(2026, 11, 24, 14)) == {
        When.DAY_BEFORE: wall(2026, 11, 23, 18),
        When.HOURS_BEFORE: wall(2026, 11, 24, 12),
    }


def test_on_the_day_the_clock_is_put_on_the_letter_of_the_day_before_keeps_its_wall_time():
    starts_at = wall(2026, 3, 29, 18)
    due = day_before(starts_at, BRUSSELS, time(18))
    assert due == datetime(2026, 3, 28, 17, tzinfo=UTC)
    assert starts_at - due == timedelta(hours=23)


def test_two_hours_before_are_two_real_hours():
    starts_at = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert starts_at.astimezone(BRUSSELS).time() == time(3, 30)
    due = hours_before(starts_at, 2)
    assert due == datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
    assert due.astimezone(BRUSSELS).time() == time(0, 30)


def test_nobody_is_woken_the_evening_before_is_enough():
    assert When.HOURS_BEFORE not in planned(datetime(2026, 3, 29, 1, 30, tzinfo=UTC))
    assert When.HOURS_BEFORE not in planned(wall(2026, 11, 24, 8, 59))
    assert planned(wall(2026, 11, 24, 9))[When.HOURS_BEFORE] == wall(2026, 11, 24, 7)


def test_a_late_meeting_is_told_within_the_quiet_hours_since_they_chose_it():
    assert planned(wall(2026, 11, 24, 23))[When.HOURS_BEFORE] == wall(2026, 11, 24, 21)


def test_where_the_night_is_not_quiet_a_letter_may_come_early():
    awake = replace(QUIET, start=time(1), end=time(2))
    letters = reminders_of(wall(2026, 11, 24, 8), BRUSSELS, LONG_AGO, MEETINGS, awake)
    assert [one.when for one in letters] == [When.DAY_BEFORE, When.HOURS_BEFORE]


def test_what_is_past_is_not_told_any_more():
    starts_at = wall(2026, 11, 24, 14)
    assert set(planned(starts_at, wall(2026, 11, 23, 18))) == {When.HOURS_BEFORE}
    assert planned(starts_at, wall(2026, 11, 24, 12)) == {}


def test_what_speaks_of_tomorrow_is_true_until_midnight_and_the_other_until_it_begins():
    starts_at = wall(2026, 11, 24, 14)
    evening, shortly = reminders_of(starts_at, BRUSSELS, LONG_AGO, MEETINGS, QUIET)
    assert (evening.until, shortly.until) == (wall(2026, 11, 24, 0), starts_at)


def test_hours_that_reach_back_to_the_evening_before_say_nothing_twice():
    many = replace(MEETINGS, hours_before=12)
    (only,) = reminders_of(wall(2026, 11, 24, 5), BRUSSELS, LONG_AGO, many, QUIET)
    assert only.when is When.DAY_BEFORE


@settings(max_examples=60)
@given(
    st.datetimes(
        datetime.fromisoformat("2026-01-01T00:00"), datetime.fromisoformat("2031-01-01T00:00")
    ),
    st.integers(0, 10 * 24 * 60),
    st.sampled_from(["Europe/Brussels", "Africa/Casablanca", "Asia/Kabul", "America/New_York"]),
)
def test_each_letter_comes_after_now_and_before_the_meeting_and_wakes_nobody(at, minutes, zone):
    where = ZoneInfo(zone)
    starts_at = instant_of(at.date(), at.time(), where)
    now = starts_at - timedelta(minutes=minutes)
    letters = reminders_of(starts_at, where, now, MEETINGS, QUIET)
    dues = [one.due for one in letters]
    assert dues == sorted(set(dues))
    assert all(now < due < starts_at for due in dues)
    walls = [due.astimezone(where) for due in dues]
    assert all(time(7) <= due.time() for due in walls)
