"""A chat as it stands: its messages, the keyboard under it, and what shows for a moment."""

from dataclasses import dataclass, field
from typing import Any

TYPING_S = 5
# What the bot is in a chat, in Telegram's words; "deleted" says that the group itself is gone.
MEMBER, ADMINISTRATOR, RESTRICTED = "member", "administrator", "restricted"
LEFT, KICKED, DELETED = "left", "kicked", "deleted"


@dataclass(slots=True)
class Kept:
    """A message with what the Bot API does not tell: whose it is and whether it is gone."""

    message: dict[str, Any]
    by_bot: bool
    deleted: bool = False


@dataclass(slots=True)
class Topic:
    """A topic of a forum; its number is that of the message that began it."""

    name: str
    icon_color: int
    closed: bool = False
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
    bot_status: str = MEMBER
    members: list[int] = field(default_factory=list)
    migrated_to: int | None = None
    topics: dict[int, Topic] = field(default_factory=dict)

    @property
    def is_group(self) -> bool:
        """Whether more than one person writes here."""
        return self.facts["type"] in {"group", "supergroup"}

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
