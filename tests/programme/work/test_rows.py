"""What a row of a file of people comes to, and in which words it is wrong."""

from datetime import date

import pytest

from bot.programme.work.heads import HEADS, columns, lacking
from bot.programme.work.rows import Entry, Reading, Wrong, read_row
from bot.settings import load_programme

TODAY = date(2026, 3, 3)
READING = Reading(load_programme("duo"), TODAY)
AMINA = {"consent": "2026-03-01", "role": "mentee", "first_name": "Amina",
         "last_name": "Ben", "year_of_birth": "1999", "language": "fr"}  # fmt: skip


def row(**told):
    return read_row(2, {**AMINA, **told}, "brussels", READING)


def test_a_row_that_is_right():
    entry = row(phone="0470 12 34 56", branch="Gent")
    assert isinstance(entry, Entry)
    assert (entry.language, entry.agreed_on) == ("fr", date(2026, 3, 1))
    assert entry.answers["branch"] == "ghent"
    assert entry.key == "amina ben 1999 +32470123456 mentee"


def test_who_tells_no_town_and_no_language_gets_what_is_usual():
    entry = row(language="", branch="")
    assert entry.answers["branch"] == "brussels"
    assert entry.language == READING.programme.languages[0]


def test_an_own_key_is_the_key():
    assert row(key="A 12").key == "a 12"


@pytest.mark.parametrize("said", ["2026-03-01", "01/03/2026", "1-3-2026", "01.03.2026"])
def test_the_day_of_a_consent_in_several_forms(said):
    assert row(consent=said).agreed_on == date(2026, 3, 1)


@pytest.mark.parametrize("said", ["yes", "Ja", "oui"])
def test_a_yes_is_the_consent_of_today(said):
    assert row(consent=said).agreed_on == TODAY


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"consent": ""}, "the consent has no date that has come, such as 2026-03-01"),
        ({"consent": "no"}, "the consent has no date that has come, such as 2026-03-01"),
        ({"consent": "2027-01-01"}, "the consent has no date that has come, such as 2026-03-01"),
        ({"language": "xx"}, "the language “xx” is none of the answers that can be given"),
        ({"role": "boss"}, "the role “boss” is none of the answers that can be given"),
        ({"first_name": "123"}, "the first name “123” is no name"),
        ({"first_name": ""}, "the first name is missing"),
        ({"year_of_birth": "long ago"}, "the year of birth “long ago” is no year of birth"),
        ({"branch": "Atlantis"}, "the town “Atlantis” is a town that I do not know"),
        ({"year_of_birth": "1940"}, "the person is too old for the programme"),
    ],
)
def test_what_is_wrong_is_said_in_words(told, why):
    assert row(**told) == Wrong(2, why)


def test_columns_are_found_by_their_heads_in_each_language():
    assert columns(["Voornaam", "Prénom", "Birthday"]) == {"first_name": 0}
    found = columns(["prenom", "Role", "Accord", "Année de naissance", "?"])
    assert found == {"first_name": 0, "role": 1, "consent": 2, "year_of_birth": 3}
    assert lacking(found) == []
    assert lacking({}) == ["consent", "role", "first name", "year of birth"]


def test_no_head_means_two_columns():
    heads = [one for known in HEADS.values() for one in known]
    assert len(heads) == len(set(heads))
