"""A slip of the thumb in the name of a day or a month is forgiven where it leaves no doubt."""

import pytest

from bot.programme.when.lexicon import lexicon
from bot.programme.when.spelling import Speller


@pytest.mark.parametrize(
    ("language", "word", "sign"),
    [
        ("nl", "donderdga", "w3"),
        ("nl", "woesdag", "w2"),
        ("nl", "dinsdagg", "w1"),
        ("nl", "septmber", "mo9"),
        ("nl", "overmorge", "r2"),
        ("fr", "mecredi", "w2"),
        ("fr", "vendredis", "w4"),
        ("en", "wednsday", "w2"),
        ("en", "tommorow", "r1"),
        ("nl", "mogen", None),
        ("fr", "mari", None),
        ("fr", "manche", None),
        ("en", "thirsty", None),
        ("en", "dayday", None),
        ("nl", "zondagsrust", None),
    ],
)
def test_a_slip_is_read_and_another_word_is_not(language: str, word: str, sign: str | None):
    assert lexicon(language).speller.guess(word) == sign


def test_a_word_between_two_names_is_neither():
    speller = Speller({"banana": "w0", "bananb": "w1"})
    assert speller.guess("bananc") is None
    assert speller.guess("banana") == "w0"
