"""The answers that coaches can send without typing."""

from datetime import date

import pytest

from bot.programme.languages import LANGUAGES
from bot.programme.ready_answers import (
    A_PAGE,
    Filled,
    _between_braces as between_braces,
    _words as words,
    keys,
    label,
    page_of,
    said_in,
    wants,
)
from tools.plain_language import LONGEST_SENTENCE, formal_words, sentences, words as spoken

KNOWN = {"name": "Amir", "place": "Brussels, Muntplein 1", "phone": "02 123 45 67"}
FIRST_OF_MAY = date(2026, 5, 1)
EVERY = [(language, answer) for language in LANGUAGES for answer in keys()]


def test_there_are_fifteen_in_each_language():
    assert len(keys()) == 15
    for language in LANGUAGES:
        assert set(words()[language]["answers"]) == set(words()[language]["labels"]) == set(keys())


@pytest.mark.parametrize(("language", "answer"), EVERY)
def test_an_answer_wants_the_same_in_each_language_and_fits_on_a_button(language, answer):
    assert (
        between_braces(words()[language]["answers"][answer])
        == wants(answer)
        <= {*KNOWN, "day", "hour"}
    )
    assert len(label(answer, language)) <= 24


@pytest.mark.parametrize(("language", "answer"), EVERY)
def test_nothing_stays_open_in_an_answer_that_is_filled_in(language, answer):
    said = said_in(language, Filled(answer, FIRST_OF_MAY, "1400"), KNOWN)
    assert "{" not in said
    assert "Amir" in said


@pytest.mark.parametrize("answer", keys())
def test_before_a_mark_french_has_a_space_that_does_not_break(answer):
    said = words()["fr"]["answers"][answer] + words()["fr"]["labels"][answer]
    assert not any(f" {mark}" in said for mark in "?!:;")
    assert all(said[at - 1] == "\u00a0" for at, mark in enumerate(said) if mark in "?!;")


@pytest.mark.parametrize(("language", "answer"), EVERY)
def test_an_answer_is_plain_and_speaks_to_a_friend(language, answer):
    said = words()[language]["answers"][answer]
    assert formal_words(said, language) == []
    assert max(len(spoken(one)) for one in sentences(said)) <= LONGEST_SENTENCE


def test_a_day_is_said_as_people_say_it():
    said = [said_in(one, Filled("call_at", FIRST_OF_MAY, "1400"), KNOWN) for one in LANGUAGES]
    assert "op vrijdag 1 mei om 14:00" in said[LANGUAGES.index("nl")]
    assert "le vendredi 1er mai à 14:00" in said[LANGUAGES.index("fr")]
    assert "on Friday 1 May at 14:00" in said[LANGUAGES.index("en")]


def test_first_the_day_is_chosen_and_then_the_hour():
    assert Filled("call_at").lacks == "day"
    assert Filled("call_at", FIRST_OF_MAY).lacks == "hour"
    assert Filled("call_at", FIRST_OF_MAY, "1400").lacks is None
    assert Filled("read").lacks == "day"
    assert Filled("solved").lacks is None


def test_all_of_them_stand_on_some_page_and_a_page_that_is_none_is_the_first():
    _, pages = page_of(0)
    shown = [one for number in range(pages) for one in page_of(number)[0]]
    assert tuple(shown) == tuple(keys())
    assert page_of(pages) == page_of(0)
    assert len(page_of(0)[0]) == A_PAGE
