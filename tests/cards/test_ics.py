"""The file for somebody's own calendar, read back by a library that did not write our parts."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings, strategies as st
from icalendar import Calendar

from bot.cards.ics import CANCEL, PUBLISH, Entry, calendar_of, written

STAMP = "2026-11-20T09:05:00+00:00"
ZONES = ("Europe/Brussels", "America/New_York", "Asia/Kabul")


def entry(starts: datetime, ends: datetime, **more: object) -> Entry:
    told = {"summary": "Meeting with Rita", "location": "", "zone": "Europe/Brussels"} | more
    return Entry(
        meeting_id=7, sequence=3, starts=starts.isoformat(), ends=ends.isoformat(), stamp=STAMP,
        **told,
    )  # fmt: skip


def read(file: bytes) -> tuple[Calendar, object]:
    calendar = Calendar.from_ical(file)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def lines(file: bytes) -> list[str]:
    """Unfolded, as RFC 5545 says."""
    return file.decode().replace("\r\n ", "").split("\r\n")


TUESDAY = datetime(2026, 11, 24, 13, tzinfo=UTC)
MEETING = entry(TUESDAY, TUESDAY + timedelta(hours=2), location="De Krook, Gent")


def test_a_fixed_meeting_is_published_with_a_stable_name_and_its_clock():
    calendar, event = read(written(calendar_of([MEETING], PUBLISH)))
    assert (calendar["METHOD"], calendar["VERSION"]) == ("PUBLISH", "2.0")
    assert (event["UID"], event["SEQUENCE"]) == ("meeting-7@duobot", 3)
    assert (event["SUMMARY"], event["LOCATION"]) == ("Meeting with Rita", "De Krook, Gent")
    assert event["DTSTART"].params["TZID"] == "Europe/Brussels"
    assert event.decoded("DTSTART") == TUESDAY
    assert event.decoded("DTEND") == TUESDAY + timedelta(hours=2)
    assert str(event["STATUS"]) == "CONFIRMED"
    assert [one["TZID"] for one in calendar.walk("VTIMEZONE")] == ["Europe/Brussels"]


def test_a_cancelled_one_is_taken_out_under_the_same_name():
    gone = entry(TUESDAY, TUESDAY + timedelta(hours=2), cancelled=True)
    calendar, event = read(written(calendar_of([gone], CANCEL)))
    assert (calendar["METHOD"], str(event["STATUS"])) == ("CANCEL", "CANCELLED")
    assert event["UID"] == read(written(calendar_of([MEETING], PUBLISH)))[1]["UID"]


@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r", "\u2028", "\x0b", "\r\n "])
def test_a_typed_address_stays_the_value_it_is(break_):
    typed = f"Kerkstraat 3{break_}ATTENDEE:mailto:x@example.org{break_}END:VEVENT; a, b\\n"
    file = written(calendar_of([entry(TUESDAY, TUESDAY, location=typed)], PUBLISH))
    assert not [one for one in lines(file) if one.startswith("ATTENDEE")]
    assert lines(file).count("END:VEVENT") == 1
    _, event = read(file)
    assert event["LOCATION"] == "Kerkstraat 3 ATTENDEE:mailto:x@example.org END:VEVENT; a, b\\n"


def test_from_half_past_one_to_half_past_three_are_three_hours_when_the_clock_is_put_back():
    starts = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
    file = written(calendar_of([entry(starts, starts + timedelta(hours=3))], PUBLISH))
    assert "DTSTART;TZID=Europe/Brussels:20261025T013000" in lines(file)
    assert "DTEND;TZID=Europe/Brussels:20261025T033000" in lines(file)
    assert by_the_file(file) == (starts, starts + timedelta(hours=3))


def by_the_file(file: bytes) -> tuple[datetime, datetime]:
    """Begin and end for whoever knows no other clock than the one in the file."""
    calendar, event = read(file)
    (clock,) = calendar.walk("VTIMEZONE")
    parts = [
        (part["DTSTART"].dt, part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td)
        for part in clock.subcomponents
    ]
    return tuple(_instant(event[name].dt, parts) for name in ("DTSTART", "DTEND"))


def _instant(moment: datetime, parts: list[tuple[datetime, timedelta, timedelta]]) -> datetime:
    """RFC 5545, 3.6.5: the part that began last; its begin is on the wall of the part before it.
    An hour that comes twice is meant the first time.
    """
    if moment.utcoffset() == timedelta(0) and moment.tzname() == "UTC":
        return moment
    wall = moment.replace(tzinfo=None)
    started = [(at, to) for at, _, to in parts if at <= wall]
    found = [wall - to for at, to in started[-1:]]
    for at, before, to in parts:
        if to < before and at - (before - to) <= wall < at:
            found = [wall - before]
    return found[0].replace(tzinfo=UTC)


@settings(max_examples=60)
@given(
    st.datetimes(
        datetime.fromisoformat("2026-01-01T00:00"), datetime.fromisoformat("2031-12-31T00:00")
    ).map(lambda at: at.replace(second=0)),
    st.integers(1, 32),
    st.sampled_from(ZONES),
)
@example(datetime.fromisoformat("2026-03-29T01:30"), 8, "Europe/Brussels")
@example(datetime.fromisoformat("2026-03-29T00:45"), 2, "Europe/Brussels")
@example(datetime.fromisoformat("2026-10-24T23:30"), 4, "Europe/Brussels")
@example(datetime.fromisoformat("2026-10-25T00:30"), 4, "Europe/Brussels")
def test_who_knows_only_the_clock_in_the_file_comes_at_the_right_instant(at, quarters, zone):
    starts = at.replace(microsecond=0, tzinfo=UTC)
    if starts.astimezone(ZoneInfo(zone)).fold:  # nobody agrees on the second one of an hour
        starts += timedelta(hours=1)
    ends = starts + quarters * timedelta(minutes=15)
    file = written(calendar_of([entry(starts, ends, zone=zone)], PUBLISH))
    assert by_the_file(file) == (starts, ends)


def test_an_empty_calendar_can_be_read_too():
    calendar = Calendar.from_ical(written(calendar_of([], PUBLISH, "Sample\r\nDUO")))
    assert calendar["X-WR-CALNAME"] == "Sample DUO"
    assert not calendar.walk("VEVENT")
