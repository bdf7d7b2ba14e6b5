"""Every test that asks for a database runs on each kind there is."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.sealing import Keys
from tests.storage.places import KINDS, empty_database
from tests.storage.tables import Throwaway


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


@pytest.fixture
async def url(kind: str, tmp_path: Path) -> AsyncIterator[str]:
    async with empty_database(kind, tmp_path) as url:
        yield url


@pytest.fixture
async def database(url: str, keys: Keys) -> AsyncIterator[Database]:
    """A database with the throw-away tables of these tests."""
    database = Database(url, keys)
    async with database.transaction() as transaction:
        await transaction.connection.run_sync(Throwaway.metadata.create_all)
    yield database
    await database.close()
