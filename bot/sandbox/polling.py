"""getUpdates with Telegram's true offset semantics: an offset confirms all before it."""

import asyncio
from collections.abc import Callable
from typing import Any

from bot.sandbox.answers import Refusal, bad_request
from bot.sandbox.bell import Bell
from bot.sandbox.parameters import Parameters
from bot.sandbox.queue import MOST_AT_ONCE
from bot.sandbox.state import Entry, State

LONGEST_WAIT_S = 50
CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


class Polling:
    """One bot polls at a time: a newer poll ends the older one."""

    def __init__(self, state: State, bell: Bell, write: Callable[[Entry], None]) -> None:
        self._state = state
        self._bell = bell
        self._write = write
        self._newest: object = None

    def hang_up(self) -> None:
        """Let the poll that waits return empty-handed; the sandbox goes away."""
        self._newest = None
        self._bell.ring()

    async def get_updates(self, parameters: Parameters) -> list[dict[str, Any]]:
        """Confirm what the offset confirms, then give what waits, or wait for it."""
        this_poll = self._newest = object()
        self._bell.ring()
        self._remember_allowed(parameters)
        self._confirm(parameters.integer("offset") or 0)
        limit = _between(parameters.integer("limit"), 1, MOST_AT_ONCE, MOST_AT_ONCE)
        wait_s = _between(parameters.integer("timeout"), 0, LONGEST_WAIT_S, 0)
        await self._wait(this_poll, wait_s)
        if self._newest not in {this_poll, None}:
            raise Refusal(409, CONFLICT)
        return self._hand_out(limit) if self._newest is this_poll else []

    async def _wait(self, this_poll: object, wait_s: float) -> None:
        """Until there is something to tell, the time is over, or a newer poll came."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + wait_s
        while self._newest is this_poll and not self._state.queue.updates:
            left = deadline - loop.time()
            if left <= 0:
                return
            await self._bell.wait(left)

    def _hand_out(self, limit: int) -> list[dict[str, Any]]:
        updates = self._state.queue.first(limit)
        if updates:
            told = [update["update_id"] for update in updates]
            self._write({"what": "delivered", "update_ids": told})
        return updates

    def _confirm(self, offset: int) -> None:
        confirmed = self._state.queue.confirmed_by(offset)
        if confirmed:
            self._write({"what": "confirmed", "update_ids": confirmed, "offset": offset})

    def _remember_allowed(self, parameters: Parameters) -> None:
        """The list of wanted kinds stays until another one comes, as at Telegram."""
        allowed: Any = parameters.json(
            "allowed_updates", "can't parse allowed_updates JSON object"
        )
        if allowed is None:
            return
        if not isinstance(allowed, list):
            raise bad_request("can't parse allowed_updates: expected an Array of String")
        if (self._state.queue.allowed or []) != allowed:
            self._write({"what": "allowed_updates", "updates": allowed})


def _between(given: int | None, lowest: int, highest: int, otherwise: int) -> int:
    if given is None:
        return otherwise
    return min(max(given, lowest), highest)
