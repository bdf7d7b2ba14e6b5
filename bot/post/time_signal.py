"""Taking the time from a pretend Telegram, whose clock can be turned."""

import asyncio
from datetime import datetime

import aiohttp
import structlog

from bot.clock import TurnedClock

SECONDS_BETWEEN_SIGNALS = 0.2
PATIENCE = aiohttp.ClientTimeout(total=5)

log = structlog.get_logger(__name__)


async def first_signal(clock: TurnedClock, address: str) -> None:
    """Wait until the sandbox has told its time: by any other nobody may be asked anything."""
    async with aiohttp.ClientSession(timeout=PATIENCE) as session:
        while True:
            if await listen_once(session, clock, address):
                return
            await asyncio.sleep(SECONDS_BETWEEN_SIGNALS)


async def follow(clock: TurnedClock, address: str) -> None:
    """Set the clock by the sandbox for ever; while it is away the clock goes on by itself."""
    async with aiohttp.ClientSession(timeout=PATIENCE) as session:
        while True:
            await listen_once(session, clock, address)
            await asyncio.sleep(SECONDS_BETWEEN_SIGNALS)


async def listen_once(session: aiohttp.ClientSession, clock: TurnedClock, address: str) -> bool:
    """Set the clock once; False when no time could be heard."""
    try:
        async with session.get(f"{address}/sandbox/clock") as response:
            clock.turn_to(datetime.fromisoformat((await response.json())["now"]))
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError, KeyError) as error:
        log.debug("no_time_signal", error=type(error).__name__)
        return False
    return True
