"""The questions of the registration, what can be wrong with an answer, and what may follow."""

from dataclasses import dataclass
from enum import StrEnum

YES, NO, UNSURE = "yes", "no", "unsure"
NO_PHONE = "none"
ANY_SECTOR = "any"
# Among the answers: what somebody passed over, with a space between.
SKIPPED = "skipped"
# Among the answers: which of those below somebody wrote, and did not tap.
WRITTEN = "written"


class Question(StrEnum):
    """What is asked, in the order in which it is asked: first what decides who can join."""

    LANGUAGE = "language"
    CONSENT = "consent"
    ROLE = "role"
    FIRST_NAME = "first_name"
    YEAR_OF_BIRTH = "year_of_birth"
    BRANCH = "branch"
    ROOTS = "roots"
    RIGHT_TO_WORK = "right_to_work"
    CAPACITY = "capacity"
    LAST_NAME = "last_name"
    LANGUAGES = "languages"
    SECTOR = "sector"
    JOB = "job"
    KIND = "kind"
    EXPERIENCE = "experience"
    TIMES = "times"
    ONLINE = "online"
    SOURCE = "source"
    NETWORK = "network"
    EMPLOYER = "employer"
    HOPE = "hope"
    INTERESTS = "interests"
    PHONE = "phone"


class Problem(StrEnum):
    """Why an answer will not do; the card puts it into words, with an example."""

    NOT_A_CHOICE = "not_a_choice"
    NOT_A_NAME = "not_a_name"
    NOT_A_YEAR = "not_a_year"
    AN_AGE = "an_age"
    UNKNOWN_TOWN = "unknown_town"
    MANY_TOWNS = "many_towns"
    NO_LANGUAGE = "no_language"
    NO_SECTOR = "no_sector"
    MANY_SECTORS = "many_sectors"
    NOT_YEARS = "not_years"
    NO_TIMES = "no_times"
    NOT_A_PHONE = "not_a_phone"
    PHONE_OF_OTHERS = "phone_of_others"
    TOO_LONG = "too_long"
    UNCLEAR = "unclear"


class Obstacle(StrEnum):
    """Why the programme cannot be offered; never a judgement on the person."""

    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    NO_BRANCH = "no_branch"
    OTHER_ROOTS = "other_roots"
    NO_RIGHT_TO_WORK = "no_right_to_work"


@dataclass(frozen=True, slots=True)
class NotEligible:
    """The programme does not fit this person now, and why."""

    obstacle: Obstacle


QUESTIONS = tuple(Question)
# Without these nobody is registered, and they are all that people who came long ago were asked.
FIRST_QUESTIONS = QUESTIONS[: QUESTIONS.index(Question.ROOTS)]
CORRECTABLE = tuple(one for one in QUESTIONS if one not in (Question.LANGUAGE, Question.CONSENT))
# Answered by one of few words, which are nothing else: "I want to help" is no call for help.
BY_CHOICE = (
    Question.LANGUAGE, Question.CONSENT, Question.ROLE, Question.ROOTS, Question.RIGHT_TO_WORK,
    Question.CAPACITY, Question.KIND, Question.NETWORK, Question.ONLINE, Question.SOURCE,
)  # fmt: skip
FIXED_IN_A_DUO = (
    Question.ROLE, Question.YEAR_OF_BIRTH, Question.BRANCH, Question.ROOTS, Question.RIGHT_TO_WORK,
)  # fmt: skip
# Who would rather not answer these goes on without.
OPTIONAL = (
    Question.LAST_NAME, Question.LANGUAGES, Question.SECTOR, Question.JOB, Question.KIND,
    Question.EXPERIENCE, Question.NETWORK, Question.TIMES, Question.ONLINE, Question.SOURCE,
    Question.EMPLOYER, Question.HOPE, Question.INTERESTS, Question.PHONE,
)  # fmt: skip
# Answered by a name, which almost any word can be.
NAMES = (Question.FIRST_NAME, Question.LAST_NAME)
# What many people write; who wrote so many of them is not asked to write more.
BY_HAND = (
    Question.FIRST_NAME, Question.YEAR_OF_BIRTH, Question.BRANCH, Question.LANGUAGES,
    Question.SECTOR,
)  # fmt: skip
ENOUGH_WRITTEN = 4
# Answered in one's own words, which can be anything.
FREE_WORDS = (Question.JOB, Question.EMPLOYER, Question.HOPE)
