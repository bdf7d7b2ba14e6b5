"""What every side of the pretend Telegram stands on: the state, the journal, the clock."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bot.sandbox.answers import Answer
from bot.sandbox.bell import Bell
from bot.sandbox.clock import SandboxClock
from bot.sandbox.faults import Faults
from bot.sandbox.flood import FloodControl
from bot.sandbox.journal import Journal
from bot.sandbox.state import Entry, State
from bot.sandbox.world import Outcome, World


class Core:
    """Knows everything, and changes only by what it writes in its journal."""

    def __init__(
        self,
        *,
        clock: SandboxClock | None = None,
        journal: Path | None = None,
        username: str = "duobot_demo_bot",
        limits: bool = False,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self.clock = clock or SandboxClock()
        self.username = username
        self.state = State()
        self.faults = Faults()
        self.flood = FloodControl(seconds, on=limits)
        self.journal = Journal(journal)
        # Rings when a webhook is set, so that nothing wakes for each entry while the bot polls.
        self.webhook_bell = Bell()
        for entry in self.journal.entries:
            self.state.apply(entry)
        self.closing = False
        if self.journal.entries:
            self.clock.offset = self.state.clock_offset
        else:
            self._open_first()

    @property
    def world(self) -> World:
        """What methods and gestures look at."""
        return World(self.state, self.clock.now(), self.username)

    def record(self, *changes: Entry) -> None:
        """Write these as one whole, let them come true, and wake whoever waits."""
        webhook = self.state.webhook
        for entry in self.journal.append(self.clock.now().isoformat(), changes):
            self.state.apply(entry)
        self.journal.bell.ring()
        if self.state.webhook is not webhook:
            self.webhook_bell.ring()

    def forget_expired(self) -> None:
        """Updates that waited too long for the bot are lost, as at Telegram."""
        expired = self.state.queue.expired(self.clock.now())
        if expired:
            self.record({"what": "expired", "update_ids": expired})

    async def call(self, method: str, parameters: Mapping[str, Any]) -> Answer:
        """What the bot asks; the name's case does not matter."""
        raise NotImplementedError

    def do(self, outcome: Outcome) -> dict[str, Any]:
        """Let a gesture come true; gives what it came to."""
        self.record(*outcome.changes)
        result: dict[str, Any] = outcome.result
        return result

    def _open_first(self) -> None:
        """Ids start at the time of day one, so that a bot with a memory meets no id twice."""
        first_update = int(self.clock.now().timestamp())
        self.record({"what": "opened", "username": self.username, "first_update": first_update})
