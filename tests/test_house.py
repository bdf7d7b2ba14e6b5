"""The rules of the house that no tool checks by itself, and proof that its contracts bite."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]

LONGEST_FUNCTION = 30  # lines, with its docstring
LONGEST_FILE = 250  # lines
EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "managers",
    "base",
    "misc",
}
GENERATED = ("migrations/versions",)  # a migration is read once, from top to bottom
REASONLESS = re.compile(r"#\s*(?:noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])\s*$")
SPEAKING = {"say", "button", "say_in", "say_many"}

# What each contract has to refuse: a file of the house, and the import planted in it.
PLANTED = [
    ("one-way-down", "bot/programme/planted.py", "import storage"),
    ("one-way-down", "bot/post/planted.py", "import handlers"),
    ("one-way-down", "bot/cards/planted.py", "import storage"),
    ("one-way-down", "bot/app.py", "import bot.sandbox"),
    ("one-way-down", "bot/running.py", "import bot.sandbox"),
    ("every-room-has-its-floor", "bot/attic.py", ""),
    ("every-room-has-its-floor", "bot/clock.py", "import bot.programme"),
    ("rules-are-pure", "bot/programme/planted.py", "import asyncio"),
    ("rules-are-pure", "bot/programme/planted.py", "from babel import Locale"),
    ("actions-know-no-telegram", "bot/actions/planted.py", "from aiogram.types import Message"),
    ("actions-know-no-telegram", "storage/planted.py", "import aiohttp"),
    ("who-opens-storage", "handlers/planted.py", "import storage"),
    ("who-opens-storage", "bot/settings.py", "import storage"),
    ("who-opens-files", "handlers/planted.py", "import bot.directory"),
    ("sql-stays-in-storage", "bot/actions/planted.py", "from sqlalchemy import select"),
    ("words-in-cards", "bot/actions/planted.py", "import bot.cards"),
    ("words-in-cards", "bot/actions/planted.py", "from bot.i18n import Speech"),
    ("sandbox-alone", "bot/sandbox/planted.py", "import bot.clock"),
    ("sandbox-alone", "bot/sandbox/planted.py", "import aiogram"),
    ("storage-leans-on-nobody", "storage/planted.py", "import bot.clock"),
    ("the-judge-stays-outside", "bot/post/planted.py", "from telegram import Update"),
    ("the-judge-stays-outside", "bot/sandbox/planted.py", "import telegram.constants"),
    ("the-judge-stays-outside", "bot/running.py", "import telegram"),
    ("the-watch-stands-apart", "bot/watch/planted.py", "import aiogram"),
    ("the-watch-stands-apart", "bot/watch/planted.py", "from bot.post import outcome"),
    ("no-circles", "storage/tables/planted.py", "import storage.tables.other"),
]


def our_files(*rooms: str) -> Iterator[Path]:
    """Every Python file of the rooms that people write and read."""
    for room in rooms or ("bot", "handlers", "storage", "tools"):
        for path in sorted((ROOT / room).rglob("*.py")):
            if not any(part in path.as_posix() for part in GENERATED):
                yield path


@cache
def tree_of(path: Path) -> ast.Module:
    """A file as the interpreter reads it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path, line: int = 1) -> str:
    """Where something is, as an editor opens it."""
    return f"{path.relative_to(ROOT)}:{line}"


def none_of(found: list[str], mend: str) -> None:
    """Fails with what was found, a line each, and how to mend it."""
    if found:
        pytest.fail("\n".join([mend, *found]), pytrace=False)


def empty_house(at: Path) -> Path:
    """A house with every room that the contracts name, all of them empty."""
    shutil.copy(ROOT / "pyproject.toml", at)
    for layer in CONTRACTS[0]["layers"]:
        for module in re.split(r"\s*[|:]\s*", layer):
            room = at / module.replace(".", "/")
            room.mkdir(parents=True)
            (room / "__init__.py").touch()
    for needed in ("bot", "storage/tables"):
        (at / needed).mkdir(exist_ok=True)
        (at / needed / "__init__.py").touch()
    (at / "handlers/door.py").touch()
    (at / "storage/tables/other.py").write_text("import storage.tables.planted\n")
    (at / "storage/tables/planted.py").touch()
    return at


def plant(house: Path, file: str, code: str) -> None:
    """Writes the wrong import in its file; a room of that name gets it in its first file."""
    room = house / file.removesuffix(".py")
    path = room / "__init__.py" if room.is_dir() else house / file
    path.write_text(code + "\n")


def run(command: list[str], at: Path) -> subprocess.CompletedProcess[str]:
    """Runs a program there."""
    return subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)


