"""How many letters somebody gets in a week without having asked for them."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.programme.budget import Budget, Place
from bot.programme.fair_moments import fair_from, is_quiet_day
from bot.programme.programme import QuietHours
from bot.programme.recurrence import is_quiet
from tests.profiles import examples

BRUSSELS = ZoneInfo("Europe/Brussels")
FOUR = Budget(4, QuietHours(time(21), time(8), sundays=False, holidays=True), BRUSSELS)
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
SATURDAY_AT_TEN = datetime(2026, 11, 28, 9, tzinfo=UTC)
NEXT_MONDAY_AT_EIGHT = datetime(2026, 11, 30, 7, tzinfo=UTC)


def day(days: float) -> datetime:
    """So many days after ten o'clock on the first Monday."""
    return MONDAY + timedelta(days=days)


def placed(budget: Budget, *due: datetime) -> list[Place]:
    """Where letters go that become due one after the other."""
    places: list[Place] = []
    for one in due:
        places.append(budget.place(one, places))
    return places


def test_one_letter_of_a_week_goes_when_it_is_due_and_the_others_wait_for_saturday():
    places = placed(FOUR, *(day(n) for n in range(4)))
    assert places == [Place(MONDAY), *[Place(SATURDAY_AT_TEN, held=True)] * 3]


def test_the_question_of_the_week_and_asking_once_more_are_always_in_time():
    full = placed(FOUR, MONDAY, MONDAY, MONDAY)
    question = FOUR.place(day(6.3), full, timely=True)
    again = FOUR.place(day(6.4), [*full, question], timely=True)
    assert [question, again] == [Place(day(6.3), timely=True), Place(day(6.4), timely=True)]


def test_a_third_question_of_a_week_is_a_letter_like_any_other():
    asked = [Place(MONDAY, timely=True)] * 2
    assert FOUR.place(day(3), asked, timely=True) == Place(day(3), timely=True)
    third = [*asked, Place(day(3), timely=True)]
    assert FOUR.place(day(4), third, timely=True) == Place(SATURDAY_AT_TEN, held=True)


def test_the_places_of_the_question_are_kept_when_it_is_not_asked_yet():
    assert placed(FOUR, MONDAY, day(1))[1].held
    assert not placed(replace(FOUR, letters_a_week=5), MONDAY, day(1))[1].held


def test_what_is_due_after_saturday_at_ten_is_told_when_it_is_due():
    sunday = day(6.3)
    assert placed(FOUR, MONDAY, sunday)[1] == Place(sunday, held=True)


def test_when_the_last_letter_of_the_week_has_gone_the_next_one_waits_for_monday():
    gone = [Place(MONDAY), Place(SATURDAY_AT_TEN)]
    assert FOUR.place(day(6.3), gone) == Place(NEXT_MONDAY_AT_EIGHT)


def test_nothing_is_told_before_it_is_due():
    held = [Place(MONDAY), Place(SATURDAY_AT_TEN, held=True)]
    assert FOUR.place(day(6.3), held) == Place(NEXT_MONDAY_AT_EIGHT)


def test_where_a_letter_was_taken_back_there_is_room_again():
    assert FOUR.place(day(3), [Place(SATURDAY_AT_TEN, held=True)]) == Place(day(3))


@pytest.mark.parametrize("timely", [False, True])
def test_who_may_get_one_letter_a_week_gets_all_of_them_together(timely):
    one = replace(FOUR, letters_a_week=1)
    first = one.place(MONDAY, [], timely=timely)
    assert {first, one.place(day(2), [first])} == {Place(SATURDAY_AT_TEN, held=True)}


def test_who_may_get_two_gets_the_question_and_all_others_together():
    two = replace(FOUR, letters_a_week=2)
    question = two.place(MONDAY, [], timely=True)
    assert question == Place(MONDAY, timely=True)
    assert two.place(day(1), [question], timely=True) == Place(SATURDAY_AT_TEN, held=True)


