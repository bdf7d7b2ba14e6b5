"""What an answer comes to: the facts to keep, or why it will not do."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from bot.programme.names import INTRODUCTIONS, normalise, read_first_name
from bot.programme.phone_numbers import read_number
from bot.programme.programme import ELSEWHERE, Programme
from bot.programme.registering import free_times, tongues
from bot.programme.registering.births import name_and_birth, read_birth, years_of_age
from bot.programme.registering.kinds import AVAILABILITY, INTERESTS, Kind
from bot.programme.registering.near_towns import branches_of
from bot.programme.registering.numbers import numbers_in
from bot.programme.registering.questions import (
    ANY_SECTOR,
    NO,
    NO_PHONE,
    OPTIONAL,
    SKIPPED,
    UNSURE,
    YES,
    Problem,
    Question,
)
from bot.programme.registering.roles import role_said
from bot.programme.registering.roots import names_roots
from bot.programme.registering.said import PASSES_OVER, SPOKEN
from bot.programme.registering.sectors import find_sectors, says_unknown
from bot.programme.registering.words import clean_words

Told = Mapping[str, str]

KNOWS_A_JOB = "know_job"
LONGEST_WORDS = {Question.JOB: 100, Question.EMPLOYER: 100, Question.HOPE: 600}
MOST_YEARS_OF_WORK = 70
# Before what a button gives that carries several choices as one number.
TAKES, DRAFTS = "t", "d"
DRAFTED = (Question.LANGUAGES, Question.TIMES, Question.INTERESTS)
HEXADECIMAL = 16


class _Said(NamedTuple):
    """An answer as it came."""

    question: Question
    text: str
    programme: Programme
    today: date


def read_answer(
    question: Question, text: str, programme: Programme, today: date
) -> Told | Problem:
    """What to keep of an answer, by the names under which it is kept."""
    if passes_over(question, text):
        return _passed(question)
    said = _Said(question, text, programme, today)
    return _READERS.get(question, _read_choice)(said)


def is_draft(question: Question, value: str) -> bool:
    """Whether a button shows what was tapped so far, and answers nothing yet."""
    return question in DRAFTED and value.startswith(DRAFTS)


def with_told(answers: Told, question: Question, told: Told) -> dict[str, str]:
    """The answers with this one. What is passed over has no answer any more, and what is answered
    was not passed over. A year beside a name changes none that was told before.
    """
    if question is Question.FIRST_NAME and Question.YEAR_OF_BIRTH in answers:
        told = {key: said for key, said in told.items() if key != Question.YEAR_OF_BIRTH}
    passed = [one for one in answers.get(SKIPPED, "").split() if one != question]
    kept = {key: said for key, said in answers.items() if key not in (SKIPPED, question)}
    kept |= {key: said for key, said in told.items() if key != SKIPPED}
    passed += [told[SKIPPED]] if SKIPPED in told else []
    return kept | ({SKIPPED: " ".join(passed)} if passed else {})


def passes_over(question: Question, text: str) -> bool:
    """Whether an answer says that somebody would rather go on without one."""
    return question in OPTIONAL and normalise(text) in PASSES_OVER


def offers(question: Question, text: str, programme: Programme, today: date) -> tuple[str, ...]:
    """What an answer that will not do may have meant, to be tapped."""
    match question:
        case Question.YEAR_OF_BIRTH:
            return tuple(map(str, years_of_age(text, today.year)))
        case Question.BRANCH:
            return branches_of(text, programme)
        case Question.SECTOR:
            return find_sectors(text).near
        case _:
            return ()


def _passed(question: Question) -> Told:
    if question is Question.PHONE:
        return {question: NO_PHONE}
    if question is Question.SECTOR:
        return {Question.SECTOR: ANY_SECTOR, Question.KIND: Kind.GENERIC}
    if question is Question.JOB:
        return {SKIPPED: question, Question.KIND: Kind.GENERIC}
    return {SKIPPED: question}


def _read_choice(said: _Said) -> Told | Problem:
    words = normalise(said.text)
    for value, spoken in SPOKEN[said.question].items():
        if words in spoken or said.text == value:
            return {said.question: str(value)}
    role = role_said(said.text) if said.question is Question.ROLE else None
    return {said.question: role} if role else Problem.NOT_A_CHOICE


def _read_name(said: _Said) -> Told | Problem:
    """A first name, and the rest of the name and the year of birth when they are told with it."""
    if said.question is Question.FIRST_NAME:
        text, born = name_and_birth(said.text, said.today.year)
    else:
        text, born = said.text, None
    name = read_first_name(text)
    if name is None:
        return Problem.NOT_A_NAME
    name = INTRODUCTIONS.sub("", name, count=1) or name
    if said.question is Question.LAST_NAME:
        return {said.question: name}
    first, _, last = name.partition(" ")
    more = {Question.LAST_NAME: last, Question.YEAR_OF_BIRTH: str(born or "")}
    return {said.question: first, **{key: told for key, told in more.items() if told}}


def _read_year(said: _Said) -> Told | Problem:
    year = read_birth(said.text, said.today.year)
    if year is None:
        is_age = years_of_age(said.text, said.today.year)
        return Problem.AN_AGE if is_age else Problem.NOT_A_YEAR
    return {said.question: str(year)}


def _read_branch(said: _Said) -> Told | Problem:
    if said.text in {ELSEWHERE, *(branch.key for branch in said.programme.branches)}:
        return {said.question: said.text}
    found = branches_of(said.text, said.programme)
    if len(found) > 1:
        return Problem.MANY_TOWNS
    return {said.question: found[0]} if found else Problem.UNKNOWN_TOWN


def _read_roots(said: _Said) -> Told | Problem:
    """Yes, no, or the name of a country, which is a yes."""
    answer, asked = _read_choice(said), said.programme.eligibility.roots
    if isinstance(answer, Problem) and names_roots(said.text, asked):
        return {said.question: YES}
    return answer


def _read_capacity(said: _Said) -> Told | Problem:
    """How many mentees; who is not sure about the time talks about it with a coach."""
    answer = _read_choice(said)
    if isinstance(answer, Problem):
        return answer
    if answer[Question.CAPACITY] == UNSURE:
        return {Question.CAPACITY: "1", AVAILABILITY: NO}
    return {**answer, AVAILABILITY: YES}


def _read_tongues(said: _Said) -> Told | Problem:
    spoken = tongues.of_button(said.text) or tongues.read_tongues(said.text)
    return {Question.LANGUAGES: tongues.kept(spoken)} if spoken else Problem.NO_LANGUAGE


def _read_sector(said: _Said) -> Told | Problem:
    text = said.text
    if text == KNOWS_A_JOB:
        return {Question.SECTOR: ANY_SECTOR, Question.KIND: Kind.JOB}
    found = find_sectors(text)
    if found.named:
        return {Question.SECTOR: " ".join(found.named), Question.KIND: Kind.SECTOR}
    if text == ANY_SECTOR or says_unknown(text):
        return {Question.SECTOR: ANY_SECTOR, Question.KIND: Kind.GENERIC}
    return Problem.MANY_SECTORS if found.near else Problem.NO_SECTOR


def _read_words(said: _Said) -> Told | Problem:
    question, words = said.question, clean_words(said.text)
    if len(words) > LONGEST_WORDS[question]:
        return Problem.TOO_LONG
    if not any(one.isalpha() for one in words):
        return Problem.NOT_A_CHOICE
    if question is not Question.JOB:
        return {question: words}
    sectors = " ".join(find_sectors(words).named) or ANY_SECTOR
    return {question: words, Question.KIND: Kind.JOB, Question.SECTOR: sectors}


def _read_experience(said: _Said) -> Told | Problem:
    numbers = numbers_in(said.text)
    fits = len(numbers) == 1 and numbers[0] <= MOST_YEARS_OF_WORK
    return {Question.EXPERIENCE: str(numbers[0])} if fits else Problem.NOT_YEARS


def _read_times(said: _Said) -> Told | Problem:
    mask = _mask_of(said.text)
    slots = free_times.of_mask(mask) if mask else free_times.read_times(said.text)
    if not slots:
        return Problem.NO_TIMES
    told: dict[str, str] = {said.question: free_times.kept(slots)}
    return told | ({Question.ONLINE: YES} if free_times.says_online(said.text) else {})


def _read_interests(said: _Said) -> Told | Problem:
    mask, words = _mask_of(said.text), normalise(said.text).split()
    chosen = [one for place, one in enumerate(INTERESTS) if mask >> place & 1 or one in words]
    return {Question.INTERESTS: " ".join(chosen)} if chosen else Problem.NOT_A_CHOICE


def _read_phone(said: _Said) -> Told | Problem:
    number = read_number(said.text)
    return {Question.PHONE: number} if number else Problem.NOT_A_PHONE


def _mask_of(text: str) -> int:
    """The number that a button carries; 0 for all that is no such button."""
    try:
        return int(text.removeprefix(TAKES), HEXADECIMAL) if text.startswith(f"{TAKES}0x") else 0
    except ValueError:
        return 0


_READERS: Mapping[Question, Callable[[_Said], Told | Problem]] = {
    Question.FIRST_NAME: _read_name,
    Question.LAST_NAME: _read_name,
    Question.YEAR_OF_BIRTH: _read_year,
    Question.BRANCH: _read_branch,
    Question.ROOTS: _read_roots,
    Question.CAPACITY: _read_capacity,
    Question.LANGUAGES: _read_tongues,
    Question.SECTOR: _read_sector,
    Question.JOB: _read_words,
    Question.EXPERIENCE: _read_experience,
    Question.TIMES: _read_times,
    Question.EMPLOYER: _read_words,
    Question.HOPE: _read_words,
    Question.INTERESTS: _read_interests,
    Question.PHONE: _read_phone,
}
