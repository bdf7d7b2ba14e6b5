"""A chat as it stands: its messages, the keyboard under it, and what shows for a moment."""

from dataclasses import dataclass, field
from typing import Any

TYPING_S = 5


@dataclass(slots=True)
class Kept:
    """A message with what the Bot API does not tell: whose it is and whether it is gone."""

    message: dict[str, Any]
    by_bot: bool
    deleted: bool = False


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the person's) or a group (its id is below zero)."""

    facts: dict[str, Any]
    messages: dict[int, Kept] = field(default_factory=dict)
    last_message_id: int = 0
    keyboard: dict[str, Any] | None = None
    typing_since: str | None = None
    toast: dict[str, Any] | None = None

    def keep(self, entry: dict[str, Any]) -> None:
        """A message that is new or changed."""
        message = entry["message"]
        is_new = message["message_id"] not in self.messages
        self.messages[message["message_id"]] = Kept(message, entry["by"] == "bot")
        self.last_message_id = max(self.last_message_id, message["message_id"])
        if is_new and entry["by"] == "bot":
            self._hear(entry.get("keyboard"))
        elif is_new:
            self._spoken()

    def forget(self, message_id: int) -> None:
        """A message is deleted: it stays in memory, but nobody sees it."""
        self.messages[message_id].deleted = True

    def find(self, message_id: int) -> Kept | None:
        """The message, unless it never was or is deleted."""
        kept = self.messages.get(message_id)
        return None if kept is None or kept.deleted else kept

    def _hear(self, keyboard: dict[str, Any] | None) -> None:
        self.typing_since = None
        if keyboard is not None:
            self.keyboard = None if keyboard.get("remove_keyboard") else keyboard

    def _spoken(self) -> None:
        used_up = self.keyboard or {}
        if used_up.get("one_time_keyboard") or used_up.get("force_reply"):
            self.keyboard = None
