"""What our bot asked of one sandbox, asked of another by python-telegram-bot's typed methods."""

import base64
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    InlineKeyboardMarkup,
    InputFile,
    KeyboardButton,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import TelegramError

from bot.sandbox import SandboxClock, Telegram, serve
from bot.sandbox.state import Entry
from tests.judges.script import TOKEN


def _keyboard(markup: dict[str, Any]) -> Any:
    """Buttons under a message, keys in the place of those of the phone, or the end of these."""
    if "remove_keyboard" in markup:
        return ReplyKeyboardRemove.de_json(markup)
    if "keyboard" in markup:
        rows = [[KeyboardButton.de_json(key) for key in row] for row in markup["keyboard"]]
        return ReplyKeyboardMarkup(rows, **{k: v for k, v in markup.items() if k != "keyboard"})
    return InlineKeyboardMarkup.de_json(markup)


TYPED: dict[str, Callable[[Any], Any]] = {
    "commands": BotCommand.de_list,
    "entities": MessageEntity.de_list,
    "message_ids": list,
    "link_preview_options": LinkPreviewOptions.de_json,
    "reply_markup": _keyboard,
    "reply_parameters": ReplyParameters.de_json,
    "scope": BotCommandScope.de_json,
}
# Aiogram says this along with link_preview_options; the other library refuses to say both.
OLD_NAME = "disable_web_page_preview"
ATTACHED = "attach://"
CAPITAL = re.compile(r"(?<!^)([A-Z])")


def in_the_code(method: str) -> str:
    """A method's name as both libraries write it: sendMessage is send_message."""
    return CAPITAL.sub(r"_\1", method).lower()


async def repeat(first: Telegram) -> Telegram:
    """A second sandbox that lived the same, but with another library in the place of our bot.

    The clock of the first one stands still, except when it is turned.
    """
    opened, *lived = first.journal.entries
    began = datetime.fromisoformat(opened["at"])
    second = Telegram(clock=SandboxClock(real=lambda: began))
    async with _a_bot(second) as bot:
        for entries in batches(lived):
            if entries[-1]["what"] == "call":
                await _ask(bot, entries)
            else:
                _happen(second, entries)
    return second


def batches(entries: list[Entry]) -> list[list[Entry]]:
    """Entries that were written as one; those of a call end with the call itself."""
    whole: list[list[Entry]] = [[]]
    for entry in entries:
        whole[-1].append(entry)
        if not entry.get("more"):
            whole.append([])
    return whole[:-1]


def _happen(second: Telegram, entries: list[Entry]) -> None:
    for entry in entries:
        if entry["what"] == "clock":
            second.clock.offset = timedelta(seconds=entry["offset_s"])
    kept = [
        {k: v for k, v in entry.items() if k not in {"seq", "at", "more"}} for entry in entries
    ]
    second.record(*kept)


@asynccontextmanager
async def _a_bot(second: Telegram) -> AsyncIterator[Bot]:
    async with serve(second, 0) as address, Bot(TOKEN, base_url=f"{address}/bot") as bot:
        yield bot


async def _ask(bot: Bot, entries: list[Entry]) -> None:
    """What Telegram refuses, it refuses again; the journal tells both."""
    *happened, call = entries
    ask = getattr(bot, in_the_code(call["method"]))
    given = _with_files(call["parameters"], happened)
    if "link_preview_options" in given:
        given.pop(OLD_NAME)
    with suppress(TelegramError):
        await ask(**{name: _typed(name, value) for name, value in given.items()})


def _with_files(parameters: dict[str, Any], happened: list[Entry]) -> dict[str, Any]:
    """What was asked, with the file that came along in the place where it was named."""
    given = dict(parameters)
    for file in (one for one in happened if one["what"] == "file"):
        name = next(one for one, value in given.items() if str(value).startswith(ATTACHED))
        del given[given[name].removeprefix(ATTACHED)]
        given[name] = InputFile(base64.b64decode(file["base64"]), file["file_name"])
    return given


def _typed(name: str, value: Any) -> Any:
    if name in TYPED:
        return TYPED[name](json.loads(value) if isinstance(value, str) else value)
    assert not isinstance(value, dict | list), f"no type for {name}"
    return value
