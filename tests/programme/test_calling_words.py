"""A coach is called in any words, and who only speaks of one calls nobody."""

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from bot.programme.calling import LONGEST_READ, wants_coach
from bot.programme.intents import Intent
from bot.programme.plain_words import understand

SENTENCES = Path(__file__).parent / "calling"
LANGUAGES = ("nl", "fr", "en")


def sentences(language: str, kind: str) -> list[str]:
    return (SENTENCES / f"{language}_{kind}.txt").read_text(encoding="utf-8").splitlines()


def calls(said: str) -> bool:
    """Heard as a whole message, or by the rule."""
    return understand(said) is Intent.COACH or wants_coach(said)


ASKS = [one for language in LANGUAGES for one in sentences(language, "asks")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_asks_for_a_coach_in_words_of_their_own_is_heard(language):
    asked = sentences(language, "asks")
    assert len(asked) >= 60
    assert [said for said in asked if not calls(said)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_tells_of_a_coach_or_wants_somebody_else_calls_nobody(language):
    told = sentences(language, "tells")
    assert len(told) >= 60
    assert [said for said in told if calls(said)] == []


@settings(max_examples=60)
@given(
    st.sampled_from([one for one in ASKS if wants_coach(one)]),
    st.sampled_from(["{}!!", "Hello. {}", "Ik ben ziek. {} Merci.", "  {}  ", "{}\nmijn huis"]),
    st.sampled_from([str, str.upper, str.capitalize]),
)
def test_capitals_marks_and_what_stands_around_change_nothing(said, around, spelled):
    assert wants_coach(around.format(spelled(said)))


@settings(max_examples=60)
@given(st.text(max_size=2 * LONGEST_READ))
def test_any_text_is_read_without_failing(text):
    assert wants_coach(text) in {True, False}
