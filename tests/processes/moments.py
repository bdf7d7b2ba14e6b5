"""Kill points that are no method of ours: on the line, inside a commit, inside a migration."""

import random
import time
from collections.abc import Callable
from threading import Thread
from typing import Any
from weakref import WeakSet

from aiohttp import ClientResponse
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from sqlalchemy import Engine, event
from sqlalchemy.ext.asyncio import AsyncConnection

Passed = Callable[[], None]
LETTERS = ("/sendMessage", "/editMessageText")
SCHEMA = ("CREATE", "ALTER", "DROP", "INSERT INTO ALEMBIC", "UPDATE ALEMBIC")
LONGEST_COMMIT = 0.004  # seconds; measured: a commit takes 0.3 to 3 ms here


class AnswerArrives:
    """Telegram has done the work and answers; not a byte of the answer has been read."""

    def guard(self, passed: Passed) -> None:
        lines: WeakSet[ResponseHandler] = WeakSet()
        start, received = ClientResponse.start, ResponseHandler.data_received

        async def starts(response: ClientResponse, connection: Connection) -> ClientResponse:
            if response.url.path.endswith(LETTERS) and connection.protocol is not None:
                lines.add(connection.protocol)
            return await start(response, connection)

        def receives(handler: ResponseHandler, data: bytes) -> None:
            if handler in lines:
                lines.discard(handler)
                passed()
            received(handler, data)

        ClientResponse.start = starts  # type: ignore[method-assign]  # this is how it is guarded
        ResponseHandler.data_received = receives  # type: ignore[method-assign]  # as above


class CommitUnderWay:
    """In the middle of a commit, at a random moment of it; on SQLite each one is a checkpoint."""

    def guard(self, passed: Passed) -> None:
        commit = AsyncConnection.commit
        event.listen(Engine, "connect", _checkpoint_always)

        async def commits(connection: AsyncConnection) -> None:
            Thread(target=_soon, args=(passed,), daemon=True).start()
            await commit(connection)

        AsyncConnection.commit = commits  # type: ignore[method-assign]  # this is how it is guarded


def _soon(passed: Passed) -> None:
    time.sleep(random.uniform(0, LONGEST_COMMIT))  # any moment will do
    passed()


def _checkpoint_always(driver: Any, _: object) -> None:
    if "sqlite" in type(driver).__module__:
        driver.cursor().execute("PRAGMA wal_autocheckpoint = 1")


class Migrating:
    """After a statement that changes the schema, or says how far it is."""

    def guard(self, passed: Passed) -> None:
        def executed(*told: Any) -> None:
            statement = str(told[2]).lstrip().upper()
            if statement.startswith(SCHEMA):
                passed()

        event.listen(Engine, "after_cursor_execute", executed)
