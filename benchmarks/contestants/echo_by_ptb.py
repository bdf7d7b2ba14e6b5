"""The least a bot by python-telegram-bot can do: one reply. By polling, or by webhook."""

import socket
import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

SECRET = "benchmark-" * 4
AT_ONCE = 40


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message:
        await update.message.reply_text(update.message.text or "?")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def main(address: str, token: str, way: str) -> None:
    builder = Application.builder().token(token).base_url(f"{address}/bot")
    application = builder.concurrent_updates(AT_ONCE).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    if way == "polling":
        application.run_polling(stop_signals=None)
        return
    port = free_port()
    hook = f"http://127.0.0.1:{port}/hook"
    application.run_webhook(
        "127.0.0.1", port, "hook", webhook_url=hook, secret_token=SECRET, stop_signals=None
    )


if __name__ == "__main__":
    main(*sys.argv[1:4])
