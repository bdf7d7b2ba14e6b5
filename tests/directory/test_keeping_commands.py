"""`duobot directory history` and `proposals`: what was done to an entry, and deciding by hand."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.administration import at_the_desk
from bot.cli import main
from bot.clock import SystemClock
from bot.programme.directory.writing import write_service
from bot.settings import load_settings
from storage.proposals import Proposal
from tests.directory.emptied import leave_empty
from tests.directory.services import a_service

NUMBER = 4711


@pytest.fixture(autouse=True)
def environ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    ours = {"DUOBOT_DATABASE": str(tmp_path / "duobot.db")}
    for name, value in ours.items():
        monkeypatch.setenv(name, value)
    asyncio.run(leave_empty(ours))
    file = tmp_path / "services.json"
    file.write_text(json.dumps([write_service(a_service("the-door"))]))
    assert says("import", file).exit_code == 0
    return ours


def says(*words: object) -> Result:
    return CliRunner().invoke(main, ["directory", *map(str, words)])


async def proposed(environ: dict[str, str]) -> None:
    """A coach has proposed another website."""
    settings = load_settings(environ, needs_token=False)
    async with (
        at_the_desk(settings, SystemClock()) as actions,
        actions.keeping.desk.open() as counter,
    ):
        tx, now = counter.tx, counter.now
        els = await tx.people.add(7, "nl", "registered", now)
        await tx.people.save(els.id, role="coach", branch="brussels")
        await tx.proposals.begin(Proposal(NUMBER, "the-door", "website", "nl", now, els.id))
        await tx.proposals.write(NUMBER, "https://new.be")
        await tx.proposals.send(NUMBER, now, now - timedelta(days=1))


def test_the_history_of_an_entry_tells_how_it_came_in():
    assert "imported" in says("history", "the-door").output
    assert says("history", "nothing").output == "Nothing is known of nothing.\n"


def test_a_change_is_accepted_by_hand(environ: dict[str, str]):
    assert says("proposals").output == "No change waits.\n"
    asyncio.run(proposed(environ))
    assert says("proposals").output == f"{NUMBER}  the-door  website: https://new.be\n"
    assert says("proposals", "--accept", NUMBER).output == "Done.\n"
    assert "accepted website: - -> https://new.be" in says("history", "the-door").output
    again = says("proposals", "--accept", NUMBER)
    assert (again.output, again.exit_code) == (
        f"No change that can be made waits under {NUMBER}.\n",
        1,
    )


def test_a_change_is_refused_by_hand(environ: dict[str, str], tmp_path: Path):
    asyncio.run(proposed(environ))
    assert says("proposals", "--refuse", NUMBER).exit_code == 0
    says("export", tmp_path / "out.json")
    assert "new.be" not in (tmp_path / "out.json").read_text()
    assert "refused website" in says("history", "the-door").output


def test_a_coordinator_is_invited_by_a_link_that_works_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DUOBOT_TELEGRAM", "http://127.0.0.1:1")
    said = CliRunner().invoke(
        main, ["invite", "coordinator", "--name", "Odile", "--branch", "ghent"]
    )
    assert said.exit_code == 0
    assert "/start " in said.output
