"""Who wants to be a mentor, or looks for one, says so in a sentence."""

import pytest

from bot.programme.people import Role
from bot.programme.registering.roles import role_said


@pytest.mark.parametrize("said", [
    "hallo, ik wil mensen helpen", "ik wil jongeren helpen", "Ik wil mentor worden!",
    "ik wil iemand helpen om werk te vinden", "je veux aider quelqu’un",
    "Je voudrais être bénévole",
    "je veux aider quelqu'un à trouver du travail", "i want to be a mentor",
    "I want to help people find work",
])  # fmt: skip
def test_who_wants_to_help_is_a_mentor(said):
    assert role_said(said) is Role.MENTOR


@pytest.mark.parametrize("said", [
    "ik zoek een mentor", "ik wil werk vinden in de zorg", "je cherche un mentor",
    "je veux trouver du travail", "I need a mentor", "can somebody help me find a job",
    "kan iemand mij helpen met werk zoeken",
])  # fmt: skip
def test_who_looks_for_work_or_a_mentor_is_a_mentee(said):
    assert role_said(said) is Role.MENTEE


@pytest.mark.parametrize("said", [
    "ik wil geen mentor worden", "wat moet ik doen als mentor", "je ne veux pas aider les gens",
    "am I a mentor or a mentee", "who can help people like me", "Amir", "kan iemand helpen", "",
])  # fmt: skip
def test_who_may_mean_the_opposite_or_asks_is_asked_once_more(said):
    assert role_said(said) is None
