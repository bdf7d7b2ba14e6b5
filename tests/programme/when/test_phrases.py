"""Phrases as people in Belgium say them, and what the grammar has to make of each.

`phrases.json` is what the grammar was made with. `held_out.json` was written before it, and
nothing was chosen by it: it tells more of what the grammar is worth for other phrases.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

import pytest

from bot.programme.languages import LANGUAGES
from bot.programme.when import score
from bot.programme.when.score import Phrase, read_phrases

HERE = Path(__file__).parent
BRUSSELS = ZoneInfo("Europe/Brussels")
FEWEST_A_LANGUAGE = 70
FLOOR = 0.95


def phrases(name: str) -> tuple[Phrase, ...]:
    return read_phrases((HERE / name).read_text(encoding="utf-8"))


def missed(some: Sequence[Phrase]) -> list[str]:
    """What was missed, as `duobot when --file` tells it."""
    return [line for line in score.lines_of(score.score(some, BRUSSELS)) if "missed" in line]


def test_every_phrase_is_read_as_it_is_meant():
    assert missed(phrases("phrases.json")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_is_hardly_less_of_what_the_grammar_was_not_made_with(language: str):
    own = [one for one in phrases("held_out.json") if one.lang == language]
    assert len(missed(own)) <= (1 - FLOOR) * len(own)


def test_a_phrase_is_read_in_less_than_a_millisecond():
    some = phrases("phrases.json")
    score.score(some[:1], BRUSSELS)
    fastest = min(_seconds_of_work(some) for _ in range(3))
    assert fastest / len(some) < 0.001


def _seconds_of_work(some: Sequence[Phrase]) -> float:
    """What reading them costs the processor, whatever else it does meanwhile."""
    begun = process_time()
    score.score(some, BRUSSELS)
    return process_time() - begun


def test_there_are_many_of_each_language_a_part_of_them_held_out_and_none_twice():
    made_with, held_out = phrases("phrases.json"), phrases("held_out.json")
    everything = Counter((one.lang, one.text, one.now) for one in (*made_with, *held_out))
    assert max(everything.values()) == 1
    for language in LANGUAGES:
        assert sum(one.lang == language for one in made_with) >= FEWEST_A_LANGUAGE
        assert sum(one.lang == language for one in held_out) * 3 >= FEWEST_A_LANGUAGE
