"""The least a bot by aiogram can do: one reply, nothing kept. By polling, or by webhook."""

import bot.quick_start  # noqa: F401, I001  # the same start for both, so that only the work differs
import asyncio
import gc
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

SECRET = "benchmark-" * 4
UNTUNED = "untuned"


async def echo(message: Message) -> None:
    await message.answer(message.text or "?")


async def main(address: str, token: str, way: str) -> None:
    server = TelegramAPIServer.from_base(address)
    bot = Bot(token, session=AiohttpSession(api=server))
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    if way == "polling":
        await dispatcher.start_polling(bot, handle_signals=False)
        return
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=SECRET).register(app, path="/hook")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token=SECRET, max_connections=40)
    await asyncio.Event().wait()


if __name__ == "__main__":
    gc.collect()
    gc.freeze()
    asyncio.run(main(*sys.argv[1:4]))
