"""What every test may ask for: a house to talk with, on a clock that stands still."""

import bot.quick_start  # noqa: F401, I001  # before aiogram, or its import takes seconds
import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from bot.actions.samples import Sample
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.sandbox import SandboxClock, Telegram
from bot.sandbox.cast import AMIR, ELS, RITA, TOM, invite_cast
from bot.settings import load_programme
from storage import Database, Keys
from storage.address import database_url
from storage.migrate import upgrade
from tests.conversations import House, Someone
from tests.storage.places import databases_line

settings.register_profile("house", deadline=None)
settings.load_profile("house")

# Tuesday, 11:00 on the wall in Brussels.
TUESDAY = datetime(2026, 3, 3, 10, tzinfo=UTC)


def pytest_report_header() -> str:
    return databases_line()


@pytest.fixture(scope="session")
def programme() -> Programme:
    return load_programme("duo")


@pytest.fixture(scope="session")
def keys() -> Keys:
    return Keys.from_text(Keys.generate())


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all tables and nothing in them, made once."""
    file = tmp_path_factory.mktemp("empty") / "empty.db"
    asyncio.run(upgrade(str(file)))
    return file


@pytest.fixture
def telegram() -> Telegram:
    telegram = Telegram(clock=SandboxClock(real=lambda: TUESDAY))
    invite_cast(telegram)
    return telegram


@pytest.fixture
async def house(
    telegram: Telegram, programme: Programme, keys: Keys, empty_file: Path, tmp_path: Path
) -> AsyncIterator[House]:
    """A house that nobody has entered yet."""
    file = tmp_path / "house.db"
    shutil.copyfile(empty_file, file)
    database = Database(database_url(str(file)), keys)
    house = House(telegram, database, programme)
    yield house
    await house.app.bot.session.close()
    await database.close()


@pytest.fixture
async def duo(house: House) -> House:
    """A house in which Amir and Rita are a duo, followed by Els; Tom is a mentor who waits."""
    await house.app.actions.samples.settle_in(
        Sample(AMIR.id, "Amir", "en", Role.MENTEE, 1999),
        Sample(RITA.id, "Rita", "en", Role.MENTOR, 1962),
        Sample(ELS.id, "Els", "en", Role.COACH, 1988),
        (Sample(TOM.id, "Tom", "en", Role.MENTOR, 1960),),
    )
    await house.settle()
    return house


@pytest.fixture
def amir(house: House) -> Someone:
    return house.phone_of(AMIR.id)


@pytest.fixture
def rita(house: House) -> Someone:
    return house.phone_of(RITA.id)


@pytest.fixture
def els(house: House) -> Someone:
    return house.phone_of(ELS.id)


@pytest.fixture
def tom(house: House) -> Someone:
    return house.phone_of(TOM.id)
