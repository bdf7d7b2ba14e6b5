"""Which databases the tests of storage run on, and a throw-away one of each."""

import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import database_url

POSTGRES = os.environ.get("DUOBOT_TEST_POSTGRES", "")
KINDS = ("sqlite", "postgresql") if POSTGRES else ("sqlite",)


def databases_line() -> str:
    """For the head of a test run: what it says, it says about these databases only."""
    other = "PostgreSQL" if POSTGRES else "no PostgreSQL (DUOBOT_TEST_POSTGRES names none)"
    return f"databases: SQLite {sqlite3.sqlite_version}, {other}"


@asynccontextmanager
async def empty_database(kind: str, folder: Path) -> AsyncIterator[str]:
    """The address of a new, empty database; on PostgreSQL it is dropped afterwards."""
    if kind == "sqlite":
        yield database_url(str(folder / "test.db"))
        return
    name = f"duobot_test_{uuid4().hex}"
    await _on_the_server(f"CREATE DATABASE {name}")
    try:
        url = make_url(database_url(POSTGRES)).set(database=name)
        yield url.render_as_string(hide_password=False)
    finally:
        await _on_the_server(f"DROP DATABASE {name}")


async def _on_the_server(statement: str) -> None:
    engine = create_async_engine(database_url(POSTGRES), isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()
