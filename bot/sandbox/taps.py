"""Tapping a button: under a message, or on the keyboard under the chat."""

from typing import Any

from bot.sandbox.answers import NotPossible
from bot.sandbox.chats import Chat, Kept
from bot.sandbox.gestures import say, send, share_contact
from bot.sandbox.markup import INLINE, Markup
from bot.sandbox.people import Person
from bot.sandbox.state import Entry
from bot.sandbox.world import Outcome, World, update_id


def tap(
    world: World,
    person_id: int,
    message_id: int | None,
    button: str,
    chat_id: int,
    *,
    forge: bool = False,
) -> Outcome:
    """Tap the button with this label or data; `forge` sends data that no button carries."""
    person = world.person(person_id)
    if person.blocked:
        raise NotPossible(409, f"{person.first_name} has blocked the bot; unblock it first.")
    chat = _place(world, person, chat_id)
    kept = chat.find(message_id) if message_id else None
    if forge and kept is not None:
        return _query(world, person, kept, {"text": button, "callback_data": button})
    under_message = _named(_inline(kept), button)
    if kept is not None and under_message is not None:
        return _pressed(world, person, kept, under_message)
    return _keyboard_tap(world, person, chat, message_id, button)


def _place(world: World, person: Person, chat_id: int) -> Chat:
    chat = world.state.chats.get(chat_id)
    if chat is None or not (chat_id == person.id or chat.is_group):
        raise NotPossible(404, f"{person.first_name} sees no chat {chat_id}.")
    return chat


def _keyboard_tap(
    world: World, person: Person, chat: Chat, message_id: int | None, button: str
) -> Outcome:
    """A key of the keyboard under the chat is said as text, or shares what it asks for."""
    rows = (chat.keyboard or {}).get("keyboard", [])
    key = _named([one for row in rows for one in row], button)
    if key is None:
        place = f"message {message_id}" if message_id else "the keyboard"
        raise NotPossible(404, f"{person.first_name} sees no button {button!r} on {place}.")
    if key.get("request_contact"):
        return share_contact(world, person.id)
    if key.get("request_location"):
        return send(world, person.id, "location")
    return say(world, person.id, key["text"])


def _pressed(world: World, person: Person, kept: Kept, button: Markup) -> Outcome:
    if button.get("url"):
        deed = {"what": "action", "person": person.id, "action": "open", "url": button["url"]}
        return Outcome({"url": button["url"]}, (deed,))
    if "callback_data" not in button:
        raise NotPossible(409, "The sandbox cannot press this kind of button.")
    return _query(world, person, kept, button)


def _query(world: World, person: Person, kept: Kept, button: Markup) -> Outcome:
    query_id = f"{world.state.first_update}{len(world.state.queries) + 1:09d}"
    query: dict[str, Any] = {
        "id": query_id,
        "from": person.user(),
        "message": kept.message,
        "chat_instance": f"-{abs(kept.message['chat']['id'])}",
        "data": button["callback_data"],
    }
    updates = world.update("callback_query", query)
    entries = (_tapped(person, kept, button, query_id), *updates)
    told = {"update_id": update_id(updates), "callback_query_id": query_id}
    return Outcome(told, entries)


def _tapped(person: Person, kept: Kept, button: Markup, query_id: str) -> Entry:
    return {
        "what": "tapped",
        "person": person.id,
        "chat": kept.message["chat"]["id"],
        "message_id": kept.message["message_id"],
        "label": button["text"],
        "data": button["callback_data"],
        "callback_query_id": query_id,
    }


def _inline(kept: Kept | None) -> list[Markup]:
    if kept is None:
        return []
    rows = kept.message.get("reply_markup", {}).get(INLINE, [])
    return [button for row in rows for button in row]


def _named(buttons: list[Markup], name: str) -> Markup | None:
    """The button with this data, else the first with this label."""
    for field in ("callback_data", "text"):
        for button in buttons:
            if button.get(field) == name:
                return button
    return None
