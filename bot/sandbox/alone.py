"""Running a pretend Telegram by itself."""

import asyncio
import signal
import sys
from pathlib import Path

from bot.sandbox.cast import invite_cast
from bot.sandbox.journal import JournalError
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.app import serve

STOPPING = (signal.SIGTERM, signal.SIGINT)


async def run(port: int, journal: Path | None, *, limits: bool = False) -> None:
    """Serve until SIGTERM or Ctrl-C; with limits, as slow as Telegram wants a bot to be."""
    try:
        telegram = Telegram(journal=journal, limits=limits)
    except (JournalError, OSError) as error:
        sys.exit(f"The journal cannot be used: {error}")
    try:
        await _serve(telegram, port)
    except OSError as error:
        sys.exit(f"Port {port} cannot be used: {error.strerror}")
    finally:
        telegram.close()


async def _serve(telegram: Telegram, port: int) -> None:
    invite_cast(telegram)
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in STOPPING:
        loop.add_signal_handler(number, stop.set)
    try:
        async with serve(telegram, port) as address:
            sys.stdout.write(f"The pretend Telegram is on {address} (Ctrl-C stops it).\n")
            sys.stdout.flush()
            await stop.wait()
    finally:
        for number in STOPPING:
            loop.remove_signal_handler(number)
