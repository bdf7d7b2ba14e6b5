"""Reading a programme file: every entry, or a sentence for each one that will not do."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from bot.programme.directory.areas import is_area
from bot.programme.entries import Entries
from bot.programme.languages import LANGUAGES
from bot.programme.meeting_places import MeetingPlace
from bot.programme.programme import (
    ELSEWHERE,
    Ages,
    Branch,
    CheckIn,
    Digest,
    Meetings,
    Programme,
    QuietHours,
    Service,
)
from bot.programme.recurrence import is_quiet

OLDEST_AGE = 120
LONGEST_PROGRAMME = 104
LONGEST_PATIENCE = 6
LONGEST_WAIT = 24 * LONGEST_PATIENCE
MOST_MISSES = 12
MOST_LETTERS = 21
LONGEST_MEETING = 480
MOST_HOURS_BEFORE = 12
SUNDAY = 6


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
        meetings=_read_meetings(entries.table("meetings")),
        digest=_read_digest(entries.table("digest")),
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
        ask_again_after_hours=entries.whole_number(
            "ask_again_after_hours", 1, 24 * LONGEST_PATIENCE
        ),
        letters_a_week=entries.whole_number("letters_a_week", 1, MOST_LETTERS),
        guide_minutes=entries.whole_number("guide_minutes", 0, LONGEST_MEETING),
    )
    entries.finish()
    return check_in


def _read_quiet_hours(entries: Entries) -> QuietHours:
    hours = QuietHours(
        start=entries.wall_time("start"),
        end=entries.wall_time("end"),
        sundays=entries.yes_or_no("sundays"),
        holidays=entries.yes_or_no("holidays"),
    )
    entries.finish()
    return hours


def _read_meetings(entries: Entries) -> Meetings:
    meetings = Meetings(
        minutes=entries.whole_number("minutes", 15, LONGEST_MEETING),
        day_before_at=entries.wall_time("day_before_at"),
        hours_before=entries.whole_number("hours_before", 1, MOST_HOURS_BEFORE),
        first_hour=entries.whole_number("first_hour", 0, 23),
        last_hour=entries.whole_number("last_hour", 0, 23),
    )
    entries.finish()
    return meetings


def _read_digest(entries: Entries) -> Digest:
    digest = Digest(weekday=entries.weekday("weekday"), at=entries.wall_time("at"))
    entries.finish()
    return digest


def _read_branch(entries: Entries, languages: tuple[str, ...]) -> Branch:
    branch = Branch(
        key=entries.key("key"),
        name=entries.names("name", languages),
        towns=entries.texts("towns"),
        address=entries.text("address"),
        phone=entries.text("phone"),
        region=entries.text("region"),
        area=entries.text("area"),
        places=tuple(_read_place(one, languages) for one in entries.maybe_tables("places")),
    )
    entries.finish()
    return branch


def _read_place(entries: Entries, languages: tuple[str, ...]) -> MeetingPlace:
    place = MeetingPlace(
        key=entries.key("key"),
        name=entries.names("name", languages),
        address=entries.text("address"),
        hours=entries.names("hours", languages),
        free=entries.yes_or_no("free"),
        step_free=entries.maybe_yes_or_no("step_free"),
        latitude=entries.maybe_number("latitude", -90, 90),
        longitude=entries.maybe_number("longitude", -180, 180),
    )
    entries.finish()
    return place


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
    yield from _unspoken(programme.languages)
    yield from _nowhere(programme.branches)
    yield from _twice("branches", tuple(branch.key for branch in programme.branches))
    if programme.branch(ELSEWHERE):
        yield f'branches: no key may be "{ELSEWHERE}", which says that none of them is near.'
    for branch in programme.branches:
        yield from _misplaced(branch)
    yield from _of_no_age(programme)
    yield from _at_wrong_times(programme)


def _unspoken(languages: tuple[str, ...]) -> Iterator[str]:
    yield from _twice("languages", languages)
    for language in sorted({*languages} - {*LANGUAGES}):
        yield f'languages: there are no words in "{language}", only in {", ".join(LANGUAGES)}.'


def _of_no_age(programme: Programme) -> Iterator[str]:
    for role in ("mentee", "mentor"):
        ages = programme.ages_of(role)
        if ages.youngest is not None and ages.oldest is not None and ages.youngest > ages.oldest:
            yield f"ages.{role}: nobody is at least {ages.youngest} and at most {ages.oldest}."


def _at_wrong_times(programme: Programme) -> Iterator[str]:
    check_in, meetings, quiet = programme.check_in, programme.meetings, programme.quiet_hours
    if check_in.at.minute:
        yield "check_in.at must be a full hour, since duos are offered full hours."
    for name, at in (("check_in.at", check_in.at), ("meetings.day_before_at",
                      meetings.day_before_at), ("digest.at", programme.digest.at)):  # fmt: skip
        if is_quiet(at, quiet.start, quiet.end):
            yield f"{name} lies in the quiet hours; choose a time outside them."
    if quiet.sundays and check_in.weekday == SUNDAY:
        yield "check_in.weekday is a Sunday, and Sundays are quiet; choose another day."
    if meetings.first_hour > meetings.last_hour:
        yield "meetings.first_hour comes after meetings.last_hour; change one of them."


def _misplaced(branch: Branch) -> Iterator[str]:
    where = f"branches, {branch.key}, places"
    yield from _twice(where, tuple(place.key for place in branch.places))
    for place in branch.places:
        if (place.latitude is None) != (place.longitude is None):
            yield f"{where}: {place.key} needs both latitude and longitude, or neither."


def _nowhere(branches: tuple[Branch, ...]) -> Iterator[str]:
    for branch in branches:
        if not is_area(branch.area):
            yield f'branches: the area "{branch.area}" is none; write BE-BRU or BE-VLG:Gent.'


def _twice(where: str, keys: tuple[str, ...]) -> Iterator[str]:
    for key, count in Counter(keys).items():
        if count > 1:
            yield f'{where} names "{key}" {count} times; once is enough.'
