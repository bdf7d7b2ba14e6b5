"""What people write to the question whether a coach may call."""

import pytest

from bot.programme.danger.answers import MayCall
from bot.programme.danger.spoken_answers import answer_in_words


@pytest.mark.parametrize(
    "said",
    [
        "yes please call me", "can i talk to a real person please", "ja", "Ja graag!", "oui",
        "oui, appelle-moi", "bel mij aub", "ok", "yes I am all alone",
        "je veux parler à quelqu'un",
        "ik wil met iemand praten", "d'accord", "I want to talk to somebody",
    ],
)  # fmt: skip
def test_who_says_yes_or_wants_to_talk_to_a_person_may_be_called(said):
    assert answer_in_words(said) is MayCall.YES


@pytest.mark.parametrize(
    "said", ["no", "nee bedankt", "non merci", "not now", "please don't call"]
)
def test_who_says_no_is_not_called(said):
    assert answer_in_words(said) is MayCall.NOT_NOW


@pytest.mark.parametrize(
    "said", ["nee dat was een grapje", "no I am fine", "non, tout va bien", "nee alles is goed"]
)
def test_who_says_that_nothing_is_wrong_is_fine(said):
    assert answer_in_words(said) is MayCall.FINE


@pytest.mark.parametrize(
    "said", ["", "Amina", "1999", "nobody cares", "non je suis seule ici", "oui ça va", "merci"]
)
def test_what_is_no_answer_is_left_to_others(said):
    assert answer_in_words(said) is None
