"""Rows of a file of people: what each comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.programme.names import normalise
from bot.programme.programme import Programme
from bot.programme.registration import (
    YES,
    NotEligible,
    Obstacle,
    Problem,
    Question,
    read_answer,
    standing,
    with_told,
)
from bot.programme.work.heads import CONSENT, KEY, as_kept, head

DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")
# The sector and the job say what kind of match it is, unless the file says so itself.
SAID = (
    Question.ROLE, Question.FIRST_NAME, Question.LAST_NAME, Question.YEAR_OF_BIRTH,
    Question.BRANCH, Question.ROOTS, Question.RIGHT_TO_WORK, Question.CAPACITY,
    Question.LANGUAGES, Question.SECTOR, Question.JOB, Question.KIND, Question.EXPERIENCE,
    Question.NETWORK, Question.TIMES, Question.ONLINE, Question.SOURCE, Question.EMPLOYER,
    Question.HOPE, Question.INTERESTS, Question.PHONE,
)  # fmt: skip
WHY: Mapping[str, str] = {
    Problem.NOT_A_CHOICE: "is none of the answers that can be given",
    Problem.NOT_A_NAME: "is no name",
    Problem.NOT_A_YEAR: "is no year of birth",
    Problem.AN_AGE: "is an age, not a year of birth",
    Problem.UNKNOWN_TOWN: "is a town that I do not know",
    Problem.MANY_TOWNS: "may be more than one town",
    Problem.NO_LANGUAGE: "names no language that I know",
    Problem.NO_SECTOR: "names no sector that I know",
    Problem.MANY_SECTORS: "may be more than one sector",
    Problem.NOT_YEARS: "is no number of years",
    Problem.NO_TIMES: "names no times that I can read",
    Problem.NOT_A_PHONE: "is no phone number",
    Problem.TOO_LONG: "is too long",
    Obstacle.TOO_YOUNG: "is too young for the programme",
    Obstacle.TOO_OLD: "is too old for the programme",
    Obstacle.NO_BRANCH: "lives near none of the branches",
    Obstacle.OTHER_ROOTS: "is not who the programme is for",
    Obstacle.NO_RIGHT_TO_WORK: "has no right to work",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that is right: by which key the person is known again, and what they told."""

    row: int
    key: str
    language: str
    agreed_on: date
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong in a row, in words."""

    row: int
    why: str


class Reading:
    """How the answers of a file are read on one day; the same words are read once."""

    def __init__(self, programme: Programme, today: date) -> None:
        self.programme = programme
        self.today = today
        self._known: dict[tuple[Question, str], Mapping[str, str] | Problem] = {}

    def read(self, question: Question, said: str) -> Mapping[str, str] | Problem:
        """What an answer comes to."""
        if (question, said) not in self._known:
            read = read_answer(question, said, self.programme, self.today)
            self._known[question, said] = read
        return self._known[question, said]


def read_row(row: int, told: Mapping[str, str], branch: str, reading: Reading) -> Entry | Wrong:
    """What a row comes to. Who tells no town belongs to ``branch``."""
    programme = reading.programme
    agreed_on = _day(told.get(CONSENT, ""), reading.today)
    if agreed_on is None:
        return Wrong(row, "the consent has no date that has come, such as 2026-03-01")
    language = told.get(Question.LANGUAGE, "") or programme.languages[0]
    spoken = reading.read(Question.LANGUAGE, language)
    if isinstance(spoken, Problem):
        return Wrong(row, f"the language “{language}” {WHY[spoken]}")
    answers, kept = {**spoken, Question.CONSENT: programme.privacy_version}, as_kept(told)
    for question in SAID:
        said = told.get(question, "") or (branch if question is Question.BRANCH else "")
        if not said:
            continue
        read = reading.read(question, said)
        if not isinstance(read, Problem):
            answers = with_told(answers, question, read)
        elif question not in kept:
            return Wrong(row, f"the {head(question)} “{said}” {WHY.get(read, 'is not clear')}")
    return _whole(row, told.get(KEY, ""), {**answers, **kept}, agreed_on, reading)


def _whole(
    row: int, key: str, answers: Mapping[str, str], agreed_on: date, reading: Reading
) -> Entry | Wrong:
    step = standing(answers, reading.programme, reading.today, registered=True)
    if isinstance(step, NotEligible):
        return Wrong(row, f"the person {WHY[step.obstacle]}")
    if step is not None:
        return Wrong(row, f"the {head(step)} is missing")
    name = (answers.get(one, "") for one in (Question.FIRST_NAME, Question.LAST_NAME))
    born = (answers[Question.YEAR_OF_BIRTH], answers.get(Question.PHONE, ""))
    known_by = normalise(key) or " ".join((*map(normalise, name), *born, answers[Question.ROLE]))
    return Entry(row, known_by, answers[Question.LANGUAGE], agreed_on, answers)


def _day(text: str, today: date) -> date | None:
    """The day of a consent; "yes" is today. None for what is no day, or has not come yet."""
    if normalise(text) in {YES, "ja", "oui"}:
        return today
    for form in DAYS:
        try:
            day = datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        return day if day <= today else None
    return None
