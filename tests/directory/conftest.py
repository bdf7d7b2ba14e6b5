"""The directory in one house, on each kind of database."""

from collections.abc import AsyncIterator

import pytest

from storage import Database, Keys
from tests.storage.places import KINDS, Ground


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


@pytest.fixture
async def bare(ground: Ground, kind: str, keys: Keys) -> AsyncIterator[Database]:
    """A database with all tables and nothing in them, as before the first start."""
    database = await ground.open(kind, keys, bare=True)
    yield database
    await database.close()
