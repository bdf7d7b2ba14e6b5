"""A house whose bot speaks to the pretend Telegram over HTTP, so that lines can break."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.app import App, make_bot
from bot.programme.programme import Programme
from bot.sandbox import Telegram, serve
from storage import Database, Keys
from storage.address import database_url
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
        app.bot = app.courier.bot = app.workers.bot = bot
        return app

    async def move_to(self, address: str) -> None:
        """From now on the bot looks for Telegram there."""
        await self.app.bot.session.close()
        self.address = address
        self.app.bot = self.app.courier.bot = self.app.workers.bot = make_bot(TOKEN, address)


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[EventDict]]:
    """What is logged; without this every failure would be drawn with all its variables."""
    with capture_logs() as events:
        yield events


@pytest.fixture
async def house(
    telegram: Telegram, programme: Programme, keys: Keys, empty_file: Path, tmp_path: Path
) -> AsyncIterator[WiredHouse]:
    file = tmp_path / "house.db"
    shutil.copyfile(empty_file, file)
    database = Database(database_url(str(file)), keys)
    async with serve(telegram, 0) as address:
        house = WiredHouse(telegram, database, programme, address)
        yield house
        await house.app.bot.session.close()
    await database.close()
