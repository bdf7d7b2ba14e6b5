"""The database: where transactions begin and end."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.address import database_url, is_sqlite
from storage.engines import postgresql, postgresql_readers, sqlite_readers, sqlite_writer
from storage.sealing import Keys
from storage.transaction import Transaction


class Database:
    """One database, opened once and shared by all who write and read."""

    def __init__(self, url: str, keys: Keys) -> None:
        self.url = database_url(url)
        self._keys = keys
        self._writers, self._readers = _engines(self.url)
        self._turn: AbstractAsyncContextManager[object] = (
            asyncio.Lock() if is_sqlite(self.url) else nullcontext()
        )
        self._kept: AsyncConnection | None = None
        self._inside: set[asyncio.Task[Any] | None] = set()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Commit on the way out, roll back on any error. Never wait for the network inside.

        On SQLite the writers take turns, in the order in which they asked.
        """
        transaction: Transaction | None = None
        commit: asyncio.Task[None] | None = None
        try:
            with self._once_a_task():
                async with self._turn, self._writing() as connection:
                    await connection.begin()
                    transaction = Transaction(connection, self._keys)
                    yield transaction
                    commit = asyncio.create_task(connection.commit())
                    await _to_the_end(commit)
        finally:
            if transaction and commit and _succeeded(commit):
                transaction.committed()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Read one unchanging state of everything, beside the writers; writing is refused."""
        with self._once_a_task():
            async with self._readers.connect() as connection:
                await connection.begin()
                yield Transaction(connection, self._keys)

    def in_transaction(self) -> bool:
        """Whether the running task is inside a transaction; if so it must not wait for others."""
        return asyncio.current_task() in self._inside

    async def ping(self) -> None:
        """Raise when the database does not answer."""
        async with self.reading() as transaction:
            await transaction.connection.execute(text("SELECT 1"))

    async def close(self) -> None:
        """Close every connection; after this nothing more can be asked."""
        if self._kept:
            await self._kept.close()
            self._kept = None
        await self._readers.dispose()
        await self._writers.dispose()

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        """A connection that writes. The only one of SQLite stays at hand as long as all is well:
        taking it out and giving it back would cost a third of a small transaction.
        """
        connection, self._kept = self._kept or await self._writers.connect(), None
        try:
            yield connection
        except BaseException:
            await _to_the_end(asyncio.create_task(connection.close()))
            raise
        if is_sqlite(self.url):
            self._kept = connection
        else:
            await connection.close()

    @contextmanager
    def _once_a_task(self) -> Iterator[None]:
        task = asyncio.current_task()
        if task in self._inside:
            raise RuntimeError("This task is inside a transaction: a second would wait for ever.")
        self._inside.add(task)
        try:
            yield
        finally:
            self._inside.discard(task)


def _engines(url: str) -> tuple[AsyncEngine, AsyncEngine]:
    if is_sqlite(url):
        return sqlite_writer(url), sqlite_readers(url)
    writers = postgresql(url)
    return writers, postgresql_readers(writers)


async def _to_the_end(task: asyncio.Task[None]) -> None:
    """Wait for a task even while being cancelled, so that nobody is left not knowing."""
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


def _succeeded(task: asyncio.Task[None]) -> bool:
    return task.done() and not task.cancelled() and task.exception() is None
