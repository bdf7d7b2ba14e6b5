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

    async def heard(self, within: float) -> None:
        """Wait for the bell, at most so many seconds: others may have left work unrung."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._rung.wait(), within)
        self._rung.clear()
