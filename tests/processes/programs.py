"""Our programs as processes of their own, as operators start them."""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.patience import until
from tests.processes.phones import Phones

DUOBOT = Path(sys.executable).parent / "duobot"
STARTED_WITHIN = 60.0
ENDED_WITHIN = 30.0
GLANCE = 0.01
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Ours, without the settings of whoever runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DUOBOT_")}
    return kept | settings


@dataclass(slots=True)
class Program:
    """A process, and everything it has said."""

    process: asyncio.subprocess.Process
    log: Path
    said_before: int

    @property
    def said(self) -> str:
        with self.log.open("rb") as log:
            log.seek(self.said_before)
            return log.read().decode()

    async def hears(self, words: str, within: float = STARTED_WITHIN) -> str:
        """Wait until it has said this; the whole line."""
        pattern = re.compile(f".*{words}.*")
        await until(lambda: pattern.search(self.said) or self._has_ended(), within, GLANCE)
        found = pattern.search(self.said)
        assert found, f"It ended with {self.process.returncode}: {self.said}"
        return found[0]

    def _has_ended(self) -> bool:
        return self.process.returncode is not None

    async def is_ready(self) -> None:
        """Wait until the bot polls."""
        await self.hears('"event": "ready"')

    async def kill(self) -> None:
        """End it as a power cut does."""
        self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        """End it as an operator does; the exit code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.ends()

    async def ends(self, within: float = ENDED_WITHIN) -> int:
        """Wait until it ends by itself; the exit code."""
        async with asyncio.timeout(within):
            return await self.process.wait()

    def events(self) -> list[str]:
        """What it logged, by name."""
        lines = [line for line in self.said.splitlines() if line.startswith("{")]
        return [json.loads(line)["event"] for line in lines]


async def start(*command: str, log: Path, settings: Mapping[str, str] | None = None) -> Program:
    """Start `duobot` with these words; what it says is added to the log."""
    with log.open("ab") as out:
        before = out.tell()
        process = await asyncio.create_subprocess_exec(
            DUOBOT,
            *command,
            env=environment(settings or {}),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
    return Program(process, log, before)


@asynccontextmanager
async def started(
    *command: str, log: Path, settings: Mapping[str, str] | None = None
) -> AsyncIterator[Program]:
    """Start it, and end it with the block."""
    program = await start(*command, log=log, settings=settings)
    try:
        yield program
    finally:
        if program.process.returncode is None:
            await program.kill()


async def address_of(program: Program) -> str:
    """Where the page of a sandbox or a demo is."""
    line = await program.hears("http://127")
    found = ADDRESS.search(line)
    assert found, line
    return found[0]


@dataclass(slots=True)
class Town:
    """A sandbox that runs by itself, a place for the bot's files, and everybody's phone."""

    folder: Path
    sandbox: Program
    phones: Phones
    more_settings: dict[str, str] = field(default_factory=dict)

    @property
    def journal(self) -> Path:
        return self.folder / "sandbox.jsonl"

    @property
    def database(self) -> Path:
        return self.folder / "duobot.db"

    @property
    def logs(self) -> list[Path]:
        return [self.folder / "sandbox.log", self.folder / "duobot.log"]

    @property
    def settings(self) -> dict[str, str]:
        """What the bot is told."""
        return {
            "DUOBOT_TOKEN": TOKEN,
            "DUOBOT_TELEGRAM": self.phones.address,
            "DUOBOT_DATABASE": str(self.database),
            "DUOBOT_CLOCK": "sandbox",
            "DUOBOT_LOG": "debug",
            **self.more_settings,
        }

    async def bot(self) -> Program:
        """The bot, polling."""
        log = self.folder / "duobot.log"
        bot = await start("run", log=log, settings=self.settings)
        await bot.is_ready()
        return bot

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Program]:
        """The bot, polling while the block runs."""
        bot = await self.bot()
        try:
            yield bot
        finally:
            if bot.process.returncode is None:
                await bot.kill()

    async def asks(self, *command: str) -> tuple[int, str]:
        """Say a command beside the bot: the exit code and what it said."""
        log = self.folder / f"{command[0]}.log"
        async with started(*command, log=log, settings=self.settings) as program:
            code = await program.ends(STARTED_WITHIN)
        return code, program.said


TOKEN = "1000001:pretend-token-of-the-processes"


@asynccontextmanager
async def town(folder: Path) -> AsyncIterator[Town]:
    """A sandbox in a process of its own."""
    words = ("sandbox", "--port", "0", "--journal", str(folder / "sandbox.jsonl"))
    async with (
        started(*words, log=folder / "sandbox.log") as sandbox,
        Phones.at(await address_of(sandbox)) as phones,
    ):
        yield Town(folder, sandbox, phones)
