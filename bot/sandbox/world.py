"""What a method or a gesture sees: the state, the time, the bot itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.sandbox.answers import NotPossible, bad_request, forbidden
from bot.sandbox.chats import Chat
from bot.sandbox.parameters import Parameters
from bot.sandbox.people import Person
from bot.sandbox.state import Entry, State
from bot.sandbox.uploads import StoredFile, Upload, new_file

BOT_ID = 8_000_000_001


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a method or a gesture comes to: its result, and the changes to write in the journal."""

    result: Any
    changes: tuple[Entry, ...] = ()


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
        person = self.state.people.get(chat.facts["id"])
        if person is not None and person.blocked:
            raise forbidden("bot was blocked by the user")
        if person is not None and not person.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def message(
        self, chat: Chat, sender: dict[str, Any], content: dict[str, Any]
    ) -> dict[str, Any]:
        """A new message in this chat."""
        return {
            "message_id": chat.last_message_id + 1,
            "from": sender,
            "chat": chat.facts,
            "date": self.seconds,
            **content,
        }

    def update(self, kind: str, content: dict[str, Any]) -> tuple[Entry, ...]:
        """The update for the bot; none when it asked not to hear of this kind."""
        if not self.state.queue.wants(kind):
            return ()
        update = {"update_id": self.state.queue.next_id, kind: content}
        return ({"what": "update", "update": update},)

    def store(self, folder: str, upload: Upload) -> StoredFile:
        """The file as it will be kept; its entry still has to be written."""
        return new_file(len(self.state.files) + 1, folder, upload)


def done(*changes: Entry) -> Outcome:
    """Telegram's plain "true"."""
    return Outcome(result=True, changes=changes)


def message_entry(chat: Chat, by: str | int, message: dict[str, Any]) -> Entry:
    """The entry for a message that is new or changed; `by` is "bot" or the person's id."""
    return {"what": "message", "chat": chat.facts["id"], "by": by, "message": message}
