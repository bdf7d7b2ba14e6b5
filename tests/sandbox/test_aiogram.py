"""An unmodified aiogram bot lives against the sandbox and notices nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
)

from bot.sandbox import Fault, Telegram
from bot.sandbox.cast import ELS, FATIMA, RITA
from tests.sandbox.conftest import Line

PATIENCE_S = 20


@pytest.fixture
async def bot(line: Line) -> AsyncIterator[Bot]:
    server = TelegramAPIServer.from_base(line.address)
    made = Bot("42:TEST", session=AiohttpSession(api=server))
    yield made
    await made.session.close()


def dispatcher() -> Dispatcher:
    """A small bot: greets, asks, edits, takes a number and a photo."""
    room = Dispatcher()

    @room.message(CommandStart())
    async def start(message: Message, command: CommandObject) -> None:
        ja = InlineKeyboardButton(text="Oui", callback_data="yes")
        markup = InlineKeyboardMarkup(inline_keyboard=[[ja]])
        await message.answer(
            f"<b>Bonjour</b> {command.args}", parse_mode="HTML", reply_markup=markup
        )

    @room.callback_query(F.data == "yes")
    async def yes(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.answer("Merci")
        await query.message.edit_text("Bien.")
        key = KeyboardButton(text="Mon numéro", request_contact=True)
        keyboard = ReplyKeyboardMarkup(keyboard=[[key]], one_time_keyboard=True)
        await query.message.answer("Votre numéro ?", reply_markup=keyboard)

    @room.message(F.contact)
    async def number(message: Message) -> None:
        assert message.contact is not None
        assert message.from_user is not None
        own = message.contact.user_id == message.from_user.id
        await message.answer(f"À vous : {own}")

    @room.message(F.photo)
    async def photo(message: Message, bot: Bot) -> None:
        assert message.photo is not None
        data = await bot.download(message.photo[-1])
        assert data is not None
        await message.answer_document(BufferedInputFile(data.read(), "photo.gif"))

    @room.my_chat_member()
    async def left(event: ChatMemberUpdated) -> None:
        room["left"].set_result(event.from_user.id)

    return room


@asynccontextmanager
async def running(bot: Bot, room: Dispatcher) -> AsyncIterator[None]:
    room["left"] = asyncio.get_running_loop().create_future()
    poll = asyncio.create_task(room.start_polling(bot, handle_signals=False, polling_timeout=20))
    try:
        async with asyncio.timeout(PATIENCE_S):
            yield
            await room.stop_polling()
            await poll
    finally:
        poll.cancel()


async def shown(telegram: Telegram, who: int, count: int) -> list[str]:
    """What the bot has written, once there are so many messages."""
    while len(telegram.chat(who)) < count:
        await telegram.journal.bell.wait(PATIENCE_S)
    return [one["text"] for one in telegram.chat(who) if one["from"] == "bot"]


async def test_a_whole_conversation(bot: Bot, telegram: Telegram) -> None:
    room = dispatcher()
    async with running(bot, room):
        telegram.say(FATIMA.id, "/start duo-1")
        assert await shown(telegram, FATIMA.id, 2) == ["Bonjour duo-1"]
        telegram.tap(FATIMA.id, 2, "Oui")
        assert await shown(telegram, FATIMA.id, 3) == ["Bien.", "Votre numéro ?"]
        assert telegram.chat_view(FATIMA.id)["toast"] == "Merci"
        telegram.tap(FATIMA.id, None, "Mon numéro")
        assert (await shown(telegram, FATIMA.id, 5))[-1] == "À vous : True"
        telegram.send(FATIMA.id, "photo")
        await shown(telegram, FATIMA.id, 7)
        assert telegram.chat(FATIMA.id)[-1]["document"]["file_name"] == "photo.gif"
        telegram.block(FATIMA.id)
        assert await room["left"] == FATIMA.id


async def test_every_method_gives_what_aiogram_can_read(bot: Bot, telegram: Telegram) -> None:
    assert (await bot.get_me()).username == "duobot_demo_bot"
    assert await bot.set_my_commands([BotCommand(command="help", description="Hulp")])
    assert (await bot.get_my_commands())[0].command == "help"
    assert await bot.delete_my_commands()
    assert await bot.set_my_description("Dag", language_code="nl")
    assert (await bot.get_my_description("nl")).description == "Dag"
    assert await bot.set_my_short_description("Kort")
    assert (await bot.get_my_short_description()).short_description == "Kort"
    assert (await bot.get_webhook_info()).pending_update_count == 0
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.send_chat_action(RITA.id, "typing")
    assert (await bot.get_chat(RITA.id)).first_name == "Rita"
    venue = await bot.send_venue(RITA.id, 50.85, 4.35, "Actiris", "Astrotoren")
    assert venue.venue is not None
    photo = await bot.send_photo(RITA.id, BufferedInputFile(b"x", "x.png"), caption="Kijk")
    assert photo.photo is not None
    assert await bot.delete_message(RITA.id, photo.message_id)


async def test_aiogram_knows_the_errors(bot: Bot, telegram: Telegram) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(5, "x")
    telegram.block(ELS.id)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(ELS.id, "x")
    body = {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 5",
        "parameters": {"retry_after": 5},
    }
    telegram.plant_fault(Fault(0, status=429, body=body, times=1))
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(RITA.id, "x")
    assert caught.value.retry_after == 5
