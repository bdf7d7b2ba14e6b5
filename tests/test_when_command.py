"""`duobot when`, as somebody tries it who wonders what the bot understands."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.programme.when import Why
from bot.when_command import ASKED, NOTHING


def says(*words: str) -> Result:
    return CliRunner().invoke(main, ["when", "--now", "2026-11-21T10:00", *words])


def test_one_moment_is_told_as_a_local_time():
    said = says("--language", "nl", "di half drie")
    assert (said.exit_code, said.output) == (0, "2026-11-24T14:30\n")


def test_what_has_to_be_asked_back_is_told_with_its_choices():
    said = says("--language", "fr", "mardi ou mercredi à 14h")
    assert said.exit_code == 1
    assert said.output.splitlines() == [
        "More than one moment may be meant. To ask back:", "2026-11-24T14:00", "2026-11-25T14:00",
    ]  # fmt: skip


def test_what_is_no_time_is_told():
    said = says("hallo")
    assert (said.exit_code, said.output) == (1, f"{NOTHING}\n")


def test_now_and_zone_are_those_of_the_machine_and_the_programme_when_left_out():
    said = CliRunner().invoke(main, ["when", "over 2 uur"])
    assert said.exit_code == 0
    assert len(said.output) == len("2026-11-24T14:30\n")


def test_the_zone_may_be_another_one():
    words = ["when", "--now", "2026-11-21T23:30Z", "--language", "en", "tomorrow at 2pm"]
    there = CliRunner().invoke(main, [*words, "--zone", "America/New_York"])
    assert there.output == "2026-11-22T14:00\n"
    assert CliRunner().invoke(main, words).output == "2026-11-23T14:00\n"


@pytest.mark.parametrize(
    "words",
    [
        ["--zone", "Mars/Olympus", "di 14u"],
        ["--zone", "..", "di 14u"],
        ["--now", "later", "di 14u"],
        ["--now", "9999-12-31T10:00", "di 14u"],
        ["--language", "de", "di 14u"],
        [],
        ["--file", __file__, "di 14u"],
    ],
)
def test_a_slip_of_the_pen_is_said_without_a_traceback(words: list[str]):
    said = says(*words)
    assert said.exit_code == 2
    assert "Error: " in said.output


def test_a_wrong_programme_ends_with_78(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DUOBOT_PROGRAMME", "nowhere.toml")
    assert says("di 14u").exit_code == 78


def test_a_list_is_scored(tmp_path: Path):
    file = tmp_path / "phrases.json"
    entry = {"lang": "nl", "now": "2026-11-21T10:00", "text": "di half drie"}
    file.write_text(json.dumps([{**entry, "expect": "2026-11-24T14:30"}]), encoding="utf-8")
    assert says("--file", str(file)).exit_code == 0
    file.write_text(json.dumps([{**entry, "expect": None}]), encoding="utf-8")
    missed = says("--file", str(file))
    assert missed.exit_code == 1
    assert "nl   0 of 1 (0.0%)" in missed.output
    assert "meant asked back, read 2026-11-24T14:30" in missed.output


@pytest.mark.parametrize("wrong", [b"[{}]", b"\xff"])
def test_a_list_that_will_not_do_is_said_in_sentences(tmp_path: Path, wrong: bytes):
    file = tmp_path / "phrases.json"
    file.write_bytes(wrong)
    said = says("--file", str(file))
    assert said.exit_code == 1
    assert "Error: " in said.output


def test_there_are_words_for_every_reason():
    assert set(ASKED) == {why.value for why in Why}
