"""How two libraries read the same JSON, field by field, and nothing is skipped in silence."""

import json
from datetime import datetime, timedelta
from enum import Enum
from itertools import zip_longest
from typing import Any

import telegram
from aiogram.types import TelegramObject

Fields = dict[str, Any]

# The Bot API told aiogram of these (10.3) after it told python-telegram-bot (10.0).
TOO_NEW = {("ChatMemberAdministrator", "can_send_welcome_messages")}
ABSENT = (None, False, (), [])
# Python-telegram-bot makes members of an enumeration of these, unless it knows no such word.
KNOWN_WORDS = (".type", ".status")


def differences(raw: Any, aiogram_read: Any, ptb_read: Any, at: str = "") -> list[str]:
    """A line for each place where the JSON and the two readings of it do not say the same."""
    if isinstance(raw, dict):
        return _of_objects(raw, aiogram_read, ptb_read, at)
    if isinstance(raw, list):
        return _of_lists(raw, aiogram_read, ptb_read, at)
    return _of_values(raw, aiogram_read, ptb_read, at)


def aiogram_fields(read: TelegramObject) -> Fields:
    """What aiogram found in the JSON, by the Bot API's names."""
    fields = type(read).model_fields
    found = read.model_fields_set & fields.keys()
    return {fields[name].alias or name: getattr(read, name) for name in found}


def ptb_fields(read: telegram.TelegramObject) -> Fields:
    """What python-telegram-bot found in the JSON, by the Bot API's names."""
    found = [name for name in read.to_dict(recursive=False) if hasattr(read, name)]
    return {"from" if name == "from_user" else name: getattr(read, name) for name in found}


def _too_new(read: TelegramObject, known: Fields) -> Fields:
    """What only aiogram can judge."""
    return {name: known[name] for name in known if (type(read).__name__, name) in TOO_NEW}


def _unknown_to_ptb(read: telegram.TelegramObject) -> list[str]:
    """It keeps what it does not know, and also the date 0 that it knows without reading it."""
    unread = [name for name in read.api_kwargs if not hasattr(read, name)]
    return [name for name in unread if (type(read).__name__, name) not in TOO_NEW]


def _of_objects(raw: Fields, aiogram_read: Any, ptb_read: Any, at: str) -> list[str]:
    if not isinstance(aiogram_read, TelegramObject):
        return [f"{at}: aiogram makes no object of it, but {aiogram_read!r}"]
    if not isinstance(ptb_read, telegram.TelegramObject):
        return [f"{at}: python-telegram-bot makes no object of it, but {ptb_read!r}"]
    known = aiogram_fields(aiogram_read)
    return [
        *_of_names(aiogram_read, ptb_read, at),
        *[f"{at}.{name}: unknown to aiogram" for name in aiogram_read.model_extra or {}],
        *[f"{at}.{name}: unknown to python-telegram-bot" for name in _unknown_to_ptb(ptb_read)],
        *_of_fields(raw, known, ptb_fields(ptb_read) | _too_new(aiogram_read, known), at),
    ]


def _of_names(
    aiogram_read: TelegramObject, ptb_read: telegram.TelegramObject, at: str
) -> list[str]:
    one, other = type(aiogram_read).__name__, type(ptb_read).__name__
    return [] if one == other else [f"{at}: aiogram reads {one}, python-telegram-bot {other}"]


def _of_fields(raw: Fields, aiogram_read: Fields, ptb_read: Fields, at: str) -> list[str]:
    found = []
    for name in {**raw, **aiogram_read, **ptb_read}:
        here = f"{at}.{name}"
        if name in raw:
            found += differences(raw[name], aiogram_read.get(name), ptb_read.get(name), here)
        else:
            found += [
                f"{here}: nobody said it, but {who} reads {fields[name]!r}"
                for who, fields in (("aiogram", aiogram_read), ("python-telegram-bot", ptb_read))
                if fields.get(name) not in ABSENT
            ]
    return found


def _of_lists(raw: list[Any], aiogram_read: Any, ptb_read: Any, at: str) -> list[str]:
    trios = zip_longest(raw, aiogram_read or (), ptb_read or ())
    return [
        line
        for number, (one, second, third) in enumerate(trios)
        for line in differences(one, second, third, f"{at}[{number}]")
    ]


def _of_values(raw: Any, aiogram_read: Any, ptb_read: Any, at: str) -> list[str]:
    said, second, third = (_plain(one) for one in (raw, aiogram_read, ptb_read))
    if raw is None:
        return [f"{at}: Telegram leaves out what is not there, and never says null"]
    if not said == second == third:
        return [f"{at}: said {said}, aiogram reads {second}, python-telegram-bot {third}"]
    if at.endswith(KNOWN_WORDS) and not isinstance(ptb_read, Enum):
        return [f"{at}: python-telegram-bot knows no {said} here"]
    return []


def _plain(value: Any) -> str:
    """The value as JSON, so that 1, 1.0 and true stay apart."""
    if isinstance(value, datetime):
        value = int(value.timestamp())
    elif isinstance(value, timedelta):
        value = int(value.total_seconds())
    elif isinstance(value, Enum):
        value = value.value
    return json.dumps(value, default=repr)
