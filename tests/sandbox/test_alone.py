"""The sandbox by itself, as `duobot sandbox` runs it."""

import asyncio
import os
import signal
import socket
from pathlib import Path

import pytest

from bot.sandbox.alone import run
from bot.sandbox.cast import AMIR
from tests.sandbox.conftest import Line

PATIENCE_S = 5


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def until_it_listens(line: Line) -> None:
    async with asyncio.timeout(PATIENCE_S):
        for _ in range(1000):
            try:
                await line.get("cast")
            except OSError:
                await asyncio.sleep(0.01)
            else:
                break


async def test_it_runs_until_it_is_told_to_stop_and_remembers(
    line: Line, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    port, journal = free_port(), tmp_path / "journal.jsonl"
    here = Line(f"http://127.0.0.1:{port}", line.web)
    for turn in (1, 2):
        alone = asyncio.create_task(run(port, journal, limits=True))
        await until_it_listens(here)
        assert (await here.get("limits"))[1]["on"]
        _, said = await here.post(f"people/{AMIR.id}/say", text="bonjour")
        assert said["message_id"] == turn
        os.kill(os.getpid(), signal.SIGTERM)
        async with asyncio.timeout(PATIENCE_S):
            await alone
    assert capsys.readouterr().out.startswith(f"The pretend Telegram is on {here.address} (")


async def test_a_taken_port_is_said_in_a_sentence(line: Line) -> None:
    port = int(line.address.rpartition(":")[2])
    with pytest.raises(SystemExit, match=f"Port {port} cannot be used"):
        await run(port, None)


async def test_a_spoiled_journal_is_said_in_a_sentence(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    journal.write_text("no json\n")
    with pytest.raises(SystemExit, match="The journal cannot be used: Line 1"):
        await run(0, journal)


async def test_a_folder_is_no_journal(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="The journal cannot be used"):
        await run(0, tmp_path)
