"""What of the queue is to be brought to the webhook now, and what has to wait for its next try.

Telegram keeps one line for each chat and, apart from it, one for each person's taps: what stands
in one line arrives in order, one at a time, and lines do not wait for each other. Pauses are
counted by the sandbox's clock, so a test turns them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.sandbox import limits
from bot.sandbox.queue import Update, kind_of

# Draws the longest pause, in seconds, between the two it is given.
Draw = Callable[[int, int], int]


@dataclass(slots=True)
class Try:
    """How often an update was refused, and when it is its turn again."""

    failures: int = 0
    pause_s: int = 1
    not_before: datetime | None = None

    def failed(self, now: datetime, retry_after_s: int, longest_s: int) -> None:
        """The first time again at once, then after 2, 4, 8, ... seconds, or as it was asked."""
        wait_s = min(max(retry_after_s, 0), limits.LONGEST_RETRY_AFTER_S)
        if not wait_s and self.failures:
            self.pause_s = wait_s = min(longest_s, self.pause_s * 2)
        self.failures += 1
        self.not_before = now + timedelta(seconds=wait_s)


def line_of(update: Update) -> tuple[str, Any]:
    """The line in which an update waits."""
    kind = kind_of(update)
    content = update[kind]
    if "message" in kind or kind == "channel_post":
        return "message", content["chat"]["id"]
    if kind == "my_chat_member":
        return kind, content["chat"]["id"]
    return kind, content.get("from", {}).get("id")


@dataclass(slots=True)
class Deliveries:
    """The tries of one webhook; a new webhook begins afresh."""

    draw: Draw
    tries: dict[int, Try] = field(default_factory=dict)
    under_way: set[int] = field(default_factory=set)

    def ready(self, updates: list[Update], most: int, now: datetime) -> list[Update]:
        """The updates to bring now: the first of each line, as many as there is room for."""
        found: list[Update] = []
        lines: set[tuple[str, Any]] = set()
        for update in updates:
            if len(self.under_way) + len(found) >= most:
                break
            line = line_of(update)
            if line not in lines and self._may_go(update["update_id"], now):
                found.append(update)
            lines.add(line)
        return found

    def next_turn(self, now: datetime) -> float | None:
        """Seconds until the earliest pause is over; none when nothing pauses."""
        pausing = [
            one.not_before
            for one in self.tries.values()
            if one.not_before and one.not_before > now
        ]
        return (min(pausing) - now).total_seconds() if pausing else None

    def failed(self, update_id: int, now: datetime, retry_after_s: int) -> datetime:
        """It did not arrive; gives when it is tried again."""
        longest_s = self.draw(limits.LONGEST_PAUSE_S, 2 * limits.LONGEST_PAUSE_S)
        one = self.tries.setdefault(update_id, Try())
        one.failed(now, retry_after_s, longest_s)
        return one.not_before or now

    def over(self, update_id: int) -> None:
        """It arrived, or is too old."""
        self.tries.pop(update_id, None)

    def _may_go(self, update_id: int, now: datetime) -> bool:
        one = self.tries.get(update_id)
        waits = one is not None and one.not_before is not None and one.not_before > now
        return not waits and update_id not in self.under_way
