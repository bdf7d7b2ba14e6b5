"""Everything that a bot has heard from the sandbox, read by both libraries."""

import json
from typing import Any

import aiogram
import aiogram.types
import telegram as ptb
from aiogram.methods import TelegramMethod

from bot.sandbox import Telegram
from tests.judges.bot_methods import METHODS
from tests.judges.readings import differences

BOT = aiogram.Bot("42:TEST")


def misread(telegram: Telegram) -> list[str]:
    """A line for each thing in its updates and answers that the libraries do not read alike."""
    found = []
    for entry in telegram.journal.entries:
        if entry["what"] == "update":
            raw = json.loads(json.dumps(entry["update"]))
            found += _of(raw, aiogram.types.Update.model_validate(raw))
        elif entry["what"] == "call" and entry["effect"]:
            found += _of_answer(METHODS[entry["method"].lower()], entry["answer"])
    return found


def _of_answer(method: type[TelegramMethod[Any]], answer: dict[str, Any]) -> list[str]:
    content, asked = json.dumps(answer), method.model_construct()
    read = BOT.session.check_response(BOT, asked, 200, content).result
    raw = json.loads(content)["result"]
    if isinstance(raw, list):
        return [line for said, one in zip(raw, read, strict=True) for line in _of(said, one)]
    if isinstance(raw, bool | int):
        return [] if type(read) is type(raw) and read == raw else [f"{content} is {read!r}"]
    return _of(raw, read)


def _of(raw: Any, read: Any) -> list[str]:
    """The classes have the same names in both libraries."""
    name = type(read).__name__
    return differences(raw, read, getattr(ptb, name).de_json(raw, None), at=name)
