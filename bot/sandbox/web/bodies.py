"""What a request carries, in each of the forms that Telegram takes."""

import json
from typing import Any

from aiohttp import web

from bot.sandbox.answers import NotPossible, bad_request
from bot.sandbox.uploads import Upload

JSON_TYPE = "application/json"
FORM_TYPES = {"application/x-www-form-urlencoded", "multipart/form-data"}


async def parameters(request: web.Request) -> dict[str, Any]:
    """A bot's parameters: from the address, and from a body of JSON or a form."""
    given: dict[str, Any] = dict(request.query)
    if request.content_type == JSON_TYPE:
        return given | await _json_parameters(request)
    if request.content_type in FORM_TYPES:
        form = await request.post()
        given |= {name: _value(value) for name, value in form.items()}
    return given


async def _json_parameters(request: web.Request) -> dict[str, Any]:
    raw = await request.read()
    if not raw.strip():
        return {}
    try:
        body = json.loads(raw)
    except ValueError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(body, dict):
        raise bad_request("expected an Object")
    return body


def _value(value: str | bytes | bytearray | web.FileField) -> str | Upload:
    if isinstance(value, web.FileField):
        return Upload(value.filename, value.file.read())
    return value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")


class Wishes:
    """The JSON object of a control call, read with sentences for what is missing or wrong."""

    def __init__(self, body: dict[str, Any]) -> None:
        self.body = body

    def text(self, name: str) -> str:
        """A text that must be there."""
        value = self.body.get(name)
        if not isinstance(value, str) or not value:
            raise NotPossible(400, f"Give `{name}`, a text.")
        return value

    def text_or_none(self, name: str) -> str | None:
        """A text, or nothing."""
        return None if self.body.get(name) in {None, ""} else self.text(name)

    def integer_or_none(self, name: str) -> int | None:
        """A whole number, or nothing."""
        value = self.body.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise NotPossible(400, f"`{name}` is a whole number.")
        return value

    def integer(self, name: str) -> int:
        """A whole number that must be there."""
        value = self.integer_or_none(name)
        if value is None:
            raise NotPossible(400, f"Give `{name}`, a whole number.")
        return value

    def integers(self, name: str) -> list[int]:
        """Whole numbers; none when they were not given."""
        value = self.body.get(name, [])
        if not isinstance(value, list) or any(type(one) is not int for one in value):
            raise NotPossible(400, f"`{name}` is a list of whole numbers.")
        return value

    def number(self, name: str) -> float:
        """A number that must be there."""
        value = self.body.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise NotPossible(400, f"`{name}` is a number.")
        return float(value)

    def flag(self, name: str) -> bool:
        """A yes or no; no when it was not given."""
        return self.body.get(name) is True


async def wishes(request: web.Request) -> Wishes:
    """The body of a control call; no body is an empty object."""
    raw = await request.read()
    try:
        body = json.loads(raw) if raw.strip() else {}
    except ValueError as error:
        raise NotPossible(400, "The body is no JSON.") from error
    if not isinstance(body, dict):
        raise NotPossible(400, "The body is a JSON object.")
    return Wishes(body)
