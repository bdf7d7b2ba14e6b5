"""What is written into a file of people is read from it again as it was."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from bot.programme.registration import QUESTIONS, Question
from bot.programme.work.heads import CONSENT, HEADS, KEY, as_kept, key_of, person_of
from bot.programme.work.rows import Entry, Reading, read_row
from bot.settings import load_programme

READING = Reading(load_programme("duo"), date(2026, 3, 3))
AMIR = {
    "language": "fr", "role": "mentee", "first_name": "Amir", "last_name": "Ben Ali",
    "year_of_birth": "1999", "branch": "ghent", "roots": "yes", "right_to_work": "unsure",
    "languages": "ar:4 fr:3 nl:1", "sector": "care logistics", "job": "verpleger",
    "kind": "job", "times": "1e 3a", "online": "no", "source": "ocmw", "hope": "rust; en werk",
    "interests": "music garden", "phone": "+32470123456",
}  # fmt: skip
RITA = {
    "language": "nl", "role": "mentor", "first_name": "Rita", "year_of_birth": "1960",
    "branch": "brussels", "capacity": "1", "availability": "no", "languages": "nl:4",
    "sector": "any", "kind": "generic", "experience": "30", "network": "yes",
    "source": "employer", "employer": "De Post", "phone": "none",
}  # fmt: skip


@pytest.mark.parametrize("answers", [AMIR, RITA])
def test_what_was_told_comes_back_as_it_was(answers):
    told = {**answers, KEY: key_of(7), CONSENT: "2026-03-01"}
    entry = read_row(2, told, "antwerp", READING)
    assert isinstance(entry, Entry)
    assert entry.answers == {**answers, "consent": READING.programme.privacy_version}
    assert (entry.agreed_on, person_of(entry.key)) == (date(2026, 3, 1), 7)


def test_every_question_has_a_column():
    assert {*QUESTIONS} <= HEADS.keys()


@given(st.integers(0, 2**63 - 1))
def test_a_key_of_ours_names_its_person(person_id):
    assert person_of(key_of(person_id)) == person_id


@pytest.mark.parametrize(
    "key", ["", "a 12", "person", "person x", "person ٣", "person " + "9" * 19]
)
def test_other_keys_name_nobody_here(key):
    assert person_of(key) is None


def test_only_what_has_the_form_of_an_answer_is_taken_as_it_is():
    words = {Question.LANGUAGES: "nl:7", Question.TIMES: "3a 1e", Question.SECTOR: "zorg"}
    assert as_kept({**words, "availability": "maybe"}) == {}
    assert as_kept({Question.LANGUAGES: "nl:2 xx:2"}) == {}
