"""How long the loop stands still while something is done, and what that costs."""

import asyncio
import contextlib
import gc
import time
from collections.abc import Awaitable
from dataclasses import dataclass
from itertools import pairwise

from bot.running import OBJECTS_BETWEEN_COLLECTIONS

BEAT_S = 0.001


@dataclass(frozen=True, slots=True)
class Step:
    """Milliseconds of CPU, and the longest time in which nobody else had a turn."""

    what: str
    cpu_ms: float
    still_ms: float


def settle_memory() -> None:
    """Collect garbage as seldom as the running bot does."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)


async def timed(what: str, work: Awaitable[object]) -> Step:
    """Do it, and look how long a clock beside it stood still."""
    beats = [time.perf_counter()]
    heart = asyncio.create_task(_beat(beats))
    await asyncio.sleep(10 * BEAT_S)
    began = time.process_time()
    await work
    cpu = time.process_time() - began
    await asyncio.sleep(10 * BEAT_S)
    heart.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await heart
    still = max(after - before for before, after in pairwise(beats)) - BEAT_S
    return Step(what, cpu * 1000, still * 1000)


async def _beat(beats: list[float]) -> None:
    while True:
        await asyncio.sleep(BEAT_S)
        beats.append(time.perf_counter())
