"""`duobot directory`, as an operator uses it: what is said, and what it ends with."""

import asyncio
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.administration import at_the_desk
from bot.cli import main
from bot.clock import Clock, SystemClock
from bot.directory.contents import Contents
from bot.directory.files import read_file
from bot.directory.starter import services
from bot.programme.directory.writing import write_service
from bot.settings import load_settings
from tests.directory.emptied import leave_empty
from tests.directory.services import a_service

DOOR, LINE = a_service("the-door"), a_service("the-line", is_crisis_line=True)


@pytest.fixture(autouse=True)
def environ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    ours = {"DUOBOT_DATABASE": str(tmp_path / "duobot.db")}
    for name, value in ours.items():
        monkeypatch.setenv(name, value)
    asyncio.run(leave_empty(ours))
    return ours


@pytest.fixture
def new(environ: dict[str, str]) -> dict[str, str]:
    """As before anything was ever started."""
    Path(environ["DUOBOT_DATABASE"]).unlink()
    return environ


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "services.json"
    path.write_text(json.dumps([write_service(DOOR), write_service(LINE)]))
    return path


def says(*words: object) -> Result:
    return CliRunner().invoke(main, ["directory", *map(str, words)])


def test_a_file_before_the_first_start_leaves_no_crisis_line_out(
    new: dict[str, str], file: Path, tmp_path: Path
):
    told = says("import", file, "--remove-missing").output
    assert re.search(r"^As this is a new directory, \d+ services of the starter list", told)
    assert "Crisis lines stay" in told
    says("export", tmp_path / "out.json")
    lines = {one.key for one in read_file(tmp_path / "out.json").services if one.is_crisis_line}
    assert lines == {"the-line"} | {one["key"] for one in services() if one.get("crisis_line")}


def test_a_file_is_brought_in_and_written_out_again(file: Path, tmp_path: Path):
    assert says("import", file).output == "Added 2, changed 0, removed 0.\n"
    assert says("import", file).output == (
        "Added 0, changed 0, removed 0.\n2 say what they said before.\n"
    )
    out = tmp_path / "out.zip"
    assert says("export", out).output == f"Wrote 2 services and 0 names of needs to {out}.\n"
    assert read_file(out) == Contents((DOOR, LINE))


def test_what_is_missing_goes_and_crisis_lines_only_when_named(file: Path, tmp_path: Path):
    says("import", file)
    nothing = tmp_path / "nothing.json"
    nothing.write_text("[]")
    assert "removed 0" in says("import", nothing).output
    told = says("import", nothing, "--remove-missing").output
    assert "removed 1." in told
    assert "Crisis lines stay unless you say --also-crisis-lines: the-line." in told
    assert (
        "removed 1." in says("import", nothing, "--remove-missing", "--also-crisis-lines").output
    )


def test_a_wrong_file_ends_with_1_and_changes_nothing(file: Path, tmp_path: Path):
    says("import", file)
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps([write_service(DOOR) | {"url": "door.be"}, {"key": "second"}]))
    for command in ("import", "check"):
        said = says(command, wrong)
        assert said.exit_code == 1
        assert "the-door: url must be an address that begins with http:// or https://." in (
            said.output
        )
        assert "second: name must be a text, or a text in each language." in said.output
    says("export", tmp_path / "out.json")
    assert read_file(tmp_path / "out.json").services == (DOOR, LINE)


def test_a_right_file_is_said_to_be_right(file: Path):
    said = says("check", file)
    assert said.exit_code == 0
    assert said.output == f"{file} is right: 2 services and 0 names of needs.\n"


def test_a_file_that_is_not_there_is_told():
    assert says("import", "nowhere.json").exit_code == 2


async def keep(environ: dict[str, str], age: int, **more: object) -> None:
    """The door, and a line that somebody checked so many days ago."""
    settings = load_settings(environ, needs_token=False)
    clock: Clock = SystemClock()
    day = clock.now().date() - timedelta(days=age)
    services = (DOOR, a_service("the-line", is_crisis_line=True, assured_on=day, **more))
    async with at_the_desk(settings, clock) as actions:
        await actions.directory.bring_in(Contents(services))


@pytest.mark.parametrize(
    ("age", "words", "code"),
    [
        (10, "1 checked in the last 180 days.", 0),
        (200, "1 checked more than 180 days ago; people read so.\n  the-line", 0),
        (300, "1 checked more than 270 days ago, so hidden.\n  the-line", 1),
    ],
)
def test_old_entries_are_named_and_those_too_old_are_wrong(
    environ: dict[str, str], age: int, words: str, code: int
):
    asyncio.run(keep(environ, age))
    said = says("check")
    assert words in said.output
    assert said.exit_code == code
    assert ("Phone these today: the-line." in said.output) == bool(code)


def test_only_a_few_of_those_never_checked_are_named_unless_all_are_asked(tmp_path: Path):
    many = tmp_path / "many.json"
    many.write_text(json.dumps([write_service(a_service(f"door-{n:02}")) for n in range(13)]))
    says("import", many)
    said = says("check").output
    assert "13 never checked" in said
    assert "and 3 more" in said
    assert "door-12" not in said
    assert "door-12" in says("check", "--all").output


def test_an_entry_that_changed_is_named_since_it_has_to_be_checked_again(file: Path):
    checked = write_service(DOOR) | {"assured_date": "2026-01-01"}
    file.write_text(json.dumps([checked]))
    says("import", file)
    file.write_text(json.dumps([checked | {"email": "door@example.be"}]))
    assert "To be checked again, as they say something else now: the-door." in (
        says("import", file).output
    )


def test_the_same_entry_with_a_later_check_is_told(file: Path):
    says("import", file)
    later = [write_service(one) | {"assured_date": "2026-01-01"} for one in (DOOR, LINE)]
    file.write_text(json.dumps(later))
    assert "Checked again since: 2." in says("import", file).output


def test_the_search_is_measured_by_the_sentences_of_a_file(tmp_path: Path):
    sentences = tmp_path / "sentences.json"
    sentences.write_text(json.dumps([{"lang": "en", "text": "hello", "accept": []}]))
    said = says("score", sentences)
    assert said.exit_code == 0
    assert "false hits" in said.output
    sentences.write_text("[3]")
    assert says("score", sentences).exit_code == 1
