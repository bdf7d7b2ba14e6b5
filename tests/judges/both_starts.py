"""What aiogram makes of what it hears and says, as text: the same whichever way it was started."""

import bot.quick_start  # noqa: F401, I001  # before aiogram; it does nothing when it is switched off
import json
import sys
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import TelegramMethod
from aiogram.types import Update
from pydantic import ValidationError

from tests.judges.bot_methods import METHODS

BOT = Bot("42:TEST")


def built() -> bool:
    """Whether the models are built before anybody uses them, which is the slow way."""
    return bool(Update.__pydantic_complete__)


def made_of(entry: dict[str, Any]) -> str:
    """An update as aiogram reads it, or a call as it is sent and what its answer comes to."""
    try:
        if entry["what"] == "update":
            return repr(Update.model_validate(entry["update"]))
        call = METHODS[entry["method"].lower()].model_validate(entry["parameters"])
        return f"{call!r} {_sent(call)} {_answer(call, entry)!r}"
    except (ValidationError, TelegramAPIError) as error:
        return f"{type(error).__name__}: {error}"


def _sent(call: TelegramMethod[Any]) -> dict[str, Any]:
    values = call.model_dump(warnings=False)
    return {
        name: BOT.session.prepare_value(value, bot=BOT, files={}) for name, value in values.items()
    }


def _answer(call: TelegramMethod[Any], entry: dict[str, Any]) -> Any:
    content = json.dumps(entry["answer"])
    return BOT.session.check_response(BOT, call, entry["status"], content).result


if __name__ == "__main__":
    was_built = built()
    made = [made_of(entry) for entry in json.load(sys.stdin)]
    json.dump({"was_built": was_built, "made": made}, sys.stdout)
