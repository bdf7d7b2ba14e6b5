"""The words of the watch: there in every language, plain, and with the same facts in them."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.programme.languages import LANGUAGES
from bot.watch.signs import Kind
from bot.watch.words import (
    BEGINS,
    CASES,
    COACH,
    ENDS,
    OPERATOR,
    WELL,
    all_words,
    tell_trouble,
    tell_well,
)
from tests.watch.looks import NOON
from tools import plain_language as plain

FIELD = re.compile(r"\{\w+\}")
BRUSSELS = ZoneInfo("Europe/Brussels")
EVERY = [(language, role) for language in LANGUAGES for role in (COACH, OPERATOR)]


@pytest.mark.parametrize(("language", "role"), EVERY)
def test_there_are_words_for_everything_with_the_same_fields(language, role):
    words, english = all_words()[language][role], all_words()["en"][role]
    # A coach cannot be told when no coach can be found.
    kinds = set(Kind) - ({Kind.UNREADABLE} if role == COACH else set())
    assert words.keys() == {*kinds, BEGINS, ENDS, WELL, CASES}
    for name, text in words.items():
        assert FIELD.findall(text) == FIELD.findall(english[name]), name


@pytest.mark.parametrize(("language", "role"), EVERY)
def test_the_words_are_plain(language, role):
    for text in all_words()[language][role].values():
        lengths = [len(plain.words(one)) for one in plain.sentences(text)]
        assert max(lengths) <= plain.LONGEST_SENTENCE, text
        assert sum(lengths) / len(lengths) <= plain.LONGEST_AVERAGE, text
        assert not plain.formal_words(text, language), text


@pytest.mark.parametrize(("language", "role"), [one for one in EVERY if one[0] == "fr"])
def test_french_keeps_a_mark_with_its_word(language, role):
    for text in all_words()[language][role].values():
        assert not re.search(r"[^\u00a0][:;?!]", text), text


def test_a_coach_reads_what_is_wrong_since_when_and_what_to_do():
    now = NOON.astimezone(BRUSSELS)
    said = tell_trouble("nl", COACH, {"stopped": NOON - timedelta(hours=2)}, now)
    assert "De bot staat stil sinds 10:00." in said
    assert "Bel die persoon dan zelf." in said


def test_what_began_yesterday_is_told_with_its_day():
    now = NOON.astimezone(BRUSSELS)
    assert "2/3 12:00" in tell_trouble("en", OPERATOR, {"late": NOON - timedelta(days=1)}, now)


def test_somebody_whose_language_the_watch_does_not_speak_reads_english():
    assert tell_well("uk", COACH) == tell_well("en", COACH)
