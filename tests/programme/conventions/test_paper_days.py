"""A paper was signed on a day of the duo that has come."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as st

from bot.programme.conventions.paper_days import DAYS_BACK, moment_on, paper_days

ZONE = ZoneInfo("Europe/Brussels")
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001  # the bounds have no zone


@given(now=MOMENTS, age=st.integers(-2, 40))
def test_each_day_that_can_be_said_has_come_and_is_one_of_the_duo(now, age):
    formed = now - timedelta(days=age)
    days = paper_days(now, formed, ZONE)
    assert days[0] == now.astimezone(ZONE).date()
    assert list(days) == sorted(set(days), reverse=True)
    assert len(days) <= DAYS_BACK
    assert days[-1] >= min(days[0], formed.astimezone(ZONE).date())
    for day in days:
        moment = moment_on(day, now, ZONE)
        assert moment <= now
        assert moment.astimezone(ZONE).date() == day


def test_on_the_day_on_which_they_became_a_duo_it_is_today():
    now = datetime(2026, 3, 3, 8, tzinfo=UTC)
    assert paper_days(now, now, ZONE) == (date(2026, 3, 3),)
    assert moment_on(date(2026, 3, 3), now, ZONE) == now
