"""The codes of the staff: what is one, which moment it is of, and how long wrong ones rest."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from bot.programme.second_factor import (
    BLOCKS,
    CODES,
    FRESH_FOR,
    LETTERS,
    LONGEST_CODE,
    PASSES_FOR,
    SECONDS_A_STEP,
    Attempt,
    Typed,
    as_written,
    blocked_for,
    is_fresh,
    read_attempt,
    recovery_codes,
    step_at,
    step_of,
)

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("123456", Typed.CODE, "123456"),
        (" 123 456 ", Typed.CODE, "123456"),
        ("123-456", Typed.CODE, "123456"),
        ("123\u00a0456.", Typed.CODE, "123456"),
        ("١٢٣٤٥٦", Typed.CODE, "123456"),
        ("12345", Typed.NO_CODE, "12345"),
        ("1234567", Typed.NO_CODE, "1234567"),
        ("2345a-6789b", Typed.RECOVERY, "2345a6789b"),
        ("2345A 6789B", Typed.RECOVERY, "2345a6789b"),
    ],
)
def test_a_code_is_read_as_people_type_it(text, kind, code):
    assert read_attempt(text) == Attempt(kind, code)


@pytest.mark.parametrize(
    "text", ["", " ", "hello", "samenkomst", "kom om 12u30", "2345a-6789", "1o1l1-i0vu0", "-", "½"]
)
def test_words_and_other_things_are_no_codes(text):
    assert read_attempt(text) is None


def test_ten_codes_for_paper_are_each_read_as_one():
    codes = recovery_codes()
    assert len(set(codes)) == CODES
    assert all(set(one) <= set(LETTERS) for one in codes)
    assert [read_attempt(as_written(one)) for one in codes] == [
        Attempt(Typed.RECOVERY, one) for one in codes
    ]
    assert not set(codes) & set(recovery_codes())


def test_ten_letters_without_a_digit_are_drawn_again(monkeypatch):
    drawn = itertools.chain("a" * LONGEST_CODE, itertools.cycle(LETTERS))
    monkeypatch.setattr("bot.programme.second_factor.secrets.choice", lambda _: next(drawn))
    codes = recovery_codes()
    assert len(codes) == len(set(codes)) == 10
    assert "a" * LONGEST_CODE not in codes


def number_of(step):
    return f"{step % 1_000_000:06}"


@given(st.integers(-200, 200))
@settings(max_examples=60)
def test_a_code_counts_at_its_moment_and_half_a_minute_around_it(seconds_late):
    made = step_at(NOON)
    found = step_of(number_of(made), NOON + timedelta(seconds=seconds_late), number_of)
    steps_late = (int(NOON.timestamp()) + seconds_late) // SECONDS_A_STEP - made
    assert found == (made if abs(steps_late) <= 1 else None)


def test_five_wrong_codes_rest_a_quarter_and_more_of_them_ever_longer():
    assert [blocked_for(one) for one in range(5)] == [None] * 5
    assert blocked_for(5) == timedelta(minutes=15)
    assert blocked_for(6) is None
    assert [blocked_for(one) for one in (5, 10, 15, 20, 25, 500)] == [
        *BLOCKS,
        BLOCKS[-1],
        BLOCKS[-1],
    ]


def test_a_thief_who_tries_for_a_year_has_hardly_a_chance():
    """At best five codes a round, each right with three in a million."""
    tries, left, rounds = 0, timedelta(days=365), 0
    while left > timedelta():
        rounds, tries = rounds + 1, tries + 5
        left -= blocked_for(5 * rounds)
    assert tries * 3 / 1_000_000 < 0.01


def test_only_who_gave_a_code_just_now_may_move_the_codes():
    assert not is_fresh(None, NOON)
    assert is_fresh(NOON + PASSES_FOR, NOON)
    assert is_fresh(NOON + PASSES_FOR, NOON + FRESH_FOR - timedelta(seconds=1))
    assert not is_fresh(NOON + PASSES_FOR, NOON + FRESH_FOR)
