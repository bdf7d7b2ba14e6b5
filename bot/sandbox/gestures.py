"""What people do on their phones: speak, tap, share, send, block."""

from dataclasses import replace
from typing import Any

from bot.sandbox.answers import NotPossible
from bot.sandbox.chats import DELETED, KICKED, LEFT, Chat
from bot.sandbox.groups import group_facts
from bot.sandbox.kinds import (
    ALBUM,
    NOT_TOLD_TWICE,
    QUOTED,
    WITH_CAPTION,
    album,
    example,
)
from bot.sandbox.limits import LONGEST_TEXT
from bot.sandbox.people import Person
from bot.sandbox.state import Entry
from bot.sandbox.texts import find_entities
from bot.sandbox.topics import in_topic
from bot.sandbox.world import Outcome, World, message_entry, update_id

CHANGEABLE = {"text", "photo", "voice", "document", "video", "audio", "animation"}


def say(
    world: World,
    person_id: int,
    text: str,
    chat_id: int | None = None,
    thread_id: int | None = None,
    replies_to: int | None = None,
) -> Outcome:
    """Write a message; a number below zero for the chat is a group, made when it is new."""
    deed = {"action": "say", "text": text}
    answered = _answered(world, person_id if chat_id is None else chat_id, replies_to)
    content = {**_text(text), **_thread(world, chat_id, thread_id), **answered}
    return _spoken(world, person_id, [content], deed, chat_id)


def edit(world: World, person_id: int, message_id: int, text: str) -> Outcome:
    """Change one's own message, or what stands under a file in it."""
    person = _able(world, person_id)
    chat = world.state.chats[person_id]
    kept = chat.find(message_id)
    if kept is None or kept.by_bot or not CHANGEABLE & kept.message.keys():
        raise NotPossible(404, f"{person.first_name} has no text {message_id} to change.")
    unmarked = {key: value for key, value in kept.message.items() if key != "entities"}
    words = _text(text) if "text" in kept.message else {"caption": text}
    changed = {**unmarked, **words, "edit_date": world.seconds}
    updates = world.update("edited_message", changed)
    deed = _deed(person, {"action": "edit", "message_id": message_id, "text": text})
    entries = (deed, message_entry(chat, person_id, changed), *updates)
    return Outcome({"message_id": message_id, "update_id": update_id(updates)}, entries)


def share_contact(world: World, person_id: int, of: int | None = None) -> Outcome:
    """Share a phone number: one's own, or that of somebody else."""
    owner = world.person(of or person_id)
    contact: dict[str, Any] = {
        "phone_number": owner.phone_number,
        "first_name": owner.first_name,
        "user_id": owner.id,
    }
    if owner.last_name:
        contact["last_name"] = owner.last_name
    deed = {"action": "share_contact", "of": owner.id}
    return _spoken(world, person_id, [{"contact": contact}], deed)


def send(
    world: World, person_id: int, kind: str, caption: str | None = None,
    replies_to: int | None = None,
) -> Outcome:  # fmt: skip
    """Send something that is not text."""
    deed = {"action": "send", "kind": kind}
    chat = world.state.chats[world.person(person_id).id]
    if kind == ALBUM:
        contents, files = album(world, caption)
        return _spoken(world, person_id, contents, deed, None, files)
    content, files = example(world, kind, chat)
    content |= _answered(world, person_id, replies_to)
    if caption and kind in WITH_CAPTION:
        content["caption"] = caption
    return _spoken(world, person_id, [content], deed, None, files)


def block(world: World, person_id: int) -> Outcome:
    """Block the bot."""
    return _change_membership(world, world.person(person_id), blocked=True)


def unblock(world: World, person_id: int) -> Outcome:
    """Let the bot back in."""
    return _change_membership(world, world.person(person_id), blocked=False)


def _thread(world: World, chat_id: int | None, thread_id: int | None) -> dict[str, Any]:
    if thread_id is None:
        return {}
    chat = world.state.chats.get(chat_id or 0)
    topic = chat.topics.get(thread_id) if chat else None
    if chat is None or topic is None or topic.deleted:
        raise NotPossible(404, f"There is no topic {thread_id}.")
    if topic.closed:
        raise NotPossible(409, f"The topic {topic.name!r} is closed.")
    return in_topic(chat, thread_id)


