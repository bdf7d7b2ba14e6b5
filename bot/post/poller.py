"""The inbox's door: every update is stored before Telegram is told that we have it."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import structlog

from bot.clock import Clock
from bot.post.patience import WAIT_AFTER_FAILURE, Patience
from bot.post.telegram import PollFailed, Updates, sender_of
from storage import Database
from storage.inbox import Arrival

log = structlog.get_logger(__name__)


class Poller:
    """Polls, stores, and rings the bell of those who handle updates."""

    def __init__(
        self, updates: Updates, database: Database, clock: Clock, ring: Callable[[], None]
    ) -> None:
        self.updates = updates
        self.database = database
        self.clock = clock
        self.ring = ring
        self.offset: int | None = None
        self.patience = Patience()

    async def run(self) -> None:
        """Poll for ever; raises TokenRefused when Telegram says so three times in a row."""
        while True:
            try:
                await self.poll()
            except PollFailed as failure:
                await asyncio.sleep(self.patience.after(failure))
            except Exception:
                # What could not be stored is not confirmed, so Telegram gives it again.
                log.exception("updates_not_stored")
                await asyncio.sleep(WAIT_AFTER_FAILURE)

    async def poll(self) -> int:
        """Ask once and store what comes in one transaction; give how many updates came."""
        updates = await self.updates.get(self.offset)
        self.patience = Patience()
        if updates:
            await self._store([_arrival(one) for one in updates])
            # Only the next question confirms these, so a crash before it loses nothing.
            self.offset = max(int(one["update_id"]) for one in updates) + 1
            self.ring()
        return len(updates)

    async def _store(self, arrivals: Sequence[Arrival]) -> None:
        async with self.database.transaction() as tx:
            await tx.inbox.store(arrivals, self.clock.now())


def _arrival(update: Mapping[str, Any]) -> Arrival:
    return Arrival(int(update["update_id"]), sender_of(update), dict(update))
