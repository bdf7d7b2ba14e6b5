"""The updates that wait for the bot, and what the bot has confirmed.

Telegram brings messages and taps to a bot's queue by two ways that know nothing of each other, so
a message and a tap may cross. A test holds one of them back to make them.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.sandbox.limits import FAR_AHEAD, LIFE_OF_OTHERS_S, LIFE_S, ONLY_WHEN_ASKED

MESSAGES, TAPS = "messages", "taps"
WAYS = (MESSAGES, TAPS)

Update = dict[str, Any]


def way_of(kind: str) -> str:
    """By which of the two ways updates of this kind come."""
    return TAPS if kind in LIFE_S else MESSAGES


def kind_of(update: Update) -> str:
    """What an update tells of: "message", "callback_query", ..."""
    return next(name for name in update if name != "update_id")


def ends_at(kind: str, made_at: datetime) -> datetime:
    """Until when an update of this kind waits for the bot."""
    return made_at + timedelta(seconds=LIFE_S.get(kind, LIFE_OF_OTHERS_S))


@dataclass(slots=True)
class UpdateQueue:
    """Updates in the order they came; one leaves when it is confirmed, or too old."""

    updates: dict[int, Update] = field(default_factory=dict)
    ends: dict[int, datetime] = field(default_factory=dict)
    next_id: int = 1
    allowed: list[str] | None = None
    held: dict[str, list[Update]] = field(default_factory=dict)
    # Nothing ends before this, so that a long queue is looked through only when it must be.
    _quiet_until: datetime | None = field(default=None, compare=False)

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for updates of this kind; nothing named means the usual ones."""
        return kind in self.allowed if self.allowed else kind not in ONLY_WHEN_ASKED

    def add(self, update: Update, made_at: datetime) -> None:
        """Put an update at the end."""
        update_id, end = update["update_id"], ends_at(kind_of(update), made_at)
        self.updates[update_id] = update
        self.ends[update_id] = end
        self.next_id = update_id + 1
        if self._quiet_until is None or end < self._quiet_until:
            self._quiet_until = end

    def hold(self, way: str) -> None:
        """What comes by this way waits outside, without a number."""
        self.held.setdefault(way, [])

    def hold_back(self, kind: str, content: dict[str, Any]) -> None:
        """Something came by a way that is held."""
        self.held[way_of(kind)].append({kind: content})

    def release(self, way: str) -> None:
        """This way is open again."""
        self.held.pop(way, None)

    def remove(self, update_ids: list[int]) -> None:
        """Forget these: the bot says it has them, or they are too old."""
        for update_id in update_ids:
            self.updates.pop(update_id, None)
            self.ends.pop(update_id, None)

    def expired(self, now: datetime) -> list[int]:
        """The ids of those that waited too long."""
        if self._quiet_until is None or now <= self._quiet_until:
            return []
        over = [update_id for update_id, end in self.ends.items() if end < now]
        left = [end for end in self.ends.values() if end >= now]
        self._quiet_until = min(left, default=None)
        return over

    def confirmed_by(self, offset: int) -> list[int]:
        """The ids that a poll with this offset confirms; a negative one counts from the end."""
        waiting = list(self.updates)
        if offset > self.next_id + FAR_AHEAD:
            return []
        if offset < 0:
            return waiting[:offset]
        return [update_id for update_id in waiting if update_id < offset]

    def first(self, limit: int) -> list[Update]:
        """The oldest updates that wait."""
        return list(self.updates.values())[:limit]
