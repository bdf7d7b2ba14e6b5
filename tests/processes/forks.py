"""The nursery as tests see it: ask for a program, and it is there at once."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.processes.programs import Program, environment

NURSERY = (sys.executable, "-m", "tests.processes.nursery")
ROOT = Path(__file__).parent.parent.parent
OPEN_WITHIN = 120.0


@dataclass(slots=True)
class Child:
    """A forked program; it looks like a process that we started ourselves."""

    pid: int
    returncode: int | None = None
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        await self.ended.wait()
        return self.returncode or 0


@dataclass(slots=True)
class Nursery:
    """One process that has imported everything, and its children."""

    process: asyncio.subprocess.Process
    children: dict[int, Child] = field(default_factory=dict)
    born: asyncio.Queue[Child] = field(default_factory=asyncio.Queue)

    async def bear(
        self,
        *command: str,
        log: Path,
        settings: Mapping[str, str],
        fuse: Mapping[str, Any] | None = None,
    ) -> Program:
        """Start `duobot` with these words, with a fuse laid in it if one is given."""
        with log.open("ab") as out:
            before = out.tell()
        order = {
            "command": command,
            "log": str(log),
            "settings": environment(settings),
            "fuse": fuse,
        }
        assert self.process.stdin
        self.process.stdin.write(json.dumps(order).encode() + b"\n")
        return Program(await self.born.get(), log, before)

    async def listen(self) -> None:
        """Hear who is born and who has died, until the nursery closes."""
        assert self.process.stdout
        async for line in self.process.stdout:
            told = json.loads(line)
            if number := told.get("born"):
                child = self.children[number] = Child(number)
                self.born.put_nowait(child)
            elif number := told.get("died"):
                child = self.children.pop(number)
                child.returncode = told["code"]
                child.ended.set()


@asynccontextmanager
async def nursery() -> AsyncIterator[Nursery]:
    """Open it, and close it with all that still live."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *NURSERY, stdin=pipe, stdout=pipe, cwd=ROOT, env=environment({})
    )
    assert process.stdin
    assert process.stdout
    async with asyncio.timeout(OPEN_WITHIN):
        assert json.loads(await process.stdout.readline()) == {"ready": True}
    opened = Nursery(process)
    listening = asyncio.create_task(opened.listen())
    try:
        yield opened
    finally:
        for child in [*opened.children.values()]:
            child.kill()
        process.stdin.close()
        await process.wait()
        await listening
