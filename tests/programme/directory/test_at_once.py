"""Whom to call about one thing: the reader's language first, and everything that can be called."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.directory import starter
from bot.programme.directory import Catalogue, Entry
from bot.programme.directory.at_once import Caller, is_answered_by_lines, lines_about
from bot.programme.directory.crisis import crisis_lines
from bot.programme.directory.reading import read_service
from bot.programme.needs import NEEDS

BRUSSELS = ZoneInfo("Europe/Brussels")
NIGHT = datetime(2026, 11, 24, 2, tzinfo=UTC)
CATALOGUE = Catalogue([Entry(read_service(one)) for one in starter.services()])


def numbers(need: str, language: str, place: str | None = "BE-BRU") -> list[str]:
    lines = lines_about(CATALOGUE, need, Caller(language, place, NIGHT, BRUSSELS))
    return [one.phones[0].dial for one in lines]


@pytest.mark.parametrize(
    ("language", "place", "called"),
    [
        ("nl", "BE-VLG:Gent", ["1813", "106"]),
        ("nl", "BE-WAL", ["1813", "106"]),
        ("fr", "BE-WAL:Liège", ["0800 32 123", "107"]),
        ("en", "BE-VLG", ["02 648 40 14", "1813", "0800 32 123"]),
        ("en", None, ["02 648 40 14", "0800 32 123", "1813"]),
    ],
)
def test_who_thinks_of_suicide_is_led_to_who_understands_them(language, place, called):
    assert numbers("crisis.suicide", language, place) == called


def test_a_number_of_two_services_stands_once_and_takes_no_other_s_place():
    assert numbers("violence.partner", "en", None) == ["02 648 40 14", "0800 30 030", "1712"]


def test_at_night_an_open_line_in_another_language_stands_before_a_closed_one():
    assert numbers("violence.partner", "nl") == ["0800 30 030", "1712", "106"]
    assert numbers("violence.sexual", "nl") == ["106", "1712"]
    assert numbers("violence.sexual", "fr") == ["107", "0800 98 100"]


@pytest.mark.parametrize("place", ["BE-WAL:Liège", None])
def test_who_has_no_bed_is_sent_to_no_refuge_for_who_is_beaten(place):
    assert numbers("housing.tonight", "fr", place) == ["0800 99 340", "107"]
    assert "0800 30 030" in numbers("violence.partner", "fr", place)


@pytest.mark.parametrize("place", ["BE-VLG:Antwerpen", "BE-BRU", None])
def test_at_night_the_list_of_numbers_holds_an_open_line_for_violence(place):
    lines = crisis_lines(CATALOGUE, "nl", place, NIGHT, BRUSSELS)
    called = [one.phones[0].dial for one in lines]
    assert called.index("0800 30 030") < called.index("1712")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("need", [one for one in NEEDS if is_answered_by_lines(one, "BE-BRU")])
def test_who_cannot_wait_is_never_left_without_a_number(need, language):
    for place in (None, "BE", "BE-BRU", "BE-VLG", "BE-WAL"):
        called = numbers(need, language, place)
        assert len(called) == len(set(called)) >= 1


def test_only_what_cannot_wait_is_answered_by_lines_alone():
    assert not is_answered_by_lines("housing.tonight", None)
    assert not is_answered_by_lines("violence.partner", "BE-BRU")
    assert is_answered_by_lines("violence.partner", None)
