"""Keyboards: what Telegram takes, and what it refuses."""

import json
from typing import Any

from bot.sandbox.answers import bad_request
from bot.sandbox.limits import (
    LONGEST_COPIED_TEXT,
    LONGEST_DATA,
    LONGEST_PLACEHOLDER,
    MOST_BUTTONS,
    MOST_BYTES_OF_MARKUP,
)
from bot.sandbox.parameters import Parameters

INLINE = "inline_keyboard"
UNDER_THE_CHAT = ("keyboard", "remove_keyboard", "force_reply")
WITHOUT_DATA = (
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
UNREADABLE = "can't parse reply keyboard markup JSON object"

Markup = dict[str, Any]


def read_markup(parameters: Parameters) -> Markup | None:
    """The keyboard sent along, checked; nothing when there is none."""
    markup = parameters.json("reply_markup", UNREADABLE)
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if INLINE in markup:
        return {INLINE: _inline_rows(markup[INLINE])}
    if len(str(markup.get("input_field_placeholder") or "")) > LONGEST_PLACEHOLDER:
        raise bad_request("input field placeholder is too long")
    if "keyboard" in markup:
        return {**markup, "keyboard": _reply_rows(markup["keyboard"])}
    return markup if any(markup.get(name) for name in UNDER_THE_CHAT) else None


def inline_only(parameters: Parameters) -> Markup | None:
    """The keyboard for an edit: only one under the message will do."""
    markup = read_markup(parameters)
    if markup is not None and INLINE not in markup:
        raise bad_request("inline keyboard expected")
    return markup if markup and markup[INLINE] else None


def parts(markup: Markup | None) -> tuple[Markup | None, Markup | None]:
    """The keyboard under the message, and the one under the chat."""
    if markup is None:
        return None, None
    if INLINE in markup:
        return (markup if markup[INLINE] else None), None
    return None, markup


def _rows(rows: object, name: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f"{name} must be an Array of Arrays")
    if sum(map(len, rows)) > MOST_BUTTONS or len(json.dumps(rows)) > MOST_BYTES_OF_MARKUP:
        raise bad_request("reply markup is too long")
    return [row for row in rows if row]


def _inline_rows(rows: object) -> list[list[Markup]]:
    return [[_inline_button(button) for button in row] for row in _rows(rows, "inline keyboard")]


def _inline_button(button: object) -> Markup:
    wrong = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(wrong + "InlineKeyboardButton must be an Object")
    _check_label(button, wrong)
    if button.get("url"):
        _check_url(str(button["url"]))
    elif button.get("callback_data"):
        _check_data(button["callback_data"])
    elif isinstance(button.get("copy_text"), dict):
        _check_copied(str(button["copy_text"].get("text", "")))
    elif not any(name in button for name in WITHOUT_DATA):
        raise bad_request(wrong + "Text buttons are unallowed in the inline keyboard")
    return {key: value for key, value in button.items() if value is not None}


def _check_label(button: Markup, wrong: str) -> None:
    if "text" not in button:
        raise bad_request(wrong + 'Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise bad_request(wrong + 'Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")


def _check_url(url: str) -> None:
    protocol, separator, rest = url.partition("://")
    if separator and protocol.lower() not in {"http", "https", "tg", "ton", "tonsite"}:
        raise bad_request(
            f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol"
        )
    host = rest if separator else url
    if protocol.lower() != "tg" and (("." not in host and "localhost" not in host) or " " in host):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_data(data: object) -> None:
    if not isinstance(data, str):
        raise bad_request(
            'can\'t parse inline keyboard button: Field "callback_data" must be of type String'
        )
    if len(data.encode("utf-8", "surrogatepass")) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_copied(text: str) -> None:
    if not text or len(text) > LONGEST_COPIED_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _reply_rows(rows: object) -> list[list[Markup]]:
    return [[_reply_button(button) for button in row] for row in _rows(rows, "keyboard")]


def _reply_button(button: object) -> Markup:
    wrong = "can't parse keyboard button: "
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request(wrong + "KeyboardButton must be a String or an Object")
    _check_label(button, wrong)
    return {key: value for key, value in button.items() if value is not None}
