"""How each kind of database is opened: what is said on every connection."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from sqlite3 import SQLITE_BUSY, OperationalError
from time import monotonic
from typing import Any

from sqlalchemy import AsyncAdaptedQueuePool, Connection, ExceptionContext, event
from sqlalchemy.engine.interfaces import DBAPIConnection, Dialect
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.util import await_

from storage.address import is_sqlite, sqlite_file
from storage.sqlite_driver import DRIVER

BUSY_S = 5.0
PATIENCE_S = 30.0
PAUSE_S = 0.02
READERS = 4
# More than we have: about 520 on the road of the tests, and to prepare one anew costs more than
# most of them take (claiming a letter: 2.1 ms anew, 0.9 ms prepared). The driver keeps 128.
STATEMENTS_KEPT = 1000
POSTGRESQL_CONNECTIONS = 10
CONNECTION_WITHIN_S = 30.0
READ_ONLY = "25006"  # PostgreSQL's state of a transaction that may not write

WRITER = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # NORMAL may lose the last commits when the power fails
    "PRAGMA secure_delete = ON",  # what is erased is overwritten, not only forgotten
)
MIGRATOR = (
    *WRITER,
    "PRAGMA foreign_keys = OFF",  # a table is changed by copying and dropping it
)
READER = ("PRAGMA foreign_keys = ON", "PRAGMA query_only = ON")


def sqlite_writer(url: str) -> AsyncEngine:
    """One connection; each transaction takes the right to write at once.

    A transaction that begins by reading and writes later fails at once, whatever the timeout,
    when another has written meanwhile: so all of them begin with BEGIN IMMEDIATE. Its statements
    run in the loop's own thread, which therefore never waits inside SQLite (`_patiently` does).
    """
    return _sqlite(url, 1, WRITER, "BEGIN IMMEDIATE", in_place=True)


def sqlite_readers(url: str) -> AsyncEngine:
    """A few connections that see one state throughout a transaction and cannot write."""
    return _sqlite(url, READERS, READER, "BEGIN")


def postgresql(url: str) -> AsyncEngine:
    """A pool that finds out by itself that a connection has died."""
    engine = create_async_engine(
        url,
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
        pool_size=POSTGRESQL_CONNECTIONS,
        max_overflow=POSTGRESQL_CONNECTIONS,
        pool_timeout=CONNECTION_WITHIN_S,
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "do_connect", _reach)
    event.listen(engine.sync_engine, "handle_error", _leave_when_read_only)
    return engine


def postgresql_readers(writers: AsyncEngine) -> AsyncEngine:
    """The same pool for those who only read: one unchanging state, as on SQLite."""
    return writers.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


@asynccontextmanager
async def migrating(url: str) -> AsyncIterator[AsyncConnection]:
    """One connection inside one transaction, for a change of the schema."""
    sqlite = is_sqlite(url)
    engine = _sqlite(url, 1, MIGRATOR, "BEGIN IMMEDIATE") if sqlite else postgresql(url)
    try:
        async with engine.begin() as connection:
            yield connection
    finally:
        await engine.dispose()


def _sqlite(
    url: str, connections: int, opening: tuple[str, ...], begin: str, *, in_place: bool = False
) -> AsyncEngine:
    engine = create_async_engine(
        url,
        module=DRIVER,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=connections,
        max_overflow=0,
        connect_args={
            "isolation_level": None,  # the driver's own BEGIN would be a deferred one
            "check_same_thread": False,  # the loop's and the connection's own, in turn
            "timeout": 0 if in_place else BUSY_S,
            "beside": not in_place,
            "cached_statements": STATEMENTS_KEPT,
        },
        hide_parameters=True,
    )

    sync, place = engine.sync_engine, _Place(sqlite_file(url))
    event.listen(sync, "do_connect", place.is_left)
    event.listen(sync, "connect", lambda driver, _: _say(driver, opening))
    event.listen(sync, "connect", place.remember)
    event.listen(sync, "begin", place.is_the_same)
    event.listen(sync, "begin", lambda connection: _begin(connection, begin))
    event.listen(sync, "engine_disposed", place.leave)
    event.listen(sync, "handle_error", _keep_after_cancelling)
    return engine


class MovedAway(OperationalError):
    """The file of the database was moved, deleted or replaced while it was in use."""


class _Place:
    """The one file that is used, until the database is closed.

    SQLite goes on writing to a file that has no name any more: all of it would be gone at the next
    start. Where the file is missing it would begin an empty one. And into another file, put in its
    place while the log of the first one still lies there, it would write that log.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.first = self._now()

    def is_left(self, *_: Any) -> None:  # noqa: ANN401  # the event has more to say than we need
        if self.first and self._now() != self.first:
            raise MovedAway(f"{self.file.name} is not there, or is another file.")

    def remember(self, *_: Any) -> None:  # noqa: ANN401  # the same
        self.first = self.first or self._now()

    def leave(self, *_: Any) -> None:  # noqa: ANN401  # the same
        """Everything is closed; what is opened after this is another matter."""
        self.first = None

    def is_the_same(self, connection: Connection) -> None:
        """Raise before anything is written to a file that nobody will find."""
        if self._now() != self.first:
            connection.invalidate()
            raise MovedAway(f"{self.file.name} is not the file that was opened.")

    def _now(self) -> tuple[int, int] | None:
        try:
            found = self.file.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino


def _say(driver: DBAPIConnection, pragmas: tuple[str, ...]) -> None:
    for pragma in pragmas:
        _patiently(driver, pragma)


def _begin(connection: Connection, how: str) -> None:
    _patiently(connection.connection, how)


def _patiently(driver: DBAPIConnection, statement: str) -> None:
    """Nothing has happened yet, so being told "locked" is a reason to ask again.

    The busy timeout is not enough: SQLite does not wait at all for some locks, as when two
    processes open a new file, and other processes could be ahead of us for longer. And where
    statements run in the loop's own thread, nobody else could do anything meanwhile.
    """
    enough = monotonic() + PATIENCE_S
    while True:
        try:
            driver.cursor().execute(statement)
        except OperationalError as error:
            if error.sqlite_errorcode & 0xFF != SQLITE_BUSY or monotonic() > enough:
                raise
        else:
            return
        await_(asyncio.sleep(PAUSE_S))


class Unreachable(ConnectionError):
    """The server of the database cannot be reached."""


def _reach(
    dialect: Dialect, _: ConnectionPoolEntry, where: list[Any], how: dict[str, Any]
) -> DBAPIConnection:
    """Connect; what fails below is told apart from other things that the system refuses."""
    try:
        return dialect.connect(*where, **how)
    except OSError as error:
        raise Unreachable(error.errno, error.strerror or type(error).__name__) from error


def _leave_when_read_only(context: ExceptionContext) -> None:
    """A connection stays as it was opened, even when the server may be written again."""
    if getattr(context.original_exception, "sqlstate", None) == READ_ONLY:
        context.is_disconnect = True


def _keep_after_cancelling(context: ExceptionContext) -> None:
    """A cancelled task only stopped listening: its thread ends the statement and then rolls back.

    Without this the connection would be closed and opened anew.
    """
    if isinstance(context.original_exception, asyncio.CancelledError):
        context.is_disconnect = False
