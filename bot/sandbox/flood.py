"""Flood control: how fast a bot may send and ask, as Telegram's server counts it.

Each limit is a bucket that fills by the second: what is in it may be sent at once, so a chat that
was quiet takes a short burst, and over any longer time the limit holds. Seconds are real ones,
handed in by whoever makes the sandbox. Off until somebody turns it on.
"""

import math
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Any

from bot.sandbox import limits
from bot.sandbox.answers import NotPossible, too_many_requests

COUNTED = ("send", "edit", "copy", "forward")
NOT_COUNTED = frozenset({"sendchataction"})
A_MINUTE_S = 60
EVERYWHERE = ""
A_GRAIN = 1e-6  # less than this is what adding up seconds leaves over


@dataclass(frozen=True, slots=True)
class Rates:
    """What is allowed; the usual numbers are Telegram's."""

    per_second: float = limits.PER_SECOND
    per_second_in_a_chat: float = limits.PER_SECOND_IN_A_CHAT
    burst_in_a_chat: float = limits.BURST_IN_A_CHAT
    per_minute_in_a_group: float = limits.PER_MINUTE_IN_A_GROUP


RATES = tuple(one.name for one in fields(Rates))


@dataclass(slots=True)
class Bucket:
    """So many at once, and so many a second again after that."""

    size: float
    per_second: float
    level: float
    at: float

    def fill(self, now: float) -> None:
        """Let come in what the time since the last look brings."""
        self.level = min(self.size, self.level + (now - self.at) * self.per_second)
        self.at = now

    @property
    def wait_s(self) -> float:
        """How long until there is room for one."""
        missing = 1 - self.level
        return missing / self.per_second if missing > A_GRAIN else 0.0


class FloodControl:
    """Counts what a bot sends, over all and in each chat."""

    def __init__(self, seconds: Callable[[], float], *, on: bool = False) -> None:
        self.seconds = seconds
        self.on = on
        self.rates = Rates()
        self._buckets: dict[str, Bucket] = {}

    def turn(self, *, on: bool | None = None, **rates: float) -> dict[str, Any]:
        """Turn it on or off, or change what is allowed; the counting starts afresh."""
        if any(rate <= 0 for rate in rates.values()):
            raise NotPossible(400, "A limit is above zero.")
        self.rates = Rates(**{**asdict(self.rates), **rates})
        self.on = self.on if on is None else on
        self._buckets.clear()
        return self.told()

    def told(self) -> dict[str, Any]:
        """Whether it is on, and what is allowed."""
        return {"on": self.on, **asdict(self.rates)}

    def check(self, method: str, chat_id: str) -> None:
        """Count this call, or refuse it with the seconds to wait."""
        if not self.on or method in NOT_COUNTED or not method.startswith(COUNTED):
            return
        now = self.seconds()
        buckets = self._for(chat_id, now)
        for bucket in buckets:
            bucket.fill(now)
        wait_s = max(bucket.wait_s for bucket in buckets)
        if wait_s > 0:
            raise too_many_requests(math.ceil(wait_s))
        for bucket in buckets:
            bucket.level -= 1

    def _for(self, chat_id: str, now: float) -> list[Bucket]:
        """The buckets that a message to this chat comes out of; a group's id is below zero."""
        rates = self.rates
        found = [
            self._bucket(EVERYWHERE, rates.per_second, rates.per_second, now),
            self._bucket(chat_id, rates.burst_in_a_chat, rates.per_second_in_a_chat, now),
        ]
        if chat_id.startswith(("-", "@")):
            per_minute = rates.per_minute_in_a_group
            found.append(
                self._bucket(f"group {chat_id}", per_minute, per_minute / A_MINUTE_S, now)
            )
        return found

    def _bucket(self, name: str, size: float, per_second: float, now: float) -> Bucket:
        if name not in self._buckets:
            size = max(size, 1)
            self._buckets[name] = Bucket(size, per_second, level=size, at=now)
        return self._buckets[name]
