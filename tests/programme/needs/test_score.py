"""The measure of the search: what counts as a hit, and what a list of questions must be."""

import json
from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given, strategies as st

from bot.programme.needs.codes import NEEDS, THEMES
from bot.programme.needs.score import (
    Question,
    Silence,
    Tally,
    WrongQuestions,
    lines_of,
    read_questions,
    score,
)

FOUND = {
    "no roof": ("housing.tonight", "housing.search"),
    "a flat": ("housing.rent", "housing.social", "housing.search"),
    "fourth": ("food.meal", "food.parcel", "debt.help", "health.gp"),
    "hello": (),
    "nice weather": ("crisis.storm",),
}


def find(text: str) -> Sequence[str]:
    return FOUND[text]


def asked(text: str, *accept: str, lang: str = "en") -> Question:
    return Question(lang, text, accept)


def problems_of(text: str) -> tuple[str, ...]:
    with pytest.raises(WrongQuestions) as wrong:
        read_questions(text)
    assert str(wrong.value) == "\n".join(wrong.value.problems)
    return wrong.value.problems


def test_a_right_answer_counts_at_its_place():
    result = score([asked("no roof", "housing.tonight"), asked("a flat", "housing.search")], find)
    assert result.languages == {"en": Tally(2, 1, 2), "all": Tally(2, 1, 2)}
    assert result.needs == {"housing.tonight": Tally(1, 1, 1), "housing.search": Tally(1, 0, 1)}
    assert result.wrong == ()


def test_the_fourth_answer_is_too_late():
    (missed,) = score([asked("fourth", "health.gp")], find).wrong
    assert missed.found[3] == "health.gp"
    assert not missed.among


def test_each_of_several_right_answers_will_do():
    result = score([asked("a flat", "legal.first", "housing.rent")], find)
    assert result.needs == {"legal.first": Tally(1, 1, 1)}


def test_a_theme_stands_for_each_of_its_needs():
    assert score([asked("no roof", "housing")], find).languages["all"] == Tally(1, 1, 1)
    assert score([asked("no roof", "health")], find).languages["all"] == Tally(1, 0, 0)


def test_a_need_that_nobody_named_is_a_false_hit():
    result = score([asked("hello"), asked("nice weather"), asked("hello", lang="nl")], find)
    assert result.silences == {"nl": Silence(1, 0), "en": Silence(2, 1), "all": Silence(3, 1)}
    assert [one.question.text for one in result.wrong] == ["nice weather"]
    assert result.needs == {}


def test_an_empty_list_has_a_score_too():
    result = score(read_questions("[]"), find)
    assert result.languages == {"all": Tally(0, 0, 0)}
    assert lines_of(result) == [
        "     sentences  top 1  top 3",
        "all          0      -      -",
        "",
        "no need named  sentences  false hits",
        "all                    0           -",
    ]


def test_the_table_names_languages_needs_and_false_hits():
    questions = [asked("no roof", "housing.tonight"), asked("fourth", "health.gp", lang="nl")]
    table = lines_of(score([*questions, asked("nice weather", lang="fr")], find))
    assert table == [
        "                 sentences       top 1       top 3",
        "nl                       1    0 (0.0%)    0 (0.0%)",
        "en                       1  1 (100.0%)  1 (100.0%)",
        "all                      2   1 (50.0%)   1 (50.0%)",
        "housing.tonight          1  1 (100.0%)  1 (100.0%)",
        "health.gp                1    0 (0.0%)    0 (0.0%)",
        "",
        "no need named  sentences  false hits",
        "fr                     1  1 (100.0%)",
        "all                    1  1 (100.0%)",
    ]


@given(st.lists(st.sampled_from([*THEMES, *NEEDS]), max_size=4), st.text())
def test_what_is_written_as_json_is_read_back(accept: list[str], text: str):
    entry = {"lang": "fr", "text": text, "accept": accept}
    assert read_questions(json.dumps([entry])) == (Question("fr", text, tuple(accept)),)


def test_a_text_that_is_no_list_of_objects_is_refused_in_a_sentence():
    assert problems_of("{") == ("This is not JSON; it must be a JSON list of objects.",)
    assert problems_of("[" * 100_000) == problems_of("{")
    (problem,) = problems_of("{}")
    assert problem.startswith("The JSON must be a list; each entry is an object such as {")
    assert problems_of('[["en"]]')[0].startswith("Entry 1: it must be an object such as {")


def test_every_wrong_entry_is_named_by_its_number():
    entries = [
        {"lang": "en", "text": "hello", "accept": []},
        {"lang": "de", "text": 4, "accept": "housing"},
        {"lang": ["en"], "text": "hello", "accept": ["housing.castle", "housing"]},
        {},
    ]
    assert problems_of(json.dumps(entries)) == (
        'Entry 2: "lang" must be one of nl, fr, en.',
        'Entry 2: "text" must be a text.',
        'Entry 2: "accept" must be a list of codes, or [] when the text names no need.',
        'Entry 3: "lang" must be one of nl, fr, en.',
        'Entry 3: "housing.castle" is not a need.',
        'Entry 4: "lang" must be one of nl, fr, en.',
        'Entry 4: "text" must be a text.',
        'Entry 4: "accept" must be a list of codes, or [] when the text names no need.',
    )


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists))
def test_whatever_is_in_the_file_is_read_or_refused(entries: object):
    with suppress(WrongQuestions):
        assert len(read_questions(json.dumps(entries))) <= len(json.dumps(entries))
