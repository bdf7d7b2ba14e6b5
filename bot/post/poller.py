"""The inbox's door: every update is stored before Telegram is told that we have it."""

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import structlog

from bot.clock import Clock
from bot.post.outcome import back_off
from bot.post.patience import WAIT_AFTER_FAILURE
from bot.post.telegram import PollFailed, TokenRefused, Updates
from storage import Database
from storage.inbox import Arrival

UNAUTHORISED = 401
CONFLICT = 409
REFUSALS_BEFORE_STOP = 3
WAIT_AFTER_CONFLICT = 5.0
LONGEST_WAIT = 60.0

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
        self.failures = 0
        self.refusals = 0

    async def run(self) -> None:
        """Poll for ever; raises TokenRefused when Telegram says so three times in a row."""
        while True:
            try:
                await self.poll()
            except PollFailed as failure:
                await asyncio.sleep(self._patience(failure))
            except Exception:
                # What could not be stored is not confirmed, so Telegram gives it again.
                log.exception("updates_not_stored")
                await asyncio.sleep(WAIT_AFTER_FAILURE)

    async def poll(self) -> int:
        """Ask once and store what comes in one transaction; give how many updates came."""
        updates = await self.updates.get(self.offset)
        self.failures = self.refusals = 0
        if updates:
            await self._store([_arrival(one) for one in updates])
            # Only the next question confirms these, so a crash before it loses nothing.
            self.offset = max(int(one["update_id"]) for one in updates) + 1
            self.ring()
        return len(updates)

    async def _store(self, arrivals: Sequence[Arrival]) -> None:
        async with self.database.transaction() as tx:
            await tx.inbox.store(arrivals, self.clock.now())

    def _patience(self, failure: PollFailed) -> float:
        self.failures += 1
        log.warning("poll_failed", status=failure.status, reason=failure.reason)
        if failure.status == UNAUTHORISED:
            self.refusals += 1
            if self.refusals >= REFUSALS_BEFORE_STOP:
                raise TokenRefused(failure.reason)
        if failure.wait is not None:
            return min(failure.wait, LONGEST_WAIT)
        if failure.status == CONFLICT:
            return WAIT_AFTER_CONFLICT
        return back_off(self.failures, random.random())  # noqa: S311  # jitter is no secret


def _arrival(update: Mapping[str, Any]) -> Arrival:
    return Arrival(int(update["update_id"]), _sender(update), dict(update))


def _sender(update: Mapping[str, Any]) -> int | None:
    """Whose turn the update takes: the person of whatever the update holds."""
    for content in update.values():
        if isinstance(content, Mapping) and isinstance(content.get("from"), Mapping):
            sender = content["from"].get("id")
            return int(sender) if isinstance(sender, int) else None
    return None
