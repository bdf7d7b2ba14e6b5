"""A card as a request to Telegram: words, a number, a place, a page, a picture, or a change."""

import asyncio
from typing import Any, TypeVar, assert_never

from aiogram import Bot
from aiogram.types import BufferedInputFile, Message, ReplyParameters

from bot.cards import Card
from bot.cards.enclosures import (
    CalendarFile,
    Contact,
    Enclosure,
    Paper,
    Picture,
    QrCode,
    Relayed,
    Venue,
)
from bot.cards.ics import written
from bot.cards.paper.press import printed
from bot.cards.picture.drawing import drawn
from bot.cards.picture.square import square_of
from bot.cards.telegram import entities, keyboard, markup
from bot.post.profile import list_commands
from bot.post.taking_out import take_out
from bot.programme.cases import Form
from storage.letters import ClaimedLetter

Result = TypeVar("Result")


async def ask_telegram(
    bot: Bot, letter: ClaimedLetter, card: Card, file: BufferedInputFile | None
) -> int | None:
    """Send, or change what was sent; give the number of the message as it is in the chat. What
    the card encloses as a file is made before.
    """
    if card.commands is not None:
        await list_commands(bot, letter.chat, card.commands)
        return None
    if letter.edits is None:
        sent = await send_anew(bot, letter.chat, card, file, letter.replies_to)
        return _insist_on(sent).message_id
    if card.removes or card.empties:
        await take_out(bot, letter.chat, card)
    else:
        _insist_on(await _change(bot, letter, letter.edits, card))
    return letter.edits


async def _change(
    bot: Bot, letter: ClaimedLetter, message_id: int, card: Card
) -> Message | bool | None:
    """Other words in a message; of a file that was passed on, what stands under it."""
    form: dict[str, Any] = {
        "chat_id": letter.chat, "message_id": message_id, "reply_markup": keyboard(card),
    }  # fmt: skip
    if isinstance(card.enclosure, Relayed):
        return await bot.edit_message_caption(caption=card.text, **form)
    return await bot.edit_message_text(card.text, entities=entities(card), **form)


async def send_anew(
    bot: Bot, chat: int, card: Card, file: BufferedInputFile | None, replies_to: int | None = None
) -> Message | None:
    """A message of its own. No link is unfolded: a preview would hide the words."""
    form: dict[str, Any] = {"chat_id": chat, "reply_markup": markup(card)}
    if replies_to is not None:
        form["reply_parameters"] = _below(replies_to)
    if card.enclosure is None:
        return await bot.send_message(text=card.text, entities=entities(card), **form)
    return await _enclosing(bot, card, card.enclosure, file, form)


async def _enclosing(
    bot: Bot, card: Card, enclosure: Enclosure, file: BufferedInputFile | None,
    form: dict[str, Any],
) -> Message | None:  # fmt: skip
    """A number or a place, beside which there are no words; or a file, with words under it."""
    match enclosure:
        case Contact(number, name):
            return await bot.send_contact(phone_number=number, first_name=name, **form)
        case Venue(title, address, north, east):
            return await bot.send_venue(
                latitude=north, longitude=east, title=title, address=address, **form
            )
        case Picture() | QrCode():
            return await bot.send_photo(photo=_insist_on(file), caption=card.text, **form)
        case Paper() | CalendarFile():
            return await bot.send_document(document=_insist_on(file), caption=card.text, **form)
        case Relayed():
            return await _relay(bot, enclosure, {"caption": card.text, **form})
    assert_never(enclosure)


async def _relay(bot: Bot, relayed: Relayed, form: dict[str, Any]) -> Message | None:
    """Send once more what Telegram keeps, by its name; nothing of it comes through our hands."""
    match relayed.form:
        case Form.VOICE:
            return await bot.send_voice(voice=relayed.file, **form)
        case Form.PHOTO:
            return await bot.send_photo(photo=relayed.file, **form)
        case _:
            return await bot.send_document(document=relayed.file, **form)


def _below(message_id: int) -> ReplyParameters:
    """Said all the same when that message is gone."""
    return ReplyParameters(message_id=message_id, allow_sending_without_reply=True)


async def file_of(card: Card) -> BufferedInputFile | None:
    """The file that a card encloses, if it does. To make one takes the processor a moment, in
    which others are answered.
    """
    match card.enclosure:
        case Paper(file_name, page, template):
            content = await asyncio.to_thread(printed, page, template)
        case Picture(file_name, picture):
            content = await asyncio.to_thread(drawn, picture)
        case QrCode(file_name, address):
            content = await asyncio.to_thread(square_of, address)
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
