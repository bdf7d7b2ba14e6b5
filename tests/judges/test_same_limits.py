"""The numbers that the sandbox enforces are those that another library was told by Telegram."""

import re
from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from typing import Any

import pytest
from telegram import constants
from telegram.constants import (
    BotCommandLimit,
    BotDescriptionLimit,
    BotNameLimit,
    BulkRequestLimit,
    CallbackQueryLimit,
    ChatAction,
    ContactLimit,
    FileSizeLimit,
    FloodLimit,
    ForumIconColor,
    ForumTopicLimit,
    InlineKeyboardButtonLimit,
    InlineKeyboardMarkupLimit,
    MessageLimit,
    PollingLimit,
    ReplyLimit,
    WebhookLimit,
)

from bot.sandbox import Telegram, Upload, limits
from bot.sandbox.cast import AMIR, invite_cast
from bot.sandbox.kinds import DOT
from bot.sandbox.methods.sending import ACTIONS
from tests.sandbox.conftest import calls, refusal

# A line of the table: the sandbox's name, and in brackets that of the other library.
LINE = re.compile(r"^(\w+) = .*#.*\[(\w+)\.(\w+)\](, there in thousands)?", re.MULTILINE)
TABLE = LINE.findall(Path(limits.__file__).read_text(encoding="utf-8"))
CLASSES: tuple[type[IntEnum], ...] = (
    BotCommandLimit,
    BotDescriptionLimit,
    BotNameLimit,
    BulkRequestLimit,
    CallbackQueryLimit,
    ContactLimit,
    FileSizeLimit,
    FloodLimit,
    ForumTopicLimit,
    InlineKeyboardButtonLimit,
    InlineKeyboardMarkupLimit,
    MessageLimit,
    PollingLimit,
    ReplyLimit,
    WebhookLimit,
)
# Limits that have no line, and why.
NO_LINE = {
    "BotCommandLimit.MIN_COMMAND": "it is one: what is empty is refused",
    "BotCommandLimit.MIN_DESCRIPTION": "it is one: what is empty is refused",
    "BulkRequestLimit.MIN_LIMIT": "it is one: what is empty is refused",
    "FileSizeLimit.FILESIZE_DOWNLOAD_LOCAL_MODE": "the sandbox is no server of one's own",
    "FileSizeLimit.FILESIZE_UPLOAD_LOCAL_MODE": "the sandbox is no server of one's own",
    "FileSizeLimit.VOICE_NOTE_FILE_SIZE": "there is no sendVoice",
    "FloodLimit.PAID_MESSAGES_PER_SECOND": "the sandbox takes no money",
    "ForumTopicLimit.MIN_NAME_LENGTH": "it is one: what is empty is refused",
    "InlineKeyboardButtonLimit.MIN_CALLBACK_DATA": "it is one: what is empty is refused",
    "InlineKeyboardMarkupLimit.BUTTONS_PER_ROW": "Telegram drops the rest without a word",
    "MessageLimit.DEEP_LINK_LENGTH": "people's own apps drop what is longer before it is sent",
    "MessageLimit.MIN_TEXT_LENGTH": "it is one: what is empty is refused",
    "ReplyLimit.MIN_INPUT_FIELD_PLACEHOLDER": "it is one: an empty one is none",
}
PHOTO = Upload("photo.gif", DOT)
KEY = {"text": "Oui", "callback_data": "oui"}
THOUSANDS, BYTES = 1000**2, 1024**2


