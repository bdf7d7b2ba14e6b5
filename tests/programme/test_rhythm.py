"""One's own day and hour: no week is asked about twice, and none is passed over."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings, strategies as st

from bot.programme.recurrence import instant_of, next_weekly, week_asked_about
from bot.programme.rhythm import next_ask

BRUSSELS = ZoneInfo("Europe/Brussels")
ZONES = st.sampled_from([BRUSSELS, ZoneInfo("America/New_York"), ZoneInfo("Pacific/Auckland")])
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
rhythms = st.tuples(st.integers(0, 6), st.integers(0, 23).map(time))


def sunday(day, hour=18):
    return instant_of(date(2026, 3, day), time(hour), BRUSSELS)


def test_who_moves_the_question_to_a_later_day_is_asked_then():
    planned = sunday(8)
    moved = next_ask(planned, planned - timedelta(hours=1), 1, time(12), BRUSSELS)
    assert moved == instant_of(date(2026, 3, 10), time(12), BRUSSELS)


def test_who_moves_it_to_a_day_that_has_passed_is_asked_once_more_at_the_old_hour():
    planned = sunday(8)
    assert next_ask(planned, planned - timedelta(hours=1), 3, time(12), BRUSSELS) == planned


@settings(max_examples=200)
@given(ZONES, rhythms, st.lists(st.tuples(st.integers(1, 24 * 30), rhythms), max_size=12))
def test_however_often_somebody_moves_it_each_week_is_asked_about_once(zone, rhythm, moves):
    """In any order of questions and changes, over the two changes of the clock too."""
    now = FIRST
    planned = next_weekly(now, *rhythm, zone)
    asked = []

    def let_pass(until):
        nonlocal planned
        while planned <= until:
            asked.append(week_asked_about(planned, zone))
            planned = next_weekly(planned, *rhythm, zone)

    for hours, changed in moves:
        now += timedelta(hours=hours)
        let_pass(now)
        rhythm = changed
        planned = next_ask(planned, now, *rhythm, zone)
        assert planned > now
    let_pass(now + timedelta(days=30))
    every = []
    day = FIRST
    while not every or every[-1] != asked[-1]:
        week = week_asked_about(day, zone)
        every += [week] if week not in every else []
        day += timedelta(days=1)
    assert asked == every[every.index(asked[0]) :]
