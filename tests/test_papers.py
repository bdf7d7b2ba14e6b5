"""The papers are true where a machine can tell: what they name is there, with nothing missing."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot.cli import main
from bot.settings import IN_A_FILE, PREFIX, Settings

ROOT = Path(__file__).parent.parent
PAPERS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "deploy").iterdir()]

CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
STARTS = re.compile(r"`[^`\n]+`|^.*/bin/duobot .*$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
OUR_PATH = re.compile(
    r"(?<![\w/.<-])((?:bot|handlers|storage|tests|tools|docs|deploy|locales)/[\w./-]*\w/?"
    r"|[A-Z]+\.md|pyproject\.toml|Makefile|\.ci/run|requirements\.lock)"
)
TARGET = re.compile(r"\bmake ([a-z]+)\b")
COMMAND = re.compile(
    r"(?<![\w/-])(?:\.venv/bin/|/opt/duobot/\.venv/bin/)?duobot ([a-z]+)(?: ([a-z]+))?"
)
TABLE_ROW = re.compile(rf"^\| `({PREFIX}\w+)` \|", re.MULTILINE)
VARIABLE = re.compile(rf"\b{PREFIX}\w+")


def paper(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def code_in(path: Path) -> str:
    """What a paper sets as code, and the lines by which a unit file starts us."""
    text = paper(path)
    found = CODE.findall(text) if path.suffix == ".md" else STARTS.findall(text)
    return "\n".join(found)


def named(path: Path, pattern: re.Pattern[str]) -> Iterator[str]:
    """Everything in a paper's code that looks like this."""
    for found in pattern.finditer(code_in(path)):
        yield found[1]


def variables() -> set[str]:
    return {f"{PREFIX}{field.upper()}" for field in Settings.model_fields}


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.fixture(params=sorted(PAPERS), ids=where)
def path(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_the_readme_has_a_row_for_every_setting_and_no_other():
    rows = TABLE_ROW.findall(paper(ROOT / "README.md"))
    assert sorted(rows) == sorted(variables())


def test_every_variable_that_is_named_is_a_setting(path: Path):
    known = variables() | {name + IN_A_FILE for name in variables()}
    strange = {one for one in VARIABLE.findall(paper(path)) if not one.startswith("DUOBOT_TEST_")}
    assert strange - known - {PREFIX} == set()


def test_every_file_that_is_named_is_there(path: Path):
    gone = {one for one in named(path, OUR_PATH) if not (ROOT / one).exists()}
    assert gone == set()


def test_every_link_leads_somewhere(path: Path):
    inside = [to for to in LINK.findall(paper(path)) if "://" not in to]
    assert [to for to in inside if not (path.parent / to).exists()] == []


def test_every_task_of_make_that_is_named_is_one(path: Path):
    tasks = set(re.findall(r"^([a-z]+):", paper(ROOT / "Makefile"), re.MULTILINE))
    assert set(named(path, TARGET)) - tasks == set()


def test_every_command_that_is_named_is_one(path: Path):
    for found in COMMAND.finditer(code_in(path)):
        command = main.commands.get(found[1])
        assert command is not None, found[0]
        if isinstance(command, click.Group) and found[2]:
            assert found[2] in command.commands, found[0]


def test_every_decision_is_in_the_index_and_says_its_status_first():
    folder = ROOT / "docs" / "decisions"
    pages = sorted(page for page in folder.glob("*.md") if page.name != "README.md")
    assert LINK.findall(paper(folder / "README.md")) == [page.name for page in pages]
    for page in pages:
        assert paper(page).splitlines()[2].startswith("Status: "), page.name
