"""The whole house as `duobot run` has it, but for the pace: limits would hide the work."""

import bot.quick_start  # noqa: F401, I001  # before aiogram, or its import takes seconds
import asyncio
import os
import sys
from dataclasses import dataclass

from bot import running
from bot.app import serve_by_polling
from bot.clock import SystemClock
from bot.logs import configure
from bot.post.pace import Pace
from bot.programme.letters import Lane
from bot.settings import load_programme

PLENTY = 1_000_000


@dataclass
class Unpaced(Pace):
    """A Telegram without limits."""

    def __init__(self) -> None:
        super().__init__(PLENTY)

    def ready_at(self, chat_id: int, lane: Lane, now: float) -> float:
        return now

    def room(self, lane: Lane, now: float) -> int:
        return PLENTY

    def began(self, chat_id: int, lane: Lane, now: float) -> None:
        """Nothing is counted."""

    def ended(self, chat_id: int, now: float) -> None:
        """Nothing is counted."""


async def main(address: str, token: str, database: str) -> None:
    environ = {
        "DUOBOT_TELEGRAM": address, "DUOBOT_TOKEN": token, "DUOBOT_DATABASE": database,
        "DUOBOT_SECRET_KEYS": os.environ["DUOBOT_SECRET_KEYS"], "DUOBOT_LOG": "error",
    }  # fmt: skip
    settings = running.settings_from(environ)
    configure(settings.log, settings.log_format)
    programme = load_programme(settings.programme)
    async with running.opened(settings, programme, SystemClock()) as (app, updates):
        app.courier.delivery.pace = Unpaced()
        with running.stopped_by_signals():
            await serve_by_polling(app, updates)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:4]))
