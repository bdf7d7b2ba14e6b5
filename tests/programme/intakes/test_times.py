"""Which half hours are free, and how a coach says when there is time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.programme.intakes.said import read_hours, tells_hours
from bot.programme.intakes.times import (
    A_PAGE,
    HALF_HOUR,
    CoachTimes,
    Frame,
    Spot,
    are_hours,
    fitting,
    free_times,
    instant_of_half,
    page_of,
    read_spans,
    written_spans,
)

BRUSSELS = ZoneInfo("Europe/Brussels")
# Tuesday, 11:00 on the wall.
NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
NINE, NOON = time(9), time(12)
MORNING = [(NINE, NOON, Spot.BRANCH)]
TUESDAY = date(2026, 3, 10)


def frame(now: datetime = NOW, days: int = 7, closed: tuple[date, ...] = ()) -> Frame:
    return Frame(now, BRUSSELS, 4, days, closed)


def walls(times) -> list[str]:
    return [f"{one.starts_at.astimezone(BRUSSELS):%d/%m %H:%M}" for one in times]


def test_a_morning_is_six_half_hours():
    times = free_times([CoachTimes(1, {1: MORNING}, {})], frame())
    assert walls(times)[:2] == ["10/03 09:00", "10/03 09:30"]
    assert len(times) == 6


def test_what_begins_soon_can_be_chosen_no_more():
    today = {1: [(time(11), time(17), Spot.PHONE)]}
    assert walls(free_times([CoachTimes(1, today, {})], frame(days=0))) == [
        "03/03 15:00", "03/03 15:30", "03/03 16:00", "03/03 16:30",
    ]  # fmt: skip


def test_leaves_days_off_closed_days_and_taken_half_hours_go():
    week = {1: MORNING}
    assert free_times([CoachTimes(1, week, {}, off={TUESDAY})], frame()) == ()
    assert free_times([CoachTimes(1, week, {}, leaves=[(TUESDAY, TUESDAY)])], frame()) == ()
    assert free_times([CoachTimes(1, week, {})], frame(closed=(TUESDAY,))) == ()
    taken = {datetime(2026, 3, 10, 8, tzinfo=UTC)}
    assert len(free_times([CoachTimes(1, week, {}, taken=taken)], frame())) == 5


def test_hours_of_a_single_day_hold_on_a_holiday_too():
    easter_monday = date(2026, 4, 6)
    around = frame(datetime(2026, 4, 3, 10, tzinfo=UTC))
    assert free_times([CoachTimes(1, {0: MORNING}, {})], around) == ()
    extra = {easter_monday: MORNING}
    assert len(free_times([CoachTimes(1, {}, extra)], around)) == 6


def test_of_two_coaches_who_are_free_the_one_with_less_to_do_comes_first():
    both = [CoachTimes(1, {1: MORNING}, {}, load=3), CoachTimes(2, {1: MORNING}, {})]
    assert free_times(both, frame())[0].coach_ids == (2, 1)


@given(st.integers(0, 400), st.integers(0, 6))
def test_the_time_on_the_wall_is_the_same_on_each_side_of_a_change_of_the_clock(days, weekday):
    now = datetime(2026, 1, 1, 10, tzinfo=UTC) + timedelta(days=days)
    times = free_times([CoachTimes(1, {weekday: MORNING}, {})], frame(now))
    for one in times:
        wall = one.starts_at.astimezone(BRUSSELS)
        assert wall.weekday() == weekday
        assert NINE <= wall.time() < NOON
        assert instant_of_half(one.half) == one.starts_at
        assert one.starts_at >= now
    assert len({one.starts_at for one in times}) == len(times)


def test_the_first_times_suit_by_what_was_said_of_the_week():
    week = {1: MORNING, 2: [(time(17), time(18), Spot.ONLINE)]}
    times = free_times([CoachTimes(1, week, {})], frame())
    assert "04/03 17:00" in walls(fitting(times, {"3e"}, BRUSSELS))
    offline = free_times([CoachTimes(1, {**week, 3: MORNING}, {})], frame())
    chosen = fitting(offline, (), BRUSSELS, online="no")
    assert {one.spot for one in chosen} == {Spot.BRANCH}
    assert fitting((), (), BRUSSELS) == ()


def test_all_times_have_pages_and_a_full_day_shows_some():
    times = free_times([CoachTimes(1, dict.fromkeys(range(5), MORNING), {})], frame(days=14))
    first, more = page_of(times, 0, BRUSSELS)
    assert more
    assert len(first) == A_PAGE
    assert len({one.starts_at.date() for one in first}) == 3
    assert page_of(times, 99, BRUSSELS)[0] == first
    few = times[:5]
    assert page_of(few, 0, BRUSSELS) == (few, False)


def test_hours_lie_on_half_hours_of_the_day():
    assert are_hours(NINE, time(9, 30))
    for starts, ends in ((NINE, NINE), (time(9, 15), NOON), (time(6), NOON), (NOON, time(22))):
        assert not are_hours(starts, ends)
    assert read_spans(written_spans([(NINE, NOON)])) == ((NINE, NOON),)
    assert read_spans("0900") == ()
    assert timedelta(minutes=30) == HALF_HOUR


@pytest.mark.parametrize(("text", "language", "weekdays", "days", "spans", "spot"), [
    ("Tuesday 9-12 by phone", "en", (1,), (), ((NINE, NOON),), Spot.PHONE),
    ("every Tuesday 9 am - 12", "en", (1,), (), ((NINE, NOON),), ""),
    ("tuesday 2pm-4pm", "en", (1,), (), ((time(14), time(16)),), ""),
    ("elke dinsdag van 9 tot 12 uur telefonisch", "nl", (1,), (), ((NINE, NOON),), Spot.PHONE),
    ("dinsdag en donderdag 13:30-17u online", "nl", (1, 3), (), ((time(13, 30), time(17)),),
     Spot.ONLINE),
    ("mardi de 9h à 12h au bureau", "fr", (1,), (), ((NINE, NOON),), Spot.BRANCH),
    ("zaterdag 14 maart 9-12", "nl", (), (date(2026, 3, 14),), ((NINE, NOON),), ""),
    ("vrij op 24 december", "nl", (), (date(2026, 12, 24),), (), ""),
])  # fmt: skip
def test_a_coach_says_when_there_is_time(text, language, weekdays, days, spans, spot):
    said = read_hours(text, language, NOW, BRUSSELS)
    assert said is not None
    assert (said.weekdays, said.days, said.spans, said.spot) == (weekdays, days, spans, spot)


@pytest.mark.parametrize("text", [
    "hello", "monday 9:15-12", "monday 30-40", "are you free on Tuesday 9-12?", "x" * 200,
    "monday", "lundi 14h à 16h et jeudi 9h à 12h", "24 december",
    "my neighbour sells bread each Tuesday morning there 9-12",
])  # fmt: skip
def test_what_is_not_clear_is_asked_by_taps(text):
    assert read_hours(text, "en", NOW, BRUSSELS) is None


@pytest.mark.parametrize(
    "said", ["dinsdag 25-27", "9u30", "mardi de 9 à 8", "Tuesday 9-12 by phone"]
)
def test_hours_and_days_alone_are_about_hours(said):
    assert tells_hours(said)


@pytest.mark.parametrize("said", ["Amir came at 9", "dinsdag", "at 9?", "9 " * 100])
def test_what_tells_more_or_no_hour_is_not(said):
    assert not tells_hours(said)
