"""getUpdates as Telegram's server does it: offsets confirm, one poll waits, haste is slowed."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.sandbox import limits
from bot.sandbox.answers import Refusal
from bot.sandbox.bell import Bell
from bot.sandbox.flood import FloodControl
from bot.sandbox.parameters import Parameters, allowed_updates
from bot.sandbox.state import Entry, State

OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
WEBHOOK_SET = "Conflict: terminated by setWebhook request"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)

Sleep = Callable[[float], Awaitable[None]]


@dataclass(eq=False, slots=True)
class _LongPoll:
    """A poll that waits; when it must end, why, in Telegram's words."""

    is_over: bool = False
    conflict: str | None = None


class Polling:
    """One poll waits at a time: one that begins to wait ends the one that waited."""

    def __init__(
        self,
        state: State,
        bell: Bell,
        write: Callable[[Entry], None],
        now: Callable[[], datetime],
        flood: FloodControl,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._state = state
        self._bell = bell
        self._write = write
        self._now = now
        self._flood = flood
        self._sleep = sleep
        self._waiting: _LongPoll | None = None
        self._next_conflict = float("-inf")
        self._last = (-1, float("-inf"))

    def hang_up(self) -> None:
        """Let the poll that waits return empty-handed; the sandbox goes away."""
        self._end(None)

    async def get_updates(self, parameters: Parameters) -> list[dict[str, Any]]:
        """Confirm what the offset confirms, then give what waits, or wait for it."""
        if self._state.webhook.url:
            raise await self._conflict(WEBHOOK_ACTIVE)
        offset = parameters.integer("offset") or 0
        limit = parameters.between("limit", limits.FEWEST_AT_ONCE, limits.MOST_AT_ONCE, 100)
        wait_s = parameters.between("timeout", 0, limits.LONGEST_WAIT_S, 0)
        self._remember_allowed(parameters)
        limit, wait_s = self._slowed(offset, limit, wait_s)
        self._forget_expired()
        self._confirm(offset)
        if wait_s and not self._state.queue.updates:
            await self._wait(wait_s)
        return self._hand_out(limit)

    async def _wait(self, wait_s: float) -> None:
        """Until there is something to tell, the time is over, or another poll begins to wait."""
        self._end(OTHER_POLL)
        poll = self._waiting = _LongPoll()
        self._bell.ring()
        try:
            await self._until_told(poll, wait_s)
        finally:
            if self._waiting is poll:
                self._waiting = None
        if poll.conflict is not None:
            raise await self._conflict(poll.conflict)

    async def _until_told(self, poll: _LongPoll, wait_s: float) -> None:
        deadline = asyncio.get_running_loop().time() + wait_s
        while not poll.is_over and not self._state.queue.updates:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                return
            await self._bell.wait(left)
            if self._state.webhook.url:
                self._end(WEBHOOK_SET)

    def _end(self, conflict: str | None) -> None:
        if self._waiting is not None:
            self._waiting.conflict = conflict
            self._waiting.is_over = True
            self._waiting = None
            self._bell.ring()

    async def _conflict(self, words: str) -> Refusal:
        """A conflict soon after another is told late, so that two bots do not quarrel too fast."""
        now = self._flood.seconds()
        if self._flood.on and now < self._next_conflict:
            await self._sleep(limits.CONFLICT_PAUSE_S)
        else:
            self._next_conflict = now + limits.CONFLICT_PAUSE_S
        return Refusal(409, words)

    def _slowed(self, offset: int, limit: int, wait_s: int) -> tuple[int, int]:
        """Who asks the same again at once gets little, and late."""
        now = self._flood.seconds()
        last_offset, last_at = self._last
        self._last = offset, now
        if not self._flood.on or offset != last_offset:
            return limit, wait_s
        if now < last_at + limits.IMPATIENT_S:
            wait_s = max(wait_s, limits.IMPATIENT_S)
        return (1 if now < last_at + limits.HASTY_S else limit), wait_s

    def _hand_out(self, limit: int) -> list[dict[str, Any]]:
        self._forget_expired()
        updates = self._state.queue.first(limit)
        if updates:
            told = [update["update_id"] for update in updates]
            self._write({"what": "delivered", "update_ids": told})
        return updates

    def _forget_expired(self) -> None:
        expired = self._state.queue.expired(self._now())
        if expired:
            self._write({"what": "expired", "update_ids": expired})

    def _confirm(self, offset: int) -> None:
        confirmed = self._state.queue.confirmed_by(offset)
        if confirmed:
            self._write({"what": "confirmed", "update_ids": confirmed, "offset": offset})

    def _remember_allowed(self, parameters: Parameters) -> None:
        """The list of wanted kinds stays until another one comes, as at Telegram."""
        allowed = allowed_updates(parameters)
        if allowed is not None and (self._state.queue.allowed or []) != allowed:
            self._write({"what": "allowed_updates", "updates": allowed})
