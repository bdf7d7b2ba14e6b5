"""The bot of the script, written for python-telegram-bot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram import (
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from tornado.netutil import bind_sockets

from tests.judges import script
from tests.judges.script import Diary

Context = ContextTypes.DEFAULT_TYPE
NEW = filters.UpdateType.MESSAGE

YES_OR_NO = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton(says, callback_data=data) for says, data in (script.YES, script.NO)],
        [InlineKeyboardButton(script.SITE[0], url=script.SITE[1])],
    ]
)
SHARE = ReplyKeyboardMarkup(
    [[KeyboardButton(script.KEY, request_contact=True)]],
    one_time_keyboard=True,
    resize_keyboard=True,
    input_field_placeholder=script.HINT,
)


async def start(update: Update, context: Context) -> None:
    words = script.HELLO.format(context.args[0])
    await update.message.reply_html(words, reply_markup=YES_OR_NO)


async def yes(update: Update, context: Context) -> None:
    query = update.callback_query
    await query.answer(script.THANKS)
    await query.edit_message_text(script.WELL, parse_mode="HTML")
    try:
        await query.edit_message_text(script.WELL, parse_mode="HTML")
    except TelegramError as error:
        _diary(context).refused(error.message)
    await context.bot.send_message(query.message.chat.id, script.NUMBER, reply_markup=SHARE)


async def number(update: Update, _: Context) -> None:
    own = update.message.contact.user_id == update.effective_user.id
    words = script.OWN if own else script.OF_ANOTHER
    await update.message.reply_text(words, reply_markup=ReplyKeyboardRemove(), do_quote=True)


async def photo(update: Update, _: Context) -> None:
    message = update.message
    data = await (await message.photo[-1].get_file()).download_as_bytearray()
    await message.reply_document(
        bytes(data), caption=message.caption, filename=script.FILE, do_quote=True
    )


async def corrected(update: Update, context: Context) -> None:
    message = update.edited_message
    await context.bot.send_message(message.chat.id, script.CHANGED.format(message.text))


async def left(update: Update, context: Context) -> None:
    event = update.my_chat_member
    was, now = event.old_chat_member.status, event.new_chat_member.status
    _diary(context).lines.append(f"{event.from_user.full_name} {was} {now}")
    try:
        await context.bot.send_message(event.chat.id, script.THANKS)
    except TelegramError as error:
        _diary(context).refused(error.message)


def _diary(context: Context) -> Diary:
    return context.bot_data["diary"]


def application(address: str, diary: Diary) -> Application[Any, Any, Any, Any, Any, Any]:
    made = (
        ApplicationBuilder()
        .token(script.TOKEN)
        .base_url(f"{address}/bot")
        .base_file_url(f"{address}/file/bot")
        .build()
    )
    made.bot_data["diary"] = diary
    made.add_handlers(
        [
            CommandHandler("start", start, NEW),
            MessageHandler(filters.CONTACT & NEW, number),
            MessageHandler(filters.PHOTO & NEW, photo),
            MessageHandler(filters.UpdateType.EDITED_MESSAGE, corrected),
            CallbackQueryHandler(yes, script.YES[1]),
            ChatMemberHandler(left, ChatMemberHandler.MY_CHAT_MEMBER),
        ]
    )
    return made


@asynccontextmanager
async def _started(address: str, diary: Diary) -> AsyncIterator[Any]:
    made = application(address, diary)
    async with made:
        listed = [BotCommand(name, says) for name, says in script.COMMANDS.items()]
        await made.bot.set_my_commands(listed, language_code="fr")
        await made.bot.set_my_description(script.DESCRIPTION)
        await made.start()
        try:
            yield made
        finally:
            await made.updater.stop()
            await made.stop()


@asynccontextmanager
async def polling(address: str, diary: Diary) -> AsyncIterator[None]:
    """The bot asks for its updates."""
    async with _started(address, diary) as made:
        await made.updater.start_polling(allowed_updates=script.KINDS)
        yield


@asynccontextmanager
async def on_webhook(address: str, diary: Diary) -> AsyncIterator[None]:
    """The bot is called."""
    (door,) = bind_sockets(0, "127.0.0.1")
    url = f"http://127.0.0.1:{door.getsockname()[1]}{script.PATH}"
    async with _started(address, diary) as made:
        await made.updater.start_webhook(
            unix=door,
            url_path=script.PATH,
            webhook_url=url,
            secret_token=script.SECRET,
            allowed_updates=script.KINDS,
        )
        yield
        await made.bot.delete_webhook()
