"""SQLite's driver, visited once a statement.

aiosqlite keeps a connection in a thread of its own. SQLAlchemy goes there four times for every
statement (a cursor, execute, fetch, close), and a visit costs more than most statements: a small
transaction (read, write, commit) takes 2.2 ms of processor time this way instead of 3.6. It also
leaves a cursor behind when a task is cancelled, and for that cursor SQLite keeps the file locked.
"""

# The shapes and the private corners are those of SQLAlchemy and aiosqlite, whose work this is:
# ruff: noqa: ANN401, SLF001

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import aiosqlite
from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_connection
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything a statement gave."""

    rows: Sequence[Any] = ()
    description: Any = None
    rowcount: int = -1
    lastrowid: int | None = None


Ask = Callable[[sqlite3.Cursor, str, Any], object]


class OneVisitCursor(AsyncAdapt_aiosqlite_cursor):
    """Executes, fetches everything and leaves nothing open."""

    __slots__ = ("_answer",)
    _adapt_connection: Any

    def __init__(self, adapt_connection: AsyncAdapt_dbapi_connection) -> None:
        # not super(): that is the first of the four visits
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._rows = deque()
        self._answer = Answer()

    @property
    def description(self) -> Any:
        return self._answer.description

    @property
    def rowcount(self) -> int:
        return self._answer.rowcount

    @property
    def lastrowid(self) -> int:
        return self._answer.lastrowid or 0

    def close(self) -> None:
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        """Nothing is open."""

    async def _execute_async(self, operation: str, parameters: Any) -> None:
        await self._visit(sqlite3.Cursor.execute, operation, parameters or ())

    async def _executemany_async(self, operation: str, seq_of_parameters: Any) -> None:
        await self._visit(sqlite3.Cursor.executemany, operation, seq_of_parameters)

    async def _visit(self, ask: Ask, operation: str, parameters: Any) -> None:
        driver: Any = self._connection
        try:
            self._answer = await driver._execute(
                _in_its_thread, driver._conn, ask, operation, parameters
            )
        except asyncio.CancelledError:
            self._adapt_connection.unsure = True
            raise
        self._rows = deque(self._answer.rows)


class OneVisitConnection(AsyncAdapt_aiosqlite_connection):
    """A connection whose cursors visit once, and that rolls back only when there is a reason."""

    __slots__ = ("unsure",)
    _cursor_cls = OneVisitCursor

    def __init__(self, dbapi: AsyncAdapt_aiosqlite_dbapi, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self.unsure = False  # a cancelled task may have left a statement that is still to come

    def rollback(self) -> None:
        """SQLAlchemy asks for it whenever a connection is given back, after a commit too."""
        driver = self._connection
        if driver._connection and (self.unsure or driver.in_transaction):
            self.unsure = False
            super().rollback()


class OneVisitDriver(AsyncAdapt_aiosqlite_dbapi):
    """aiosqlite as SQLAlchemy sees it, with our own connections."""

    def connect(self, *args: Any, **options: Any) -> OneVisitConnection:
        opened = super().connect(*args, **options, async_creator_fn=_opened)
        return OneVisitConnection(self, opened._connection)


DRIVER = OneVisitDriver(aiosqlite, sqlite3)


async def _opened(*args: Any, **options: Any) -> aiosqlite.Connection:
    """A connection; one that cannot be opened takes its thread along while the loop still runs."""
    connection = aiosqlite.connect(*args, **options)
    connection._thread.daemon = True
    try:
        return await connection
    except sqlite3.Error:
        await asyncio.to_thread(connection._thread.join)
        raise


def _in_its_thread(
    connection: sqlite3.Connection,
    ask: Ask,
    operation: str,
    parameters: Any,
) -> Answer:
    cursor = connection.cursor()
    try:
        ask(cursor, operation, parameters)
        rows = cursor.fetchall() if cursor.description else ()
        return Answer(rows, cursor.description, cursor.rowcount, cursor.lastrowid)
    finally:
        cursor.close()
