"""Which questions are put to whom, in which order, and where the answers lead."""

from collections.abc import Mapping
from datetime import date

from bot.programme.eligibility import Roots
from bot.programme.people import Role
from bot.programme.programme import ELSEWHERE, Ages, Programme
from bot.programme.registering.kinds import AVAILABILITY, EMPLOYER, Kind
from bot.programme.registering.questions import (
    BY_HAND,
    CORRECTABLE,
    ENOUGH_WRITTEN,
    FIRST_QUESTIONS,
    NO,
    QUESTIONS,
    SKIPPED,
    UNSURE,
    WRITTEN,
    NotEligible,
    Obstacle,
    Question,
)

Answers = Mapping[str, str]

_OF_BOTH = (
    Question.FIRST_NAME, Question.YEAR_OF_BIRTH, Question.BRANCH, Question.LANGUAGES,
    Question.SECTOR, Question.TIMES, Question.SOURCE, Question.PHONE,
)  # fmt: skip
# Follow from a mentee's wish; a mentor's kind of work says what they know, not what they look for.
_WISHES = (Question.KIND, Question.JOB)
_OF_MENTORS = (Question.CAPACITY, Question.EXPERIENCE)
# Never asked by themselves: they are told with another answer, or added and changed afterwards.
_TOLD_LATER = (Question.ONLINE, Question.INTERESTS)
ADDED = (Question.LAST_NAME, *_TOLD_LATER)


def counted(answers: Answers, programme: Programme) -> tuple[Question, ...]:
    """The questions that are put to everybody in this part of the programme, in their order. One
    takes the place of another by what was said, so that there are never more.
    """
    wrote_enough = len(answers.get(WRITTEN, "").split()) >= ENOUGH_WRITTEN
    if answers.get(Question.ROLE) == Role.MENTOR:
        # Who comes through an employer knows people there.
        by_employer = answers.get(Question.SOURCE) == EMPLOYER and not wrote_enough
        asked = {*_OF_BOTH, *_OF_MENTORS, Question.EMPLOYER if by_employer else Question.NETWORK}
    else:
        # Who names a job, or was asked for one, is not asked what they hope for.
        names_job = answers.get(Question.KIND) == Kind.JOB
        passed = answers.get(SKIPPED, "").split()
        wish = Question.JOB if names_job or Question.JOB in passed else Question.HOPE
        asked = {*_OF_BOTH, *_decisive(programme), *(() if wrote_enough else (wish,))}
    return tuple(one for one in QUESTIONS if one in asked)


def with_written(answers: Answers, question: Question) -> dict[str, str]:
    """The answers, with what somebody wrote by hand."""
    written = {*answers.get(WRITTEN, "").split(), *((question,) if question in BY_HAND else ())}
    return {**answers, **({WRITTEN: " ".join(sorted(written))} if written else {})}


def place_of(question: Question, answers: Answers, programme: Programme) -> tuple[int, int]:
    """Which question of how many this is; zeros where it is not counted. Who is spared a question
    because of all they wrote sees the same total as before, and comes to the end one sooner.
    """
    course = counted(answers, programme)
    with_the_spared = counted({**answers, WRITTEN: ""}, programme)
    course = max(course, with_the_spared, key=len)
    known = Question.ROLE in answers and question in course
    return (course.index(question) + 1, len(course)) if known else (0, 0)


def next_question(
    answers: Answers, programme: Programme, *, registered: bool = False
) -> Question | None:
    """The first question without an answer; a new privacy text asks for consent anew. Who is
    ``registered`` is asked nothing more than what everybody was once asked.
    """
    if answers.get(Question.CONSENT) != programme.privacy_version:
        answers = {key: said for key, said in answers.items() if key != Question.CONSENT}
    passed = answers.get(SKIPPED, "").split()
    course = FIRST_QUESTIONS if registered else (*FIRST_QUESTIONS, *counted(answers, programme))
    return next((one for one in course if one not in answers and one not in passed), None)


