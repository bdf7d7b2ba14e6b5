"""Who may hear of a call for a coach, what is asked about it, and what somebody hears of."""

import pytest
from hypothesis import given, strategies as st

from bot.programme.cases import About, Reason, Urgency, WhoMayKnow
from bot.programme.check_ins import Week, differs_twice
from bot.programme.how_it_goes import is_hard_twice
from bot.programme.people import Role
from bot.programme.requests import (
    URGENCIES,
    Asks,
    after,
    is_asked_more,
    is_known_to_person,
    may_end,
    who_may_know,
)


@given(st.sampled_from(About) | st.none(), st.sampled_from(Role) | st.none(), st.booleans())
def test_the_coach_may_always_know_and_comes_first(about, role, in_duo):
    offered = who_may_know(about, role, in_duo=in_duo)
    assert offered[:2] == (WhoMayKnow.COACH, WhoMayKnow.TEAM)


@given(st.sampled_from(Role) | st.none(), st.booleans())
def test_no_mentor_ever_hears_of_health_nor_of_what_is_said_of_the_mentor(role, in_duo):
    for about in (About.HEALTH, About.PARTNER, None):
        assert WhoMayKnow.MENTOR_TOO not in who_may_know(about, role, in_duo=in_duo)


@pytest.mark.parametrize(
    ("role", "in_duo", "offered"),
    [(Role.MENTEE, True, True), (Role.MENTEE, False, False), (Role.MENTOR, True, False)],
)
def test_only_a_mentee_with_a_mentor_can_let_the_mentor_know(role, in_duo, offered):
    assert (WhoMayKnow.MENTOR_TOO in who_may_know(About.WORK, role, in_duo=in_duo)) is offered


def test_three_small_questions_are_asked_one_after_the_other():
    assert after(Asks.ABOUT) is Asks.URGENCY
    assert after(Asks.URGENCY) is Asks.AUDIENCE
    assert after(Asks.AUDIENCE) is None


def test_nobody_chooses_the_urgency_of_danger():
    assert Urgency.NOW not in URGENCIES


@pytest.mark.parametrize("reason", [Reason.SILENT, Reason.NO_MEETINGS, Reason.DIFFERS])
def test_of_what_only_a_coach_sees_the_person_hears_nothing(reason):
    assert not is_known_to_person(reason)
    assert not may_end(reason)


def test_who_asked_may_end_it_but_a_danger_ends_only_after_a_talk():
    assert may_end(Reason.ASKED)
    assert is_known_to_person(Reason.DANGER)
    assert not may_end(Reason.DANGER)


@pytest.mark.parametrize(
    ("newest_first", "hard"),
    [([], False), ([1], False), ([2, 1], True), ([1, 3], False), ([3, 1, 1], False),
     ([2, 2, 5], True)],
)  # fmt: skip
def test_hard_twice_are_the_last_two_answers_of_the_lowest_steps(newest_first, hard):
    assert is_hard_twice(newest_first) is hard


@pytest.mark.parametrize(
    ("latest_first", "twice"),
    [
        ([Week.DIFFERS], False),
        ([Week.DIFFERS, Week.DIFFERS], True),
        ([Week.DIFFERS, Week.PAUSED, Week.MISSED_BY_US, Week.DIFFERS], True),
        ([Week.DIFFERS, Week.MET, Week.DIFFERS], False),
        ([Week.MET, Week.DIFFERS, Week.DIFFERS], False),
    ],
)
def test_two_differ_twice_when_no_week_between_says_otherwise(latest_first, twice):
    assert differs_twice(latest_first) is twice


def test_only_who_called_by_themselves_is_asked_more():
    assert is_asked_more(Reason.ASKED)
    assert not is_asked_more(Reason.DANGER)
