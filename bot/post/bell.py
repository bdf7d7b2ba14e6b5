"""A bell: somebody works until nothing is left, then waits until it rings or some time passes."""

import asyncio
from contextlib import suppress


class Bell:
    """Rung when there is something to do; rung twice before it is heard, it rings once."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Say that there is something to do."""
        self._rung.set()

    async def heard(self, within: float) -> bool:
        """Wait for the bell, at most so many seconds: others may have left work unrung."""
        # Not wait_for: rung at the moment of a cancellation, it would swallow the cancellation.
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._rung.wait()
        rung = self._rung.is_set()
        self._rung.clear()
        return rung
