"""What the control API shows: people and chats as somebody in front of a phone sees them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.sandbox.chats import TYPING_S, Chat, Kept
from bot.sandbox.copies import copied
from bot.sandbox.limits import QUERY_LIFETIME
from bot.sandbox.methods.profile import commands_for, text_for
from bot.sandbox.people import Person
from bot.sandbox.world import World

CONTENT = (
    "document",
    "photo",
    "venue",
    "location",
    "contact",
    "voice",
    "audio",
    "video",
    "video_note",
    "animation",
    "sticker",
    "poll",
    "dice",
    "game",
    "invoice",
    "story",
    "giveaway",
    "web_app_data",
    "pinned_message",
)
# A venue carries a location too, an animation may carry a document: the telling one comes first.
KIND_ORDER = ("venue", "animation", *CONTENT)
UNNAMED_ROLE = "other"


def chat_view(world: World, chat: Chat, *, with_deleted: bool = False) -> dict[str, Any]:
    """A whole chat."""
    chat_id = chat.facts["id"]
    person = world.state.people.get(chat_id)
    language = (person and person.language_code) or ""
    shown = [kept for kept in chat.messages.values() if with_deleted or not kept.deleted]
    view = {
        "chat": chat.facts,
        "messages": [message_view(kept) for kept in shown],
        "keyboard": chat.keyboard,
        "typing": is_typing(world, chat),
        "toast": chat.toast["text"] if chat.toast else None,
        "alert": bool(chat.toast and chat.toast["alert"]),
        "blocked": bool(person and person.blocked),
        "commands": commands_for(world, chat_id, language),
        "bot": {"first_name": world.bot_name, "username": world.username},
        "description": text_for(world, "description", language),
        "unanswered": _unanswered(world, chat_id),
    }
    return copied(view)


def _unanswered(world: World, chat_id: int) -> list[str]:
    """The taps that still wait for the bot, and that it can still answer."""
    since = world.now - QUERY_LIFETIME
    return [
        query_id
        for query_id, query in world.state.queries.items()
        if query.chat_id == chat_id
        and not query.answered
        and datetime.fromisoformat(query.at) >= since
    ]


def message_view(kept: Kept) -> dict[str, Any]:
    """One message."""
    message = kept.message
    kind = next((name for name in KIND_ORDER if name in message), "text")
    view = {
        "message_id": message["message_id"],
        "from": "bot" if kept.by_bot else "person",
        "person": None if kept.by_bot else message.get("from", {}).get("id"),
        "text": message.get("text", message.get("caption", "")),
        "date": message["date"],
        "edited": "edit_date" in message,
        "deleted": kept.deleted,
        "kind": kind,
        "reply_markup": message.get("reply_markup"),
        "entities": message.get("entities", message.get("caption_entities", [])),
        "reply_to": message.get("reply_to_message", {}).get("message_id"),
    }
    view |= {name: message[name] for name in CONTENT if name in message}
    return view | _file_address(kind, message)


def _file_address(kind: str, message: dict[str, Any]) -> dict[str, str]:
    content = message.get(kind)
    sizes = content if isinstance(content, list) else [content]
    last = sizes[-1]
    if isinstance(last, dict) and "file_id" in last:
        return {"file_url": f"/sandbox/files/{last['file_id']}"}
    return {}


def typing_ends(chat: Chat) -> datetime:
    """When "typing…" goes away by itself; long ago when it does not show."""
    if chat.typing_since is None:
        return datetime.min.replace(tzinfo=UTC)
    return datetime.fromisoformat(chat.typing_since) + timedelta(seconds=TYPING_S)


def is_typing(world: World, chat: Chat) -> bool:
    """Whether "typing…" shows now."""
    return world.now < typing_ends(chat)


def person_view(person: Person) -> dict[str, Any]:
    """Somebody, as the people list shows them."""
    return {
        "id": person.id,
        "name": person.name,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "username": person.username,
        "language_code": person.language_code,
        "role": person.role,
        "started": person.started,
        "blocked": person.blocked,
        "phone_number": person.phone_number,
    }
