"""How soon `duobot run` is ready, and how much memory it takes when nothing happens."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from bot.sandbox import Telegram
from bot.sandbox.web.app import serve
from storage import Keys

MEGABYTE = 2**20
IDLE = 3.0  # seconds of quiet before memory is read
PATIENCE = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds of wall time and of CPU until it said that it was ready; memory after some quiet."""

    ready_s: float
    cpu_s: float
    idle_mb: float


async def started() -> Start:
    """Start it once, on a database that has its tables already, as after any restart."""
    import asyncio  # noqa: PLC0415

    async with serve(Telegram(), 0) as address:
        with tempfile.TemporaryDirectory() as folder:
            environ = {
                **os.environ, "DUOBOT_TELEGRAM": address, "DUOBOT_LOG_FORMAT": "json",
                "DUOBOT_DATABASE": str(Path(folder) / "house.db"),
                "DUOBOT_SECRET_KEYS": Keys.generate(),
            }  # fmt: skip
            await asyncio.to_thread(_once, environ, 0.0)
            return await asyncio.to_thread(_once, environ, IDLE)


def _once(environ: dict[str, str], quiet: float) -> Start:
    program = str(Path(sys.executable).parent / "duobot")
    begun = time.monotonic()
    child = subprocess.Popen([program, "run"], env=environ, stderr=subprocess.STDOUT,
                             stdout=subprocess.PIPE, text=True)  # fmt: skip
    process = psutil.Process(child.pid)
    try:
        for line in child.stdout or ():
            if '"ready"' in line or time.monotonic() - begun > PATIENCE:
                break
        ready, times = time.monotonic() - begun, process.cpu_times()
        time.sleep(quiet)
        memory = process.memory_info().rss / MEGABYTE
    finally:
        child.terminate()
        child.wait()
    return Start(ready, times.user + times.system, memory)
