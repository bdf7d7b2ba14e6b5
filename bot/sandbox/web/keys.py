"""Where the web application keeps its parts."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from aiohttp import web

from bot.sandbox.telegram import Telegram

Stops = Mapping[str, Callable[[], Awaitable[datetime | None]]]

TELEGRAM = web.AppKey("TELEGRAM", Telegram)
STOPS = web.AppKey[Stops]("STOPS")
