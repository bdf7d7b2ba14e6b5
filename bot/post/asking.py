"""A card as a request to Telegram: words, a number to call, a place, a page, or a change."""

import asyncio
from typing import Any, TypeVar, assert_never

from aiogram import Bot
from aiogram.types import BufferedInputFile, Message

from bot.cards import Card
from bot.cards.enclosures import Contact, Paper, Venue
from bot.cards.paper.press import printed
from bot.cards.telegram import entities, keyboard
from storage.letters import ClaimedLetter

Result = TypeVar("Result")


async def ask_telegram(bot: Bot, letter: ClaimedLetter, card: Card) -> int:
    """Send, or change what was sent; give the number of the message as it is in the chat."""
    if letter.edits is None:
        return _insist_on(await send_anew(bot, letter.telegram_id, card)).message_id
    changed = await bot.edit_message_text(
        card.text,
        chat_id=letter.telegram_id,
        message_id=letter.edits,
        entities=entities(card),
        reply_markup=keyboard(card),
    )
    _insist_on(changed)
    return letter.edits


async def send_anew(bot: Bot, chat: int, card: Card) -> Message | None:
    """A message of its own. No link is unfolded: a preview would hide the words."""
    form: dict[str, Any] = {"chat_id": chat, "reply_markup": keyboard(card)}
    match card.enclosure:
        case None:
            return await bot.send_message(text=card.text, entities=entities(card), **form)
        case Contact(number, name):
            return await bot.send_contact(phone_number=number, first_name=name, **form)
        case Venue(title, address, north, east):
            return await bot.send_venue(
                latitude=north, longitude=east, title=title, address=address, **form
            )
        case Paper(file_name, page):
            # To set a page takes the processor a moment, in which others are answered.
            file = BufferedInputFile(await asyncio.to_thread(printed, page), file_name)
            return await bot.send_document(document=file, caption=card.text, **form)
    assert_never(card.enclosure)


def _insist_on(result: Result | None) -> Result:
    """An answer without a result says nothing of whether the work was done."""
    if result is None:
        raise TimeoutError("The answer held no result.")
    return result
