"""Weeks that count, breaks that do not, and the days that follow from both."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as st

from bot.programme.active_weeks.clock import Break, active_weeks
from bot.programme.active_weeks.talks import Looked, Milestone, Talks, look, wrong_talks

BRUSSELS = ZoneInfo("Europe/Brussels")
MONDAY = datetime(2026, 3, 2, 17, tzinfo=UTC)  # 18:00 on the wall
FIRST = date(2026, 3, 2)
TALKS = Talks(13, 26)
A_DAY = timedelta(days=1)

YEARS = 2 * 365 * 24 * 60  # in minutes
instants = st.integers(-YEARS, YEARS).map(lambda minutes: MONDAY + timedelta(minutes=minutes))
lengths = st.timedeltas(timedelta(), timedelta(days=90))
breaks = st.builds(
    lambda began, length, is_open: Break(began, None if is_open else began + length),
    instants, lengths, st.booleans(),
)  # fmt: skip


def on(day, hour=9):
    return datetime(day.year, day.month, day.day, hour, tzinfo=BRUSSELS).astimezone(UTC)


def weeks_with(*spans, now=MONDAY, length=26):
    return active_weeks(MONDAY, spans, now, length, BRUSSELS)


def test_without_a_break_it_is_26_weeks_later_also_across_the_change_of_the_clock():
    weeks = weeks_with()
    assert weeks.end == FIRST + timedelta(weeks=26)
    assert weeks.week_of(FIRST) == 1
    assert weeks.week_of(FIRST + timedelta(days=7)) == 2
    assert weeks.week_of(date(2030, 1, 1)) == 26
    assert weeks.week_of(FIRST - A_DAY) == 1
    assert not weeks.is_over(weeks.end - A_DAY)
    assert weeks.is_over(weeks.end)


def test_a_break_of_two_weeks_moves_the_end_by_two_weeks():
    begins = FIRST + timedelta(weeks=4)
    two = Break(on(begins), on(begins + timedelta(weeks=2)))
    assert weeks_with(two).end == FIRST + timedelta(weeks=28)
    assert weeks_with(two).after_weeks(4) == begins
    assert weeks_with(two).after_weeks(13) == FIRST + timedelta(weeks=15)
    assert weeks_with(two).week_of(begins + timedelta(weeks=1)) == 5


def test_some_hours_before_noon_are_no_break():
    day = FIRST + timedelta(weeks=1)
    assert weeks_with(Break(on(day, 13), on(day, 20))).end == weeks_with().end
    assert weeks_with(Break(on(day, 9), on(day, 13))).end == weeks_with().end + A_DAY


def test_breaks_of_both_at_once_count_once():
    day = FIRST + timedelta(weeks=3)
    his = Break(on(day), on(day + timedelta(days=10)))
    hers = Break(on(day + timedelta(days=5)), on(day + timedelta(days=14)))
    within = Break(on(day + timedelta(days=6)), on(day + timedelta(days=7)))
    assert weeks_with(his, hers, within).end == weeks_with().end + 14 * A_DAY


def test_an_open_break_moves_the_end_day_by_day():
    day = FIRST + timedelta(weeks=3)
    away = Break(on(day), None)
    for days in range(5):
        now = on(day + days * A_DAY, 13)
        assert weeks_with(away, now=now).end == weeks_with().end + (days + 1) * A_DAY


def test_a_break_from_before_the_duo_began_counts_from_its_first_day():
    before = Break(on(FIRST - 10 * A_DAY), on(FIRST + 3 * A_DAY))
    assert weeks_with(before).end == weeks_with().end + 3 * A_DAY
    long_ago = Break(on(FIRST - 10 * A_DAY), on(FIRST - 3 * A_DAY))
    assert weeks_with(long_ago).end == weeks_with().end


def resting_by_hand(spans, now, day):
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=BRUSSELS)
    return any(one.began_at <= noon < (one.ended_at or now) for one in spans)


@given(instants, st.lists(breaks, max_size=8), instants, st.integers(1, 40))
def test_active_weeks_always_sum_to_the_length_and_talks_stay_in_order(began, spans, now, length):
    weeks = active_weeks(began, spans, now, length, BRUSSELS)
    counted = [
        day
        for number in range((weeks.end - weeks.first).days)
        if not resting_by_hand(spans, now, day := weeks.first + number * A_DAY)
    ]
    assert len(counted) == 7 * length == weeks.days_before(weeks.end)
    marks = [weeks.after_weeks(number) for number in range(1, length + 1)]
    assert marks == sorted(set(marks))
    assert marks[-1] == weeks.end
    assert [weeks.week_of(mark - A_DAY) for mark in marks] == list(range(1, length + 1))


@given(instants, st.lists(breaks, max_size=8), instants, breaks)
def test_one_more_break_never_brings_the_end_nearer(began, spans, now, more):
    before = active_weeks(began, spans, now, 26, BRUSSELS)
    after = active_weeks(began, [*spans, more], now, 26, BRUSSELS)
    assert after.end >= before.end


def test_the_coach_is_told_of_each_talk_once_and_when_to_look_again():
    weeks = weeks_with()
    middle, end = FIRST + timedelta(weeks=13), FIRST + timedelta(weeks=26)
    assert look(weeks, TALKS, None, FIRST) == Looked(None, None, middle)
    assert look(weeks, TALKS, None, middle) == Looked(Milestone.MID_TERM, Milestone.MID_TERM, end)
    assert look(weeks, TALKS, Milestone.MID_TERM, middle) == Looked(None, Milestone.MID_TERM, end)
    assert look(weeks, TALKS, Milestone.MID_TERM, end) == Looked(
        Milestone.END, Milestone.END, None
    )
    assert look(weeks, TALKS, Milestone.END, end) == Looked(None, Milestone.END, None)


def test_of_a_talk_long_past_nobody_hears():
    late = FIRST + timedelta(weeks=20)
    expected = Looked(None, Milestone.MID_TERM, FIRST + timedelta(weeks=26))
    assert look(weeks_with(), TALKS, None, late) == expected
    ended = FIRST + timedelta(weeks=60)
    assert look(weeks_with(), TALKS, None, ended) == Looked(None, Milestone.END, None)


@given(instants, st.lists(breaks, max_size=5), instants, st.integers(1, 12), st.integers(0, 200))
def test_no_talk_is_told_before_its_day_nor_twice(began, spans, now, middle, days):
    weeks = active_weeks(began, spans, now, 26, BRUSSELS)
    talks, today = Talks(middle, middle + 13), weeks.first + days * A_DAY
    found = look(weeks, talks, None, today)
    if found.told:
        assert weeks.after_weeks(talks.week_of(found.told)) <= today
        assert look(weeks, talks, found.passed, today).told is None
    assert found.again is None or found.again > today


def test_talks_that_do_not_go_together_are_named():
    assert list(wrong_talks(Talks(13, 26), 26)) == []
    assert list(wrong_talks(Talks(13, 13), 26)) == [
        "talks.mid_term_week must come before talks.end_week; change one of them."
    ]
    assert list(wrong_talks(Talks(13, 30), 26)) == [
        "talks.end_week comes after the last week, which is 26; change one of them."
    ]
