"""The questions of the registration, in their order, and what counts as an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.programme.names import find_branch, normalise, read_first_name, read_year_of_birth
from bot.programme.people import Role
from bot.programme.programme import ELSEWHERE, Ages, Programme

Answers = Mapping[str, str]

YES, NO = "yes", "no"


class Question(StrEnum):
    """What is asked, in the order in which it is asked."""

    LANGUAGE = "language"
    CONSENT = "consent"
    ROLE = "role"
    FIRST_NAME = "first_name"
    YEAR_OF_BIRTH = "year_of_birth"
    BRANCH = "branch"


QUESTIONS = tuple(Question)
CORRECTABLE = (Question.ROLE, Question.FIRST_NAME, Question.YEAR_OF_BIRTH, Question.BRANCH)
# Answered by one of few words, which are nothing else: "I want to help" is no call for help.
BY_CHOICE = (Question.LANGUAGE, Question.CONSENT, Question.ROLE)
FIXED_IN_A_DUO = (Question.ROLE, Question.YEAR_OF_BIRTH, Question.BRANCH)


class Problem(StrEnum):
    """Why an answer will not do; the card puts it into words, with an example."""

    NOT_A_CHOICE = "not_a_choice"
    NOT_A_NAME = "not_a_name"
    NOT_A_YEAR = "not_a_year"
    UNKNOWN_TOWN = "unknown_town"
    MANY_TOWNS = "many_towns"
    UNCLEAR = "unclear"


class Obstacle(StrEnum):
    """Why the programme cannot be offered; never a judgement on the person."""

    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    NO_BRANCH = "no_branch"


@dataclass(frozen=True, slots=True)
class NotEligible:
    """The programme does not fit this person now, and why."""

    obstacle: Obstacle


_SPOKEN: Mapping[Question, Mapping[str, tuple[str, ...]]] = {
    Question.LANGUAGE: {
        "nl": ("nl", "nederlands", "vlaams", "dutch", "neerlandais"),
        "fr": ("fr", "francais", "french", "frans"),
        "en": ("en", "english", "engels", "anglais"),
    },
    Question.CONSENT: {
        YES: ("yes", "ja", "oui", "ok", "okay", "akkoord", "d accord", "i agree", "ik ga akkoord",
              "je suis d accord", "agree"),
        NO: ("no", "nee", "neen", "non", "niet akkoord", "pas d accord", "i do not agree",
             "ik ga niet akkoord", "je ne suis pas d accord"),
    },
    Question.ROLE: {
        Role.MENTEE: ("mentee", "een mentee", "une mentee", "un mentee", "a mentee",
                      "ik zoek werk", "je cherche un travail", "i look for work",
                      "i am looking for work"),
        Role.MENTOR: ("mentor", "een mentor", "un mentor", "une mentor", "a mentor",
                      "ik wil helpen", "je veux aider", "i want to help"),
    },
}  # fmt: skip


def next_question(answers: Answers, programme: Programme) -> Question | None:
    """The first question without an answer; a new privacy text asks for consent anew."""
    if answers.get(Question.CONSENT) != programme.privacy_version:
        answers = {key: said for key, said in answers.items() if key != Question.CONSENT}
    return next((question for question in QUESTIONS if question not in answers), None)


def standing(answers: Answers, programme: Programme, today: date) -> Question | NotEligible | None:
    """Where the registration stands: the next question, an obstacle, or None when complete."""
    following = next_question(answers, programme)
    if following in (Question.LANGUAGE, Question.CONSENT):
        return following
    obstacle = _obstacle(answers, programme, today)
    return NotEligible(obstacle) if obstacle else following


def step_before(question: Question, answers: Answers) -> Question:
    """The question to go back to: the nearest earlier one that may be corrected."""
    earlier = QUESTIONS[: QUESTIONS.index(question)]
    answered = [one for one in earlier if one in answers and one is not Question.CONSENT]
    return answered[-1] if answered else question


def read_answer(question: Question, text: str, programme: Programme, today: date) -> str | Problem:
    """What an answer comes to: the value to keep, or why it will not do."""
    match question:
        case Question.FIRST_NAME:
            return read_first_name(text) or Problem.NOT_A_NAME
        case Question.YEAR_OF_BIRTH:
            year = read_year_of_birth(text, today.year)
            return str(year) if year else Problem.NOT_A_YEAR
        case Question.BRANCH:
            return _read_branch(text, programme)
        case _:
            return _read_choice(question, text)


def may_be_aged(year_of_birth: int, ages: Ages, today: date) -> Obstacle | None:
    """What stands in the way of somebody born in that year; the year alone leaves two ages."""
    oldest = today.year - year_of_birth
    if ages.youngest is not None and oldest < ages.youngest:
        return Obstacle.TOO_YOUNG
    if ages.oldest is not None and oldest - 1 > ages.oldest:
        return Obstacle.TOO_OLD
    return None


def _read_choice(question: Question, text: str) -> str | Problem:
    said = normalise(text)
    for value, spoken in _SPOKEN[question].items():
        if said in spoken:
            return str(value)
    return Problem.NOT_A_CHOICE


def _read_branch(text: str, programme: Programme) -> str | Problem:
    if text in {ELSEWHERE, *(branch.key for branch in programme.branches)}:
        return text
    found = find_branch(text, programme.branches)
    if len(found) > 1:
        return Problem.MANY_TOWNS
    return found[0] if found else Problem.UNKNOWN_TOWN


def _obstacle(answers: Answers, programme: Programme, today: date) -> Obstacle | None:
    if answers.get(Question.BRANCH) == ELSEWHERE:
        return Obstacle.NO_BRANCH
    if Question.ROLE not in answers or Question.YEAR_OF_BIRTH not in answers:
        return None
    ages = programme.ages_of(answers[Question.ROLE])
    return may_be_aged(int(answers[Question.YEAR_OF_BIRTH]), ages, today)
