"""Silence asks less, not more."""

from datetime import UTC, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.programme.answering import Size
from bot.programme.silence import ANSWERS_COUNTED, Asking, asking, best_hour

BRUSSELS, KABUL = ZoneInfo("Europe/Brussels"), ZoneInfo("Asia/Kabul")
SIX = time(18)


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("silent_weeks", "expected"),
    [
        (0, Asking(Size.FULL, reminders=1)),
        (1, Asking(Size.SHORT, reminders=0)),
        (2, Asking(None, reminders=0)),
        (3, Asking(None, reminders=0)),
    ],
)
def test_first_in_full_and_once_more_then_shortly_then_not_at_all(silent_weeks, expected):
    assert asking(silent_weeks) == expected


def test_at_most_two_letters_then_one_then_none():
    assert [asking(silent_weeks).letters for silent_weeks in range(4)] == [2, 1, 0, 0]


@given(st.integers(0, 200), st.integers(0, 200))
def test_who_is_silent_longer_never_gets_more_letters(some_weeks, more_weeks):
    assert asking(some_weeks + more_weeks).letters <= asking(some_weeks).letters


def letters_of(answers):
    """How many letters each week brings to who answers in some weeks, and not in others."""
    silent, letters = 0, []
    for answered in answers:
        letters.append(asking(silent).letters)
        silent = 0 if answered else silent + 1
    return letters


@given(st.lists(st.booleans(), max_size=60))
def test_letters_become_fewer_from_week_to_week_until_there_is_an_answer(answers):
    told = letters_of(answers)
    for (before, after), answered in zip(pairwise(told), answers, strict=False):
        assert answered or after <= before
    assert max(told, default=0) <= 2


@given(st.lists(st.booleans(), min_size=1, max_size=60), st.data())
def test_one_more_silent_week_never_brings_more_letters_in_all(answers, data):
    week = data.draw(st.integers(0, len(answers) - 1))
    quieter = [answered and place != week for place, answered in enumerate(answers)]
    assert sum(letters_of(quieter)) <= sum(letters_of(answers))


def test_who_never_answered_is_called_at_the_hour_of_their_question():
    assert best_hour([], BRUSSELS, SIX) == SIX


def test_who_usually_answers_at_nine_is_called_at_nine():
    answered = [utc("2026-03-16 18:40"), utc("2026-03-09 08:05"), utc("2026-03-02 08:50")]
    assert best_hour(answered, BRUSSELS, SIX) == time(9)


def test_the_hour_is_the_one_on_the_wall_where_they_live_and_in_summer_too():
    answered = [utc("2026-07-05 07:30"), utc("2026-03-09 08:05")]
    assert best_hour(answered, BRUSSELS, SIX) == time(9)
    assert best_hour(answered[:1], KABUL, SIX) == time(12)


def test_of_two_hours_the_later_answer_counts():
    answered = [utc("2026-03-16 18:40"), utc("2026-03-09 08:05")]
    assert best_hour(answered, BRUSSELS, SIX) == time(19)


def test_what_was_usual_long_ago_is_not_counted():
    lately = [utc("2026-03-16 18:40")] * ANSWERS_COUNTED
    long_ago = [utc("2025-03-09 08:05")] * (ANSWERS_COUNTED + 1)
    assert best_hour([*lately, *long_ago], BRUSSELS, SIX) == time(19)
