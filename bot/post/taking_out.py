"""Taking messages out of a chat: theirs and ours, in one request where Telegram lets us."""

from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.cards import Card


async def take_out(bot: Bot, chat: int, card: Card) -> None:
    """Take out what the card names. Telegram passes over what is gone already, but refuses all of
    it when one must stay: then each is asked for by itself.
    """
    if card.removes:
        try:
            await bot.delete_messages(chat, list(card.removes))
        except TelegramBadRequest:
            await _one_by_one(bot, chat, card.removes, card.text)
    await _one_by_one(bot, chat, card.empties, card.text)


async def _one_by_one(bot: Bot, chat: int, numbers: tuple[int, ...], instead: str) -> None:
    for number in numbers:
        try:
            await bot.delete_message(chat, number)
        except TelegramBadRequest:
            await _empty(bot, chat, number, instead)


async def _empty(bot: Bot, chat: int, number: int, instead: str) -> None:
    """What is older than two days stays, but no longer says what it said. Of what somebody else
    wrote, and of what is gone, nothing can be changed.
    """
    with suppress(TelegramBadRequest):
        await bot.edit_message_text(instead, chat_id=chat, message_id=number)
        return
    with suppress(TelegramBadRequest):
        await bot.edit_message_caption(chat_id=chat, message_id=number, caption=instead)
