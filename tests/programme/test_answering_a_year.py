"""A year of birth is taken as one, though towns have such numbers too."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from bot.actions.answering import cries_out, fits, may_answer
from bot.programme.registration import Question
from bot.settings import load_programme

ASKED = datetime(2026, 3, 8, 10, tzinfo=UTC)
TALK: Any = SimpleNamespace(programme=load_programme("mentor2work"), now=ASKED)


@pytest.mark.parametrize("written", ["{}", " {}. ", "01/02/{}"])
def test_every_year_of_the_young_is_an_answer(written):
    for year in range(1990, 2010):
        said = written.format(year)
        assert may_answer(TALK, Question.YEAR_OF_BIRTH, said)
        assert fits(TALK, Question.YEAR_OF_BIRTH, said)


def test_a_cry_with_a_year_in_it_is_still_a_cry():
    assert cries_out("he hits me 2000")
    assert not may_answer(TALK, Question.YEAR_OF_BIRTH, "he hits me 2000")


def test_a_sentence_is_no_first_name():
    assert not fits(TALK, Question.FIRST_NAME, "the rent is high")
    assert fits(TALK, Question.FIRST_NAME, "fatima")
