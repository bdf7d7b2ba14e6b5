"""A house whose bot speaks to the pretend Telegram over HTTP, so that lines can break."""

from collections.abc import AsyncIterator, Iterator

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.app import App, make_bot
from bot.programme.programme import Programme
from bot.sandbox import Telegram, serve
from storage import Database
from tests.conversations import TOKEN, House


class WiredHouse(House):
    """The app over HTTP; everything else is as in a house."""

    def __init__(
        self, telegram: Telegram, database: Database, programme: Programme, address: str
    ) -> None:
        self.address = address
        super().__init__(telegram, database, programme)

    def _open(self) -> App:
        app = super()._open()
        bot = make_bot(TOKEN, self.address)
        app.bot = app.courier.delivery.bot = app.workers.bot = bot
        return app

    async def move_to(self, address: str) -> None:
        """From now on the bot looks for Telegram there."""
        await self.app.bot.session.close()
        self.address = address
        bot = make_bot(TOKEN, address)
        self.app.bot = self.app.courier.delivery.bot = self.app.workers.bot = bot


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[EventDict]]:
    """What is logged; without this every failure would be drawn with all its variables."""
    with capture_logs() as events:
        yield events


@pytest.fixture
async def house(
    telegram: Telegram, programme: Programme, memory: Database
) -> AsyncIterator[WiredHouse]:
    async with serve(telegram, 0) as address:
        house = WiredHouse(telegram, memory, programme, address)
        yield house
        await house.app.bot.session.close()