def test_a_saturday_that_is_a_holiday_gives_way_to_the_sunday():
    week_of_assumption = [datetime(2026, 8, 10, 9, tzinfo=UTC)] * 2
    sunday_at_ten = datetime(2026, 8, 16, 8, tzinfo=UTC)
    assert placed(FOUR, *week_of_assumption)[1] == Place(sunday_at_ten, held=True)


def test_where_the_sunday_is_quiet_too_it_is_a_matter_of_next_week():
    quiet = replace(FOUR, quiet=replace(FOUR.quiet, sundays=True))
    week_of_assumption = [datetime(2026, 8, 10, 9, tzinfo=UTC)] * 2
    assert placed(quiet, *week_of_assumption)[1] == Place(datetime(2026, 8, 17, 6, tzinfo=UTC))


def test_what_has_no_room_in_the_last_letter_comes_with_that_of_next_week():
    assert FOUR.next_together(SATURDAY_AT_TEN) == SATURDAY_AT_TEN + timedelta(days=7)


@pytest.mark.parametrize(("around", "hours"), [("2026-03-26", 167), ("2026-10-22", 169)])
def test_a_week_is_from_monday_to_monday_on_the_wall(around, hours):
    moment = datetime.fromisoformat(around).replace(tzinfo=UTC)
    begin = FOUR.begin_of_week(moment)
    following = FOUR.begin_of_week(moment + timedelta(days=7))
    assert following - begin == timedelta(hours=hours)


def letters_by_week(budget: Budget, places: list[Place]) -> Counter[datetime]:
    """How many letters somebody gets: what is held for one moment is one letter."""
    told = [one.due for one in places if not one.held]
    told += {one.due for one in places if one.held}
    return Counter(budget.begin_of_week(one) for one in told)


quiets = st.builds(QuietHours, st.just(time(21)), st.just(time(8)), st.booleans(), st.booleans())
budgets = st.builds(Budget, st.integers(1, 6), quiets, st.just(BRUSSELS))
# Minutes from one letter to the next, over a year: mostly hours, at times days; and its kind.
letters = st.tuples(st.integers(0, 3000) | st.integers(0, 60), st.booleans())
pauses = st.lists(letters, min_size=150, max_size=400)


@examples(few=8, many=500)
@given(budgets, pauses)
def test_in_a_year_nobody_gets_more_than_the_budget_and_nothing_comes_early_or_at_night(
    budget, pauses
):
    due, places = MONDAY, []
    for minutes, timely in pauses:
        due += timedelta(minutes=minutes)
        fair = fair_from(due, budget.quiet, BRUSSELS)
        places.append(budget.place(fair, places, timely=timely))
        assert places[-1].due >= fair
        wall = places[-1].due.astimezone(BRUSSELS)
        assert not is_quiet(wall.time(), time(21), time(8))
        assert not is_quiet_day(wall.date(), budget.quiet)
    assert max(letters_by_week(budget, places).values()) <= budget.letters_a_week


@examples(few=8, many=500)
@given(budgets, pauses, st.randoms())
def test_nor_does_anybody_when_letters_are_planned_in_any_order(budget, pauses, chance):
    due = [(MONDAY + timedelta(minutes=20 * minutes), timely) for minutes, timely in pauses]
    chance.shuffle(due)
    places: list[Place] = []
    for moment, timely in due:
        fair = fair_from(moment, budget.quiet, BRUSSELS)
        places.append(budget.place(fair, places, timely=timely))
    assert max(letters_by_week(budget, places).values()) <= budget.letters_a_week


@examples(few=8, many=500)
@given(budgets.filter(lambda one: one.letters_a_week > 2), pauses)
def test_a_question_a_week_and_one_more_time_are_never_late_whatever_else_there_is(budget, pauses):
    places, due, asked = list[Place](), MONDAY, Counter[datetime]()
    for minutes, timely in pauses:
        due += timedelta(minutes=minutes)
        week = budget.begin_of_week(due)
        is_question = timely and asked[week] < 2
        asked[week] += is_question
        places.append(budget.place(due, places, timely=is_question))
        assert not is_question or places[-1] == Place(due, timely=True)
