"""The command line, as somebody meets it who has never seen it."""

import click
import pytest
from click.testing import CliRunner

from bot.cli import main
from storage import Keys


def commands(group: click.Group, *above: str):
    for name, command in group.commands.items():
        yield [*above, name], command
        if isinstance(command, click.Group):
            yield from commands(command, *above, name)


ALL = list(commands(main))


def test_every_command_of_the_house_is_there():
    assert {" ".join(path) for path, _ in ALL} >= {
        "run", "demo", "sandbox", "migrate", "invite", "invite coach", "key",
    }  # fmt: skip


@pytest.mark.parametrize(("path", "command"), ALL, ids=[" ".join(path) for path, _ in ALL])
def test_every_command_and_option_says_what_it_does(path, command):
    assert command.help.strip().split("\n")[0].endswith(".")
    for option in command.params:
        assert option.help.endswith("."), option.name
    for flag in ("--help", "-h"):
        said = CliRunner().invoke(main, [*path, flag])
        assert said.exit_code == 0
        assert command.help.split(".")[0][:40] in " ".join(said.output.split())


def test_the_version_is_told():
    assert CliRunner().invoke(main, ["--version"]).output.startswith("duobot, version ")


def test_without_a_command_the_way_in_is_shown():
    assert "duobot demo" in CliRunner().invoke(main, ["--help"]).output


def test_a_key_is_made_new_each_time():
    first, second = (CliRunner().invoke(main, ["key"]).output.strip() for _ in range(2))
    assert first != second
    Keys.from_text(f"{second},{first}")


def test_a_migration_is_told_and_done_once(tmp_path, monkeypatch):
    monkeypatch.setenv("DUOBOT_DATABASE", str(tmp_path / "duobot.db"))
    assert "Applied 0001." in CliRunner().invoke(main, ["migrate"]).output
    assert CliRunner().invoke(main, ["migrate"]).output == "The tables are up to date.\n"


@pytest.mark.parametrize("words", [["invite", "coach"], ["demo", "--port", "70000"], ["fly"]])
def test_a_slip_of_the_pen_is_said_without_a_traceback(words):
    said = CliRunner().invoke(main, words)
    assert said.exit_code == 2
    assert "Traceback" not in said.output


def test_an_unknown_branch_ends_with_78(tmp_path, monkeypatch):
    monkeypatch.setenv("DUOBOT_DATABASE", str(tmp_path / "duobot.db"))
    said = CliRunner().invoke(main, ["invite", "coach", "--name", "Els", "--branch", "atlantis"])
    assert said.exit_code == 78
    assert "atlantis" in said.output
