"""What only sounds like danger is answered with no line to call."""

import pytest

from bot.programme.danger import hear_danger, needs_meant


@pytest.mark.parametrize("said", ["ik schrik me dood", "mijn telefoon is dood"])
def test_an_idiom_names_no_need(said):
    assert needs_meant(said) == ()


@pytest.mark.parametrize("said", ["ik slaap slecht", "je dors mal", "ik kan niet slapen"])
def test_who_sleeps_badly_is_shown_a_doctor_and_not_a_roof(said):
    assert needs_meant(said)[0] == "health.gp"


@pytest.mark.parametrize(
    ("said", "need"),
    [
        ("ik heb niet gegeten 3 dagen", "food.meal"), ("i have not eaten for 3 days", "food.meal"),
        ("je n'ai pas de lit", "housing.tonight"), ("I want to die", "crisis.suicide"),
    ],
)  # fmt: skip
def test_what_is_meant_is_named(said, need):
    assert needs_meant(said)[0] == need


def test_who_says_nothing_names_nothing():
    assert needs_meant("") == ()


@pytest.mark.parametrize(
    "said",
    ["ik weet niet", "je sais pas trop", "I don't know", "geen idee", "I am not sure"],
)
def test_who_does_not_know_an_answer_is_in_no_danger(said):
    assert hear_danger(said) is None


def test_who_does_not_know_any_more_is_listened_to():
    assert hear_danger("ik weet het niet meer") is not None
    assert hear_danger("je sais pas quoi faire") is not None
    assert hear_danger("I don't know, he beats me") is not None
