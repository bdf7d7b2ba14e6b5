"""What seldom happens in the directory's rules, tried all the same."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.programme.directory import Catalogue, Entry, Service
from bot.programme.directory.areas import LONGEST_SLUG, slug
from bot.programme.directory.choosing import Wish
from bot.programme.directory.general import general_doors, wider_places
from bot.programme.directory.index import Index
from bot.programme.edits import Detail, Field, changed
from bot.programme.needs.finding import has_new_words, learnt_words
from bot.programme.programme_file import WrongProgramme, read_programme
from bot.settings import load_programme
from tests.programme.test_programme import shipped

DOOR = Service("door", {"en": "Door"}, "A", ("admin.help",), ("BE-VLG",))
LONG = "BE-WAL:" + "Saint-Barthelemy-des-Grands-Pres"


def test_two_long_names_of_towns_stay_apart():
    assert slug(LONG) != slug(f"{LONG}x")
    assert len(slug(LONG)) <= LONGEST_SLUG


def test_a_website_can_be_changed_and_taken_away():
    website = Detail(Field.WEBSITE, -1)
    assert changed(DOOR, website, "https://door.example", "en").website == "https://door.example"
    assert (
        changed(replace(DOOR, website="https://door.example"), website, "", "en").website is None
    )


def test_a_branch_that_stands_nowhere_is_named():
    table = shipped("duo")
    table["branches"][0]["area"] = "Atlantis"
    with pytest.raises(WrongProgramme, match="Atlantis"):
        read_programme(table)


def test_an_index_that_is_prepared_finds_the_same():
    assert Index((DOOR,)).prepared().by_need == Index((DOOR,)).by_need


def test_where_nothing_is_known_the_general_doors_of_the_region_are():
    catalogue = Catalogue([Entry(DOOR), Entry(replace(DOOR, key="food", needs=("food.meal",)))])
    zone = load_programme("duo").zone
    wish = Wish("food.meal", "BE-VLG:Gent", "en", datetime(2026, 11, 24, 10, tzinfo=UTC), zone)
    assert [one.service.key for one in general_doors(catalogue, wish)] == ["door"]
    assert list(wider_places(catalogue, wish)) == ["BE-VLG"]


def test_a_word_that_was_never_learnt_is_new():
    assert has_new_words("xqzzyv")
    assert not learnt_words("xqzzyv")
    assert learnt_words("my landlord")
