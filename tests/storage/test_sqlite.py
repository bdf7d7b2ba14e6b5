"""What only SQLite needs: turns, and two processes on one file."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import aiosqlite
import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import OperationalError

from storage import engines
from storage.database import Database
from storage.sealing import Keys
from tests.storage.tables import JARS
from tests.storage.test_transactions import add_jar, read_and_add


@pytest.fixture
async def file(tmp_path: Path, keys: Keys) -> AsyncIterator[Database]:
    database = Database(str(tmp_path / "turns.db"), keys)
    async with database.transaction() as transaction:
        await transaction.connection.run_sync(JARS.metadata.create_all)
    yield database
    await database.close()


async def _pragma(database: Database, name: str, *, write: bool) -> object:
    async with database.transaction() if write else database.reading() as transaction:
        return await transaction.connection.scalar(text(f"PRAGMA {name}"))


async def test_every_connection_is_opened_with_care(file: Database):
    for write in (True, False):
        assert await _pragma(file, "foreign_keys", write=write) == 1
        patience = 0 if write else 5_000  # the loop's own thread never waits inside SQLite
        assert await _pragma(file, "busy_timeout", write=write) == patience
        assert await _pragma(file, "journal_mode", write=write) == "wal"
    assert await _pragma(file, "synchronous", write=True) == 2, "FULL"
    assert await _pragma(file, "secure_delete", write=True) == 1
    assert await _pragma(file, "query_only", write=False) == 1


async def test_writers_take_turns_in_the_order_in_which_they_asked(file: Database):
    order: list[int] = []

    async def write(number: int) -> None:
        async with file.transaction():
            order.append(number)

    async with asyncio.TaskGroup() as group:
        for number in range(20):
            group.create_task(write(number))
            await asyncio.sleep(0)
    assert order == list(range(20))


async def test_whoever_stops_waiting_for_a_turn_does_not_lose_it_for_the_next(file: Database):
    async with file.transaction():
        waiting = [asyncio.create_task(add_in(file)) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        waiting[1].cancel()
    ends = await asyncio.wait_for(asyncio.gather(*waiting, return_exceptions=True), 5)
    assert [type(end) for end in ends] == [asyncio.CancelledError, asyncio.CancelledError, int]


async def add_in(database: Database) -> int:
    async with database.transaction() as transaction:
        return await add_jar(transaction)


async def test_two_processes_with_forty_tasks_each_never_find_it_locked(
    file: Database, keys: Keys
):
    other = Database(file.url, keys)
    jar = await add_in(file)

    async def often(database: Database) -> None:
        for _ in range(5):
            await read_and_add(database, jar)

    await asyncio.gather(*(often(one) for one in (file, other) for _ in range(40)))
    async with other.reading() as transaction:
        assert await transaction.connection.scalar(text("SELECT count FROM test_jars")) == 400
    await other.close()


async def test_a_whole_house_may_open_a_new_file_at_once(tmp_path: Path, keys: Keys):
    houses = [Database(str(tmp_path / "new.db"), keys) for _ in range(8)]

    async def first_touch(house: Database) -> None:
        async with house.transaction() as transaction:
            await transaction.connection.run_sync(JARS.metadata.create_all)
            await add_jar(transaction)
        await house.ping()

    await asyncio.gather(*map(first_touch, houses))
    async with houses[0].reading() as transaction:
        assert await transaction.connection.scalar(text("SELECT count(*) FROM test_jars")) == 8
    for house in houses:
        await house.close()


async def test_a_file_held_by_another_programme_is_waited_for(file: Database):
    holder = sqlite3.connect(file.url.removeprefix("sqlite+aiosqlite:///"), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    writing = asyncio.create_task(add_in(file))
    await asyncio.sleep(0.2)
    assert not writing.done()
    holder.execute("ROLLBACK")
    holder.close()
    assert await asyncio.wait_for(writing, 5)


async def test_it_asks_again_while_somebody_else_writes(tmp_path: Path, keys: Keys):
    database = Database(str(tmp_path / "busy.db"), keys)
    await database.ping()
    holder = sqlite3.connect(tmp_path / "busy.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    writing = asyncio.create_task(_make_table(database))
    await asyncio.sleep(0.1)
    assert not writing.done()
    holder.execute("ROLLBACK")
    holder.close()
    await asyncio.wait_for(writing, 5)
    await database.close()


async def test_it_does_not_ask_for_ever(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(engines, "WRITER", ("PRAGMA foreign_keys = ON",))
    monkeypatch.setattr(engines, "PATIENCE_S", 0.05)
    database = Database(str(tmp_path / "held.db"), keys)
    holder = sqlite3.connect(tmp_path / "held.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        await _make_table(database)
    holder.close()
    await _make_table(database)
    await database.close()


async def _make_table(database: Database) -> None:
    async with database.transaction() as transaction:
        await transaction.connection.execute(text("CREATE TABLE made (id INTEGER)"))


async def test_a_wrong_statement_is_an_error_at_once(file: Database):
    async with file.transaction() as transaction:
        with pytest.raises(OperationalError, match="no such table"):
            await transaction.connection.execute(text("SELECT * FROM nowhere"))
        await add_jar(transaction)


async def test_a_cancelled_task_keeps_its_connection(file: Database):
    """Opening a new one would cost more, and could find the file locked by the old one."""
    before = await _driver(file)
    for steps in range(12):
        task = asyncio.create_task(add_in(file))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
    assert await _driver(file) is before


async def _driver(database: Database) -> object:
    async with database.transaction() as transaction:
        return (await transaction.connection.get_raw_connection()).driver_connection


async def test_a_transaction_goes_to_the_thread_for_its_commit_only(
    file: Database, monkeypatch: pytest.MonkeyPatch
):
    """BEGIN and two statements in place, COMMIT there, and nothing to give the connection back."""
    visits: list[object] = []
    driver = await _driver(file)
    visit = aiosqlite.Connection._execute

    async def counted(connection: aiosqlite.Connection, *call: object) -> object:
        visits.append(connection)
        return await visit(connection, *call)

    monkeypatch.setattr(aiosqlite.Connection, "_execute", counted)
    async with file.transaction() as transaction:
        jar = await add_jar(transaction)
        row = await transaction.connection.execute(select(JARS).where(JARS.c.id == jar))
        assert row.one().id == jar
    assert visits == [driver]


async def test_many_rows_are_written_and_counted_at_once(file: Database):
    async with file.transaction() as transaction:
        await transaction.connection.execute(insert(JARS), [{"count": n} for n in range(50)])
        changed = await transaction.connection.execute(
            update(JARS).where(JARS.c.count < 20).values(count=100)
        )
        assert changed.rowcount == 20
        last = await transaction.connection.exec_driver_sql(
            "INSERT INTO test_jars VALUES (7, 7, 7)"
        )
        assert last.lastrowid == 7
        stream = await transaction.connection.stream(select(JARS.c.count))
        assert len([row async for row in stream]) == 51
