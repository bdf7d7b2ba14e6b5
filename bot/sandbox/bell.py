"""A bell that wakes everybody who waits for it."""

import asyncio


class Bell:
    """Waiting costs nothing until it rings."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Wake all who wait now; who comes later waits for the next ring."""
        for sleeper in self._waiting:
            if not sleeper.done():
                sleeper.set_result(None)
        self._waiting.clear()

    async def wait(self, timeout_s: float) -> bool:
        """Wait for the next ring, at most so many seconds; says whether it rang."""
        sleeper: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(sleeper)
        try:
            await asyncio.wait_for(sleeper, timeout_s)
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(sleeper)
        return True
