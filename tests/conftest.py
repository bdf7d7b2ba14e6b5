"""What every test may ask for: a house to talk with, on a clock that stands still."""

import bot.quick_start  # noqa: F401, I001  # before aiogram, or its import takes seconds
import asyncio
import gc
import os
import shutil
from collections.abc import AsyncIterator, Iterator
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
from storage.migrate import upgrade
from tests import profiles  # noqa: F401  # the profiles of hypothesis
from tests.conversations import House, Someone
from tests.storage.places import RUN_FOLDER, USUAL, Ground, databases_line, fast_folder, fill
from tests.storage.server import Run
from tools.chromium import chromium_line

settings.load_profile("house")

# Tuesday, 11:00 on the wall in Brussels.
TUESDAY = datetime(2026, 3, 3, 10, tzinfo=UTC)


OBJECTS_BETWEEN_COLLECTIONS = 50_000  # as the bot sets it when it runs


# These wait for other processes and for real seconds more than they work. They come first: one
# worker more than there are processors waits while the others work, and nobody for it at the end.
WAITING = ("processes/", "page/", "faults/")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not place_of(item).startswith(WAITING))


def place_of(item: pytest.Item) -> str:
    """Where a test stands in this folder."""
    return item.nodeid.removeprefix("tests/")


def pytest_report_header() -> list[str]:
    return [databases_line(), chromium_line()]


def pytest_configure(config: pytest.Config) -> None:
    """The first process of a run sees to it that a server ends with the run."""
    if not hasattr(config, "workerinput"):
        run = Run()
        os.environ[RUN_FOLDER] = str(run.folder)
        config.add_cleanup(run.end)


def pytest_collection_finish() -> None:
    """What is loaded by now stays; the collector need not walk over it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A quiet run shows no head, and says here on which databases and browser it was."""
    passed = terminalreporter.stats.get("passed", [])
    on_postgresql = sum("postgresql" in one.nodeid for one in passed)
    terminalreporter.write_line(f"{databases_line()}; {on_postgresql} tests for PostgreSQL")
    terminalreporter.write_line(chromium_line())


@pytest.fixture(scope="session")
def programme() -> Programme:
    return load_programme("duo")


@pytest.fixture(scope="session")
def keys() -> Keys:
    return Keys.from_text(Keys.generate())


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all tables that remembers nobody; its directory is the starter's."""
    file = tmp_path_factory.mktemp("empty") / "empty.db"
    asyncio.run(upgrade(str(file)))
    asyncio.run(fill(file))
    return file


@pytest.fixture
def telegram() -> Telegram:
    telegram = Telegram(clock=SandboxClock(real=lambda: TUESDAY))
    invite_cast(telegram)
    return telegram


@pytest.fixture(scope="session")
def ground() -> Iterator[Ground]:
    """Where one house after the other stands."""
    ground = Ground(fast_folder())
    yield ground
    asyncio.run(ground.leave())
    shutil.rmtree(ground.folder)


@pytest.fixture
def kind() -> str:
    """On which kind of database the house stands; see tests.storage.places."""
    return USUAL


@pytest.fixture
async def memory(ground: Ground, kind: str, keys: Keys) -> AsyncIterator[Database]:
    """A database with all tables that remembers nobody yet; its directory is the starter's."""
    database = await ground.open(kind, keys)
    yield database
    await database.close()


@pytest.fixture
async def house(
    telegram: Telegram, programme: Programme, memory: Database
) -> AsyncIterator[House]:
    """A house that nobody has entered yet."""
    house = House(telegram, memory, programme)
    yield house
    await house.app.bot.session.close()


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
