"""Which questions are put to whom, and when who does not answer is reminded."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.programme.eligibility import Eligibility, Roots
from bot.programme.people import Role
from bot.programme.registering.course import counted
from bot.programme.registering.kinds import Kind
from bot.programme.registering.questions import WRITTEN
from bot.programme.registering.reminding import (
    FIRST,
    IN_PEACE,
    first_reminder,
    following_reminder,
    is_for_coach,
    is_last,
    is_left_in_peace,
)
from bot.programme.registration import (
    NO,
    SKIPPED,
    UNSURE,
    YES,
    NotEligible,
    Obstacle,
    Question,
    next_question,
    place_of,
    standing,
    step_before,
    to_add,
    to_talk_about,
    told_in_role,
)
from bot.settings import SHIPPED, load_programme

DUO, MENTOR2WORK = (load_programme(name) for name in SHIPPED)
TODAY = date(2026, 3, 3)
NOW = datetime(2026, 3, 3, tzinfo=UTC)
Q = Question
OPEN = Eligibility(Roots.NOT_ASKED, right_to_work=False, company_mentoring=False)
FIRST_ANSWERS = {
    Q.LANGUAGE: "nl", Q.CONSENT: DUO.privacy_version, Q.ROLE: Role.MENTEE,
    Q.FIRST_NAME: "Amina", Q.YEAR_OF_BIRTH: "1999", Q.BRANCH: "ghent",
}  # fmt: skip


def test_who_came_long_ago_is_asked_nothing_new():
    assert next_question(FIRST_ANSWERS, DUO) is Q.ROOTS
    assert next_question(FIRST_ANSWERS, DUO, registered=True) is None
    assert standing(FIRST_ANSWERS, DUO, TODAY, registered=True) is None


@pytest.mark.parametrize(
    ("roots", "right_to_work", "leads_to"),
    [
        (NO, YES, NotEligible(Obstacle.OTHER_ROOTS)),
        (YES, NO, NotEligible(Obstacle.NO_RIGHT_TO_WORK)),
        (UNSURE, UNSURE, Q.LANGUAGES),
        (YES, YES, Q.LANGUAGES),
    ],
)
def test_only_a_plain_no_stands_in_the_way(roots, right_to_work, leads_to):
    told = {**FIRST_ANSWERS, Q.ROOTS: roots, Q.RIGHT_TO_WORK: right_to_work}
    assert standing(told, DUO, TODAY) == leads_to


def test_a_mentor_is_never_asked_where_the_roots_lie():
    told = {**FIRST_ANSWERS, Q.ROLE: Role.MENTOR, Q.YEAR_OF_BIRTH: "1960", Q.ROOTS: NO}
    assert standing(told, DUO, TODAY) is Q.CAPACITY


def test_a_programme_for_everybody_asks_neither_roots_nor_papers():
    everybody = replace(DUO, eligibility=OPEN)
    assert next_question(FIRST_ANSWERS, everybody) is Q.LANGUAGES
    assert standing({**FIRST_ANSWERS, Q.ROOTS: NO}, everybody, TODAY) is Q.LANGUAGES


def test_who_comes_through_an_employer_is_asked_which_one_and_not_whom_they_know():
    told = {**FIRST_ANSWERS, Q.ROLE: Role.MENTOR, Q.CAPACITY: "1", Q.LANGUAGES: "nl:2",
            Q.SECTOR: "care", Q.EXPERIENCE: "9", Q.TIMES: "1e"}  # fmt: skip
    by_employer = {**told, Q.SOURCE: "employer"}
    assert next_question(by_employer, MENTOR2WORK) is Q.EMPLOYER
    assert next_question({**by_employer, Q.EMPLOYER: "NMBS"}, MENTOR2WORK) is Q.PHONE
    assert next_question({**told, Q.SOURCE: "friend"}, MENTOR2WORK) is Q.NETWORK
    assert Q.NETWORK in to_add(by_employer, MENTOR2WORK)


def test_who_names_a_job_is_not_asked_what_they_hope_for_and_the_count_stays():
    told = {**FIRST_ANSWERS, Q.KIND: Kind.JOB}
    assert place_of(Q.JOB, told, DUO) == (8, 11)
    assert place_of(Q.PHONE, told, DUO) == place_of(Q.PHONE, FIRST_ANSWERS, DUO) == (11, 11)


def test_who_wrote_enough_is_spared_a_question_and_the_total_stays():
    wrote = {**FIRST_ANSWERS, WRITTEN: "first_name branch languages sector"}
    assert Q.HOPE not in counted(wrote, DUO)
    for asked in (Q.BRANCH, Q.TIMES, Q.PHONE):
        assert place_of(asked, wrote, DUO) == place_of(asked, FIRST_ANSWERS, DUO)


@pytest.mark.parametrize("programme", [DUO, MENTOR2WORK])
@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR])
def test_the_numbers_go_up_to_the_last_one(programme, role):
    told = {Q.ROLE: role}
    places = [place_of(one, told, programme) for one in Question]
    numbers = [number for number, total in places if total]
    assert numbers == [*range(1, len(numbers) + 1)]
    assert {total for _, total in places} == {0, len(numbers)}


def test_before_anybody_knows_which_questions_come_none_is_counted():
    assert place_of(Q.FIRST_NAME, {}, DUO) == (0, 0)
    assert place_of(Q.LAST_NAME, FIRST_ANSWERS, DUO) == (0, 0)


def test_going_back_leads_to_what_was_passed_over_too():
    told = {**FIRST_ANSWERS, SKIPPED: "languages"}
    assert step_before(Q.SECTOR, told) is Q.LANGUAGES


def test_what_can_be_added_is_what_was_not_told():
    more = to_add(FIRST_ANSWERS, DUO)
    assert {Q.INTERESTS, Q.ONLINE, Q.LANGUAGES, Q.PHONE, Q.HOPE} <= {*more}
    assert not {Q.EMPLOYER, Q.CAPACITY, Q.KIND, Q.BRANCH} & {*more}
    mentor = {**FIRST_ANSWERS, Q.ROLE: Role.MENTOR}
    assert Q.EMPLOYER in to_add(mentor, MENTOR2WORK)
    assert Q.EMPLOYER not in to_add(mentor, DUO)


def test_what_a_mentor_told_says_nothing_of_a_wish():
    told = {**FIRST_ANSWERS, Q.SECTOR: "care", Q.KIND: "sector"}
    assert {Q.SECTOR, Q.KIND} <= {*told_in_role(told)}
    assert Q.KIND not in told_in_role({**told, Q.ROLE: Role.MENTOR})


def test_a_coach_hears_what_somebody_would_rather_tell_a_person():
    assert to_talk_about({Q.ROOTS: UNSURE, Q.RIGHT_TO_WORK: YES}) == (Q.ROOTS,)
    assert to_talk_about({Q.CAPACITY: "1", "availability": NO}) == (Q.CAPACITY,)
    assert to_talk_about({}) == ()


def test_there_are_two_reminders_and_a_line_for_a_coach():
    due = [first_reminder(NOW)]
    while following := following_reminder(due[-1], len(due) - 1):
        due.append(following)
    assert [one - NOW for one in due] == [timedelta(days=days) for days in (2, 7, 9)]
    assert [is_last(number) for number in range(3)] == [False, True, False]
    assert [is_for_coach(number) for number in range(3)] == [False, False, True]


@given(st.timedeltas(timedelta(0), timedelta(days=30)))
def test_for_a_week_after_words_of_danger_nobody_is_reminded(since):
    assert is_left_in_peace(NOW + since, NOW) is (since < IN_PEACE)
    assert not is_left_in_peace(NOW + FIRST, None)
