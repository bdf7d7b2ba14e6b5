"""What each command loads: the heavy libraries only where they are used, aiogram only to run."""

import json
import os
import subprocess
import sys
from pathlib import Path

HEAVY = {
    "aiogram", "aiohttp", "aiohttp.web", "aiosqlite", "alembic", "apscheduler", "asyncpg", "babel",
    "bot.health", "bot.sandbox", "cryptography", "icalendar", "prometheus_client", "pydantic",
    "sqlalchemy",
}  # fmt: skip
STORAGE = {"aiosqlite", "cryptography", "sqlalchemy"}
WORDS = {"babel", "pydantic"}
EVERYTHING = {*STORAGE, *WORDS, "aiohttp", "alembic"}

# One after the other in one process, so what one has loaded the next ones have too.
COMMANDS = [
    ("--help", set()),
    ("when --zone Europe/Brussels morgen", set()),
    ("key", STORAGE),
    ("cards --output cards.html", STORAGE | WORDS),
    ("migrate", EVERYTHING),
    ("doctor", EVERYTHING),
    ("invite coach --name Els --branch brussels", EVERYTHING),
    ("directory check", EVERYTHING),
    ("directory export services.zip", EVERYTHING),
    ("invite coach --name Els --branch atlantis", EVERYTHING),
]
TELL = """
import json, sys
from bot.cli import main
loaded = []
for command in sys.argv[2:]:
    try:
        main(command.split())
    except SystemExit:
        pass
    loaded.append(sorted(set(json.loads(sys.argv[1])) & set(sys.modules)))
print("\\n" + json.dumps(loaded))
"""


def told(folder: Path, code: str, *words: str) -> list[list[str]]:
    """What a Python of its own says in its last line."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("DUOBOT_")}
    nobody = {"DUOBOT_TELEGRAM": "http://127.0.0.1:1", "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(sorted(HEAVY)), *words],
        cwd=folder, env=ours | nobody, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def test_commands_load_only_what_they_use_and_none_of_them_aiogram(tmp_path):
    loaded = told(tmp_path, TELL, *(command for command, _ in COMMANDS))
    for (command, may), seen in zip(COMMANDS, loaded, strict=True):
        assert set(seen) <= may, command


def test_the_watch_loads_nothing_that_the_bot_runs_on(tmp_path):
    code = "import json, sys, bot.watch; print(json.dumps([sorted(sys.modules)]))"
    (seen,) = told(tmp_path, code)
    of_the_bot = ("aiogram", "aiohttp", "alembic", "babel", "handlers", "bot.actions", "bot.app")
    rooms = ("bot.cards", "bot.i18n", "bot.post", "storage.database", "storage.transaction")
    assert not {*of_the_bot, *rooms, "storage.engines", "storage.people"} & {*seen}


def test_a_bot_whose_health_nobody_asks_for_loads_nothing_of_it(tmp_path):
    code = "import json, sys, bot.running; print(json.dumps([sorted(sys.modules)]))"
    (seen,) = told(tmp_path, code)
    assert not {
        "alembic",
        "aiohttp.web",
        "bot.health",
        "bot.sandbox",
        "icalendar",
        "prometheus_client",
    } & {*seen}
