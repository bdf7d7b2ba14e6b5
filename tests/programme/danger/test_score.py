"""The measure of how danger is heard, and what the lists are worth by it."""

import json

import pytest

from bot.danger_command import MEASURED
from bot.programme.danger import Danger, hear_danger
from bot.programme.danger.score import (
    Label,
    Sentence,
    WrongSentences,
    lines_of,
    read_sentences,
    score,
    tallies,
)
from bot.programme.languages import LANGUAGES

TUNED, HELD_OUT = (MEASURED.with_name(f"{name}.json") for name in ("tuned", "held_out"))
STRANGERS = [MEASURED.with_name(f"strangers_{half}.json") for half in ("tuned", "held_out")]
LEARNT = [MEASURED.with_name(f"strangers_{name}.json") for name in ("learnt", "more")]


def sentences_of(*files) -> list[Sentence]:
    return [one for file in files for one in read_sentences(file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_at_least_four_hundred_sentences_a_language_are_kept_apart(lang):
    own = [one for one in sentences_of(TUNED, HELD_OUT) if one.lang == lang]
    assert len({one.text for one in own}) == len(own) >= 400
    assert {one.label for one in own} == set(Label)


@pytest.mark.parametrize("files", [(TUNED, HELD_OUT), STRANGERS])
def test_danger_is_heard_and_everyday_words_are_left_alone(files):
    heard = score(sentences_of(*files)[::2], hear_danger)
    assert [one for one in tallies(heard) if not one.is_well] == []


def test_no_sentence_that_measures_was_learnt_from():
    measuring = {one.text.casefold() for one in sentences_of(MEASURED)}
    assert not measuring & {one.text.casefold() for one in sentences_of(*LEARNT)}


def test_strangers_whose_words_nobody_read_are_heard_about_as_well_as_when_it_was_measured():
    """One in twelve of them, so that it is quick: a change that hears far worse is found here. Of
    these 104 harmless ones 11 are heard in vain, of all 1,248 only 6.5%.
    """
    heard = score(sentences_of(MEASURED)[::12], hear_danger)

    def share(label: Label) -> float:
        some = [one.heard is not None for one in heard if one.sentence.label is label]
        return sum(some) / len(some)

    assert share(Label.DIRECT) > 0.9
    assert share(Label.INDIRECT) > 0.68
    assert share(Label.BENIGN) < 0.12


def test_a_score_names_the_shares_and_what_was_missed():
    said = [Sentence("en", f"{number}", Label.DIRECT) for number in range(3)]
    said += [Sentence("en", "idiom", Label.BENIGN), Sentence("nl", "stil", Label.BENIGN)]
    hears = {"0": Danger("crisis.life", is_direct=True),
             "1": Danger("crisis.life", is_direct=False),
             "idiom": Danger("crisis.suicide", is_direct=False)}  # fmt: skip
    assert lines_of(score(said, hears.get)) == [
        "nl  benign    heard 0 of 1 (0.0%), at once 0",
        "en  direct    heard 2 of 3 (66.7%), at once 1  too few",
        "en  benign    heard 1 of 1 (100.0%), at once 0  too many",
        'en direct, not heard: "2"',
        'en benign, heard crisis.suicide: "idiom"',
    ]


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ("{", "This is not JSON"),
        ("{}", "must be a list"),
        ("[1]", "Entry 1: it must be an object"),
        ('[{"text": "a", "label": "direct"}]', '"lang" must be one of nl, fr, en.'),
        ('[{"lang": "nl", "label": "direct"}]', '"text" must be a text.'),
        ('[{"lang": "nl", "text": "a", "label": "x"}]', '"label" must be one of direct'),
    ],
)
def test_what_is_wrong_in_a_list_is_said(told, problem):
    with pytest.raises(WrongSentences, match=problem.replace("[", r"\[")):
        read_sentences(told)


def test_a_list_is_read_as_it_stands():
    told = json.dumps([{"lang": "fr", "text": "ça va", "label": "benign"}])
    assert read_sentences(told) == (Sentence("fr", "ça va", Label.BENIGN),)
