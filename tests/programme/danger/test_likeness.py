"""What no list hears may still be like the sentences that were learnt from."""

from array import array
from dataclasses import replace

import pytest

from bot.programme.danger import hear_danger
from bot.programme.danger.likeness import (
    FILE,
    Ear,
    Likeness,
    in_bytes,
    likeness_of,
    pack,
    unpack,
)
from bot.programme.danger.reading import NEEDS_OF_DANGER, without_harmless
from bot.programme.danger.score import Label
from bot.programme.danger.traits import traits_of
from bot.programme.danger.wording import written_words
from bot.programme.needs.weights import ZERO, rarity
from tools.learn_danger import Lesson, digest, learnt, lessons

LARGEST_FILE = 1_500_000  # bytes


@pytest.fixture
def small() -> Likeness:
    """Two features, of which the second speaks for danger, and no less for saying it directly."""
    weights = bytes([ZERO - 20, ZERO + 100])
    ears = Ear(0.5, -1.0, weights), Ear(1.0, -2.0, weights)
    return Likeness("said", 10, array("I", [7, 2**32 - 1]), array("H", [3, 1]), ears)


def test_it_was_learnt_from_the_sentences_that_are_here():
    mend = "The sentences have changed; say `make danger`."
    assert unpack(FILE.read_bytes()).examples == digest(lessons()), mend


def test_its_file_is_small_and_is_read_as_it_was_written(small: Likeness):
    assert FILE.stat().st_size < LARGEST_FILE
    assert unpack(pack(small)) == small


def test_a_feature_speaks_for_danger_and_new_words_make_it_less_sure(small: Likeness):
    danger, direct = small.scores({2**32 - 1})
    assert danger == pytest.approx(-1 + 100 * 0.5 / rarity(1, 10))
    assert direct == pytest.approx(-2 + 100 / rarity(1, 10))
    assert -1 < small.scores({2**32 - 1, 8, 9})[0] < danger
    assert small.scores({8, 9}) == small.scores(()) == [-1, -2]


def test_the_largest_worth_fills_its_byte():
    assert in_bytes([-2.0, 0.0, 1.0]) == (bytes([ZERO - 127, ZERO, ZERO + 64]), 2 / 127)


def test_sentences_that_can_be_told_apart_are_told_apart_the_same_way_each_time():
    some = [
        Lesson("the rope in the shed", Label.DIRECT),
        Lesson("tea at noon", Label.BENIGN),
        Lesson("she is afraid of him", None),
    ]
    one, again = learnt(some * 3), learnt(some * 3)
    assert one == again
    assert digest([replace(some[0], label=Label.INDIRECT)]) != digest(some[:1])


def test_who_hides_her_arms_is_more_like_danger_than_who_comes_at_noon():
    danger, _ = likeness_of(written_words("she hides her arms and is afraid of her husband"))
    noon, _ = likeness_of(written_words("see you at noon with the papers of the course"))
    assert danger > noon


def test_what_is_said_directly_is_told_from_what_is_not():
    _, direct = likeness_of(written_words("i want to kill myself tonight"))
    _, other = likeness_of(written_words("my mentee seems so sad since her mother died"))
    assert direct > other


def test_harmless_words_are_not_listened_to():
    assert without_harmless("Ik ben doodmoe, tot morgen") == ["ik", "ben", "tot", "morgen"]


def test_kindred_words_of_two_languages_share_traits():
    dutch, french = (
        traits_of(written_words("mijn vader slaat")),
        traits_of(written_words("mon pere frappe")),
    )
    tea = traits_of(written_words("thee om 12 uur"))
    assert len(dutch & french) >= 6
    assert not dutch & tea
    assert traits_of([]) == traits_of([])


@pytest.mark.parametrize(
    "said",
    ["zum zum zum zum zum", "qqqq wwww xxxx zzzz vvvv"],
)
def test_words_of_no_language_are_like_nothing(said):
    assert hear_danger(said) is None


def test_what_is_only_like_danger_is_asked_about_and_never_at_once(monkeypatch):
    monkeypatch.setattr("bot.programme.danger.reading.likeness_of", lambda _: (1.0, -1.0))
    heard = hear_danger("vier gewone woorden over thee")
    assert heard is not None
    assert not heard.is_direct
    assert heard.need in NEEDS_OF_DANGER
    assert hear_danger("twee woorden") is None


def test_what_is_like_something_said_directly_is_brought_to_a_coach_at_once(monkeypatch):
    monkeypatch.setattr("bot.programme.danger.reading.likeness_of", lambda _: (0.1, 1.0))
    heard = hear_danger("vier gewone woorden over thee")
    assert heard is not None
    assert heard.is_direct


@pytest.mark.parametrize(("likeness", "is_heard"), [((-1.0, 1.0), False), ((0.1, 0.2), True)])
def test_what_no_list_hears_brings_no_coach_unless_the_ears_are_far_surer(
    monkeypatch, likeness, is_heard
):
    monkeypatch.setattr("bot.programme.danger.reading.likeness_of", lambda _: likeness)
    heard = hear_danger("vier gewone woorden over thee")
    assert (heard is not None) is is_heard
    assert heard is None or not heard.is_direct


def test_what_a_list_hears_is_left_alone_where_it_is_much_like_what_is_harmless(monkeypatch):
    monkeypatch.setattr("bot.programme.danger.reading.likeness_of", lambda _: (-1.0, -2.0))
    assert hear_danger("mijn man slaat mij") is not None, "a short cry is heard"
    assert (
        hear_danger("mijn man slaat mij met schaken, en dat doet hij al jaren met plezier") is None
    )
