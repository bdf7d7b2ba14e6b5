"""Who is a mentor in place of a mentee: what they told as the one does not count for the other."""

from bot.programme.people import Role
from bot.programme.registering.other_role import ASKED_ANEW, as_told, done, with_answer
from bot.programme.registration import SKIPPED, Question

Q = Question
MENTEE = {
    Q.ROLE: Role.MENTEE, Q.FIRST_NAME: "Amina", Q.ROOTS: "yes", Q.RIGHT_TO_WORK: "yes",
    Q.SECTOR: "care", Q.KIND: "sector", Q.TIMES: "1e", SKIPPED: "hope source",
}  # fmt: skip
AS_MENTOR, AS_MENTEE = {Q.ROLE: Role.MENTOR}, {Q.ROLE: Role.MENTEE}


def test_only_what_is_asked_in_the_same_words_counts_in_the_other_role():
    told = as_told(with_answer(MENTEE, Q.ROLE, AS_MENTOR))
    assert done(told) == {
        Q.ROLE: Role.MENTOR, Q.FIRST_NAME: "Amina", Q.TIMES: "1e", SKIPPED: "source",
    }  # fmt: skip


def test_who_tapped_the_wrong_button_and_goes_back_has_lost_nothing():
    there = with_answer(MENTEE, Q.ROLE, AS_MENTOR)
    assert with_answer(there, Q.ROLE, AS_MENTEE) == MENTEE
    assert with_answer(MENTEE, Q.ROLE, AS_MENTEE) == MENTEE


def test_with_the_first_answer_in_the_new_role_the_roots_are_forgotten():
    there = with_answer(MENTEE, Q.ROLE, AS_MENTOR)
    told = with_answer(there, Q.CAPACITY, {Q.CAPACITY: "1", "availability": "yes"})
    assert ASKED_ANEW in told
    assert not {Q.ROOTS, Q.RIGHT_TO_WORK, Q.SECTOR} & {*told}
    assert with_answer(told, Q.SECTOR, {Q.SECTOR: "it"})[Q.SECTOR] == "it"
    back = as_told(with_answer(told, Q.ROLE, AS_MENTEE))
    assert not {Q.CAPACITY, "availability"} & {*back}


def test_the_first_role_is_no_other_one():
    assert with_answer({}, Q.ROLE, AS_MENTOR) == AS_MENTOR
