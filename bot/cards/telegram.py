"""A card as Telegram wants it."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.cards.card import Card


def keyboard(card: Card) -> InlineKeyboardMarkup | None:
    """The buttons of a card; None when it has none, which also takes the old ones away."""
    if not card.rows:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=button.words, callback_data=button.data) for button in row]
            for row in card.rows
        ]
    )
