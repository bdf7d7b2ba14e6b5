"""What somebody sees on their phone, and what each button there would carry back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import ValidationError

import bot.cards.notices  # noqa: F401  # every kind of button is known once the cards are
from bot.cards.buttons import BETWEEN, Carried


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: the words on it, what it carries, and what that means."""

    label: str
    data: str
    means: Carried


@dataclass(frozen=True, slots=True)
class Seen:
    """A message of the bot, as it stands now; ``has_file``: a file comes with it."""

    message_id: int
    text: str
    choices: tuple[Choice, ...] = ()
    has_file: bool = False


def seen(message: Mapping[str, Any]) -> Seen:
    """The message as Telegram shows it."""
    text = message.get("text") or message.get("caption") or ""
    return Seen(message["message_id"], text, tuple(_choices(message)), "document" in message)


def _choices(message: Mapping[str, Any]) -> Iterator[Choice]:
    """The buttons that carry something back; an address in the web is nothing to tap here."""
    for button in buttons(message):
        data = button.get("callback_data")
        if data and (means := meaning(data)):
            yield Choice(button["text"], data, means)


def buttons(message: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """All buttons under a message, row by row."""
    for row in (message.get("reply_markup") or {}).get("inline_keyboard", ()):
        yield from row


def meaning(data: str) -> Carried | None:
    """What a tap carries back, read as the bot reads it; None for what it could not read."""
    kind = _kinds().get(data.partition(BETWEEN)[0])
    try:
        return kind.unpack(data) if kind else None
    except (ValueError, ValidationError):
        return None


@cache
def _kinds() -> Mapping[str, type[Carried]]:
    return {kind.prefix: kind for kind in _descendants(Carried) if hasattr(kind, "prefix")}


def _descendants(kind: type[Carried]) -> Iterator[type[Carried]]:
    for child in kind.__subclasses__():
        yield child
        yield from _descendants(child)