@pytest.mark.parametrize(("name", "family", "member", "in_thousands"), TABLE)
def test_each_line_of_the_table_is_true(
    name: str, family: str, member: str, in_thousands: str
) -> None:
    theirs = getattr(constants, family)[member].value
    ours = getattr(limits, name)
    assert ours == (theirs // THOUSANDS * BYTES if in_thousands else theirs)


def test_no_limit_is_forgotten() -> None:
    known = {f"{family}.{member}" for _, family, member, _ in TABLE}
    all_of_them = {f"{one.__name__}.{member.name}" for one in CLASSES for member in one}
    assert known | NO_LINE.keys() >= all_of_them
    assert not known & NO_LINE.keys()
    assert {family for _, family, _, _ in TABLE} <= {one.__name__ for one in CLASSES}


def _button(**does: Any) -> dict[str, Any]:
    markup = {"inline_keyboard": [[{"text": "Oui", **does}]]}
    return {"text": "?", "reply_markup": markup}


def _command(name: str, says: str, times: int = 1) -> dict[str, Any]:
    return {"commands": [{"command": name, "description": says}] * times}


# For a number, what is asked that holds so many.
Asking = Callable[[int], tuple[str, dict[str, Any]]]
REFUSED_ABOVE: dict[str, Asking] = {
    "LONGEST_TEXT": lambda n: ("sendMessage", {"text": "é" * n}),
    "LONGEST_CAPTION": lambda n: ("sendPhoto", {"photo": PHOTO, "caption": "é" * n}),
    "LONGEST_TOAST": lambda n: ("answerCallbackQuery", {"text": "é" * n}),
    "LONGEST_DATA": lambda n: (
        "sendMessage",
        _button(callback_data="é" * (n // 2) + "x" * (n % 2)),
    ),
    "LONGEST_COPIED_TEXT": lambda n: ("sendMessage", _button(copy_text={"text": "é" * n})),
    "LONGEST_COMMAND": lambda n: ("setMyCommands", _command("a" * n, "Aide")),
    "LONGEST_COMMAND_DESCRIPTION": lambda n: ("setMyCommands", _command("aide", "é" * n)),
    "MOST_COMMANDS": lambda n: ("setMyCommands", _command("aide", "Aide", n)),
    "LONGEST_NAME": lambda n: ("setMyName", {"name": "é" * n}),
    "LONGEST_DESCRIPTION": lambda n: ("setMyDescription", {"description": "é" * n}),
    "LONGEST_SHORT_DESCRIPTION": lambda n: (
        "setMyShortDescription",
        {"short_description": "é" * n},
    ),
    "LONGEST_VCARD": lambda n: (
        "sendContact",
        {"phone_number": "+3228000000", "first_name": "CAW", "vcard": "v" * n},
    ),
    "MOST_BUTTONS": lambda n: (
        "sendMessage",
        {"text": "?", "reply_markup": {"inline_keyboard": [[KEY]] * n}},
    ),
    "LONGEST_SECRET": lambda n: (
        "setWebhook",
        {"url": "http://127.0.0.1:1/", "secret_token": "a" * n},
    ),
}


@pytest.mark.parametrize("name", REFUSED_ABOVE)
async def test_so_many_and_not_one_more(name: str) -> None:
    telegram = Telegram()
    invite_cast(telegram)
    await calls(telegram, "sendMessage", chat_id=AMIR.id, **_button(callback_data="oui"))
    tap = telegram.tap(AMIR.id, 1, "Oui")["callback_query_id"]
    common = {"chat_id": AMIR.id, "callback_query_id": tap}
    most = getattr(limits, name)
    method, asked = REFUSED_ABOVE[name](most + 1)
    assert (await refusal(telegram, method, **common | asked))[0] == 400
    method, asked = REFUSED_ABOVE[name](most)
    await calls(telegram, method, **common | asked)


# Those that refuse nothing above them, or not here, and where it shows.
SHOWN_ELSEWHERE = {
    "BIGGEST_DOWNLOAD": "tests/sandbox/test_files.py",
    "BIGGEST_PHOTO": "tests/sandbox/test_files.py",
    "BIGGEST_UPLOAD": "tests/sandbox/test_files.py",
    "LONGEST_PLACEHOLDER": "tests/sandbox/test_keyboards.py",
    "LONGEST_TOPIC_NAME": "tests/sandbox/test_topics.py",
    "MOST_DELETED_AT_ONCE": "tests/sandbox/test_groups.py",
    "MOST_ENTITIES": "tests/sandbox/test_entities.py",
    "FEWEST_AT_ONCE": "below: fewer is taken for so many",
    "FEWEST_CONNECTIONS": "below: fewer is taken for so many",
    "MOST_AT_ONCE": "below: more is taken for so many",
    "MOST_CONNECTIONS": "below: more is taken for so many",
    "PER_MINUTE_IN_A_GROUP": "tests/sandbox/test_flood.py",
    "PER_SECOND": "tests/sandbox/test_flood.py",
    "PER_SECOND_IN_A_CHAT": "tests/sandbox/test_flood.py",
}


def test_no_line_of_the_table_is_only_a_number() -> None:
    assert {name for name, *_ in TABLE} == REFUSED_ABOVE.keys() | SHOWN_ELSEWHERE.keys()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (0, WebhookLimit.MIN_CONNECTIONS_LIMIT),
        (1_000, WebhookLimit.MAX_CONNECTIONS_LIMIT),
    ],
)
async def test_a_number_of_connections_is_brought_within_its_limits(asked: int, told: int) -> None:
    telegram = Telegram()
    url = "http://127.0.0.1:1/"
    await calls(telegram, "setWebhook", url=url, max_connections=asked)
    assert (await calls(telegram, "getWebhookInfo"))["max_connections"] == told


@pytest.mark.parametrize(("asked", "given"), [(0, 1), (1_000, PollingLimit.MAX_LIMIT)])
async def test_a_number_of_updates_is_brought_within_its_limits(asked: int, given: int) -> None:
    telegram = Telegram()
    invite_cast(telegram)
    for _ in range(PollingLimit.MAX_LIMIT + 1):
        telegram.say(AMIR.id, "Dag")
    assert len(await calls(telegram, "getUpdates", limit=asked)) == given


def test_the_words_and_colours_to_choose_from_are_the_same() -> None:
    assert set(ACTIONS) == {action.value for action in ChatAction}
    assert set(limits.TOPIC_COLORS) == {color.value for color in ForumIconColor}
