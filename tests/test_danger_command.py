"""`duobot danger`: what is heard, and how well."""

import json

from click.testing import CliRunner

from bot.cli import main


def says(*words: str):
    return CliRunner().invoke(main, ["danger", *words])


def test_a_list_that_is_heard_well_gives_0_and_another_one_1(tmp_path):
    well, badly = tmp_path / "well.json", tmp_path / "badly.json"
    well.write_text(json.dumps([{"lang": "en", "text": "I want to die", "label": "direct"}]))
    badly.write_text(json.dumps([{"lang": "en", "text": "I want tea", "label": "direct"}]))
    done = says("score", str(well))
    assert done.exit_code == 0
    assert done.output == "en  direct    heard 1 of 1 (100.0%), at once 1\n"
    done = says("score", str(badly))
    assert done.exit_code == 1
    assert 'en direct, not heard: "I want tea"' in done.output


def test_without_a_list_the_own_sentences_are_heard_and_none_is_read_out(monkeypatch):
    monkeypatch.setattr("bot.programme.danger.hear_danger", lambda _: None)
    told = says("score").output.splitlines()
    assert [one.split()[:2] for one in told] == [
        [lang, label] for lang in ("nl", "fr", "en") for label in ("direct", "indirect", "benign")
    ]


def test_what_is_wrong_in_a_list_is_said_in_a_sentence(tmp_path):
    file = tmp_path / "wrong.json"
    file.write_text("[1]")
    done = says("score", str(file))
    assert done.exit_code == 1
    assert "Entry 1: it must be" in done.output
    file.write_bytes(b"\xff")
    assert "This is not written in UTF-8." in says("score", str(file)).output


def test_one_message_can_be_heard():
    assert says("hear", "ik wil dood").output == "crisis.suicide: at once a coach is called.\n"
    veiled = says("hear", "everybody would be better off without me")
    assert veiled.output == "crisis.suicide: the person is asked first.\n"
    assert says("hear", "tot morgen").output == "No danger is heard.\n"
