"""Waiting in tests for what another task or another process does."""

import asyncio
from collections.abc import Awaitable, Callable

LONGEST = 5.0  # seconds


async def until(
    happened: Callable[[], object] | Callable[[], Awaitable[object]],
    within: float = LONGEST,
    glance: float = 0.0,
) -> None:
    """Look again and again, with short waits, until it has happened."""
    async with asyncio.timeout(within):
        while True:
            seen = happened()
            if await seen if isinstance(seen, Awaitable) else seen:
                return
            await asyncio.sleep(glance)
