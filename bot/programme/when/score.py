"""Measuring the grammar: how many phrases of a list are read as they were meant."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.programme.languages import LANGUAGES
from bot.programme.when.answers import Understood
from bot.programme.when.reading import read_when

ENTRY = (
    '{"lang": "nl", "now": "2026-11-21T10:00", "text": "di half drie", '
    '"expect": "2026-11-24T14:30"}'
)
ASKED_BACK = "asked back"
THIS_CENTURY = range(2000, 2100)


class WrongPhrases(Exception):
    """A list of phrases will not do; each problem is a sentence."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Phrase:
    """What somebody says at a moment, and the wall time that is meant; None: ask them back."""

    lang: str
    now: datetime
    text: str
    expect: datetime | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase, and the wall time that it was read as; None when it is asked back."""

    phrase: Phrase
    got: datetime | None

    @property
    def hit(self) -> bool:
        """Whether it was read as it was meant."""
        return self.got == self.phrase.expect


def read_phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases in a JSON text; raises WrongPhrases with a sentence for each problem."""
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        raise WrongPhrases(["This is not JSON; it must be a JSON list of objects."]) from None
    if not isinstance(entries, list):
        raise WrongPhrases([f"The JSON must be a list; each entry is such as {ENTRY}."])
    problems = [
        f"Entry {number}: {problem}"
        for number, entry in enumerate(entries, 1)
        for problem in _problems(entry)
    ]
    if problems:
        raise WrongPhrases(problems)
    return tuple(_phrase(entry) for entry in entries)


def _problems(entry: object) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield f"it must be an object such as {ENTRY}."
        return
    if entry.get("lang") not in LANGUAGES:
        yield f'"lang" must be one of {", ".join(LANGUAGES)}.'
    if not isinstance(entry.get("text"), str):
        yield '"text" must be a text.'
    if read_moment(entry.get("now")) is None:
        yield '"now" must be a moment such as "2026-11-21T10:00".'
    if "expect" not in entry or (entry["expect"] is not None and not _is_wall(entry["expect"])):
        yield '"expect" must be a wall time such as "2026-11-24T14:30", or null.'


def read_moment(said: object) -> datetime | None:
    """A moment of this century in ISO form, with a zone or without; None when it is none."""
    try:
        moment = datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    return moment if moment and moment.year in THIS_CENTURY else None


def _is_wall(said: object) -> bool:
    moment = read_moment(said)
    return moment is not None and moment.tzinfo is None


def _phrase(entry: dict[str, str]) -> Phrase:
    now, meant = datetime.fromisoformat(entry["now"]), read_moment(entry["expect"])
    return Phrase(entry["lang"], now, entry["text"], meant)


def at_once(moment: datetime, zone: ZoneInfo) -> datetime:
    """The instant of a moment; one without a zone is a wall time in this one."""
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def score(phrases: Iterable[Phrase], zone: ZoneInfo) -> tuple[Reading, ...]:
    """Reads each phrase at its own moment."""
    return tuple(Reading(one, _read(one, zone)) for one in phrases)


def _read(one: Phrase, zone: ZoneInfo) -> datetime | None:
    read = read_when(one.text, one.lang, at_once(one.now, zone), zone)
    return read.at if isinstance(read, Understood) else None


def lines_of(readings: Sequence[Reading]) -> list[str]:
    """The hits of each language and of all, and each phrase that was missed."""
    told = [_told(name, some) for name, some in _by_language(readings)]
    return [*told, *(_missed(one) for one in readings if not one.hit)]


def _by_language(readings: Sequence[Reading]) -> Iterator[tuple[str, Sequence[Reading]]]:
    for language in LANGUAGES:
        some = [one for one in readings if one.phrase.lang == language]
        if some:
            yield language, some
    yield "all", readings


def _told(name: str, some: Sequence[Reading]) -> str:
    hits = sum(one.hit for one in some)
    share = f" ({hits / len(some):.1%})" if some else ""
    return f"{name:3}  {hits} of {len(some)}{share}"


def _missed(one: Reading) -> str:
    phrase = one.phrase
    return (
        f'missed: {phrase.lang} {phrase.now.isoformat(timespec="minutes")} "{phrase.text}": '
        f"meant {written(phrase.expect)}, read {written(one.got)}"
    )


def written(wall: datetime | None) -> str:
    """A wall time in ISO form, to the minute."""
    return wall.isoformat(timespec="minutes") if wall else ASKED_BACK
