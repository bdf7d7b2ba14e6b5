"""A house over HTTP for a whole module, in which each test has a day of its own."""

import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.actions.samples import Sample
from bot.app import App
from bot.programme.holidays import is_working_day
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.sandbox import SandboxClock, Telegram, serve
from bot.sandbox.cast import AMIR, ELS, RITA, invite_cast
from storage import Database, Keys
from storage.address import database_url
from tests.conftest import TUESDAY
from tests.post.conftest import WiredHouse
from tests.post.letters import Fate, fates

# What a letter waits for at most: patience, a back-off, and being unsure.
STEPS = (0.0, 1.6, 3.0, 31.0, 31.0, 61.0, 300.0, 3600.0)


class Line(WiredHouse):
    """A house whose courier counts its seconds by the clock that tests turn."""

    def _open(self) -> App:
        app = super()._open()
        app.courier.delivery.seconds = lambda: self.telegram.clock.now().timestamp()
        return app

    async def deliver_after(self, seconds: float) -> None:
        self.telegram.advance_clock(timedelta(seconds=seconds))
        await self.app.courier.deliver_due()

    async def fate_of(self, subject: str) -> Fate:
        """Turn the clock until the letter no longer waits; give what became of it."""
        for step in STEPS:
            await self.deliver_after(step)
            fate = (await fates(self))[subject]
            if fate.state != "waiting":
                break
        return fate

    async def settle(self) -> None:
        """Everything that happens within a few seconds."""
        for _ in range(3):
            await super().settle()
            await self.deliver_after(1.1)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house_of_the_module(
    programme: Programme, keys: Keys, empty_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Line]:
    """Amir and Rita are a duo, followed by Els."""
    file = tmp_path_factory.mktemp("faults") / "house.db"
    shutil.copyfile(empty_file, file)
    telegram = Telegram(clock=SandboxClock(real=lambda: TUESDAY))
    invite_cast(telegram)
    database = Database(database_url(str(file)), keys)
    async with serve(telegram, 0) as address:
        line = Line(telegram, database, programme, address)
        await line.app.actions.samples.settle_in(
            Sample(AMIR.id, "Amir", "en", Role.MENTEE, 1999),
            Sample(RITA.id, "Rita", "en", Role.MENTOR, 1962),
            Sample(ELS.id, "Els", "en", Role.COACH, 1988),
            (),
        )
        await line.settle()
        yield line
        await line.app.bot.session.close()
    await database.close()


# On a public holiday what coaches are told waits.
DAYS = (day for day in count(1) if is_working_day((TUESDAY + timedelta(days=day)).date()))


@pytest.fixture
def line(house_of_the_module: Line) -> Iterator[Line]:
    """The house on a new morning, without faults."""
    house_of_the_module.telegram.turn_clock(TUESDAY + timedelta(days=next(DAYS)))
    yield house_of_the_module
    house_of_the_module.telegram.clear_faults()


@pytest.fixture
def logged() -> Iterator[list[EventDict]]:
    """What is logged."""
    with capture_logs() as events:
        yield events
