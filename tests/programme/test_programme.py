"""The programme file: two are shipped, and every wrong entry is named."""

import tomllib
from copy import deepcopy
from datetime import time
from importlib import resources
from typing import Any

import pytest

from bot.programme.intakes.settings import IntakeRules
from bot.programme.programme import Ages, CheckIn, Digest, Meetings, QuietHours
from bot.programme.programme_file import WrongProgramme, read_programme
from bot.programme.recurrence import is_quiet
from bot.programme.training.settings import Sessions


def shipped(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("bot.programme") / f"{name}.toml").read_text("utf-8"))


@pytest.fixture
def table() -> dict[str, Any]:
    return deepcopy(shipped("duo"))


def problems_of(table: dict[str, Any]) -> tuple[str, ...]:
    with pytest.raises(WrongProgramme) as wrong:
        read_programme(table)
    assert str(wrong.value) == "\n".join(wrong.value.problems)
    return wrong.value.problems


def test_the_duo_programme_is_as_described():
    duo = read_programme(shipped("duo"))
    assert duo.sample
    assert duo.zone.key == "Europe/Brussels"
    assert duo.languages == ("nl", "fr", "en")
    assert duo.ages_of("mentee") == duo.mentee_ages == Ages(18, 33)
    assert duo.ages_of("mentor") == duo.mentor_ages == Ages(50, None)
    assert duo.length_weeks == 26
    assert duo.check_in == CheckIn(
        6, time(18), patience_days=3, misses_before_coach=2, ask_again_after_hours=24,
        letters_a_week=4, guide_minutes=120,
    )  # fmt: skip
    assert duo.quiet_hours == QuietHours(time(21), time(8), sundays=False, holidays=True)
    assert duo.meetings == Meetings(120, time(18), 2, first_hour=9, last_hour=20)
    assert duo.intakes == IntakeRules(hours_ahead=4, days_ahead=28)
    assert duo.digest == Digest(0, time(8, 30))
    assert duo.sessions == Sessions(info_minutes=90, seats=16, hold_hours=12)
    assert duo.training.minutes == 210
    assert len(duo.training.modules) == 8
    assert duo.training.module("listening") == duo.training.modules[3]
    assert [one.key for one in duo.branches] == [
        "brussels",
        "antwerp",
        "ghent",
        "liege",
        "mechelen",
    ]
    assert duo.emergency_number == "112"
    assert duo.privacy_version == "2026-11-23"


def test_the_mentor2work_programme_has_no_upper_age():
    programme = read_programme(shipped("mentor2work"))
    assert programme.mentee_ages == programme.mentor_ages == Ages(18, None)
    keys = ["mechelen", "vilvoorde", "antwerp", "hasselt", "genk", "ghent"]
    assert [one.key for one in programme.branches] == keys
    assert programme.training.keys == ("role", "newcomers", "bias", "coaching")
    assert programme.training.module("listening") is None


def test_a_programme_may_have_no_training(table):
    del table["training"]["modules"]
    assert read_programme(table).training.modules == ()


def test_the_modules_of_the_training_are_told_apart(table):
    modules = table["training"]["modules"]
    modules[0]["key"], modules[1]["key"] = "info", modules[2]["key"]
    assert problems_of(table) == (
        'training.modules names "landscape" 2 times; once is enough.',
        'training.modules: no key may be "info", which means an info session.',
    )


@pytest.mark.parametrize("name", ["duo", "mentor2work"])
def test_no_sample_phone_can_be_dialled_and_every_service_can(name):
    programme = read_programme(shipped(name))
    for branch in programme.branches:
        assert " 00 00 0" in branch.phone or " 000 00 0" in branch.phone
        assert branch.name["nl"] in branch.towns
        assert programme.branch(branch.key) is branch
    assert [one.phone for one in programme.elsewhere] == [
        "0800 30 700",
        "0800 35 123",
        "0800 93 947",
    ]
    assert all(one.website.startswith("https://www.") for one in programme.elsewhere)
    assert not is_quiet(programme.check_in.at, time(21), time(8))


