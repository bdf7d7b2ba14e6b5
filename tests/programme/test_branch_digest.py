"""When the weeks of a branch are told: Monday morning, or the working day after a holiday."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.programme.branch_digest import last_week_before, latest_telling
from bot.programme.holidays import is_holiday
from bot.programme.programme import Digest

BRUSSELS = ZoneInfo("Europe/Brussels")
MONDAY = Digest(0, time(8, 30))


def told(wall: str) -> tuple[str, str]:
    now = datetime.fromisoformat(wall).replace(tzinfo=BRUSSELS).astimezone(UTC)
    telling = latest_telling(now, MONDAY, BRUSSELS)
    return telling.at.astimezone(BRUSSELS).strftime("%a %d %b %H:%M"), telling.week


@pytest.mark.parametrize(
    ("now", "at", "week"),
    [
        ("2026-11-23T08:30", "Mon 23 Nov 08:30", "2026-W48"),
        ("2026-11-23T08:29", "Mon 16 Nov 08:30", "2026-W47"),
        ("2026-11-29T23:00", "Mon 23 Nov 08:30", "2026-W48"),
        ("2026-04-06T09:00", "Mon 30 Mar 08:30", "2026-W14"),
        ("2026-04-07T08:30", "Tue 07 Apr 08:30", "2026-W15"),
        ("2026-04-13T08:30", "Mon 13 Apr 08:30", "2026-W16"),
        ("2026-03-30T08:30", "Mon 30 Mar 08:30", "2026-W14"),
        ("2026-10-26T08:30", "Mon 26 Oct 08:30", "2026-W44"),
    ],
)
def test_the_weeks_are_told_on_monday_and_after_easter_monday_on_tuesday(now, at, week):
    assert told(now) == (at, week)


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2034, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  # the zone is given beside
    st.integers(0, 6),
)
def test_it_is_never_a_holiday_and_never_longer_ago_than_a_week_and_two_days(now, weekday):
    telling = latest_telling(now, Digest(weekday, time(8, 30)), BRUSSELS)
    day = telling.at.astimezone(BRUSSELS)
    assert timedelta(0) <= now - telling.at < timedelta(days=12)
    assert not is_holiday(day.date())
    assert day.time() == time(8, 30)


def test_the_last_week_told_is_over():
    telling = latest_telling(datetime(2027, 1, 4, 8, tzinfo=UTC), MONDAY, BRUSSELS)
    assert (telling.week, last_week_before(telling, BRUSSELS)) == ("2027-W01", "2026-W53")
