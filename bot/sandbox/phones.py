"""What people do on their phones, and what they see there."""

from typing import Any

from bot.sandbox import gestures, taps
from bot.sandbox.answers import NotPossible
from bot.sandbox.core import Core
from bot.sandbox.people import Person
from bot.sandbox.views import chat_view


class Phones(Core):
    """The side of the pretend Telegram that people touch."""

    def add_person(  # noqa: PLR0913 - a person is all of this
        self,
        first_name: str,
        last_name: str | None = None,
        language_code: str | None = None,
        *,
        id: int | None = None,  # noqa: A002 - Telegram's word
        role: str | None = None,
        username: str | None = None,
        started: bool | None = None,
    ) -> Person:
        """Somebody new. People with a role have spoken to the bot before, except a stranger."""
        spoken = role not in {None, "stranger"} if started is None else started
        number = self.state.next_person_id() if id is None else id
        return self.welcome(
            Person(number, first_name, last_name, language_code, username, role, spoken)
        )

    def welcome(self, person: Person) -> Person:
        """Put this person in; one who is there already stays as they are."""
        if person.id < 1:
            raise NotPossible(400, "The id of a person is above zero.")
        known = self.state.people.get(person.id)
        if known is None:
            self.record(person.entry())
        return known or person

    def say(
        self,
        person_id: int,
        text: str,
        chat: int | None = None,
        thread: int | None = None,
        replies_to: int | None = None,
    ) -> dict[str, Any]:
        """A person writes, perhaps in a group's topic, or as an answer to a message there: gives
        message_id and update_id.
        """
        return self.do(gestures.say(self.world, person_id, text, chat, thread, replies_to))

    def edit(self, person_id: int, message_id: int, text: str) -> dict[str, Any]:
        """A person changes a message of theirs."""
        return self.do(gestures.edit(self.world, person_id, message_id, text))

    def tap(
        self,
        person_id: int,
        message_id: int | None,
        button: str,
        *,
        forge: bool = False,
        chat: int | None = None,
    ) -> dict[str, Any]:
        """A person taps a button, named by label or data; in their own chat, or in a group."""
        place = person_id if chat is None else chat
        return self.do(taps.tap(self.world, person_id, message_id, button, place, forge=forge))

    def share_contact(self, person_id: int, of: int | None = None) -> dict[str, Any]:
        """A person shares their phone number, or somebody else's."""
        return self.do(gestures.share_contact(self.world, person_id, of))

    def send(
        self, person_id: int, kind: str, caption: str | None = None, replies_to: int | None = None
    ) -> dict[str, Any]:
        """A person sends something that is not text, perhaps as an answer to a message."""
        return self.do(gestures.send(self.world, person_id, kind, caption, replies_to))

    def block(self, person_id: int) -> dict[str, Any]:
        """A person blocks the bot."""
        return self.do(gestures.block(self.world, person_id))

    def unblock(self, person_id: int) -> dict[str, Any]:
        """A person lets the bot back in."""
        return self.do(gestures.unblock(self.world, person_id))

    def chat(self, chat_id: int, *, with_deleted: bool = False) -> list[dict[str, Any]]:
        """The messages as this person sees them now."""
        view = self.chat_view(chat_id, with_deleted=with_deleted)
        messages: list[dict[str, Any]] = view["messages"]
        return messages

    def chat_view(self, chat_id: int, *, with_deleted: bool = False) -> dict[str, Any]:
        """The whole chat: messages, keyboard, commands and what shows for a moment."""
        chat = self.state.chats.get(chat_id)
        if chat is None:
            raise NotPossible(404, f"There is no chat {chat_id}.")
        return chat_view(self.world, chat, with_deleted=with_deleted)
