"""Methods about the topics of a forum."""

from dataclasses import replace
from typing import Any

from bot.sandbox.answers import Refusal, bad_request
from bot.sandbox.chats import ADMINISTRATOR, Chat, Topic
from bot.sandbox.limits import LONGEST_TOPIC_NAME, TOPIC_COLORS
from bot.sandbox.parameters import Parameters
from bot.sandbox.state import Entry
from bot.sandbox.topics import created, in_topic, topic_entry
from bot.sandbox.world import Outcome, World, message_entry

THREAD_NOT_FOUND = "message thread not found"
CLOSED = "TOPIC_CLOSED"
NOT_MODIFIED = "TOPIC_NOT_MODIFIED"


def thread_to_write_in(chat: Chat, parameters: Parameters) -> int | None:
    """The topic that the bot names; it must be there, and open or the bot's to open."""
    thread_id = parameters.integer("message_thread_id")
    if not thread_id:
        return None
    topic = chat.topics.get(thread_id)
    if topic is None or topic.deleted:
        raise bad_request(THREAD_NOT_FOUND)
    if topic.closed and chat.bot_status != ADMINISTRATOR:
        raise bad_request(CLOSED)
    return thread_id


def create_forum_topic(world: World, parameters: Parameters) -> Outcome:
    """A new topic; its first message says so."""
    chat = _forum(world, parameters)
    topic, content = created(_name(parameters), _color(parameters))
    message = world.message(chat, world.me(), content)
    thread_id = message["message_id"]
    message |= {"message_thread_id": thread_id, "is_topic_message": True}
    entries = (topic_entry(chat, thread_id, topic), message_entry(chat, "bot", message))
    told = {"message_thread_id": thread_id, "name": topic.name, "icon_color": topic.icon_color}
    return Outcome(told, entries)


def edit_forum_topic(world: World, parameters: Parameters) -> Outcome:
    """Another name for a topic."""
    chat = _forum(world, parameters)
    thread_id, topic = _topic(chat, parameters)
    name = _name(parameters) if parameters.text("name") else topic.name
    if name == topic.name:
        raise bad_request(NOT_MODIFIED)
    return _changed(
        world, chat, thread_id, replace(topic, name=name), {"forum_topic_edited": {"name": name}}
    )


def close_forum_topic(world: World, parameters: Parameters) -> Outcome:
    """Nobody but administrators can write in it any more."""
    return _closed(world, parameters, closed=True)


def reopen_forum_topic(world: World, parameters: Parameters) -> Outcome:
    """Everybody can write in it again."""
    return _closed(world, parameters, closed=False)


def delete_forum_topic(world: World, parameters: Parameters) -> Outcome:
    """A topic goes, and every message in it."""
    chat = _forum(world, parameters)
    thread_id, topic = _topic(chat, parameters)
    return Outcome(result=True, changes=without_topic(chat, thread_id, topic))


def without_topic(chat: Chat, thread_id: int, topic: Topic) -> tuple[Entry, ...]:
    """The entries that take a topic and its messages away."""
    gone = [
        {"what": "deleted", "chat": chat.facts["id"], "message_id": message_id}
        for message_id, kept in chat.messages.items()
        if kept.message.get("message_thread_id") == thread_id and not kept.deleted
    ]
    return (topic_entry(chat, thread_id, replace(topic, deleted=True)), *gone)


def _closed(world: World, parameters: Parameters, *, closed: bool) -> Outcome:
    chat = _forum(world, parameters)
    thread_id, topic = _topic(chat, parameters)
    if topic.closed == closed:
        raise bad_request(NOT_MODIFIED)
    word = "forum_topic_closed" if closed else "forum_topic_reopened"
    return _changed(world, chat, thread_id, replace(topic, closed=closed), {word: {}})


def _changed(
    world: World, chat: Chat, thread_id: int, topic: Topic, content: dict[str, Any]
) -> Outcome:
    message = world.message(chat, world.me(), content | in_topic(chat, thread_id))
    entries = (topic_entry(chat, thread_id, topic), message_entry(chat, "bot", message))
    return Outcome(result=True, changes=entries)


def _forum(world: World, parameters: Parameters) -> Chat:
    chat = world.open_chat(parameters)
    if not chat.facts.get("is_forum"):
        raise bad_request("the chat is not a forum")
    if chat.bot_status != ADMINISTRATOR:
        raise Refusal(400, "Bad Request: not enough rights to manage topics")
    return chat


def _topic(chat: Chat, parameters: Parameters) -> tuple[int, Topic]:
    thread_id = parameters.integer("message_thread_id") or 0
    topic = chat.topics.get(thread_id)
    if topic is None or topic.deleted:
        raise bad_request("TOPIC_ID_INVALID")
    return thread_id, topic


def _name(parameters: Parameters) -> str:
    name = parameters.text("name").strip()
    if not name:
        raise bad_request("TOPIC_TITLE_EMPTY")
    return name[:LONGEST_TOPIC_NAME]


def _color(parameters: Parameters) -> int | None:
    color = parameters.integer("icon_color")
    if color and color not in TOPIC_COLORS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    return color
