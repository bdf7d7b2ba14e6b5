"""What a method or a gesture sees: the state, the time, the bot itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.sandbox.answers import NotPossible, Refusal, bad_request, forbidden
from bot.sandbox.chats import DELETED, KICKED, LEFT, Chat
from bot.sandbox.parameters import Parameters
from bot.sandbox.people import Person
from bot.sandbox.queue import way_of
from bot.sandbox.state import Entry, State
from bot.sandbox.uploads import StoredFile, Upload, new_file

BOT_ID = 8_000_000_001


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a method or a gesture comes to: its result, and the changes to write in the journal."""

    result: Any
    changes: tuple[Entry, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True)
class World:
    """The state as it is now; nobody changes it but through the changes they hand back."""

    state: State
    now: datetime
    username: str

    @property
    def seconds(self) -> int:
        """The time as Telegram writes it."""
        return int(self.now.timestamp())

    @property
    def bot_name(self) -> str:
        """The name above the bot's messages."""
        return str(self.state.settings.get("name|") or "duobot")

    def me(self) -> dict[str, Any]:
        """The bot as a User object."""
        return {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": self.bot_name,
            "username": self.username,
        }

    def person(self, person_id: int) -> Person:
        """Somebody who must be there."""
        person = self.state.people.get(person_id)
        if person is None:
            raise NotPossible(404, f"There is nobody with the id {person_id}.")
        return person

    def known_chat(self, parameters: Parameters) -> Chat:
        """The chat that the bot names; it must be there."""
        if not parameters.text("chat_id"):
            raise bad_request("chat_id is empty")
        chat = self.state.chats.get(parameters.integer("chat_id") or 0)
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def open_chat(self, parameters: Parameters) -> Chat:
        """The chat that the bot names; the bot must be welcome there."""
        chat = self.known_chat(parameters)
        check_membership(chat)
        person = self.state.people.get(chat.facts["id"])
        if person is not None and person.blocked:
            raise forbidden("bot was blocked by the user")
        if person is not None and not person.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def message(
        self, chat: Chat, sender: dict[str, Any], content: dict[str, Any], nth: int = 0
    ) -> dict[str, Any]:
        """A new message in this chat, the nth of this moment."""
        return {
            "message_id": chat.last_message_id + 1 + nth,
            "from": sender,
            "chat": chat.facts,
            "date": self.seconds,
            **content,
        }

    def update(self, kind: str, content: dict[str, Any], nth: int = 0) -> tuple[Entry, ...]:
        """The update for the bot, the nth of this moment; none when it asked not to hear of it."""
        queue = self.state.queue
        if not queue.wants(kind):
            return ()
        if way_of(kind) in queue.held:
            return ({"what": "held_back", "kind": kind, "content": content},)
        update = {"update_id": queue.next_id + nth, kind: content}
        return ({"what": "update", "update": update},)

    def store(self, folder: str, upload: Upload) -> StoredFile:
        """The file as it will be kept; its entry still has to be written."""
        return new_file(len(self.state.files) + 1, folder, upload)


def check_membership(chat: Chat) -> None:
    """The bot must be in this group still, and the group must be there."""
    if chat.migrated_to is not None:
        words = "Bad Request: group chat was upgraded to a supergroup chat"
        raise Refusal(400, words, {"migrate_to_chat_id": chat.migrated_to})
    if chat.bot_status == DELETED:
        raise forbidden("the group chat was deleted")
    if chat.bot_status == KICKED:
        raise forbidden(f"bot was kicked from the {chat.facts['type']} chat")
    if chat.bot_status == LEFT:
        raise forbidden(f"bot is not a member of the {chat.facts['type']} chat")


def update_id(updates: Sequence[Entry]) -> int | None:
    """The number of the first update among these; none when the bot hears of nothing yet."""
    numbers = [one["update"]["update_id"] for one in updates if one["what"] == "update"]
    return numbers[0] if numbers else None


def done(*changes: Entry) -> Outcome:
    """Telegram's plain "true"."""
    return Outcome(result=True, changes=changes)


def message_entry(chat: Chat, by: str | int, message: dict[str, Any]) -> Entry:
    """The entry for a message that is new or changed; `by` is "bot" or the person's id."""
    return {"what": "message", "chat": chat.facts["id"], "by": by, "message": message}
