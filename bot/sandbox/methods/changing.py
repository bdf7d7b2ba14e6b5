"""Methods that change or take away what stands in a chat, and that answer a tap."""

from contextlib import suppress
from datetime import datetime
from typing import Any

from bot.sandbox.answers import Refusal, bad_request
from bot.sandbox.chats import ADMINISTRATOR, Chat, Kept
from bot.sandbox.limits import (
    DELETABLE_FOR,
    DICE_KEPT_FOR,
    LONGEST_TOAST,
    MOST_DELETED_AT_ONCE,
    QUERY_LIFETIME,
)
from bot.sandbox.markup import Markup, inline_only
from bot.sandbox.parameters import Parameters
from bot.sandbox.state import Entry
from bot.sandbox.texts import caption, message_text
from bot.sandbox.world import Outcome, World, done, message_entry

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
# What a caption can stand under.
FILES = {"document", "photo", "voice"}
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def edit_message_text(world: World, parameters: Parameters) -> Outcome:
    """Other words in a message of the bot; its buttons go unless they are sent again."""
    chat, kept = _to_edit(world, parameters)
    text, entities = message_text(parameters, world.state.people)
    if "text" not in kept.message:
        raise bad_request("there is no text in the message to edit")
    changed = {**kept.message, "text": text, "entities": entities}
    if not entities:
        del changed["entities"]
    return _edited(world, chat, kept, _with_markup(changed, inline_only(parameters)))


def edit_message_caption(world: World, parameters: Parameters) -> Outcome:
    """Other words under a file of the bot, or none; its buttons go unless they are sent again."""
    chat, kept = _to_edit(world, parameters)
    if not FILES & kept.message.keys():
        raise bad_request("there is no caption in the message to edit")
    bare = {key: value for key, value in kept.message.items() if not key.startswith("caption")}
    changed = {**bare, **caption(parameters, world.state.people)}
    return _edited(world, chat, kept, _with_markup(changed, inline_only(parameters)))


def edit_message_reply_markup(world: World, parameters: Parameters) -> Outcome:
    """Other buttons under a message of the bot, or none."""
    chat, kept = _to_edit(world, parameters)
    return _edited(world, chat, kept, _with_markup(kept.message, inline_only(parameters)))


def delete_message(world: World, parameters: Parameters) -> Outcome:
    """Take a message away, for both."""
    chat = world.open_chat(parameters)
    kept = chat.find(parameters.integer("message_id") or 0)
    if kept is None:
        raise bad_request("message to delete not found")
    _check_deletable(world, chat, kept)
    return done(_deleted(chat, kept))


def delete_messages(world: World, parameters: Parameters) -> Outcome:
    """Take several away; those that are gone, or must stay, are passed over."""
    chat = world.open_chat(parameters)
    wanted = parameters.json("message_ids", "can't parse message identifiers JSON object")
    if not isinstance(wanted, list) or not wanted:
        raise bad_request("message identifiers are not specified")
    if len(wanted) > MOST_DELETED_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    kept = [chat.find(int(one)) for one in dict.fromkeys(wanted)]
    return done(*[_deleted(chat, one) for one in kept if one and _is_deletable(world, chat, one)])


def _deleted(chat: Chat, kept: Kept) -> Entry:
    message_id = kept.message["message_id"]
    return {"what": "deleted", "chat": chat.facts["id"], "message_id": message_id}


def _is_deletable(world: World, chat: Chat, kept: Kept) -> bool:
    with suppress(Refusal):
        _check_deletable(world, chat, kept)
        return True
    return False


def _check_deletable(world: World, chat: Chat, kept: Kept) -> None:
    """48 hours, but a supergroup has no such limit; others' messages are for administrators."""
    age_s = world.seconds - kept.message["date"]
    in_private = chat.facts["type"] == "private"
    if not kept.by_bot and not in_private and chat.bot_status != ADMINISTRATOR:
        raise bad_request("message can't be deleted")
    if "dice" in kept.message and in_private and age_s <= DICE_KEPT_FOR.total_seconds():
        raise bad_request("message can't be deleted")
    if chat.facts["type"] != "supergroup" and age_s > DELETABLE_FOR.total_seconds():
        raise bad_request("message can't be deleted for everyone")


def answer_callback_query(world: World, parameters: Parameters) -> Outcome:
    """Stop the little clock on a button, with a few words or without."""
    query_id = parameters.text("callback_query_id")
    text = parameters.text("text")
    query = world.state.queries.get(query_id)
    if query is None or query.answered:
        raise bad_request(TOO_OLD)
    if world.now - datetime.fromisoformat(query.at) > QUERY_LIFETIME:
        raise bad_request(TOO_OLD)
    if len(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    toast = {"text": text, "alert": parameters.flag("show_alert")} if text else None
    told = {"chat": query.chat_id, "callback_query_id": query_id, "toast": toast}
    return done({"what": "answered", **told})


def _to_edit(world: World, parameters: Parameters) -> tuple[Chat, Kept]:
    chat = world.open_chat(parameters)
    message_id = parameters.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    kept = chat.find(message_id)
    if kept is None:
        raise bad_request("message to edit not found")
    if not kept.by_bot:
        raise bad_request("message can't be edited")
    return chat, kept


def _with_markup(message: dict[str, Any], markup: Markup | None) -> dict[str, Any]:
    plain = {key: value for key, value in message.items() if key != "reply_markup"}
    return plain if markup is None else {**plain, "reply_markup": markup}


def _edited(world: World, chat: Chat, kept: Kept, changed: dict[str, Any]) -> Outcome:
    if changed == kept.message:
        raise bad_request(NOT_MODIFIED)
    message = {**changed, "edit_date": world.seconds}
    return Outcome(message, (message_entry(chat, "bot", message),))
