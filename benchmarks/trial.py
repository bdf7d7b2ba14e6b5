"""One trial: a bot as its own process, a crowd that talks to it, and what that cost the bot."""

import asyncio
import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.crowd import Busy, Crowd, registered
from bot.sandbox.web.app import serve

IN_FLIGHT = 40
WARM_UP = 400  # answers
COUNTED = 1_600  # answers
TOKEN = "1:benchmark"
MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Contestant:
    """A program to be timed; ``whole`` is our own, to which people register first."""

    name: str
    module: str
    way: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """What one trial came to. CPU is user and system time of the bot's process for one update."""

    cpu_ms: float
    per_second: float
    p50_ms: float
    p99_ms: float
    memory_mb: float
    unanswered: int


async def tried(contestant: Contestant, counted: int = COUNTED) -> Trial:
    """Start it, warm it up, and count."""
    telegram = Busy()
    async with serve(telegram, 0) as address, running(contestant, address) as process:
        crowd = Crowd(telegram)
        crowd.gather(IN_FLIGHT)
        await until_it_listens(telegram)
        if contestant.whole:
            await registered(telegram, crowd)
        await crowd.talk_until(WARM_UP)
        before, begun = cpu_seconds(process), asyncio.get_running_loop().time()
        await crowd.talk_until(counted)
        wall = asyncio.get_running_loop().time() - begun
        spent = cpu_seconds(process) - before
        done = len(crowd.seconds)
        memory = process.memory_info().rss / MEGABYTE
        return Trial(
            cpu_ms=1_000 * spent / done,
            per_second=done / wall,
            p50_ms=1_000 * statistics.median(crowd.seconds),
            p99_ms=1_000 * percentile(crowd.seconds, 0.99),
            memory_mb=memory,
            unanswered=len(crowd.asked_at),
        )


async def until_it_listens(telegram: Busy, patience: float = 60.0) -> None:
    """A bot is there when it polls, or has left the address of its webhook."""
    listening = asyncio.Event()
    called = telegram.call

    async def call(method, parameters):  # type: ignore[no-untyped-def]  # the shape of Telegram.call
        if method.lower() in {"getupdates", "setwebhook"}:
            listening.set()
        return await called(method, parameters)

    telegram.call = call  # type: ignore[method-assign]  # only while we wait
    await asyncio.wait_for(listening.wait(), patience)
    telegram.call = called  # type: ignore[method-assign]  # back to what it was
    await asyncio.sleep(0.2)


@contextlib.asynccontextmanager
async def running(contestant: Contestant, address: str) -> AsyncIterator[psutil.Process]:
    """The bot while it is needed; what it says is shown when it ends by itself."""
    with tempfile.TemporaryDirectory() as folder:
        way = str(Path(folder) / "house.db") if contestant.whole else contestant.way
        command = [sys.executable, "-m", contestant.module, address, TOKEN, way]
        with tempfile.TemporaryFile() as said:
            child = subprocess.Popen(command, stdout=said, stderr=said, env=environment())
            try:
                yield psutil.Process(child.pid)
            finally:
                ended_early = child.poll() is not None
                child.kill()
                child.wait()
                if ended_early:
                    said.seek(0)
                    sys.stderr.write(said.read().decode(errors="replace"))


def environment() -> dict[str, str]:
    from storage import Keys  # noqa: PLC0415  # only ours has keys

    return {**os.environ, "DUOBOT_SECRET_KEYS": Keys.generate()}


def cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of all lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]
