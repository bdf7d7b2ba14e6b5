"""A card as Telegram wants it."""

import re

from aiogram.types import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    User,
)

from bot.cards.card import Card, Mention

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


def markup(card: Card) -> Markup | None:
    """What stands under a new message, or below the text field until it is used."""
    if card.keys_gone:
        return ReplyKeyboardRemove(remove_keyboard=True)
    if card.number_keys is None:
        return keyboard(card)
    number, other = card.number_keys
    keys = [[KeyboardButton(text=number, request_contact=True)], [KeyboardButton(text=other)]]
    return ReplyKeyboardMarkup(keyboard=keys, resize_keyboard=True, one_time_keyboard=True)


def keyboard(card: Card) -> InlineKeyboardMarkup | None:
    """The buttons of a card; None when it has none, which also takes the old ones away."""
    if not card.rows:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                InlineKeyboardButton(
                    text=button.words,
                    callback_data=button.data or None,
                    url=button.url or None,
                    copy_text=CopyTextButton(text=button.copies) if button.copies else None,
                )
                for button in row
            ]
            for row in card.rows
        ]
    )


def entities(card: Card) -> list[MessageEntity] | None:
    """The names that lead to a chat, in the order of the text."""
    found: list[MessageEntity] = []
    after = 0
    for mention in card.mentions:
        if place := _place(mention.name, card.text, after):
            after = place.end()
            if not mention.telegram_id:  # they are not on Telegram: no chat to lead to
                continue
            found.append(_entity(mention, offset=_length(card.text[: place.start()])))
    return found or None


def _place(name: str, text: str, after: int) -> re.Match[str] | None:
    """Where a name stands as a word of its own."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)").search(text, after) if name else None


def _entity(mention: Mention, offset: int) -> MessageEntity:
    return MessageEntity(
        type="text_mention",
        offset=offset,
        length=_length(mention.name),
        user=User(id=mention.telegram_id, is_bot=False, first_name=mention.name),
    )


def _length(text: str) -> int:
    """Telegram counts in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2
