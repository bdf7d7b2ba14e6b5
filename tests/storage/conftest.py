"""Every test that asks for a database runs on each kind there is."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.sealing import Keys
from tests.storage.places import KINDS, databases_line, empty_database
from tests.storage.tables import Throwaway


def pytest_report_header() -> str:
    return databases_line()


@pytest.fixture
def keys() -> Keys:
    return Keys.from_text(Keys.generate())


@pytest.fixture(params=KINDS)
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    async with empty_database(request.param, tmp_path) as url:
        yield url


@pytest.fixture
async def database(url: str, keys: Keys) -> AsyncIterator[Database]:
    """A database with the throw-away tables of these tests."""
    database = Database(url, keys)
    async with database.transaction() as transaction:
        await transaction.connection.run_sync(Throwaway.metadata.create_all)
    yield database
    await database.close()
