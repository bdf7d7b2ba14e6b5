"""The updates that wait for the bot, and what the bot has confirmed."""

from dataclasses import dataclass, field
from typing import Any

MOST_AT_ONCE = 100
# An offset further ahead than this is taken for a mistake, and confirms nothing.
FAR_AHEAD = 10


@dataclass(slots=True)
class UpdateQueue:
    """Updates in the order they were made; only a confirmed one leaves."""

    updates: dict[int, dict[str, Any]] = field(default_factory=dict)
    next_id: int = 1
    allowed: list[str] | None = None

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for updates of this kind; nothing named means every kind."""
        return not self.allowed or kind in self.allowed

    def add(self, update: dict[str, Any]) -> None:
        """Put an update at the end."""
        self.updates[update["update_id"]] = update
        self.next_id = update["update_id"] + 1

    def confirm(self, update_ids: list[int]) -> None:
        """Forget these: the bot says it has them."""
        for update_id in update_ids:
            self.updates.pop(update_id, None)

    def confirmed_by(self, offset: int) -> list[int]:
        """The ids that a poll with this offset confirms; a negative one counts from the end."""
        waiting = list(self.updates)
        if offset > self.next_id + FAR_AHEAD:
            return []
        if offset < 0:
            return waiting[:offset]
        return [update_id for update_id in waiting if update_id < offset]

    def first(self, limit: int) -> list[dict[str, Any]]:
        """The oldest updates that wait."""
        return list(self.updates.values())[:limit]
