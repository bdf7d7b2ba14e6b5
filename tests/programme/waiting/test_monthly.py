"""Who waits is asked once a month, twice in vain at the most, and then a coach calls."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis.strategies import booleans, lists, sampled_from

from bot.programme.people import Role
from bot.programme.road import Place
from bot.programme.waiting.monthly import (
    A_MONTH,
    MOST_UNANSWERED,
    NOT_ASKED,
    Plan,
    following,
    heard,
    is_asked,
    is_for_coach,
    is_unheard,
    on_arrival,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
A_DAY = timedelta(days=1)


def test_mentees_are_asked_once_they_can_be_matched_and_mentors_in_the_training_too():
    asked = {(role, place) for role in Role for place in Place if is_asked(role, place)}
    ready, training = Place.READY, Place.TRAINING
    assert asked == {(Role.MENTEE, ready), (Role.MENTOR, ready), (Role.MENTOR, training)}
    assert not is_asked(None, Place.READY)
    assert not is_asked(Role.MENTEE, None)


@given(sampled_from(Role), sampled_from([*Place, None]))
def test_the_first_question_comes_a_month_after_somebody_came_there(role, place):
    plan = on_arrival(role, place, NOW)
    assert plan == (Plan(NOW + A_MONTH, 0) if is_asked(role, place) else NOT_ASKED)
    assert not is_unheard(plan)


@given(lists(booleans(), max_size=40))
def test_nobody_is_asked_twice_a_month_nor_a_third_time_after_two_in_vain(answers):
    plan, asked_at, in_vain = heard(NOW), [], 0
    for answered in answers:
        if plan.ask_at is None:
            break
        moment = plan.ask_at
        if not is_for_coach(plan.unanswered):
            asked_at.append(moment)
        plan = heard(moment + A_DAY) if answered else following(plan.unanswered, moment)
        in_vain = 0 if answered else in_vain + 1
    assert is_unheard(plan) == (in_vain > MOST_UNANSWERED)
    assert all(later - sooner >= A_MONTH for sooner, later in pairwise(asked_at))


def test_who_never_answers_is_asked_twice_and_then_called():
    plan, calls = heard(NOW), []
    while plan.ask_at:
        calls.append(is_for_coach(plan.unanswered))
        plan = following(plan.unanswered, plan.ask_at)
    assert calls == [False, False, True]
    assert is_unheard(plan)
