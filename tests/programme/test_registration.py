"""The questions in their order, what counts as an answer, and where that leads."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from bot.programme.people import Role
from bot.programme.programme import ELSEWHERE, Ages
from bot.programme.registering.kinds import Kind
from bot.programme.registration import (
    CORRECTABLE,
    NO,
    NO_PHONE,
    QUESTIONS,
    YES,
    NotEligible,
    Obstacle,
    Problem,
    Question,
    may_be_aged,
    next_question,
    read_answer,
    standing,
    step_before,
    with_told,
)
from bot.settings import SHIPPED, load_programme

DUO = load_programme("duo")
PROGRAMMES = [load_programme(name) for name in SHIPPED]
TODAY = date(2026, 11, 21)
VERSION = DUO.privacy_version
COMPLETE = {
    Question.LANGUAGE: "nl", Question.CONSENT: VERSION, Question.ROLE: Role.MENTEE,
    Question.FIRST_NAME: "Amina", Question.YEAR_OF_BIRTH: "1999", Question.BRANCH: "ghent",
    Question.ROOTS: YES, Question.RIGHT_TO_WORK: YES, Question.LAST_NAME: "El Idrissi",
    Question.LANGUAGES: "nl:2", Question.SECTOR: "care", Question.KIND: Kind.SECTOR,
    Question.TIMES: "1e", Question.SOURCE: "friend", Question.HOPE: "work",
    Question.PHONE: NO_PHONE,
}  # fmt: skip
MENTOR = {
    Question.CAPACITY: "1", Question.EXPERIENCE: "30", Question.NETWORK: YES,
    Question.EMPLOYER: "NMBS",
}  # fmt: skip
OF_A_MENTEE = tuple(one for one in COMPLETE if one not in (Question.KIND, Question.LAST_NAME))

programmes = st.sampled_from(PROGRAMMES)
said = st.text(max_size=30) | st.sampled_from(
    ["nl", "ja", "nee", "mentee", "mentor", "Amina", "1999", "1950", "2020", "Gent", "Brussel",
     ELSEWHERE, "Hal", "Berchem"]
)  # fmt: skip
answers = st.fixed_dictionaries(
    {},
    optional={
        Question.LANGUAGE: st.sampled_from(["nl", "fr", "en"]),
        Question.CONSENT: st.sampled_from([VERSION, "2020-01"]),
        Question.ROLE: st.sampled_from([Role.MENTEE, Role.MENTOR]),
        Question.FIRST_NAME: st.just("Amina"),
        Question.YEAR_OF_BIRTH: st.integers(1900, 2026).map(str),
        Question.BRANCH: st.sampled_from(["ghent", "brussels", ELSEWHERE, "gone"]),
    },
)


def without(*left_out):
    return {key: value for key, value in COMPLETE.items() if key not in left_out}


@pytest.mark.parametrize("question", OF_A_MENTEE)
def test_each_question_is_asked_when_its_answer_is_missing(question):
    assert next_question(without(question), DUO) is question


def test_when_all_is_answered_nothing_is_asked():
    assert next_question(COMPLETE, DUO) is None
    assert standing(COMPLETE, DUO, TODAY) is None


def test_the_questions_come_in_their_order():
    given_so_far = {}
    for question in OF_A_MENTEE:
        assert next_question(given_so_far, DUO) is question
        given_so_far[question] = COMPLETE[question]


def test_a_new_privacy_text_asks_for_consent_anew():
    old = {**COMPLETE, Question.CONSENT: "2020-01"}
    assert standing(old, DUO, TODAY) is Question.CONSENT


def test_nobody_is_turned_away_before_consent():
    too_old = {**without(Question.CONSENT), Question.YEAR_OF_BIRTH: "1950"}
    assert standing(too_old, DUO, TODAY) is Question.CONSENT
    assert standing({**too_old, Question.CONSENT: VERSION}, DUO, TODAY) == NotEligible(
        Obstacle.TOO_OLD
    )


def test_who_does_not_fit_hears_it_before_the_last_question():
    young = {**without(Question.BRANCH), Question.YEAR_OF_BIRTH: "2012"}
    assert standing(young, DUO, TODAY) == NotEligible(Obstacle.TOO_YOUNG)


def test_somebody_far_from_every_branch_cannot_join_yet():
    far = {**COMPLETE, Question.BRANCH: ELSEWHERE}
    assert standing(far, DUO, TODAY) == NotEligible(Obstacle.NO_BRANCH)


@given(programmes, answers, st.lists(said, min_size=25, max_size=25))
def test_the_questions_end_whatever_is_answered(programme, told, words):
    """Each good answer takes one question away, a wrong one takes nothing."""
    told = dict(told)
    for text in words:
        step = standing(told, programme, TODAY)
        if not isinstance(step, Question):
            break
        answer = read_answer(step, text, programme, TODAY)
        before = len(told)
        if not isinstance(answer, Problem):
            told = with_told(told, step, answer)
            if step is Question.CONSENT:
                told[step] = programme.privacy_version
            assert len(told) >= before
            assert next_question(told, programme) is not step


@given(programmes, answers)
def test_good_answers_lead_to_the_end(programme, told):
    told = dict(told)
    good = {**COMPLETE, **MENTOR, Question.CONSENT: programme.privacy_version}
    for _ in QUESTIONS:
        step = standing(told, programme, TODAY)
        if isinstance(step, Question):
            told[step] = good[step]
    assert not isinstance(standing(told, programme, TODAY), Question)


@given(answers)
def test_where_somebody_stands_depends_on_the_answers_alone(told):
    backwards = dict(reversed(list(told.items())))
    assert standing(told, DUO, TODAY) == standing(backwards, DUO, TODAY)


@given(st.sampled_from(QUESTIONS), answers)
def test_going_back_never_goes_forward_and_never_to_consent(question, told):
    back = step_before(question, told)
    assert QUESTIONS.index(back) <= QUESTIONS.index(question)
    assert back is question or (back in told and back is not Question.CONSENT)


def test_going_back_from_the_first_question_stays_there():
    assert step_before(Question.LANGUAGE, {}) is Question.LANGUAGE
    assert step_before(Question.FIRST_NAME, COMPLETE) is Question.ROLE


@given(st.sampled_from(QUESTIONS), st.text(max_size=300), programmes)
def test_any_text_is_an_answer_or_a_problem(question, text, programme):
    answer = read_answer(question, text, programme, TODAY)
    assert answer
    if not isinstance(answer, Problem):
        assert all(isinstance(one, str) and one for one in answer.values())


@pytest.mark.parametrize(
    ("question", "text", "kept"),
    [
        (Question.LANGUAGE, "Français", "fr"),
        (Question.LANGUAGE, "spanish", Problem.NOT_A_CHOICE),
        (Question.CONSENT, "Ja!", YES),
        (Question.CONSENT, "pas d'accord", NO),
        (Question.CONSENT, "why?", Problem.NOT_A_CHOICE),
        (Question.ROLE, "Je cherche un travail", Role.MENTEE),
        (Question.ROLE, "coach", Problem.NOT_A_CHOICE),
        (Question.FIRST_NAME, "  Zoë ", "Zoë"),
        (Question.FIRST_NAME, "123", Problem.NOT_A_NAME),
        (Question.YEAR_OF_BIRTH, "in 1994", "1994"),
        (Question.YEAR_OF_BIRTH, "yesterday", Problem.NOT_A_YEAR),
        (Question.BRANCH, "ghent", "ghent"),
        (Question.BRANCH, "Gand", "ghent"),
        (Question.BRANCH, ELSEWHERE, ELSEWHERE),
        (Question.BRANCH, "Ouagadougou", Problem.UNKNOWN_TOWN),
        (Question.BRANCH, "Gent of Antwerpen", Problem.MANY_TOWNS),
    ],
)
def test_what_an_answer_comes_to(question, text, kept):
    answer = read_answer(question, text, DUO, TODAY)
    assert (answer if isinstance(answer, Problem) else answer[question]) == kept


@pytest.mark.parametrize(
    ("born", "obstacle"),
    [
        (2009, Obstacle.TOO_YOUNG),
        (2008, None),
        (1992, None),
        (1991, Obstacle.TOO_OLD),
    ],
)
def test_the_year_alone_leaves_two_ages_and_both_get_the_benefit_of_the_doubt(born, obstacle):
    assert may_be_aged(born, Ages(18, 33), TODAY) is obstacle


@given(st.integers(1900, 2026))
def test_without_limits_everybody_is_welcome(born):
    assert may_be_aged(born, Ages(None, None), TODAY) is None


def test_the_ages_of_mentors_are_their_own():
    mentor = {**COMPLETE, **MENTOR, Question.ROLE: Role.MENTOR, Question.YEAR_OF_BIRTH: "1962"}
    assert standing(mentor, DUO, TODAY) is None
    assert standing({**mentor, Question.ROLE: Role.MENTEE}, DUO, TODAY) == NotEligible(
        Obstacle.TOO_OLD
    )


def test_no_language_and_no_consent_is_ever_corrected_by_a_button():
    assert Question.LANGUAGE not in CORRECTABLE
    assert Question.CONSENT not in CORRECTABLE


def test_a_branch_that_is_gone_stands_in_nobodys_way():
    gone = replace(DUO, branches=DUO.branches[:1])
    assert standing(COMPLETE, gone, TODAY) is None
