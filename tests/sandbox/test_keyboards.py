"""Keyboards that Telegram takes, and those it refuses."""

from typing import Any

import pytest

from bot.sandbox import Telegram
from bot.sandbox.cast import RITA
from tests.sandbox.conftest import buttons, calls, refusal

ROW = "can't parse inline keyboard button: "


def one(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


@pytest.mark.parametrize(
    "markup",
    [
        buttons("Ja", "Nee"),
        one(text="x", callback_data="é" * 32),
        one(text="x", url="https://duo.be/"),
        one(text="x", url="duo.be"),
        one(text="x", url="http://localhost:1/"),
        one(text="x", url="tg://user?id=1"),
        one(text="x", copy_text={"text": "code"}),
        {"inline_keyboard": [[], [{"text": "x", "callback_data": "y"}]]},
    ],
)
async def test_buttons_under_a_message(telegram: Telegram, markup: dict[str, Any]) -> None:
    sent = await calls(telegram, "sendMessage", chat_id=RITA.id, text="?", reply_markup=markup)
    rows = [row for row in markup["inline_keyboard"] if row]
    assert sent["reply_markup"] == {"inline_keyboard": rows}


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (one(text="x", callback_data="é" * 33), "BUTTON_DATA_INVALID"),
        (
            one(text="x", callback_data=""),
            ROW + "Text buttons are unallowed in the inline keyboard",
        ),
        (one(text="x", copy_text={"text": "é" * 257}), "BUTTON_COPY_TEXT_INVALID"),
        (
            {"force_reply": True, "input_field_placeholder": "é" * 65},
            "input field placeholder is too long",
        ),
        (one(text="x"), ROW + "Text buttons are unallowed in the inline keyboard"),
        (one(callback_data="x"), ROW + 'Can\'t find field "text"'),
        (one(text=5, callback_data="x"), ROW + 'Field "text" must be of type String'),
        (one(text=" ", callback_data="x"), "keyboard button text must be non-empty"),
        (one(text="x", callback_data=5), ROW + 'Field "callback_data" must be of type String'),
        (
            one(text="x", url="ftp://duo.be"),
            "inline keyboard button URL 'ftp://duo.be' is invalid: Unsupported URL protocol",
        ),
        (one(text="x", url="no"), "inline keyboard button URL 'no' is invalid: Wrong HTTP URL"),
        (
            one(text="x", url="a b.c"),
            "inline keyboard button URL 'a b.c' is invalid: Wrong HTTP URL",
        ),
        ({"inline_keyboard": [["x"]]}, ROW + "InlineKeyboardButton must be an Object"),
        ({"inline_keyboard": "x"}, 'field "inline keyboard" must be of type Array'),
        ({"inline_keyboard": ["x"]}, "inline keyboard must be an Array of Arrays"),
        (buttons(*["x"] * 101), "reply markup is too long"),
        (one(text="x" * 11_000, callback_data="x"), "reply markup is too long"),
        ("{", "can't parse reply keyboard markup JSON object"),
        ([1], "object expected as reply markup"),
        (
            {"keyboard": [[5]]},
            "can't parse keyboard button: KeyboardButton must be a String or an Object",
        ),
    ],
)
async def test_bad_keyboards_are_refused(telegram: Telegram, markup: object, words: str) -> None:
    answer = await refusal(telegram, "sendMessage", chat_id=RITA.id, text="?", reply_markup=markup)
    assert answer == (400, f"Bad Request: {words}")
    assert telegram.chat(RITA.id) == []


async def ask(telegram: Telegram, markup: object) -> dict[str, Any]:
    sent: dict[str, Any] = await calls(
        telegram, "sendMessage", chat_id=RITA.id, text="?", reply_markup=markup
    )
    return sent


async def test_a_keyboard_stays_under_the_chat_until_it_is_taken_away(telegram: Telegram) -> None:
    sent = await ask(telegram, {"keyboard": [["Ja", {"text": "Nee"}]], "resize_keyboard": True})
    assert "reply_markup" not in sent
    await ask(telegram, "")
    shown = telegram.chat_view(RITA.id)["keyboard"]
    assert shown == {"keyboard": [[{"text": "Ja"}, {"text": "Nee"}]], "resize_keyboard": True}
    await ask(telegram, {"remove_keyboard": True})
    assert telegram.chat_view(RITA.id)["keyboard"] is None


@pytest.mark.parametrize(
    "markup", [{"keyboard": [["Ja"]], "one_time_keyboard": True}, {"force_reply": True}]
)
async def test_some_keyboards_go_when_rita_has_spoken(
    telegram: Telegram, markup: dict[str, Any]
) -> None:
    await ask(telegram, markup)
    assert telegram.chat_view(RITA.id)["keyboard"] is not None
    telegram.say(RITA.id, "Ja")
    assert telegram.chat_view(RITA.id)["keyboard"] is None


async def test_an_empty_markup_is_no_markup(telegram: Telegram) -> None:
    assert "reply_markup" not in await ask(telegram, {"something": 1})
    assert "reply_markup" not in await ask(telegram, {"inline_keyboard": []})
    assert telegram.chat_view(RITA.id)["keyboard"] is None


async def test_keys_are_said_or_share_what_they_ask_for(telegram: Telegram) -> None:
    keys = [
        {"text": "Nummer", "request_contact": True},
        {"text": "Plaats", "request_location": True},
        "Nee",
    ]
    await ask(telegram, {"keyboard": [keys]})
    for key in ("Nummer", "Plaats", "Nee"):
        telegram.tap(RITA.id, None, key)
    kinds = [message["kind"] for message in telegram.chat(RITA.id)]
    assert kinds == ["text", "contact", "location", "text"]
