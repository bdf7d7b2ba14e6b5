"""The programme file: where duos can meet, and entries that do not go together."""

import tomllib
from copy import deepcopy
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
