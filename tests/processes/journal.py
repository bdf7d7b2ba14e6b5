"""What the pretend Telegram knows: its journal, read as it grows."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

SHORTEST_CANARY = 6
CARRIED = "callback_data"


class Heard(NamedTuple):
    """One update as the bot was given it; ``seq`` is its place in the journal."""

    seq: int
    update: Mapping[str, Any]

    @property
    def tap(self) -> str:
        """What the tapped button carries, "" when it is no tap."""
        return str(self.update.get("callback_query", {}).get("data", ""))


class Written(NamedTuple):
    """One message as the bot wrote it, or rewrote it."""

    seq: int
    message_id: int
    text: str
    buttons: str


@dataclass(slots=True)
class Journal:
    """Everything that matters here, by who it is about; `catch_up` reads what is new."""

    path: Path
    confirmed: set[int] = field(default_factory=set)
    updates: dict[int, list[Heard]] = field(default_factory=lambda: defaultdict(list))
    people: dict[int, dict[str, Any]] = field(default_factory=dict)
    written: dict[int, dict[int, list[Written]]] = field(default_factory=lambda: defaultdict(dict))
    said: set[str] = field(default_factory=set)
    now: str = ""
    read_to: int = 0

    @classmethod
    def read(cls, path: Path) -> "Journal":
        journal = cls(path)
        journal.catch_up()
        return journal

    def catch_up(self) -> None:
        """Read on, up to the last whole line."""
        with self.path.open("rb") as file:
            file.seek(self.read_to)
            for line in file:
                if not line.endswith(b"\n"):
                    break
                self.take(json.loads(line))
                self.read_to += len(line)

    def take(self, entry: Mapping[str, Any]) -> None:
        self.now = entry["at"]
        match entry["what"]:
            case "person":
                self.people[entry["person"]["id"]] = entry["person"]
            case "confirmed":
                self.confirmed |= set(entry["update_ids"])
            case "update":
                self._take_update(entry["seq"], entry["update"])
            case "message" if entry["by"] == "bot":
                self._take_message(entry)
            case "message":
                self.said.add(entry["message"].get("text", ""))

    def _take_update(self, seq: int, update: Mapping[str, Any]) -> None:
        content = next(value for value in update.values() if isinstance(value, dict))
        self.updates[content["from"]["id"]].append(Heard(seq, update))

    def _take_message(self, entry: Mapping[str, Any]) -> None:
        message = entry["message"]
        # The letter of the week is a picture: what it says stands below it.
        number, text = message["message_id"], message.get("text") or message.get("caption", "")
        written = Written(entry["seq"], number, text, json.dumps(message.get("reply_markup")))
        self.written[entry["chat"]].setdefault(number, []).append(written)

    def of_the_bot(self, chat: int) -> Iterator[Written]:
        """Everything that the bot wrote and rewrote in a chat, in the order in which it did."""
        versions = (one for versions in self.written[chat].values() for one in versions)
        yield from sorted(versions)

    def copies(self) -> Counter[tuple[int, str]]:
        """How often each text was sent to each chat."""
        return Counter(
            (chat, versions[0].text)
            for chat, messages in self.written.items()
            for versions in messages.values()
        )

    def canaries(self) -> Iterator[str]:
        """What nobody may find in a log or in the plain bytes of the database."""
        yield from (word for word in self.said if _is_private(word))
        for person in self.people.values():
            yield from (name for name in (person["first_name"],) if len(name) >= SHORTEST_CANARY)
            yield from (person.get("phone_number") or "", str(person["id"]))


def _is_private(said: str) -> bool:
    """Commands and branches are no secret."""
    return len(said) >= SHORTEST_CANARY and not said.startswith("/")