def _answered(world: World, chat_id: int, message_id: int | None) -> dict[str, Any]:
    """The message that one answers to, told without what it answered itself."""
    if message_id is None:
        return {}
    chat = world.state.chats.get(chat_id)
    kept = chat.find(message_id) if chat else None
    if kept is None:
        raise NotPossible(404, f"There is no message {message_id} to answer to.")
    told = {key: value for key, value in kept.message.items() if key not in NOT_TOLD_TWICE}
    return {QUOTED: told}


def _text(text: str) -> dict[str, Any]:
    if not text:
        raise NotPossible(400, "An empty message cannot be sent.")
    if len(text) > LONGEST_TEXT:
        raise NotPossible(400, f"Telegram takes at most {LONGEST_TEXT} characters at once.")
    entities = find_entities(text)
    return {"text": text, "entities": entities} if entities else {"text": text}


def _change_membership(world: World, person: Person, *, blocked: bool) -> Outcome:
    if person.blocked == blocked:
        return Outcome({"update_id": None})
    member = {"status": "member", "user": world.me()}
    kicked = {"status": "kicked", "user": world.me(), "until_date": 0}
    told = {
        "chat": person.private_chat(),
        "from": person.user(),
        "date": world.seconds,
        "old_chat_member": member if blocked else kicked,
        "new_chat_member": kicked if blocked else member,
    }
    updates = world.update("my_chat_member", told)
    deed = _deed(person, {"action": "block" if blocked else "unblock"})
    entries = (deed, replace(person, blocked=blocked).entry(), *updates)
    return Outcome({"update_id": update_id(updates)}, entries)


def _spoken(
    world: World,
    person_id: int,
    contents: list[dict[str, Any]],
    deed: Entry,
    chat_id: int | None = None,
    files: tuple[Entry, ...] = (),
) -> Outcome:
    """Messages from a person: kept in the chat, and an update for the bot for each."""
    person = _able(world, person_id)
    chat, new_group = _chat(world, person, chat_id)
    first = chat.last_message_id + 1
    messages: list[Entry] = []
    updates: list[Entry] = []
    for nth, content in enumerate(contents):
        message = world.message(chat, person.user(), content, nth)
        told = world.update("message", message, nth)
        messages += (message_entry(chat, person_id, message), *told)
        updates += told
    entries = (
        _deed(person, {**deed, "chat": chat.facts["id"]}),
        *_started(person, chat),
        *new_group,
        *files,
        *messages,
    )
    return Outcome({"message_id": first, "update_id": update_id(updates)}, entries)


def _chat(world: World, person: Person, chat_id: int | None) -> tuple[Chat, tuple[Entry, ...]]:
    wanted = person.id if chat_id is None else chat_id
    known = world.state.chats.get(wanted)
    if known is not None and (wanted == person.id or known.is_group):
        _check_group(known)
        return known, ()
    if wanted > 0:
        raise NotPossible(400, f"{person.first_name} cannot write in somebody else's chat.")
    facts = group_facts(wanted, f"Group {-wanted}")
    return Chat(facts), ({"what": "group", "group": facts},)


def _check_group(chat: Chat) -> None:
    """Nobody writes in a group that is gone, and the bot hears nothing where it is not."""
    if chat.migrated_to is not None:
        raise NotPossible(409, f"This group has become the supergroup {chat.migrated_to}.")
    if chat.bot_status in {LEFT, KICKED, DELETED}:
        raise NotPossible(409, f"The bot is not in this group: {chat.bot_status}.")


def _started(person: Person, chat: Chat) -> tuple[Entry, ...]:
    if person.started or chat.facts["id"] != person.id:
        return ()
    return (replace(person, started=True).entry(),)


def _able(world: World, person_id: int) -> Person:
    """Somebody who can speak to the bot."""
    person = world.person(person_id)
    if person.blocked:
        raise NotPossible(409, f"{person.first_name} has blocked the bot; unblock it first.")
    return person


def _deed(person: Person, told: Entry) -> Entry:
    return {"what": "action", "person": person.id, **told}
