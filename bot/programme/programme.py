"""The programme the bot serves: its ages, rhythm, branches and words, read from one table."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.programme.directory.areas import is_area
from bot.programme.entries import Entries
from bot.programme.languages import LANGUAGES
from bot.programme.recurrence import is_quiet

Names = Mapping[str, str]

# In the place of a branch: none of them is near.
ELSEWHERE = "elsewhere"

OLDEST_AGE = 120
LONGEST_PROGRAMME = 104
LONGEST_PATIENCE = 6
MOST_MISSES = 12


@dataclass(frozen=True, slots=True)
class Ages:
    """Who may take part, in years; None where there is no limit."""

    youngest: int | None
    oldest: int | None


@dataclass(frozen=True, slots=True)
class CheckIn:
    """When a duo is asked whether it met, and how long the answer may take; Monday is 0."""

    weekday: int
    at: time
    patience_days: int
    misses_before_coach: int


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The wall times between which nobody is disturbed."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Branch:
    """A local office, and the towns whose people it serves, in all languages.

    ``area`` is where it stands, as the directory names places: BE-BRU, BE-VLG:Gent.
    """

    key: str
    name: Names
    towns: tuple[str, ...]
    address: str
    phone: str
    region: str
    area: str


@dataclass(frozen=True, slots=True)
class Service:
    """Somebody else to turn to when the programme does not fit."""

    name: Names
    phone: str
    website: str
    regions: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything in which one programme differs from another.

    ``sample``: the addresses and phones of the branches are made up, and cards must say so.
    """

    name: Names
    sample: bool
    zone: ZoneInfo
    languages: tuple[str, ...]
    mentee_ages: Ages
    mentor_ages: Ages
    length_weeks: int
    check_in: CheckIn
    quiet_hours: QuietHours
    branches: tuple[Branch, ...]
    elsewhere: tuple[Service, ...]
    emergency_number: str
    privacy_version: str
    controller: str
    contact: str

    def is_night(self, now: datetime) -> bool:
        """Whether an instant lies in the quiet hours, where the programme is."""
        quiet = self.quiet_hours
        return is_quiet(now.astimezone(self.zone).time(), quiet.start, quiet.end)

    def ages_of(self, role: str) -> Ages:
        """The ages asked of a mentee or of a mentor."""
        return self.mentor_ages if role == "mentor" else self.mentee_ages

    def branch(self, key: str) -> Branch | None:
        """The branch of that key, or None when there is no such branch any more."""
        return next((branch for branch in self.branches if branch.key == key), None)

    def services_near(self, branch: str | None) -> tuple[Service, ...]:
        """Who else can help in the region of a branch; all of them when the place is unknown."""
        place = self.branch(branch or "")
        near = tuple(one for one in self.elsewhere if place and place.region in one.regions)
        return near or self.elsewhere


class WrongProgramme(Exception):
    """The programme file holds entries that will not do; every one of them is named."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_programme(table: Mapping[str, Any]) -> Programme:
    """The programme that a table of settings describes, or all that is wrong with it."""
    problems: list[str] = []
    entries = Entries(table, problems)
    programme = _read(entries)
    entries.finish()
    if not problems:
        problems.extend(_contradictions(programme))
    if problems:
        raise WrongProgramme(tuple(problems))
    return programme


def _read(entries: Entries) -> Programme:
    languages = entries.texts("languages")
    ages, privacy = entries.table("ages"), entries.table("privacy")
    programme = Programme(
        name=entries.names("name", languages),
        sample=entries.yes_or_no("sample"),
        zone=entries.zone("zone"),
        languages=languages,
        mentee_ages=_read_ages(ages.table("mentee")),
        mentor_ages=_read_ages(ages.table("mentor")),
        length_weeks=entries.whole_number("length_weeks", 1, LONGEST_PROGRAMME),
        check_in=_read_check_in(entries.table("check_in")),
        quiet_hours=_read_quiet_hours(entries.table("quiet_hours")),
        branches=tuple(_read_branch(one, languages) for one in entries.tables("branches")),
        elsewhere=tuple(_read_service(one, languages) for one in entries.tables("elsewhere")),
        emergency_number=entries.text("emergency_number"),
        privacy_version=privacy.text("version"),
        controller=privacy.text("controller"),
        contact=privacy.text("contact"),
    )
    ages.finish()
    privacy.finish()
    return programme


def _read_ages(entries: Entries) -> Ages:
    ages = Ages(
        youngest=entries.maybe_whole_number("youngest", 0, OLDEST_AGE),
        oldest=entries.maybe_whole_number("oldest", 0, OLDEST_AGE),
    )
    entries.finish()
    return ages


def _read_check_in(entries: Entries) -> CheckIn:
    check_in = CheckIn(
        weekday=entries.weekday("weekday"),
        at=entries.wall_time("at"),
        patience_days=entries.whole_number("patience_days", 1, LONGEST_PATIENCE),
        misses_before_coach=entries.whole_number("misses_before_coach", 1, MOST_MISSES),
    )
    entries.finish()
    return check_in


def _read_quiet_hours(entries: Entries) -> QuietHours:
    hours = QuietHours(start=entries.wall_time("start"), end=entries.wall_time("end"))
    entries.finish()
    return hours


def _read_branch(entries: Entries, languages: tuple[str, ...]) -> Branch:
    branch = Branch(
        key=entries.key("key"),
        name=entries.names("name", languages),
        towns=entries.texts("towns"),
        address=entries.text("address"),
        phone=entries.text("phone"),
        region=entries.text("region"),
        area=entries.text("area"),
    )
    entries.finish()
    return branch


def _read_service(entries: Entries, languages: tuple[str, ...]) -> Service:
    service = Service(
        name=entries.names("name", languages),
        phone=entries.text("phone"),
        website=entries.text("website"),
        regions=entries.texts("regions"),
        languages=entries.texts("languages"),
    )
    entries.finish()
    return service


def _contradictions(programme: Programme) -> Iterator[str]:
    """What no single entry shows: entries that do not go together."""
    yield from _twice("languages", programme.languages)
    for language in sorted({*programme.languages} - {*LANGUAGES}):
        yield f'languages: there are no words in "{language}", only in {", ".join(LANGUAGES)}.'
    yield from _nowhere(programme.branches)
    yield from _twice("branches", tuple(branch.key for branch in programme.branches))
    if programme.branch(ELSEWHERE):
        yield f'branches: no key may be "{ELSEWHERE}", which says that none of them is near.'
    for role in ("mentee", "mentor"):
        ages = programme.ages_of(role)
        if ages.youngest is not None and ages.oldest is not None and ages.youngest > ages.oldest:
            yield f"ages.{role}: nobody is at least {ages.youngest} and at most {ages.oldest}."
    if programme.check_in.at.minute:
        yield "check_in.at must be a full hour, since duos are offered full hours."
    quiet = programme.quiet_hours
    if is_quiet(programme.check_in.at, quiet.start, quiet.end):
        yield "check_in.at lies in the quiet hours; choose a time outside them."


def _nowhere(branches: tuple[Branch, ...]) -> Iterator[str]:
    for branch in branches:
        if not is_area(branch.area):
            yield f'branches: the area "{branch.area}" is none; write BE-BRU or BE-VLG:Gent.'


def _twice(where: str, keys: tuple[str, ...]) -> Iterator[str]:
    for key, count in Counter(keys).items():
        if count > 1:
            yield f'{where} names "{key}" {count} times; once is enough.'
