"""Whether it is open now, on the wall clock where the service is."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.programme.directory import Opening, Service
from bot.programme.directory.opening import OpenNow, open_now

BRUSSELS = ZoneInfo("Europe/Brussels")
WEEKDAYS, EVERY_DAY = (0, 1, 2, 3, 4), (0, 1, 2, 3, 4, 5, 6)
OFFICE = Opening(WEEKDAYS, time(9), time(17))
NIGHT = Opening(EVERY_DAY, time(20), time(8))
LATE = Opening(EVERY_DAY, time(20), time(2))
EVENING = Opening((4,), time(18), time(23, 59))
ALWAYS = Opening(EVERY_DAY, time(0), time(23, 59))


# Any second from 2020 to 2035.
moments = st.integers(1_577_836_800, 2_051_222_400).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)


def service(*openings: Opening) -> Service:
    return Service("a", {"en": "A"}, "", ("debt.help",), ("BE",), openings=openings)


def at(wall: str) -> datetime:
    """A moment on the wall in Brussels, as an instant."""
    return datetime.fromisoformat(wall).replace(tzinfo=BRUSSELS).astimezone(UTC)


@pytest.mark.parametrize(
    ("openings", "wall", "state"),
    [
        ((OFFICE,), "2026-03-03 09:00", OpenNow.OPEN),
        ((OFFICE,), "2026-03-03 08:59", OpenNow.CLOSED),
        ((OFFICE,), "2026-03-03 16:59", OpenNow.OPEN),
        ((OFFICE,), "2026-03-03 17:00", OpenNow.CLOSED),
        ((OFFICE,), "2026-03-07 11:00", OpenNow.CLOSED),
        ((), "2026-03-03 11:00", OpenNow.UNKNOWN),
        # Past midnight: yesterday's hours still run.
        ((NIGHT,), "2026-03-03 23:30", OpenNow.OPEN),
        ((NIGHT,), "2026-03-04 02:00", OpenNow.OPEN),
        ((NIGHT,), "2026-03-04 08:00", OpenNow.CLOSED),
        ((NIGHT,), "2026-03-04 12:00", OpenNow.CLOSED),
        # HSDS has no 24:00, so 23:59 is midnight.
        ((EVENING,), "2026-03-06 23:59", OpenNow.OPEN),
        ((EVENING,), "2026-03-07 00:00", OpenNow.CLOSED),
        # Holidays: Labour Day, Easter Monday, Christmas, New Year.
        ((OFFICE,), "2026-05-01 11:00", OpenNow.HOLIDAY),
        ((OFFICE,), "2026-04-06 11:00", OpenNow.HOLIDAY),
        ((OFFICE,), "2026-12-25 11:00", OpenNow.HOLIDAY),
        ((OFFICE,), "2027-01-01 11:00", OpenNow.HOLIDAY),
        ((ALWAYS,), "2026-12-25 11:00", OpenNow.OPEN),
        # A night belongs to the day on which it begins.
        ((LATE,), "2026-12-25 00:30", OpenNow.OPEN),
        ((LATE,), "2026-12-25 12:00", OpenNow.HOLIDAY),
        ((LATE,), "2026-12-25 20:30", OpenNow.HOLIDAY),
        ((LATE,), "2026-12-26 00:30", OpenNow.HOLIDAY),
        ((LATE,), "2026-12-26 02:00", OpenNow.CLOSED),
        ((LATE,), "2026-12-26 20:30", OpenNow.OPEN),
        ((EVENING, LATE), "2027-01-02 00:30", OpenNow.HOLIDAY),
        ((ALWAYS,), "2026-12-31 23:59", OpenNow.OPEN),
        # The clock goes forward on 29 March 2026, and back on 25 October.
        ((NIGHT,), "2026-03-29 01:59", OpenNow.OPEN),
        ((NIGHT,), "2026-03-29 03:00", OpenNow.OPEN),
        ((NIGHT,), "2026-03-29 07:59", OpenNow.OPEN),
        ((NIGHT,), "2026-03-29 08:00", OpenNow.CLOSED),
        ((NIGHT,), "2026-10-25 07:59", OpenNow.OPEN),
        ((NIGHT,), "2026-10-25 08:00", OpenNow.CLOSED),
        ((OFFICE,), "2026-03-30 09:00", OpenNow.OPEN),
        ((OFFICE,), "2026-10-26 08:59", OpenNow.CLOSED),
    ],
)
def test_what_somebody_who_goes_now_finds(openings, wall, state):
    assert open_now(service(*openings), at(wall), BRUSSELS) is state


def test_the_hour_that_comes_twice_is_open_both_times():
    shop = service(Opening(EVERY_DAY, time(2), time(3)))
    twice = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]
    assert OpenNow.OPEN in {open_now(shop, one, BRUSSELS) for one in twice}


@given(moments)
def test_what_never_closes_is_open_at_every_instant(moment):
    assert open_now(service(ALWAYS), moment, BRUSSELS) is OpenNow.OPEN


@given(moments)
def test_seven_whole_days_are_always_however_they_are_written(moment):
    rows = [Opening((day,), time(0), time(23, 59)) for day in EVERY_DAY]
    assert service(*rows).is_always_open
    assert open_now(service(*rows), moment, BRUSSELS) is OpenNow.OPEN
    assert not service(*rows[1:]).is_always_open
    assert not service(*rows[1:], Opening((0,), time(0), time(12))).is_always_open


@given(
    moments,
    st.times(), st.times(),
)  # fmt: skip
def test_an_answer_is_always_given(moment, opens, closes):
    assert open_now(service(Opening(WEEKDAYS, opens, closes)), moment, BRUSSELS) in OpenNow
