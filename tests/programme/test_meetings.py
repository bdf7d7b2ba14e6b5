"""When a duo can meet: on the wall, in the year, and beside what it has agreed before."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings, strategies as st

from bot.programme.meeting_places import LONGEST_ADDRESS, read_address
from bot.programme.meetings import (
    A_QUARTER,
    A_WEEK,
    FURTHEST,
    SUGGESTED,
    Agenda,
    Note,
    Refusal,
    hours_of,
    is_free,
    is_next_week,
    may_be_shut,
    minutes_of,
    month_of,
    next_month,
    next_usual,
    quarters_between,
    slot_at,
    suggestions,
    text_of,
    usual_slot,
    wall_of,
    weeks_of,
)

BRUSSELS = ZoneInfo("Europe/Brussels")
SUNDAY = datetime(2026, 11, 22, 9, tzinfo=UTC)  # 10:00 on the wall
TUESDAY_AT_TWO = wall_of("2026-11-24T14:00")
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
MINUTES = st.integers(0, 4 * 366 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))
YEARS = MINUTES.map(lambda at: at.replace(tzinfo=None))


def agenda(now: datetime = SUNDAY, busy: frozenset[int] = frozenset()) -> Agenda:
    return Agenda(now, BRUSSELS, 120, 9, 20, busy)


def busy_at(*walls: datetime) -> frozenset[int]:
    return frozenset(one for wall in walls for one in slot_at(wall, 120, BRUSSELS).quarters)


# The night in which an hour is skipped, and the one in which it comes twice.


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2027, 3, 28), date(2028, 3, 26)])
def test_half_past_two_in_the_skipped_hour_is_told_and_becomes_three(day):
    slot = slot_at(datetime.combine(day, time(2, 30)), 120, BRUSSELS)
    assert (slot.text[-5:], slot.note) == ("03:00", Note.SKIPPED)
    assert slot.starts_at == datetime(day.year, day.month, day.day, 1, tzinfo=UTC)


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2027, 10, 31)])
def test_half_past_two_in_the_doubled_hour_is_the_first_one(day):
    slot = slot_at(datetime.combine(day, time(2, 30)), 120, BRUSSELS)
    assert (slot.text[-5:], slot.note) == ("02:30", Note.TWICE)
    assert slot.starts_at == datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC)


def test_a_meeting_over_the_doubled_hour_lasts_as_long_as_it_really_is():
    slot = slot_at(wall_of("2026-10-25T01:30"), 180, BRUSSELS)
    assert slot.ends_at - slot.starts_at == timedelta(hours=3)
    assert f"{slot.ends_at.astimezone(BRUSSELS):%H:%M}" == "03:30"
    assert len(slot.quarters) == 12


def test_a_usual_time_that_falls_in_the_skipped_hour_is_the_end_of_it():
    usual = wall_of("2026-03-22T02:30")
    night = agenda(datetime(2026, 3, 26, 9, tzinfo=UTC))
    assert night.slot(next_usual(usual, night)).text == "2026-03-29T03:00"


@pytest.mark.parametrize("zone", ["Africa/Casablanca", "Asia/Kabul", "America/New_York"])
def test_the_wall_of_another_zone_is_that_of_the_duo(zone):
    slot = slot_at(TUESDAY_AT_TWO, 60, ZoneInfo(zone))
    assert slot.starts_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == TUESDAY_AT_TWO


@settings(max_examples=60)
@given(YEARS)
def test_any_wall_time_is_kept_once_and_read_back(wall):
    slot = slot_at(wall, 60, BRUSSELS)
    there = slot.starts_at.astimezone(BRUSSELS).replace(tzinfo=None, fold=0)
    assert slot.wall == there
    assert wall_of(text_of(slot.wall)) == slot.wall
    assert slot_at(slot.wall, 60, BRUSSELS).starts_at == slot.starts_at
    assert (slot.wall == wall) is (slot.note is not Note.SKIPPED)


# Quarters of an hour.


def test_a_meeting_takes_the_quarters_it_touches_and_no_other():
    begin = datetime(2026, 11, 24, 13, tzinfo=UTC)
    assert len(quarters_between(begin, begin + timedelta(minutes=120))) == 8
    assert len(quarters_between(begin + timedelta(minutes=10), begin + A_QUARTER)) == 1
    assert len(quarters_between(begin + timedelta(minutes=10), begin + timedelta(minutes=20))) == 2
    first = quarters_between(begin, begin + timedelta(hours=1))
    second = quarters_between(begin + timedelta(hours=1), begin + timedelta(hours=2))
    assert not {*first} & {*second}


@settings(max_examples=60)
@given(YEARS, YEARS, st.sampled_from([15, 45, 60, 120]), st.sampled_from([30, 60, 95]))
def test_who_is_free_overlaps_with_nothing(one, other, minutes, others):
    mine, theirs = slot_at(one, minutes, BRUSSELS), slot_at(other, others, BRUSSELS)
    if is_free(mine, frozenset(theirs.quarters)):
        assert mine.ends_at <= theirs.starts_at or theirs.ends_at <= mine.starts_at


# What is usual.


def test_the_usual_time_is_that_of_most_of_the_last_meetings():
    tuesdays = [TUESDAY_AT_TWO - week * A_WEEK for week in (1, 2)]
    friday = wall_of("2026-11-20T18:00")
    assert usual_slot([friday, *tuesdays]) == tuesdays[0]
    assert usual_slot([friday, tuesdays[0]]) == friday
    assert usual_slot([]) is None


def test_the_same_time_next_week_comes_after_the_last_meeting_and_after_now():
    last_week = TUESDAY_AT_TWO - A_WEEK
    assert next_usual(last_week, agenda()) == TUESDAY_AT_TWO
    assert next_usual(TUESDAY_AT_TWO, agenda()) == TUESDAY_AT_TWO + A_WEEK
    assert next_usual(TUESDAY_AT_TWO - 9 * A_WEEK, agenda()) == TUESDAY_AT_TWO
    earlier_today = wall_of("2026-11-22T09:00")
    assert next_usual(earlier_today, agenda()) == earlier_today + A_WEEK


def test_a_week_that_is_taken_is_passed_over():
    taken = agenda(busy=busy_at(TUESDAY_AT_TWO + A_WEEK))
    assert next_usual(TUESDAY_AT_TWO, taken) == TUESDAY_AT_TWO + 2 * A_WEEK


def test_who_has_a_meeting_each_week_is_not_sent_further():
    weeks = [TUESDAY_AT_TWO + week * A_WEEK for week in range(12)]
    assert next_usual(TUESDAY_AT_TWO - A_WEEK, agenda(busy=busy_at(*weeks))) is None


def test_next_week_is_from_monday_to_sunday():
    assert is_next_week(TUESDAY_AT_TWO, agenda())
    assert not is_next_week(wall_of("2026-11-22T18:00"), agenda())
    assert not is_next_week(TUESDAY_AT_TWO + A_WEEK, agenda())


# What is suggested.


def test_the_usual_time_comes_first_and_the_others_on_other_days():
    first, *others = suggestions(TUESDAY_AT_TWO - A_WEEK, agenda())
    assert first == "2026-11-24T14:00"
    assert len({one[:10] for one in (first, *others)}) == SUGGESTED


def test_a_duo_that_never_met_is_suggested_a_morning_an_afternoon_and_an_evening():
    assert {one[-5:] for one in suggestions(None, agenda())} == {"10:00", "14:00", "18:00"}


def test_suggestions_are_within_two_weeks():
    assert {one[:10] for one in suggestions(None, agenda(), 40)} <= {
        text_of(agenda().wall + timedelta(days=ahead))[:10] for ahead in range(1, 15)
    }


def test_nothing_is_suggested_on_sundays_and_holidays():
    christmas = agenda(datetime(2026, 12, 23, 9, tzinfo=UTC))
    days = [one[:10] for one in suggestions(None, christmas, 6)]
    assert not {"2026-12-25", "2026-12-27", "2027-01-01"} & {*days}
    assert days[0] == "2026-12-24"


@settings(max_examples=40)
@given(MINUTES, YEARS)
def test_every_suggestion_is_fair_free_and_to_come(now, usual):
    busy = busy_at(usual + A_WEEK, *(now.replace(tzinfo=None) + A_WEEK * n for n in range(3)))
    known = Agenda(now, BRUSSELS, 120, 9, 20, busy)
    for text in suggestions(usual, known, 6):
        assert known.refusal(wall_of(text)) is None
    for text in suggestions(None, known, 6):
        assert 9 <= wall_of(text).hour <= 20


# What cannot be.


def test_what_is_past_too_far_or_taken_is_refused():
    known = agenda(busy=busy_at(TUESDAY_AT_TWO))
    assert known.refusal(wall_of("2026-11-22T10:00")) is Refusal.PAST
    assert known.refusal(known.wall + FURTHEST + A_WEEK) is Refusal.FAR
    assert known.refusal(TUESDAY_AT_TWO + timedelta(hours=1)) is Refusal.BUSY
    assert known.refusal(TUESDAY_AT_TWO + timedelta(hours=2)) is None


# The calendar.


def test_the_hours_of_a_day_are_those_to_come_that_nobody_has_taken():
    today = hours_of(date(2026, 11, 22), agenda())
    assert (today[0], today[-1]) == ("2026-11-22T11:00", "2026-11-22T20:00")
    tuesday = hours_of(TUESDAY_AT_TWO.date(), agenda(busy=busy_at(TUESDAY_AT_TWO)))
    assert [one[-5:-3] for one in tuesday] == [
        "09",
        "10",
        "11",
        "12",
        "16",
        "17",
        "18",
        "19",
        "20",
    ]


def test_an_hour_has_four_quarters_as_far_as_they_are_free():
    assert [one[-2:] for one in minutes_of(TUESDAY_AT_TWO, agenda())] == ["00", "15", "30", "45"]
    assert minutes_of(TUESDAY_AT_TWO, agenda(busy=busy_at(TUESDAY_AT_TWO))) == ()


def test_a_month_begins_on_monday_and_shows_the_days_to_come_only():
    weeks = weeks_of(date(2026, 11, 1), agenda())
    assert weeks[-1] == ("2026-11-30", "", "", "", "", "", "")
    assert weeks[0] == ("",) * 7
    assert weeks[3][-1] == "2026-11-22"


def test_the_last_day_of_february_is_there_in_a_leap_year():
    leap = agenda(datetime(2028, 2, 1, 9, tzinfo=UTC))
    days = [day for week in weeks_of(date(2028, 2, 1), leap) for day in week if day]
    assert days[-1] == "2028-02-29"


@pytest.mark.parametrize(
    ("asked", "shown"),
    [("2026-12", "2026-12-01"), ("2020-01", "2026-11-01"), ("2099-12", "2027-05-01")],
)
def test_a_month_that_cannot_be_planned_is_the_nearest(asked, shown):
    assert month_of(asked, agenda()).isoformat() == shown


def test_months_go_on_over_the_year():
    assert next_month(date(2026, 12, 1), 1) == date(2027, 1, 1)
    assert next_month(date(2027, 1, 1), -1) == date(2026, 12, 1)


# A typed address.


def test_an_address_is_kept_on_one_line():
    assert read_address("  Kerkstraat 3\n 9000\tGent\x00 ") == "Kerkstraat 3 9000 Gent"


@pytest.mark.parametrize("text", ["ok", "1234 5678", "", "   ", "a" * (LONGEST_ADDRESS + 1)])
def test_what_is_no_address_is_none(text):
    assert read_address(text) is None


def test_nothing_is_suggested_on_a_public_holiday_nor_what_did_not_suit():
    christmas = datetime.fromisoformat("2026-12-18T14:00")
    coming = Agenda(datetime(2026, 12, 20, 9, tzinfo=UTC), BRUSSELS, 120, 8, 20)
    assert next_usual(christmas, coming) == datetime.fromisoformat("2027-01-08T14:00")
    refused = replace(coming, unfit=frozenset({"2027-01-08T14:00"}))
    assert next_usual(christmas, refused) == datetime.fromisoformat("2027-01-15T14:00")
    first = suggestions(None, coming)[0]
    assert first not in suggestions(None, replace(coming, unfit=frozenset({first})))


@pytest.mark.parametrize(
    ("wall", "is_shut"),
    [("2026-12-23T09:00", False), ("2026-12-23T16:00", False), ("2026-12-23T08:45", True),
     ("2026-12-23T16:15", True), ("2026-12-23T22:30", True), ("2026-12-25T14:00", True),
     ("2026-12-27T14:00", True)],
)  # fmt: skip
def test_a_place_with_hours_may_be_shut_by_evening_on_sundays_and_on_holidays(wall, is_shut):
    assert may_be_shut(datetime.fromisoformat(wall), 120) is is_shut
