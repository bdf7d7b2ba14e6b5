"""The topics of a forum: how a message says in which one it stands."""

from typing import Any

from bot.sandbox.chats import Chat, Topic
from bot.sandbox.limits import TOPIC_COLORS
from bot.sandbox.state import Entry


def in_topic(chat: Chat, thread_id: int | None) -> dict[str, Any]:
    """The fields of a message in this topic; it answers the message that began the topic."""
    if thread_id is None:
        return {}
    told: dict[str, Any] = {"message_thread_id": thread_id, "is_topic_message": True}
    began = chat.messages.get(thread_id)
    return told if began is None else {**told, "reply_to_message": began.message}


def created(name: str, icon_color: int | None = None) -> tuple[Topic, dict[str, Any]]:
    """A new topic, and what the message that begins it says."""
    color = icon_color or TOPIC_COLORS[0]
    return Topic(name, color), {"forum_topic_created": {"name": name, "icon_color": color}}


def topic_entry(chat: Chat, thread_id: int, topic: Topic) -> Entry:
    """The journal entry for a topic that is new or changed."""
    told = {
        "name": topic.name,
        "icon_color": topic.icon_color,
        "closed": topic.closed,
        "deleted": topic.deleted,
    }
    where = {"chat": chat.facts["id"], "message_thread_id": thread_id}
    return {"what": "topic", **where, "topic": told}
