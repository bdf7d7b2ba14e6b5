"""`duobot export`, as an operator uses it, and what a spreadsheet makes of its files."""

import csv
import io
import logging
import stat
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.utils.escape import unescape

from bot.actions.work.exporting import DUO, Exporting
from bot.actions.work.sheets import as_csv, as_xlsx
from bot.cli import main
from bot.programme.work.cells import unquoted
from bot.programme.work.heads import columns
from bot.programme.work.rows import Wrong
from storage.exporting import DuoOut, PersonOut
from tests.handlers.arrivals import leaves

STARTS = "=+-@＝＋－＠−\t\r\n\0"
BEFORE = ("", " ", "   ", "\u00a0", "\u200b", "'", "\t ")
LEADING = [before + start for before in BEFORE for start in STARTS]
BODY = 'HYPERLINK("http://x";"1")+cmd|\' /C calc\'!A0'
FILE = "Toestemming;Rol;Voornaam;Achternaam;Geboortejaar;Gemeente\nja;mentee;Amina;Ben;1999;Gent\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUOBOT_DATABASE", str(tmp_path / "duobot.db"))
    people = tmp_path / "in.csv"
    people.write_text(FILE, encoding="utf-8")
    assert brings(people).exit_code == 0
    return tmp_path


def brings(file: Path, *more: str):
    return CliRunner().invoke(main, ["import", str(file), "--branch", "brussels", *more])


def exports(what: str, file: Path, *more: str):
    return CliRunner().invoke(main, ["export", what, str(file), *more])


def risky_tables(house):
    """People and duos of whom every text starts in a risky way."""
    room = Exporting(house.app.actions.work.desk)
    now = room.desk.clock.now()
    texts = [start + BODY for start in LEADING]
    keys = ("first_name", "last_name", "hope", "job", "phone", "=1+1", "employer")
    people = [PersonOut(1, now, t, t, t, t, t, now, dict.fromkeys(keys, t)) for t in texts]
    duos = [DuoOut(t, t, t, t, t, now, now, None) for t in texts]
    return room._people(people), room._duos(duos)


async def test_no_leading_form_becomes_a_formula_in_any_column(house):
    assert len(LEADING) >= 60
    for table in risky_tables(house):
        wanted = [list(row) for row in table]
        cells = list(csv.reader(io.StringIO(as_csv(table).decode("utf-8-sig"), newline="")))
        assert [[unquoted(cell) for cell in row] for row in cells] == wanted
        assert not [cell for row in cells for cell in row if cell.lstrip()[:1] in {*STARTS[:9]}]
        sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(table))).active
        there = list(sheet.iter_rows())
        assert {cell.data_type for row in there for cell in row} <= {"s", "n"}
        assert not [c for row in there for c in row if c.data_type == "n" and c.value is not None]
        assert [[unescape(cell.value or "") for cell in row] for row in there] == wanted


def test_people_are_written_where_only_the_owner_reads(folder):
    file = folder / "people.xlsx"
    done = exports("people", file)
    assert (done.exit_code, "1 people are in" in done.output) == (0, True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    heads, amina = openpyxl.load_workbook(file).active.iter_rows(values_only=True)
    told = dict(zip(heads, amina, strict=True))
    assert (told["first name"], told["last name"], told["role"]) == ("Amina", "Ben", "mentee")


def test_who_was_taken_out_can_be_brought_in_elsewhere_and_is_known_here(folder, monkeypatch):
    with (folder / "in.csv").open("a", encoding="utf-8") as paper:
        paper.write("ja;mentor;Leo;Maes;1960;\n")
    text = (folder / "in.csv").read_text(encoding="utf-8").splitlines()
    phones = ["GSM", "0470 12 34 56", "+32 9 210 10 10"]
    (folder / "in.csv").write_text("\n".join(map(";".join, zip(text, phones, strict=True))))
    assert brings(folder / "in.csv").exit_code == 0
    file = folder / "people.csv"
    assert exports("people", file).exit_code == 0
    assert '"\'+32470123456"' in file.read_text(encoding="utf-8")
    assert "0 people would come in, 3 are there already." in brings(file, "--dry-run").output
    monkeypatch.setenv("DUOBOT_DATABASE", str(folder / "other.db"))
    done = brings(file, "--dry-run")
    assert "0 rows are wrong, 3 people would come in, 0 are there already." in done.output


def test_a_file_that_is_there_stays_unless_forced(folder):
    file = folder / "duos.csv"
    file.write_text("mine")
    done = exports("duos", file)
    assert (done.exit_code, file.read_text()) == (1, "mine")
    assert "--force" in done.output
    assert exports("duos", file, "--force").exit_code == 0
    assert (stat.S_IMODE(file.stat().st_mode), "mentee" in file.read_text()) == (0o600, True)
    assert sorted(one.name for one in folder.glob(".duos*")) == []


def test_other_endings_and_other_branches_are_said(folder):
    assert ".csv or .xlsx" in exports("people", folder / "people.ods").output
    done = exports("people", folder / "people.csv", "--branch", "atlantis")
    assert (done.exit_code != 0, "no branch atlantis" in done.output) == (True, True)
    assert not (folder / "people.csv").exists()


async def test_a_duo_is_told_with_its_weeks_and_no_name_is_logged(duo, caplog):
    caplog.set_level(logging.DEBUG)
    heads, row = await duo.app.actions.exporting.table("duos", None)
    assert (heads, len(row)) == (DUO, len(DUO))
    assert row[0].startswith("Amir")
    assert "Amir" not in caplog.text


async def test_who_registered_in_a_chat_can_be_brought_in_elsewhere(duo):
    actions = duo.app.actions
    heads, *people = await actions.exporting.table("people", None)
    told = [{name: row[at] for name, at in columns(heads).items()} for row in people]
    entries = await actions.importing.check(enumerate(told, 2), "brussels")
    assert len(entries) == len(people) > 1
    assert [one for one in entries if isinstance(one, Wrong)] == []
    assert await actions.importing.known(entries) == {one.key for one in entries}


async def test_who_withdrew_is_never_in_it(duo, amir):
    await leaves(amir)
    people = await duo.app.actions.exporting.table("people", None)
    assert "Amir" not in str(people)
    assert len(await duo.app.actions.exporting.table("duos", None)) == 1
