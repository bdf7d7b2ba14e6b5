"""What the bot sends along with a call: real JSON types, or text as forms carry it."""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from bot.sandbox.answers import bad_request
from bot.sandbox.uploads import Upload

TRUE_WORDS = {"true", "yes", "1"}
ATTACHED = "attach://"
NESTED = {
    "allowed_updates",
    "caption_entities",
    "commands",
    "entities",
    "reply_markup",
    "reply_parameters",
    "scope",
}


class Parameters:
    """One call's parameters, read the lenient way Telegram reads them."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self._raw = {key: value for key, value in raw.items() if value is not None}

    def text(self, name: str) -> str:
        """A text; "" when it was not given."""
        value = self._raw.get(name, "")
        if isinstance(value, Upload):
            return ""
        text = value if isinstance(value, str) else json.dumps(value)
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            raise bad_request("strings must be encoded in UTF-8")
        return text

    def integer(self, name: str) -> int | None:
        """A whole number, or nothing when there is none."""
        try:
            return int(self.text(name))
        except ValueError:
            return None

    def between(self, name: str, lowest: int, highest: int, otherwise: int) -> int:
        """A whole number, moved to the nearest that is allowed."""
        given = self.integer(name)
        return otherwise if given is None else min(max(given, lowest), highest)

    def number(self, name: str) -> float | None:
        """A number, or nothing when there is none."""
        try:
            return float(self.text(name))
        except ValueError:
            return None

    def flag(self, name: str) -> bool:
        """A yes or no; no when it was not given."""
        return self.text(name).lower() in TRUE_WORDS

    def json(self, name: str, complaint: str) -> Any:  # noqa: ANN401 - JSON is anything
        """A nested value, given as it is or as JSON text; nothing when it was not given."""
        value = self._raw.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(complaint) from error

    def upload(self, name: str) -> Upload | None:
        """The file sent under this name, or attached to it under another."""
        value = self._raw.get(name)
        if isinstance(value, str) and value.startswith(ATTACHED):
            value = self._raw.get(value.removeprefix(ATTACHED))
        return value if isinstance(value, Upload) else None

    def for_journal(self) -> dict[str, Any]:
        """All of it, as plain JSON."""
        return {key: _told(key, value) for key, value in self._raw.items()}


def _told(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON is anything
    """Files are named instead of shown, and nested JSON is easier to read when it is no text."""
    if isinstance(value, Upload):
        return value.summary()
    if name in NESTED and isinstance(value, str):
        with suppress(ValueError):
            return json.loads(value)
    return value


def allowed_updates(parameters: Parameters) -> list[str] | None:
    """The kinds of update that the bot names; nothing when it does not say."""
    allowed: Any = parameters.json("allowed_updates", "can't parse allowed_updates JSON object")
    if allowed is None:
        return None
    if not isinstance(allowed, list):
        raise bad_request("can't parse allowed_updates: expected an Array of String")
    return [str(one) for one in allowed]
