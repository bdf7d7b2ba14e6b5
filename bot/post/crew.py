"""Tasks that may finish what they have begun when the work is called off."""

import asyncio
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, Self


class Crew:
    """Some tasks at once. On the way out they get ``grace`` seconds, then they are cancelled."""

    def __init__(self, grace: float, on_leaving: Callable[[], None]) -> None:
        self.grace = grace
        self.on_leaving = on_leaving
        self.at_work: set[asyncio.Task[None]] = set()
        self._failure: BaseException | None = None

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Let somebody begin."""
        task = asyncio.get_running_loop().create_task(work)
        self.at_work.add(task)
        task.add_done_callback(self._left)

    def check(self) -> None:
        """Raise what made one of them fail."""
        if self._failure:
            raise self._failure

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self.at_work:
            return
        _, late = await asyncio.wait(self.at_work, timeout=self.grace)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    def _left(self, task: asyncio.Task[None]) -> None:
        self.at_work.discard(task)
        if not task.cancelled() and task.exception():
            self._failure = task.exception()
        self.on_leaving()
