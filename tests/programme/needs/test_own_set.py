"""How well the search does on sentences that it has not learnt from and was not chosen by."""

from pathlib import Path

import pytest

from bot.programme.languages import LANGUAGES
from bot.programme.needs import NEEDS, find_needs, read_needs
from bot.programme.needs.score import Question, Score, read_questions, score
from tools.need_examples import read_examples

FILE = Path(__file__).parents[3] / "bot" / "directory" / "own_set.json"
FEWEST_A_LANGUAGE = 100

# Among three, in a message out of the blue, which has to be clear enough to count at all.
FLOOR = {"nl": 0.95, "fr": 0.91, "en": 0.90}
# Among three, when somebody was asked what they look for.
FLOOR_WHEN_ASKED = {"nl": 0.97, "fr": 0.95, "en": 0.94}
# Of the messages that name no need.
MOST_FALSE_HITS = 0.08


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return read_questions(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def result(questions: tuple[Question, ...]) -> Score:
    return score(questions, find_needs)


def test_the_set_is_large_and_asks_for_every_need(result: Score):
    assert set(result.needs) == set(NEEDS)
    for language in LANGUAGES:
        assert result.languages[language].asked >= FEWEST_A_LANGUAGE


def test_hardly_a_question_stands_among_the_examples(questions: tuple[Question, ...]):
    """People who know nothing of each other do write the same short sentence now and then."""
    learnt = {one.text.casefold() for one in read_examples()}
    asked = [one.text for one in questions if one.accept and one.text.casefold() in learnt]
    assert len(asked) <= len(questions) // 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_need_is_among_the_first_three(result: Score, language: str):
    tally = result.languages[language]
    assert tally.among / tally.asked >= FLOOR[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_was_asked_finds_it_more_often_still(questions: tuple[Question, ...], language: str):
    tally = score(questions, lambda text: read_needs(text).codes).languages[language]
    assert tally.among / tally.asked >= FLOOR_WHEN_ASKED[language]


def test_help_that_nobody_asked_for_is_rare(result: Score):
    silence = result.silences["all"]
    assert silence.found / silence.asked <= MOST_FALSE_HITS