def test_an_unknown_branch_is_none():
    assert read_programme(shipped("duo")).branch("atlantis") is None


def test_the_services_of_the_region_come_first_and_all_of_them_when_it_is_unknown():
    duo = read_programme(shipped("duo"))
    assert [one.name["fr"] for one in duo.services_near("liege")] == ["Le Forem"]
    assert [one.name["nl"] for one in duo.services_near("brussels")] == ["VDAB", "Actiris"]
    assert duo.services_near("atlantis") == duo.services_near(None) == duo.elsewhere


def test_the_names_cannot_be_changed():
    name: Any = read_programme(shipped("duo")).name
    with pytest.raises(TypeError):
        name["nl"] = "iets anders"


def test_times_may_be_written_as_toml_writes_them(table):
    table["check_in"]["at"] = time(17)
    assert read_programme(table).check_in.at == time(17)


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (("sample",), "yes", 'sample must be true or false, not "yes".'),
        (
            ("zone",),
            "Mars/Base",
            'zone must be a time zone such as "Europe/Brussels", not "Mars/Base".',
        ),
        (("zone",), 3, 'zone must be a time zone such as "Europe/Brussels", not 3.'),
        (("zone",), "", 'zone must be a time zone such as "Europe/Brussels", not "".'),
        (("emergency_number",), 112, "emergency_number must be a text in quotes, not 112."),
        (("emergency_number",), " ", 'emergency_number must be a text in quotes, not " ".'),
        (
            ("talks", "mid_term_week"),
            0,
            "talks.mid_term_week must be a whole number from 1 to 104, not 0.",
        ),
        (("length_weeks",), 0, "length_weeks must be a whole number from 1 to 104, not 0."),
        (
            ("length_weeks",),
            True,
            "length_weeks must be a whole number from 1 to 104, not true.",
        ),
        (
            ("length_weeks",),
            "26",
            'length_weeks must be a whole number from 1 to 104, not "26".',
        ),
        (
            ("matching", "points", "sector"),
            101,
            "matching.points.sector must be a whole number from 0 to 100, not 101.",
        ),
        (
            ("matching", "remind_after_days"),
            0,
            "matching.remind_after_days must be a whole number from 1 to 30, not 0.",
        ),
        (
            ("check_in", "weekday"),
            "zondag",
            'check_in.weekday must be a day of the week such as "sunday", not "zondag".',
        ),
        (
            ("check_in", "weekday"),
            7,
            'check_in.weekday must be a day of the week such as "sunday", not 7.',
        ),
        (
            ("check_in", "at"),
            "25:00",
            'check_in.at must be a time of day such as "18:00", not "25:00".',
        ),
        (
            ("check_in", "at"),
            "18:00+01:00",
            'check_in.at must be a time of day such as "18:00", not "18:00+01:00".',
        ),
        (("check_in", "at"), 18, 'check_in.at must be a time of day such as "18:00", not 18.'),
        (("quiet_hours",), "night", 'quiet_hours must be a table, not "night".'),
        (
            ("sessions", "hold_hours"),
            0,
            "sessions.hold_hours must be a whole number from 1 to 72, not 0.",
        ),
        (
            ("sessions", "seats"),
            "many",
            'sessions.seats must be a whole number from 1 to 500, not "many".',
        ),
        (
            ("training", "minutes"),
            5,
            "training.minutes must be a whole number from 15 to 600, not 5.",
        ),
        (("branches",), [], "branches must be a list of one table or more, not []."),
        (("branches",), "none", 'branches must be a list of one table or more, not "none".'),
        (("branches",), ["a"], "branches must be a list of one table or more, not ['a']."),
        (
            ("elsewhere", 0, "regions"),
            [],
            "elsewhere[1].regions must be a list of one text or more, not [].",
        ),
        (
            ("elsewhere", 2, "languages"),
            ["fr", 3],
            "elsewhere[3].languages must be a list of one text or more, not ['fr', 3].",
        ),
        *(
            (
                ("branches", 1, "key"),
                key,
                (
                    'branches[2].key must be a key of at most 32 of a-z, 0-9, "_" and "-",'
                    f' not "{key}".'
                ),
            )
            for key in ("ant:werp", "Antwerp", "a" * 33)
        ),
        (
            ("branches", 1, "key"),
            "elsewhere",
            'branches: no key may be "elsewhere", which says that none of them is near.',
        ),
        (
            ("branches", 1, "name", "en"),
            "",
            'branches[2].name.en must be a text in quotes, not "".',
        ),
    ],
)
def test_a_wrong_entry_is_named_with_what_it_must_be(table, path, value, problem):
    inner: Any = table
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    assert problems_of(table) == (problem,)


