"""Whatever can be tapped under a question of the registration is an answer to it."""

from datetime import date
from itertools import product

import pytest

from bot.cards.registering.choices import choices
from bot.i18n import load_speech
from bot.programme.people import Role
from bot.programme.registration import Problem, Question, is_draft, read_answer
from bot.settings import load_programme

SPEECH = load_speech()["en"]


@pytest.mark.parametrize("name", ["duo", "mentor2work"])
def test_each_choice_that_is_offered_answers_its_question(name):
    programme = load_programme(name)
    for asked, role in product(Question, Role):
        for value in choices(asked, role, SPEECH, programme):
            assert not is_draft(asked, value), (asked, value)
            told = read_answer(asked, value, programme, date(2026, 11, 23))
            assert not isinstance(told, Problem), (asked, value, told)
