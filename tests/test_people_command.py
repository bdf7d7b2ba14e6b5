"""`duobot import`, as an operator uses it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main

HEAD = "Toestemming;Rol;Voornaam;Achternaam;Geboortejaar;Gemeente\n"
TWO = HEAD + "2026-03-01;mentee;Amina;Ben;1999;Gent\n\nja;mentor;Leo;Maes;1960;\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUOBOT_DATABASE", str(tmp_path / "duobot.db"))
    return tmp_path


def brings(folder: Path, text: str, *more: str):
    file = folder / "people.csv"
    file.write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["import", str(file), "--branch", "brussels", *more])


def test_people_come_in_once_however_often_the_file_is_brought(folder):
    dry = brings(folder, TWO, "--dry-run")
    assert "0 rows are wrong, 2 people would come in, 0 are there already." in dry.output
    assert "2 people came in. 0 were there already." in brings(folder, TWO).output
    again = brings(folder, TWO)
    assert (again.exit_code, "0 people came in. 2 were there" in again.output) == (0, True)


def test_wrong_rows_are_named_and_nobody_comes_in(folder):
    wrong = TWO + "2026-03-01;mentee;Sam;Peeters;1930;Gent\n" * 2
    done = brings(folder, wrong)
    assert done.exit_code == 1
    assert "Row 5: the person is too old for the programme." in done.output
    assert "Nothing was changed." in done.output
    assert "2 people came in." in brings(folder, TWO).output


def test_the_same_person_twice_is_told(folder):
    done = brings(folder, TWO + "ja;mentor;Leo;Maes;1960;\n", "--dry-run")
    assert "Row 5: this is the same person as in row 4." in done.output


def test_many_wrong_rows_are_told_in_part(folder):
    done = brings(folder, HEAD + "nee;mentee;Sam;Peeters;1999;Gent\n" * 103)
    assert "And 3 rows more." in done.output


def test_columns_that_lack_are_named(folder):
    assert "lacks these columns: consent" in brings(folder, "Rol;Voornaam\n").output
    assert brings(folder, "").exit_code == 1


def test_a_branch_that_is_not_there_is_said(folder):
    file = folder / "people.csv"
    file.write_text(TWO, encoding="utf-8")
    done = CliRunner().invoke(main, ["import", str(file), "--branch", "atlantis"])
    assert done.exit_code != 0
    assert "no branch atlantis" in done.output
