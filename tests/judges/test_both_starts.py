"""Started fast or slowly, aiogram reads and says the same; bot/quick_start.py only saves time."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from bot import quick_start
from tests.judges.both_starts import made_of
from tests.judges.scenes import ONE_OF_EACH, lived
from tests.test_house import ROOT

SWITCH = "DUOBOT_TEST_SLOW_START"
NO_UPDATE = {"what": "update", "update": {"update_id": 1, "message": {"message_id": "one"}}}


def started_the_other_way(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """What another process makes of them, with the switch the other way round than here."""
    switched = {} if os.environ.get(SWITCH) else {SWITCH: "1"}
    ours = {name: value for name, value in os.environ.items() if name != SWITCH}
    done = subprocess.run(
        [sys.executable, "-m", "tests.judges.both_starts"],
        input=json.dumps(entries),
        cwd=ROOT,
        env=ours | switched,
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_both_starts_read_and_say_the_same() -> None:
    happened = lived(ONE_OF_EACH).journal.entries
    entries = [NO_UPDATE, *[one for one in happened if one["what"] in {"update", "call"}]]
    other = started_the_other_way(entries)
    assert other["was_built"] is quick_start.is_wanted()
    for entry, made in zip(entries, other["made"], strict=True):
        assert made == made_of(entry)


@pytest.mark.parametrize(
    ("aiogram", "switch", "wanted"),
    [
        ("3.31.0", "", True),
        ("3.31.9", "", True),
        ("3.30.0", "", False),
        ("3.32.0", "", False),
        ("3.310.0", "", False),
        ("4.0.0", "", False),
        ("3.31.0", "1", False),
    ],
)
def test_it_steps_aside_for_another_aiogram_and_when_switched_off(
    monkeypatch: pytest.MonkeyPatch, aiogram: str, switch: str, wanted: bool
) -> None:
    monkeypatch.setattr(quick_start, "version", {"aiogram": aiogram}.get)
    monkeypatch.setenv(SWITCH, switch)
    assert quick_start.is_wanted() is wanted
