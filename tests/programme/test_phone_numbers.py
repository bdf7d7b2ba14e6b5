"""Phone numbers as people write and share them."""

import pytest

from bot.programme.phone_numbers import (
    looks_like_a_number,
    read_number,
    read_shared,
    shown_number,
)

READ = [
    ("0470 12 34 56", "+32470123456"),
    ("0470/12.34.56", "+32470123456"),
    ("+32 (0)470 12 34 56", "+32470123456"),
    ("0032470123456", "+32470123456"),
    ("+33 6 12 34 56 78", "+33612345678"),
    ("02 201 02 00", "+3222010200"),
    ("112", None),
    ("0470 12 34 5", None),
    ("call me", None),
]


@pytest.mark.parametrize(("text", "number"), READ)
def test_a_number_is_read_as_people_write_it(text, number):
    assert read_number(text) == number


def test_telegram_leaves_out_the_plus_and_we_do_not_mind():
    assert read_shared("32470123456") == read_shared("+32470123456") == "+32470123456"
    assert read_shared("0470123456") is None


@pytest.mark.parametrize("text", ["1999", "14:30", "Kerkstraat 3, 9000 Gent", "call 112", "24/11"])
def test_other_words_are_no_number(text):
    assert not looks_like_a_number(text)


@pytest.mark.parametrize("text", [text for text, number in READ if number])
def test_a_number_looks_like_one(text):
    assert looks_like_a_number(text)


def test_a_number_is_shown_in_groups_for_whoever_dials_from_wherever():
    assert shown_number("+32470123456") == "+32 470 12 34 56"
