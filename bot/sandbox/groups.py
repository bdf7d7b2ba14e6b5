"""What people do with groups: make them, let the bot in and out, upgrade them, keep topics."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.sandbox.answers import NotPossible
from bot.sandbox.chats import DELETED, KICKED, LEFT, Chat, Topic
from bot.sandbox.membership import STATUSES, bot_moved
from bot.sandbox.methods.topics import without_topic
from bot.sandbox.state import Entry
from bot.sandbox.topics import created, in_topic, topic_entry
from bot.sandbox.world import Outcome, World, message_entry, update_id

FIRST_GROUP = 4_000_001
# The ids of supergroups and channels begin here and go down (Bot API: "Dialog identifiers").
SUPERGROUPS = -1_000_000_000_000
TYPES = ("group", "supergroup")


def group_facts(chat_id: int, title: str, *, forum: bool = False) -> dict[str, Any]:
    """The Bot API's Chat object of a group; its id says of which sort it is."""
    kind = "supergroup" if chat_id < SUPERGROUPS else "group"
    told = {"id": chat_id, "type": kind, "title": title}
    return {**told, "is_forum": True} if forum else told


def new_group(
    world: World,
    by: int,
    title: str,
    kind: str = "group",
    *,
    forum: bool = False,
    members: Sequence[int] = (),
) -> Outcome:
    """Somebody makes a group and lets the bot in; a forum is always a supergroup."""
    if kind not in TYPES:
        raise NotPossible(400, f"A group is one of: {', '.join(TYPES)}.")
    person = world.person(by)
    chat_id = _free_id(world, supergroup=forum or kind == "supergroup")
    chat = Chat(group_facts(chat_id, title, forum=forum), bot_status=LEFT)
    message = world.message(chat, person.user(), {"new_chat_members": [world.me()]}, 0)
    moved = bot_moved(world, chat, person.user(), "member")
    updates = world.update("message", message, len(moved) - 1)
    entries = (
        {"what": "group", "group": chat.facts, "members": [by, *members]},
        *moved,
        message_entry(chat, by, message),
        *updates,
    )
    return Outcome({"chat_id": chat_id, "update_id": update_id(entries)}, entries)


def change_bot(world: World, by: int, chat_id: int, status: str) -> Outcome:
    """Somebody makes the bot a member, an administrator, or puts it out."""
    chat, person = _group(world, chat_id), world.person(by)
    if status not in STATUSES:
        raise NotPossible(400, f"The bot can be: {', '.join(STATUSES)}.")
    if status == chat.bot_status:
        return Outcome({"update_id": None})
    if status == DELETED:
        entry = {"what": "bot_status", "chat": chat_id, "status": status}
        return Outcome({"update_id": None}, (entry,))
    entries = bot_moved(world, chat, person.user(), status)
    if status == KICKED:
        left = world.message(chat, person.user(), {"left_chat_member": world.me()})
        told = world.update("message", left, len(entries) - 1)
        entries = (*entries, message_entry(chat, by, left), *told)
    return Outcome({"update_id": update_id(entries)}, entries)


def migrate(world: World, by: int, chat_id: int) -> Outcome:
    """A group becomes a supergroup: another id, and each of the two names the other."""
    old, person = _group(world, chat_id), world.person(by)
    if old.facts["type"] != "group":
        raise NotPossible(409, "Only a basic group can become a supergroup.")
    new_id = _free_id(world, supergroup=True)
    new = Chat(group_facts(new_id, old.facts["title"]))
    gone = world.message(old, person.user(), {"migrate_to_chat_id": new_id})
    come = world.message(new, person.user(), {"migrate_from_chat_id": chat_id})
    first = world.update("message", gone)
    entries = (
        {"what": "group", "group": new.facts, "members": old.members},
        message_entry(old, by, gone),
        *first,
        {"what": "migrated", "chat": chat_id, "to": new_id},
        message_entry(new, by, come),
        *world.update("message", come, len(first)),
    )
    return Outcome({"chat_id": new_id, "update_id": update_id(entries)}, entries)


def new_topic(world: World, by: int, chat_id: int, name: str) -> Outcome:
    """Somebody begins a topic in a forum."""
    chat, person = _group(world, chat_id), world.person(by)
    if not chat.facts.get("is_forum"):
        raise NotPossible(409, "Only a forum has topics.")
    topic, content = created(name)
    message = world.message(chat, person.user(), content)
    thread_id = message["message_id"]
    message |= {"message_thread_id": thread_id, "is_topic_message": True}
    updates = world.update("message", message)
    entries = (topic_entry(chat, thread_id, topic), message_entry(chat, by, message), *updates)
    told = {"message_thread_id": thread_id, "update_id": update_id(updates)}
    return Outcome(told, entries)


def change_topic(world: World, by: int, chat_id: int, thread_id: int, change: str) -> Outcome:
    """Somebody closes, reopens or deletes a topic."""
    chat, person = _group(world, chat_id), world.person(by)
    topic = chat.topics.get(thread_id)
    if topic is None or topic.deleted:
        raise NotPossible(404, f"There is no topic {thread_id}.")
    if change == "delete":
        return Outcome({"update_id": None}, without_topic(chat, thread_id, topic))
    if change not in TOPIC_CHANGES:
        raise NotPossible(400, f"People can {', '.join(TOPIC_CHANGES)} or delete a topic.")
    word, closed = TOPIC_CHANGES[change]
    content = {word: {}, **in_topic(chat, thread_id)}
    message = world.message(chat, person.user(), content)
    updates = world.update("message", message)
    changed: Topic = replace(topic, closed=closed)
    entries = (topic_entry(chat, thread_id, changed), message_entry(chat, by, message), *updates)
    return Outcome({"update_id": update_id(updates)}, entries)


TOPIC_CHANGES = {
    "close": ("forum_topic_closed", True),
    "reopen": ("forum_topic_reopened", False),
}


def post_in_channel(world: World, chat_id: int, text: str) -> Outcome:
    """Something appears in a channel that the bot belongs to."""
    channel = Chat({"id": chat_id, "type": "channel", "title": f"Channel {-chat_id}"})
    known = world.state.chats.get(chat_id)
    chat = known or channel
    post = world.message(chat, {}, {"sender_chat": chat.facts, "text": text})
    del post["from"]
    made: tuple[Entry, ...] = () if known else ({"what": "group", "group": chat.facts},)
    updates = world.update("channel_post", post)
    entries = (*made, message_entry(chat, chat_id, post), *updates)
    return Outcome({"message_id": post["message_id"], "update_id": update_id(updates)}, entries)


def _group(world: World, chat_id: int) -> Chat:
    chat = world.state.chats.get(chat_id)
    if chat is None or not chat.is_group:
        raise NotPossible(404, f"There is no group {chat_id}.")
    return chat


def _free_id(world: World, *, supergroup: bool) -> int:
    taken = sum(1 for chat_id in world.state.chats if chat_id < 0)
    number = FIRST_GROUP + taken
    return SUPERGROUPS - number if supergroup else -number
