"""Measuring the search: how often a sentence finds the need that was meant."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.programme.languages import LANGUAGES
from bot.programme.needs.codes import NEEDS, THEMES, theme_of

ENTRY = 'an object such as {"lang": "en", "text": "I lost my job", "accept": ["work.rights"]}'
LANGUAGE = f"one of {', '.join(LANGUAGES)}"
KNOWN = {*THEMES, *NEEDS}
ALL = "all"


class WrongQuestions(Exception):
    """A list of questions will not do; each problem is a sentence."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence, and the codes of needs that are right answers: none when it names no need.

    A theme among them stands for each of its needs.
    """

    lang: str
    text: str
    accept: tuple[str, ...]

    def accepts(self, need: str) -> bool:
        """Whether this need is a right answer."""
        return need in self.accept or theme_of(need) in self.accept


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a question, best first."""

    question: Question
    found: tuple[str, ...]

    @property
    def first(self) -> bool:
        """Whether the best answer is right."""
        return any(self.question.accepts(need) for need in self.found[:1])

    @property
    def among(self) -> bool:
        """Whether a right answer is among the first three."""
        return any(self.question.accepts(need) for need in self.found[:3])


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sentences named a need, and for how many it was found first or among three."""

    asked: int
    first: int
    among: int


@dataclass(frozen=True, slots=True)
class Silence:
    """How many sentences named no need, and for how many one was found all the same."""

    asked: int
    found: int


@dataclass(frozen=True, slots=True)
class Score:
    """What a search is worth. Languages are followed by all of them together, as ``all``.

    A sentence with several right answers is counted under the first one.
    """

    languages: Mapping[str, Tally]
    needs: Mapping[str, Tally]
    silences: Mapping[str, Silence]
    wrong: tuple[Answer, ...]


def read_questions(text: str) -> tuple[Question, ...]:
    """The questions in a JSON text; raises WrongQuestions with a sentence for each problem."""
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        raise WrongQuestions(["This is not JSON; it must be a JSON list of objects."]) from None
    if not isinstance(entries, list):
        raise WrongQuestions([f"The JSON must be a list; each entry is {ENTRY}."])
    problems = [
        f"Entry {number}: {problem}"
        for number, entry in enumerate(entries, 1)
        for problem in _problems(entry)
    ]
    if problems:
        raise WrongQuestions(problems)
    return tuple(Question(one["lang"], one["text"], tuple(one["accept"])) for one in entries)


def _problems(entry: object) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield f"it must be {ENTRY}."
        return
    if entry.get("lang") not in LANGUAGES:
        yield f'"lang" must be {LANGUAGE}.'
    if not isinstance(entry.get("text"), str):
        yield '"text" must be a text.'
    yield from _wrong_codes(entry.get("accept"))


def _wrong_codes(accept: object) -> Iterator[str]:
    if not isinstance(accept, list) or not all(isinstance(code, str) for code in accept):
        yield '"accept" must be a list of codes, or [] when the text names no need.'
        return
    for code in accept:
        if code not in KNOWN:
            yield f'"{code[:40]}" is not a need.'


def score(questions: Iterable[Question], find: Callable[[str], Sequence[str]]) -> Score:
    """Puts each question to a search that gives codes, best first, or none."""
    answers = [Answer(question, tuple(find(question.text))) for question in questions]
    named = [answer for answer in answers if answer.question.accept]
    quiet = [answer for answer in answers if not answer.question.accept]
    missed = [answer for answer in named if not answer.among]
    false = [answer for answer in quiet if answer.found]
    return Score(
        {group: _tally(some) for group, some in _by_language(named)},
        {need: _tally(some) for need, some in _by_need(named)},
        {group: _silence(some) for group, some in _by_language(quiet)},
        (*missed, *false),
    )


def _by_language(answers: Sequence[Answer]) -> Iterator[tuple[str, list[Answer]]]:
    for language in LANGUAGES:
        some = [answer for answer in answers if answer.question.lang == language]
        if some:
            yield language, some
    yield ALL, list(answers)


def _by_need(answers: Sequence[Answer]) -> Iterator[tuple[str, list[Answer]]]:
    for code in (*THEMES, *NEEDS):
        some = [answer for answer in answers if answer.question.accept[0] == code]
        if some:
            yield code, some


def _tally(answers: Sequence[Answer]) -> Tally:
    first = sum(answer.first for answer in answers)
    return Tally(len(answers), first, sum(answer.among for answer in answers))


def _silence(answers: Sequence[Answer]) -> Silence:
    return Silence(len(answers), sum(bool(answer.found) for answer in answers))


def lines_of(result: Score) -> list[str]:
    """The score as a table that people read: languages, needs, and false hits."""
    rows: list[tuple[str, ...]] = [("", "sentences", "top 1", "top 3")]
    rows += [
        _row(name, tally) for name, tally in (*result.languages.items(), *result.needs.items())
    ]
    false: list[tuple[str, ...]] = [("no need named", "sentences", "false hits")]
    false += [
        (name, str(silence.asked), _share(silence.found, silence.asked))
        for name, silence in result.silences.items()
    ]
    return [*_columns(rows), "", *_columns(false)]


def _row(name: str, tally: Tally) -> tuple[str, ...]:
    return (
        name,
        str(tally.asked),
        _share(tally.first, tally.asked),
        _share(tally.among, tally.asked),
    )


def _share(some: int, of: int) -> str:
    """Such as "9 (90.0%)"; a share of nothing is a dash."""
    return f"{some} ({some / of:.1%})" if of else "-"


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [_line(row, widths) for row in rows]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    name, *figures = row
    right = (figure.rjust(width) for figure, width in zip(figures, widths[1:], strict=True))
    return "  ".join((name.ljust(widths[0]), *right)).rstrip()
