"""SQLite's driver: statements in place, waits in a thread.

aiosqlite keeps a connection in a thread of its own. SQLAlchemy goes there four times for every
statement (a cursor, execute, fetch, close), and a visit costs more than most statements: 0.1 ms of
processor time for a statement of 0.02 ms. So a statement runs where it is asked, and only what may
wait for the disk or for somebody else goes to the thread, in one visit: the commit, the rollback,
many rows at once, and everything on a connection that is ``beside``.
"""

# The shapes and the private corners are those of SQLAlchemy and aiosqlite, whose work this is:
# ruff: noqa: ANN401, SLF001

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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
Execute = sqlite3.Cursor.execute
ExecuteMany = sqlite3.Cursor.executemany
FEW = 50  # rows that are written faster than the thread is told of them


class InPlaceCursor(AsyncAdapt_aiosqlite_cursor):
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
        await self._ask(Execute, operation, parameters or (), beside=False)

    async def _executemany_async(self, operation: str, seq_of_parameters: Any) -> None:
        await self._ask(
            ExecuteMany, operation, seq_of_parameters, beside=len(seq_of_parameters) > FEW
        )

    async def _ask(self, ask: Ask, operation: str, parameters: Any, *, beside: bool) -> None:
        connection = self._adapt_connection
        if beside or connection.beside or connection.unsure:
            await self._visit(ask, operation, parameters)
        else:
            self._keep(_answer(connection._connection._conn, ask, operation, parameters))

    async def _visit(self, ask: Ask, operation: str, parameters: Any) -> None:
        driver = self._adapt_connection._connection
        with self._adapt_connection.visiting():
            self._keep(await driver._execute(_answer, driver._conn, ask, operation, parameters))

    def _keep(self, answer: Answer) -> None:
        self._answer = answer
        self._rows = deque(answer.rows)


class InPlaceConnection(AsyncAdapt_aiosqlite_connection):
    """A connection that goes to its thread only to wait, and rolls back only for a reason.

    ``beside``: every statement goes to the thread, for who may have to wait or takes long.
    ``unsure``: a cancelled task may have left a visit that is still to come; the thread takes
    visits in turn, so until one is seen through, everything goes there.
    """

    __slots__ = ("beside", "unsure")
    _cursor_cls = InPlaceCursor

    def __init__(
        self, dbapi: AsyncAdapt_aiosqlite_dbapi, connection: Any, *, beside: bool
    ) -> None:
        super().__init__(dbapi, connection)
        self.beside = beside
        self.unsure = False

    @contextmanager
    def visiting(self) -> Iterator[None]:
        """Around a visit to the thread: unsure from now on, until it has come back."""
        self.unsure = True
        try:
            yield
        except asyncio.CancelledError:
            raise
        except BaseException:
            self.unsure = False
            raise
        self.unsure = False

    def commit(self) -> None:
        with self.visiting():
            super().commit()

    def rollback(self) -> None:
        """SQLAlchemy asks for it whenever a connection is given back, after a commit too."""
        driver = self._connection
        if driver._connection and (self.unsure or driver.in_transaction):
            with self.visiting():
                super().rollback()


class InPlaceDriver(AsyncAdapt_aiosqlite_dbapi):
    """aiosqlite as SQLAlchemy sees it, with our own connections."""

    def connect(self, *args: Any, beside: bool = True, **options: Any) -> InPlaceConnection:
        opened = super().connect(*args, **options, async_creator_fn=_opened)
        return InPlaceConnection(self, opened._connection, beside=beside)


DRIVER = InPlaceDriver(aiosqlite, sqlite3)


async def _opened(*args: Any, **options: Any) -> aiosqlite.Connection:
    """A connection; one that cannot be opened takes its thread along while the loop still runs."""
    connection = aiosqlite.connect(*args, **options)
    connection._thread.daemon = True
    try:
        return await connection
    except sqlite3.Error:
        await asyncio.to_thread(connection._thread.join)
        raise


def _answer(
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
