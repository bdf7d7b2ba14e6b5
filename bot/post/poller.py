"""The inbox's door: every update is stored before Telegram is told that we have it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog

from bot.clock import Clock
from bot.post.meters import NO_METERS, Meters
from bot.post.patience import WAIT_AFTER_FAILURE, Patience, advice, patiently
from bot.post.telegram import LONG_POLL, PollFailed, Updates, sender_of
from bot.post.watch import Watch
from storage import Database
from storage.inbox import Arrival, ClaimedUpdate

# An empty answer that comes sooner is no long poll; asking again at once would go round and round.
SHORTEST_EMPTY_POLL = 0.5
# How often it is written down that we listen.
BETWEEN_NOTES = timedelta(seconds=20)
LONGEST_LISTENING = timedelta(seconds=LONG_POLL)

log = structlog.get_logger(__name__)


async def _nobody_listens(since: datetime, until: datetime) -> None:
    """Nobody wants to know when we listened."""


def _nobody() -> int:
    """Nobody has room."""
    return 0


def _nothing(claimed: Sequence[ClaimedUpdate]) -> None:
    """Nobody takes any, since nobody has room."""


@dataclass
class Poller:
    """Polls, stores, and rings the bell of those who handle updates.

    Whoever has ``room`` is handed updates in the transaction that stores them.
    ``listened`` is told, about each twenty seconds, since when and until when we surely listened.
    """

    updates: Updates
    database: Database
    clock: Clock
    ring: Callable[[int], None]
    watch: Watch = field(default_factory=Watch)
    listened: Callable[[datetime, datetime], Awaitable[None]] = _nobody_listens
    offset: int | None = None
    noted: datetime | None = None
    room: Callable[[], int] = _nobody
    hand_over: Callable[[Sequence[ClaimedUpdate]], None] = _nothing
    meters: Meters = NO_METERS

    def __post_init__(self) -> None:
        self.patience = Patience(self.watch)

    async def run(self) -> None:
        """Poll for ever; raises TokenRefused when Telegram says so three times in a row."""
        while True:
            try:
                await self.listen()
            except PollFailed as failure:
                await asyncio.sleep(self.patience.after(failure))
            except Exception as error:
                # What could not be stored is not confirmed, so Telegram gives it again.
                log.exception("updates_not_stored", **advice(error))
                await asyncio.sleep(WAIT_AFTER_FAILURE)

    async def poll(self) -> int:
        """Ask once and store what comes in one transaction; give how many updates came."""
        updates = await self.updates.get(self.offset)
        self.patience = Patience(self.watch)
        self.watch.heard()
        if updates:
            claimed = await self._store([_arrival(one) for one in updates])
            self.meters.stored(len(updates))
            # Only the next question confirms these, so a crash before it loses nothing.
            self.offset = max(int(one["update_id"]) for one in updates) + 1
            self.hand_over(claimed)
            self.ring(max(0, len(updates) - len(claimed)))
        return len(updates)

    async def listen(self) -> None:
        """One poll, and what follows from it. What Telegram answers at once does not go round."""
        began, since = self.watch.seconds(), self.clock.now()
        came = await self.poll()
        await patiently(partial(self._note, since), "listening_not_noted", None)
        if not came and self.watch.seconds() - began < SHORTEST_EMPTY_POLL:
            await asyncio.sleep(SHORTEST_EMPTY_POLL)

    async def _note(self, since: datetime) -> None:
        """A poll that took longer than polls do was heard only at its end: we stood still."""
        until = self.clock.now()
        since = max(since, until - LONGEST_LISTENING)
        if self.noted is None or abs(until - self.noted) >= BETWEEN_NOTES:
            await self.listened(since, until)
            self.noted = until

    async def _store(self, arrivals: Sequence[Arrival]) -> Sequence[ClaimedUpdate]:
        async with self.database.transaction() as tx:
            await tx.inbox.store(arrivals, self.clock.now())
            # Asked for here, since others may have begun work while the turn was waited for.
            room = self.room()
            return await tx.inbox.claim(self.clock.now(), room) if room else []


def _arrival(update: Mapping[str, Any]) -> Arrival:
    return Arrival(int(update["update_id"]), sender_of(update), dict(update))
