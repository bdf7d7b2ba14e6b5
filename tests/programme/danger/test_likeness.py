"""What no list hears may still be like the sentences that were learnt from."""

from array import array

import pytest

from bot.programme.danger import hear_danger
from bot.programme.danger.likeness import FILE, Likeness, in_bytes, likeness_of, pack, unpack
from bot.programme.danger.reading import NEEDS_OF_DANGER, without_harmless
from bot.programme.needs.weights import ZERO, rarity
from tools.learn_danger import Lesson, digest, learnt, lessons

LARGEST_FILE = 400_000  # bytes


@pytest.fixture
def small() -> Likeness:
    """Two features, of which the second speaks for danger."""
    weights = bytes([ZERO - 20, ZERO + 100])
    return Likeness("said", 10, 0.5, -1.0, array("I", [7, 2**32 - 1]), array("H", [3, 1]), weights)


def test_it_was_learnt_from_the_sentences_that_are_here():
    mend = "The sentences have changed; say `make danger`."
    assert unpack(FILE.read_bytes()).examples == digest(lessons()), mend


def test_its_file_is_small_and_is_read_as_it_was_written(small: Likeness):
    assert FILE.stat().st_size < LARGEST_FILE
    assert unpack(pack(small)) == small


def test_a_feature_speaks_for_danger_and_new_words_make_it_less_sure(small: Likeness):
    assert small.score({2**32 - 1}) == pytest.approx(-1 + 100 * 0.5 / rarity(1, 10))
    assert -1 < small.score({2**32 - 1, 8, 9}) < small.score({2**32 - 1})
    assert small.score({8, 9}) == small.score(()) == -1


def test_the_largest_worth_fills_its_byte():
    assert in_bytes([-2.0, 0.0, 1.0]) == (bytes([ZERO - 127, ZERO, ZERO + 64]), 2 / 127)


def test_sentences_that_can_be_told_apart_are_told_apart_the_same_way_each_time():
    some = [Lesson("the rope in the shed", is_danger=True), Lesson("tea at noon", is_danger=False)]
    one, again = learnt(some * 3), learnt(some * 3)
    assert one == again
    assert likeness_of("she hides her arms and is afraid of her husband") > likeness_of(
        "see you at noon with the papers of the course"
    )


def test_harmless_words_are_not_listened_to():
    assert without_harmless("Ik ben doodmoe, tot morgen") == "ik ben tot morgen"


@pytest.mark.parametrize(
    "said",
    ["zum zum zum zum zum", "qqqq wwww xxxx zzzz vvvv"],
)
def test_words_of_no_language_are_like_nothing(said):
    assert hear_danger(said) is None


def test_what_is_only_like_danger_is_asked_about_and_never_at_once(monkeypatch):
    monkeypatch.setattr("bot.programme.danger.reading.likeness_of", lambda _: 1.0)
    heard = hear_danger("vier gewone woorden over thee")
    assert heard is not None
    assert not heard.is_direct
    assert heard.need in NEEDS_OF_DANGER
    assert hear_danger("drie gewone woorden") is None
