"""What a sentence is made of: forgiving about spelling, and never much work."""

import pytest
from hypothesis import given, strategies as st

from bot.programme.needs.features import LONGEST_TEXT, features_of, words_of
from tests.profiles import examples

# A letter begins at most two groups; a word and its neighbour count for the space around it.
MOST_FEATURES = 2 * LONGEST_TEXT + 2
ANY_TEXT = st.text(max_size=4096) | st.sampled_from(
    ["😀" * 4096, "x" * 4096, "مرحبا " * 600, "\ufdfa" * 4096, "a b " * 1024, "\0" * 4096]
)


@given(ANY_TEXT)
@examples(few=60)
def test_no_text_costs_more_than_its_first_400_letters(text: str):
    found = features_of(text)
    assert len(found) <= MOST_FEATURES
    assert all(0 <= feature < 2**32 for feature in found)


def test_an_ordinary_sentence_has_about_a_hundred_features():
    assert 60 < len(features_of("Mijn huisbaas zet me volgende week buiten, wat nu?")) < 120


@pytest.mark.parametrize("text", ["", "   ", "😀👍", "?!", "\0"])
def test_what_holds_no_word_has_no_feature(text: str):
    assert features_of(text) == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HEEEELP!!!", "help"),
        ("Écoute, j'ai perdu ma carte", "ecoute j ai perdu ma carte"),
        ("pâté", "PATE"),
    ],
)
def test_capitals_accents_and_drawn_out_letters_change_nothing(one: str, other: str):
    assert features_of(one) == features_of(other)


def test_a_compound_shares_features_with_its_parts():
    parts = features_of("huur") | features_of("waarborg")
    assert len(features_of("huurwaarborg") & parts) > len(parts) / 2


def test_a_number_stands_among_its_neighbours_as_any_number():
    assert words_of("bel 112") == ["bel", "112"]
    shared = features_of("bel 112") & features_of("bel 1733")
    assert shared == features_of("bel 112") - features_of("112") | shared
    assert features_of("bel 112") != features_of("bel 1733")
