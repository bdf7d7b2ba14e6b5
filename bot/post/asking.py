"""A card as a request to Telegram: words, a number, a place, a page, a picture, or a change."""

import asyncio
from typing import Any, TypeVar, assert_never

from aiogram import Bot
from aiogram.types import BufferedInputFile, Message

from bot.cards import Card
from bot.cards.enclosures import CalendarFile, Contact, Paper, Picture, Venue
from bot.cards.ics import written
from bot.cards.paper.press import printed
from bot.cards.picture.drawing import drawn
from bot.cards.telegram import entities, keyboard, markup
from storage.letters import ClaimedLetter

Result = TypeVar("Result")


async def ask_telegram(
    bot: Bot, letter: ClaimedLetter, card: Card, file: BufferedInputFile | None
) -> int:
    """Send, or change what was sent; give the number of the message as it is in the chat. What
    the card encloses as a file is made before.
    """
    if letter.edits is None:
        return _insist_on(await send_anew(bot, letter.telegram_id, card, file)).message_id
    changed = await bot.edit_message_text(
        card.text,
        chat_id=letter.telegram_id,
        message_id=letter.edits,
        entities=entities(card),
        reply_markup=keyboard(card),
    )
    _insist_on(changed)
    return letter.edits


async def send_anew(
    bot: Bot, chat: int, card: Card, file: BufferedInputFile | None
) -> Message | None:
    """A message of its own. No link is unfolded: a preview would hide the words."""
    form: dict[str, Any] = {"chat_id": chat, "reply_markup": markup(card)}
    match card.enclosure:
        case None:
            return await bot.send_message(text=card.text, entities=entities(card), **form)
        case Contact(number, name):
            return await bot.send_contact(phone_number=number, first_name=name, **form)
        case Venue(title, address, north, east):
            return await bot.send_venue(
                latitude=north, longitude=east, title=title, address=address, **form
            )
        case Picture():
            return await bot.send_photo(photo=_insist_on(file), caption=card.text, **form)
        case Paper() | CalendarFile():
            return await bot.send_document(document=_insist_on(file), caption=card.text, **form)
    assert_never(card.enclosure)


async def file_of(card: Card) -> BufferedInputFile | None:
    """The file that a card encloses, if it does. To make one takes the processor a moment, in
    which others are answered.
    """
    match card.enclosure:
        case Paper(file_name, page):
            content = await asyncio.to_thread(printed, page)
        case Picture(file_name, picture):
            content = await asyncio.to_thread(drawn, picture)
        case CalendarFile(file_name, calendar):
            content = await asyncio.to_thread(written, calendar)
        case _:
            return None
    return BufferedInputFile(content, file_name)


def _insist_on(result: Result | None) -> Result:
    """An answer without a result says nothing of whether the work was done."""
    if result is None:
        raise TimeoutError("The answer held no result.")
    return result