def standing(
    answers: Answers, programme: Programme, today: date, *, registered: bool = False
) -> Question | NotEligible | None:
    """Where the registration stands: the next question, an obstacle, or None when complete."""
    following = next_question(answers, programme, registered=registered)
    if following in (Question.LANGUAGE, Question.CONSENT):
        return following
    obstacle = _obstacle(answers, programme, today)
    return NotEligible(obstacle) if obstacle else following


def step_before(question: Question, answers: Answers) -> Question:
    """The question to go back to: the nearest earlier one that may be corrected."""
    earlier = QUESTIONS[: QUESTIONS.index(question)]
    passed = answers.get(SKIPPED, "").split()
    answered = [one for one in earlier if one in answers or one in passed]
    answered = [
        one for one in answered if one not in (Question.CONSENT, Question.KIND, *_TOLD_LATER)
    ]
    return answered[-1] if answered else question


def told_in_role(answers: Answers) -> tuple[Question, ...]:
    """What somebody told that says something about them in their role, in its order."""
    silent = _WISHES if answers.get(Question.ROLE) == Role.MENTOR else ()
    return tuple(one for one in CORRECTABLE if one in answers and one not in silent)


def to_add(answers: Answers, programme: Programme) -> tuple[Question, ...]:
    """What somebody did not tell yet, and may."""
    more: tuple[Question, ...] = (*counted(answers, programme), Question.HOPE, *ADDED)
    if answers.get(Question.ROLE) == Role.MENTOR:
        more += (Question.NETWORK,)
        more += (Question.EMPLOYER,) if _has_employers(programme) else ()
    return tuple(one for one in CORRECTABLE if one in more and one not in answers)


def to_talk_about(answers: Answers) -> tuple[str, ...]:
    """What somebody would rather tell a coach."""
    unsure = [
        one for one in (Question.ROOTS, Question.RIGHT_TO_WORK) if answers.get(one) == UNSURE
    ]
    return (*unsure, *((Question.CAPACITY,) if answers.get(AVAILABILITY) == NO else ()))


def may_be_aged(year_of_birth: int, ages: Ages, today: date) -> Obstacle | None:
    """What stands in the way of somebody born in that year; the year alone leaves two ages."""
    oldest = today.year - year_of_birth
    if ages.youngest is not None and oldest < ages.youngest:
        return Obstacle.TOO_YOUNG
    if ages.oldest is not None and oldest - 1 > ages.oldest:
        return Obstacle.TOO_OLD
    return None


def _decisive(programme: Programme) -> tuple[Question, ...]:
    """What is asked of a mentee to know whether the programme is for them, and no further."""
    eligibility = programme.eligibility
    roots = (Question.ROOTS,) if eligibility.roots is not Roots.NOT_ASKED else ()
    return (*roots, *((Question.RIGHT_TO_WORK,) if eligibility.right_to_work else ()))


def _has_employers(programme: Programme) -> bool:
    return programme.eligibility.company_mentoring


def _obstacle(answers: Answers, programme: Programme, today: date) -> Obstacle | None:
    if answers.get(Question.BRANCH) == ELSEWHERE:
        return Obstacle.NO_BRANCH
    if Question.ROLE not in answers or Question.YEAR_OF_BIRTH not in answers:
        return None
    ages = programme.ages_of(answers[Question.ROLE])
    aged = may_be_aged(int(answers[Question.YEAR_OF_BIRTH]), ages, today)
    return aged or _foreign_to_it(answers, programme)


def _foreign_to_it(answers: Answers, programme: Programme) -> Obstacle | None:
    """Only a plain no counts, and only of mentees: what is left open a coach looks at."""
    if answers[Question.ROLE] != Role.MENTEE:
        return None
    plain_no = [one for one in _decisive(programme) if answers.get(one) == NO]
    if Question.ROOTS in plain_no:
        return Obstacle.OTHER_ROOTS
    return Obstacle.NO_RIGHT_TO_WORK if plain_no else None
