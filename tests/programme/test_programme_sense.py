"""The programme file: where duos can meet, and entries that do not go together."""

import tomllib
from copy import deepcopy
from datetime import time
from importlib import resources
from typing import Any

import pytest

from bot.programme.programme_file import WrongProgramme, read_programme


@pytest.fixture
def table() -> dict[str, Any]:
    duo = resources.files("bot.programme") / "duo.toml"
    return deepcopy(tomllib.loads(duo.read_text("utf-8")))


def problems_of(table: dict[str, Any]) -> tuple[str, ...]:
    with pytest.raises(WrongProgramme) as wrong:
        read_programme(table)
    return wrong.value.problems


def test_a_place_nobody_measured_has_no_point(table):
    library = table["branches"][0]["places"][0]
    del library["latitude"], library["longitude"], library["step_free"]
    place = read_programme(table).branches[0].place("library")
    assert place is not None
    assert (place.latitude, place.longitude, place.step_free) == (None, None, None)


def test_half_a_point_is_none(table):
    del table["branches"][0]["places"][0]["longitude"]
    assert problems_of(table) == (
        "branches, brussels, places: library needs both latitude and longitude, or neither.",
    )


@pytest.mark.parametrize("latitude", [True, "50.8", 91])
def test_a_latitude_is_a_number_of_the_globe(table, latitude):
    table["branches"][0]["places"][0]["latitude"] = latitude
    (problem,) = problems_of(table)
    assert problem.startswith(
        "branches[1].places[1].latitude must be a number from -90 to 90, not "
    )


def test_nobody_is_asked_on_a_day_that_is_quiet(table):
    table["quiet_hours"]["sundays"] = True
    assert problems_of(table) == (
        "check_in.weekday is a Sunday, and Sundays are quiet; choose another day.",
    )


def test_meetings_are_not_offered_backwards(table):
    table["meetings"] |= {"first_hour": 21, "last_hour": 9}
    assert problems_of(table) == (
        "meetings.first_hour comes after meetings.last_hour; change one of them.",
    )


def test_a_branch_without_hours_of_its_own_has_those_of_all(table):
    programme = read_programme(table)
    assert programme.office_hours_of("ghent") == programme.office_hours
    assert programme.office_hours_of(None) == programme.office_hours
    assert programme.office_hours.week[5] == ()


def test_a_branch_may_have_hours_of_its_own(table):
    hours = dict(table["office_hours"]) | {"monday": "10:00-18:00", "closed": ["2027-05-07"]}
    table["branches"][2]["office_hours"] = hours
    ghent = read_programme(table).office_hours_of("ghent")
    assert ghent.week[0] == ((time(10), time(18)),)
    assert [day.isoformat() for day in ghent.closed] == ["2027-05-07"]


def test_days_off_may_be_left_out(table):
    del table["office_hours"]["closed"]
    assert read_programme(table).office_hours.closed == ()


@pytest.mark.parametrize(
    "hours", [9, "nine to five", "12:30-09:00", "09:00-12:00 11:00-13:00", "09:00", "-17:00"]
)
def test_hours_that_cannot_be_are_named(table, hours):
    table["office_hours"]["monday"] = hours
    (problem,) = problems_of(table)
    assert problem.startswith(
        'office_hours.monday must be spans such as "09:00-12:30 13:00-17:00", not '
    )


@pytest.mark.parametrize("days", ["2027-05-07", ["7 May"], [7], ["2027-05-07", "2027-02-30"]])
def test_days_that_do_not_exist_are_named(table, days):
    table["office_hours"]["closed"] = days
    (problem,) = problems_of(table)
    assert problem.startswith('office_hours.closed must be a list of dates such as "2027-05-07"')


def test_messages_may_stay_where_they_are(table):
    table["chats"] = {}
    assert read_programme(table).removed_after_hours is None


def test_a_message_is_not_taken_out_later_than_telegram_allows(table):
    table["chats"]["removed_after_hours"] = 48
    assert problems_of(table) == (
        "chats.removed_after_hours must be a whole number from 1 to 46, not 48.",
    )