def test_all_wrong_entries_are_named_at_once(table):
    del table["zone"], table["ages"], table["check_in"]["at"]
    table["privacy"]["contact"] = 1
    table["branches"][4]["towns"] = "Mechelen"
    assert problems_of(table) == (
        "ages is missing; it must be a table.",
        'zone is missing; it must be a time zone such as "Europe/Brussels".',
        'check_in.at is missing; it must be a time of day such as "18:00".',
        'branches[5].towns must be a list of one text or more, not "Mechelen".',
        "privacy.contact must be a text in quotes, not 1.",
    )


def test_an_empty_file_names_everything_that_is_missing():
    assert all("is missing; it must be" in problem for problem in problems_of({}))


def test_entries_nobody_reads_are_named_with_the_nearest_right_one(table):
    table["lenght_weeks"] = 20
    table["check_in"]["patience"] = 3
    table["ages"]["mentee"]["weight"] = 80
    assert problems_of(table) == (
        "ages.mentee.weight is not an entry of the programme. Take it out.",
        'check_in.patience is not an entry of the programme. Did you mean "patience_days"?',
        'lenght_weeks is not an entry of the programme. Did you mean "length_weeks"?',
    )


def test_a_name_is_needed_in_every_language(table):
    table["languages"] = ["nl", "fr", "en", "ar"]
    problems = problems_of(table)
    assert problems[0] == "name.ar is missing; it must be a text in quotes."
    places = sum(len(one["places"]) for one in table["branches"])
    named = len(table["branches"]) + len(table["elsewhere"]) + len(table["training"]["modules"])
    assert len(problems) == 1 + named + 2 * places  # a place has a name and a line with its hours


def test_entries_that_contradict_each_other_are_named(table):
    table["languages"] = ["nl", "fr", "en", "nl"]
    table["ages"]["mentee"] = {"youngest": 40, "oldest": 30}
    table["check_in"]["at"] = "22:30"
    table["branches"][1]["key"] = "brussels"
    assert problems_of(table) == (
        'languages names "nl" 2 times; once is enough.',
        'branches names "brussels" 2 times; once is enough.',
        "ages.mentee: nobody is at least 40 and at most 30.",
        "check_in.at must be a full hour, since duos are offered full hours.",
        "check_in.at lies in the quiet hours; choose a time outside them.",
    )


def test_a_language_without_words_is_named(table):
    table["languages"] = ["nl", "fr", "de"]
    places = [place for one in table["branches"] for place in one["places"]]
    named_so = table["branches"] + table["elsewhere"] + table["training"]["modules"]
    known = [table["name"], *(one["name"] for one in named_so)]
    for named in (*known, *(words for one in places for words in (one["name"], one["hours"]))):
        named["de"] = "Name"
        named.pop("en", None)
    assert problems_of(table) == ('languages: there are no words in "de", only in nl, fr, en.',)


def test_the_times_of_first_talks_have_their_limits(table):
    table["intakes"] = {"hours_ahead": 100, "days_ahead": 0, "weeks": 4}
    assert problems_of(table) == (
        "intakes.hours_ahead must be a whole number from 0 to 96, not 100.",
        "intakes.days_ahead must be a whole number from 1 to 60, not 0.",
        "intakes.weeks is not an entry of the programme. Take it out.",
    )
