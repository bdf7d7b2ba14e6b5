"""Reading a programme file: every entry, or a sentence for each one that will not do."""

from collections.abc import Mapping
from typing import Any

from bot.programme.active_weeks.talks import read_talks
from bot.programme.cases import Rung, Urgency
from bot.programme.eligibility import read_eligibility
from bot.programme.entries import Entries
from bot.programme.entry_values import WEEKDAYS
from bot.programme.intakes.settings import read_intakes
from bot.programme.matching.settings import read_matching
from bot.programme.meeting_places import MeetingPlace
from bot.programme.programme import (
    Ages,
    Branch,
    CheckIn,
    Digest,
    Meetings,
    OfficeHours,
    Patience,
    Programme,
    QuietHours,
    Service,
)
from bot.programme.programme_sense import contradictions
from bot.programme.training.settings import read_sessions, read_training

OLDEST_AGE = 120
LONGEST_PROGRAMME = 104
LONGEST_PATIENCE = 6
LONGEST_WAIT = 24 * LONGEST_PATIENCE
MOST_MISSES = 12
MOST_LETTERS = 21
LONGEST_MEETING = 480
MOST_HOURS_BEFORE = 12
# Minutes of office hours: about a month of them.
LONGEST_CASE = 10_000
# Telegram lets a bot delete its messages for 48 hours; the courier needs a while.
LONGEST_UNTIL_REMOVED = 46


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
        problems.extend(contradictions(programme))
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
        **_read_road(entries, languages),
        office_hours=_read_office_hours(entries.table("office_hours")),
        patience=_read_patience(entries.table("cases")),
        removed_after_hours=_read_removal(entries.table("chats")),
        branches=tuple(_read_branch(one, languages) for one in entries.tables("branches")),
        elsewhere=tuple(_read_service(one, languages) for one in entries.tables("elsewhere")),
        emergency_number=entries.text("emergency_number"),
        privacy_version=privacy.text("version"),
        controller=privacy.text("controller"),
        contact=privacy.text("contact"),
        convention_folder=_read_convention(entries.table("convention")),
    )
    ages.finish()
    privacy.finish()
    return programme


def _read_convention(entries: Entries) -> str:
    folder = entries.text("folder")
    entries.finish()
    return folder


def _read_road(entries: Entries, languages: tuple[str, ...]) -> dict[str, Any]:
    """What differs on the road to a duo."""
    return {
        "matching": read_matching(entries.table("matching")),
        "intakes": read_intakes(entries.table("intakes")),
        "eligibility": read_eligibility(entries.table("eligibility")),
        "talks": read_talks(entries.table("talks")),
        "sessions": read_sessions(entries.table("sessions")),
        "training": read_training(entries.table("training"), languages),
    }


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


def _read_office_hours(entries: Entries) -> OfficeHours:
    week = {day: entries.spans(name) for day, name in enumerate(WEEKDAYS)}
    hours = OfficeHours(week, closed=entries.maybe_days("closed"))
    entries.finish()
    return hours


def _read_patience(entries: Entries) -> Mapping[Urgency, Patience]:
    patience = {one: _read_one_patience(entries.table(one)) for one in Urgency}
    entries.finish()
    return patience


def _read_one_patience(entries: Entries) -> Patience:
    patience = Patience(
        read=entries.whole_number("read", 1, LONGEST_CASE),
        rungs={rung: entries.whole_number(rung, 1, LONGEST_CASE) for rung in Rung},
        answer=entries.whole_number("answer", 1, LONGEST_CASE),
    )
    entries.finish()
    return patience


def _read_removal(entries: Entries) -> int | None:
    hours = entries.maybe_whole_number("removed_after_hours", 1, LONGEST_UNTIL_REMOVED)
    entries.finish()
    return hours


def _read_branch(entries: Entries, languages: tuple[str, ...]) -> Branch:
    hours = entries.maybe_table("office_hours")
    branch = Branch(
        key=entries.key("key"),
        name=entries.names("name", languages),
        towns=entries.texts("towns"),
        address=entries.text("address"),
        phone=entries.text("phone"),
        region=entries.text("region"),
        area=entries.text("area"),
        places=tuple(_read_place(one, languages) for one in entries.maybe_tables("places")),
        office_hours=_read_office_hours(hours) if hours else None,
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
