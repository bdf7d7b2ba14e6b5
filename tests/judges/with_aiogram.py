"""The bot of the script, written for aiogram."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError
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
    ReplyKeyboardRemove,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.judges import script
from tests.judges.script import Diary

YES_OR_NO = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text=says, callback_data=data)
            for says, data in (script.YES, script.NO)
        ],
        [InlineKeyboardButton(text=script.SITE[0], url=script.SITE[1])],
    ]
)
SHARE = ReplyKeyboardMarkup(
    keyboard=[[KeyboardButton(text=script.KEY, request_contact=True)]],
    one_time_keyboard=True,
    resize_keyboard=True,
    input_field_placeholder=script.HINT,
)


async def start(message: Message, command: CommandObject) -> None:
    words = script.HELLO.format(command.args)
    await message.answer(words, parse_mode="HTML", reply_markup=YES_OR_NO)


async def yes(query: CallbackQuery, diary: Diary) -> None:
    assert isinstance(query.message, Message)
    await query.answer(script.THANKS)
    await query.message.edit_text(script.WELL, parse_mode="HTML")
    try:
        await query.message.edit_text(script.WELL, parse_mode="HTML")
    except TelegramAPIError as error:
        diary.refused(error.message)
    await query.message.answer(script.NUMBER, reply_markup=SHARE)


async def number(message: Message) -> None:
    assert message.contact is not None
    assert message.from_user is not None
    own = message.contact.user_id == message.from_user.id
    words = script.OWN if own else script.OF_ANOTHER
    await message.reply(words, reply_markup=ReplyKeyboardRemove(remove_keyboard=True))


async def photo(message: Message, bot: Bot) -> None:
    assert message.photo is not None
    data = await bot.download(message.photo[-1])
    assert data is not None
    file = BufferedInputFile(data.read(), script.FILE)
    await message.reply_document(file, caption=message.caption)


async def corrected(message: Message) -> None:
    await message.answer(script.CHANGED.format(message.text))


async def left(event: ChatMemberUpdated, bot: Bot, diary: Diary) -> None:
    was, now = event.old_chat_member.status, event.new_chat_member.status
    diary.lines.append(f"{event.from_user.full_name} {was} {now}")
    try:
        await bot.send_message(event.chat.id, script.THANKS)
    except TelegramAPIError as error:
        diary.refused(error.message)


def dispatcher(diary: Diary) -> Dispatcher:
    room = Dispatcher(diary=diary)
    room.message.register(start, CommandStart())
    room.message.register(number, F.contact)
    room.message.register(photo, F.photo)
    room.edited_message.register(corrected)
    room.callback_query.register(yes, F.data == script.YES[1])
    room.my_chat_member.register(left)
    return room


@asynccontextmanager
async def a_bot(address: str) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(address))
    async with Bot(script.TOKEN, session=session) as bot:
        listed = [
            BotCommand(command=name, description=says) for name, says in script.COMMANDS.items()
        ]
        await bot.set_my_commands(listed, language_code="fr")
        await bot.set_my_description(script.DESCRIPTION)
        yield bot


@asynccontextmanager
async def polling(address: str, diary: Diary) -> AsyncIterator[None]:
    """The bot asks for its updates."""
    room = dispatcher(diary)
    async with a_bot(address) as bot:
        poll = asyncio.create_task(
            room.start_polling(bot, handle_signals=False, close_bot_session=False)
        )
        try:
            yield
            await room.stop_polling()
            await poll
        finally:
            poll.cancel()


@asynccontextmanager
async def on_webhook(address: str, diary: Diary) -> AsyncIterator[None]:
    """The bot is called."""
    app = web.Application()
    async with a_bot(address) as bot:
        door = SimpleRequestHandler(dispatcher(diary), bot, secret_token=script.SECRET)
        door.register(app, path=script.PATH)
        runner = web.AppRunner(app)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            url = f"http://127.0.0.1:{runner.addresses[0][1]}{script.PATH}"
            await bot.set_webhook(url, secret_token=script.SECRET, allowed_updates=script.KINDS)
            yield
            await bot.delete_webhook()
        finally:
            await runner.cleanup()