def lint_imports(house: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    """Runs the import contracts over a house."""
    program = Path(sys.executable).parent / "lint-imports"
    chosen = [part for contract in contracts for part in ("--contract", contract)]
    command = [str(program), "--no-cache", "--no-logo", *chosen]
    return run(command, house)


def test_the_contracts_are_kept_in_an_empty_house(tmp_path: Path):
    kept = lint_imports(empty_house(tmp_path))
    assert kept.returncode == 0, kept.stdout
    assert f"{len(CONTRACTS)} kept, 0 broken" in kept.stdout


@pytest.mark.parametrize(("contract", "file", "code"), PLANTED)
def test_each_contract_refuses_a_wrong_import(tmp_path: Path, contract: str, file: str, code: str):
    house = empty_house(tmp_path)
    plant(house, file, code)
    refused = lint_imports(house, contract)
    assert refused.returncode == 1, refused.stdout
    assert "0 kept, 1 broken" in refused.stdout


def test_no_contract_is_without_proof():
    assert {contract for contract, _, _ in PLANTED} == {each["id"] for each in CONTRACTS}
    assert all(each["broken_contract_guidance"] for each in CONTRACTS)


def test_the_sandbox_may_touch_no_room_at_all():
    alone = next(each for each in CONTRACTS if each["id"] == "sandbox-alone")
    rooms = {f"bot.{path.stem}" for path in (ROOT / "bot").iterdir() if path.stem[0] != "_"}
    forgotten = rooms - {"bot.sandbox", *alone["forbidden_modules"]}
    none_of(sorted(forgotten), "Add these rooms to what the sandbox may not import:")


def test_functions_are_short():
    long = [
        f"{place(path, node.lineno)} {node.name}: {1 + (node.end_lineno or 0) - node.lineno} lines"
        for path in our_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    none_of(long, f"At most {LONGEST_FUNCTION} lines a function: give a part of it a name.")


def test_files_are_short():
    long = [
        f"{place(path)} {lines} lines"
        for path in our_files()
        if (lines := path.read_text(encoding="utf-8").count("\n")) > LONGEST_FILE
    ]
    none_of(long, f"At most {LONGEST_FILE} lines a file: it holds two themes; part them.")


def test_every_module_is_named_after_what_it_holds():
    empty = [place(path) for path in our_files() if path.stem in EMPTY_NAMES]
    none_of(empty, "Name the module after its theme; these names say nothing:")


def test_every_module_says_what_it_is_for():
    silent = [
        place(path)
        for path in our_files()
        if (tree := tree_of(path)).body and not ast.get_docstring(tree)
    ]
    none_of(silent, "Begin the file with one sentence in quotes that says what it is for:")


def test_every_exemption_has_its_reason():
    bare = [
        f"{place(path, number)} {line.strip()}"
        for path in our_files("bot", "handlers", "storage", "tools", "tests")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if REASONLESS.search(line)
    ]
    none_of(bare, "Say on the same line why this is exempt, as in `# noqa: X123 - because ...`:")


def test_only_cards_and_handlers_speak():
    elsewhere = [
        place(path, node.lineno)
        for path in our_files("bot", "storage")
        if not path.is_relative_to(ROOT / "bot/cards") and path.name != "i18n.py"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute)
        and node.attr in SPEAKING
        and ast.unparse(node.value).endswith("speech")
    ]
    none_of(elsewhere, "Words said here are not collected for translation; say them in a card:")


def test_the_label_of_a_button_is_said_as_a_button():
    as_text = [
        place(path, node.lineno)
        for path in our_files("bot/cards", "handlers")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith("Button")
        and any("speech.say" in ast.unparse(part) for part in node.args[:1])
    ]
    none_of(as_text, "Say it with speech.button(), so that its length is looked at:")


def test_the_lock_names_no_registry_and_every_package_we_ask_for():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    project = PROJECT["project"]
    asked = list(project["dependencies"])
    for extra in project["optional-dependencies"].values():
        asked += extra
    names = [re.split(r"[\[<>=~ ]", requirement)[0] for requirement in asked]
    missing = [name for name in names if f"\n{name}==" not in "\n" + lock]
    none_of(missing, "Not in requirements.lock yet; say `make lock`:")


def test_commands_that_need_no_telegram_start_without_aiogram():
    code = "import sys, bot.cli; sys.exit('aiogram' in sys.modules)"
    started = run([sys.executable, "-c", code], ROOT)
    mend = "Import aiogram inside the commands that need it; it costs a second or more."
    assert started.returncode == 0, mend + started.stderr


def test_the_bot_starts_fast_since_no_model_of_aiogram_is_built_before_it_is_used():
    asked = "import bot.app; from aiogram.types import Update; print(Update.__pydantic_complete__)"
    done = run([sys.executable, "-c", asked], ROOT)
    assert done.stdout.strip() == "False", done.stderr
