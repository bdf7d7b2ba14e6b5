"""Everything the pretend Telegram knows; only journal entries change it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.sandbox.chats import Chat, Topic
from bot.sandbox.people import FIRST_NEW_PERSON, Person
from bot.sandbox.queue import UpdateQueue
from bot.sandbox.uploads import StoredFile, stored_from
from bot.sandbox.webhook import Webhook

Entry = dict[str, Any]


@dataclass(slots=True)
class Query:
    """A tap on a button under a message, and whether the bot has answered it."""

    chat_id: int
    at: str
    answered: bool = False


@dataclass(slots=True)
class State:
    """People, chats, waiting updates, taps, settings and files."""

    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    queue: UpdateQueue = field(default_factory=UpdateQueue)
    webhook: Webhook = field(default_factory=Webhook)
    queries: dict[str, Query] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    clock_offset: timedelta = timedelta()
    first_update: int = 1

    def apply(self, entry: Entry) -> None:
        """Let an entry of the journal come true; entries that only tell change nothing."""
        change = CHANGES.get(entry["what"])
        if change is not None:
            change(self, entry)

    def next_person_id(self) -> int:
        """An id nobody has."""
        return max([FIRST_NEW_PERSON - 1, *self.people]) + 1


def _opened(state: State, entry: Entry) -> None:
    state.first_update = state.queue.next_id = entry["first_update"]


def _person(state: State, entry: Entry) -> None:
    person = Person(**entry["person"])
    state.people[person.id] = person
    chat = state.chats.get(person.id)
    if chat is None:
        state.chats[person.id] = Chat(person.private_chat())


def _group(state: State, entry: Entry) -> None:
    members = list(entry.get("members", ()))
    state.chats[entry["group"]["id"]] = Chat(entry["group"], members=members)


def _bot_status(state: State, entry: Entry) -> None:
    state.chats[entry["chat"]].bot_status = entry["status"]


def _migrated(state: State, entry: Entry) -> None:
    state.chats[entry["chat"]].migrated_to = entry["to"]


def _topic(state: State, entry: Entry) -> None:
    state.chats[entry["chat"]].topics[entry["message_thread_id"]] = Topic(**entry["topic"])


def _message(state: State, entry: Entry) -> None:
    state.chats[entry["chat"]].keep(entry)


def _deleted(state: State, entry: Entry) -> None:
    state.chats[entry["chat"]].forget(entry["message_id"])


def _typing(state: State, entry: Entry) -> None:
    state.chats[entry["chat"]].typing_since = entry["at"]


def _update(state: State, entry: Entry) -> None:
    state.queue.add(entry["update"], datetime.fromisoformat(entry["at"]))


def _confirmed(state: State, entry: Entry) -> None:
    state.queue.remove(entry["update_ids"])
    if "webhook" in entry:
        state.webhook.gone_since = None


def _expired(state: State, entry: Entry) -> None:
    state.queue.remove(entry["update_ids"])


def _hold(state: State, entry: Entry) -> None:
    state.queue.hold(entry["way"])


def _held_back(state: State, entry: Entry) -> None:
    state.queue.hold_back(entry["kind"], entry["content"])


def _release(state: State, entry: Entry) -> None:
    state.queue.release(entry["way"])


def _webhook(state: State, entry: Entry) -> None:
    state.webhook = Webhook(
        entry["url"], entry["secret_token"], entry["max_connections"], state.webhook.number + 1
    )


def _webhook_error(state: State, entry: Entry) -> None:
    state.webhook.failed(entry)


def _tapped(state: State, entry: Entry) -> None:
    state.queries[entry["callback_query_id"]] = Query(entry["chat"], entry["at"])
    state.chats[entry["chat"]].toast = None


def _answered(state: State, entry: Entry) -> None:
    query = state.queries[entry["callback_query_id"]]
    query.answered = True
    state.chats[query.chat_id].toast = entry["toast"]


def _setting(state: State, entry: Entry) -> None:
    state.settings[entry["name"]] = entry["value"]


def _allowed(state: State, entry: Entry) -> None:
    state.queue.allowed = entry["updates"]


def _file(state: State, entry: Entry) -> None:
    stored = stored_from(entry)
    state.files[stored.file_id] = stored


def _clock(state: State, entry: Entry) -> None:
    state.clock_offset = timedelta(seconds=entry["offset_s"])


CHANGES: dict[str, Callable[[State, Entry], None]] = {
    "opened": _opened,
    "person": _person,
    "group": _group,
    "bot_status": _bot_status,
    "migrated": _migrated,
    "topic": _topic,
    "message": _message,
    "deleted": _deleted,
    "typing": _typing,
    "update": _update,
    "confirmed": _confirmed,
    "expired": _expired,
    "hold": _hold,
    "held_back": _held_back,
    "release": _release,
    "webhook": _webhook,
    "webhook_error": _webhook_error,
    "tapped": _tapped,
    "answered": _answered,
    "setting": _setting,
    "allowed_updates": _allowed,
    "file": _file,
    "clock": _clock,
}
