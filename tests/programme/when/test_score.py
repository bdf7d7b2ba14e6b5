"""`duobot when --file`: what a list must be, and what is told of it."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.programme.when.score import Phrase, WrongPhrases, lines_of, read_phrases, score

BRUSSELS = ZoneInfo("Europe/Brussels")
RIGHT = {
    "lang": "nl", "now": "2026-11-21T10:00", "text": "di half drie", "expect": "2026-11-24T14:30",
}  # fmt: skip


def problems(text: str) -> tuple[str, ...]:
    with pytest.raises(WrongPhrases) as wrong:
        read_phrases(text)
    return wrong.value.problems


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"lang": "de"}, '"lang" must be one of nl, fr, en.'),
        ({"text": 3}, '"text" must be a text.'),
        ({"now": "today"}, '"now" must be a moment'),
        ({"now": 2026}, '"now" must be a moment'),
        ({"now": "9999-12-31T10:00"}, '"now" must be a moment'),
        ({"expect": "soon"}, '"expect" must be a wall time'),
        ({"expect": "2026-11-24T14:30Z"}, '"expect" must be a wall time'),
    ],
)
def test_what_is_wrong_is_named_by_entry(change: dict[str, object], problem: str):
    (told,) = problems(json.dumps([RIGHT, {**RIGHT, **change}]))
    assert told.startswith(f"Entry 2: {problem}")


def test_everything_that_is_wrong_is_named_at_once():
    forgotten = {name: value for name, value in RIGHT.items() if name != "expect"}
    assert len(problems(json.dumps([forgotten, "x", {}]))) == 6
    assert problems("{}")[0].startswith("The JSON must be a list")
    assert problems("[")[0].startswith("This is not JSON")


def test_hits_are_told_by_language_and_each_miss_by_itself():
    said = [RIGHT, {**RIGHT, "text": "di", "expect": None}, {**RIGHT, "lang": "fr"},
            {**RIGHT, "lang": "fr", "text": "demain"}]  # fmt: skip
    lines = lines_of(score(read_phrases(json.dumps(said)), BRUSSELS))
    assert lines == [
        "nl   2 of 2 (100.0%)",
        "fr   1 of 2 (50.0%)",
        "all  3 of 4 (75.0%)",
        'missed: fr 2026-11-21T10:00 "demain": meant 2026-11-24T14:30, read asked back',
    ]
    assert lines_of([]) == ["all  0 of 0"]


def test_a_moment_with_a_zone_is_that_instant():
    at_night = Phrase("nl", datetime(2026, 11, 21, 23, 30, tzinfo=UTC), "morgen om 10u", None)
    (reading,) = score([at_night], BRUSSELS)
    assert reading.got == datetime.fromisoformat("2026-11-23T10:00")
