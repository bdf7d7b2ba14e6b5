"""What a transaction promises, on every kind of database."""

import asyncio

import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.ids import new_id
from storage.sealing import SealedBytes
from storage.transaction import Transaction
from tests.storage.tables import JARS, LABELS


async def add_jar(transaction: Transaction, count: int = 0) -> int:
    jar = new_id()
    await transaction.connection.execute(insert(JARS).values(id=jar, count=count))
    return jar


async def jars(database: Database) -> int:
    async with database.reading() as transaction:
        return await transaction.connection.scalar(select(func.count()).select_from(JARS)) or 0


async def read_and_add(database: Database, jar: int) -> None:
    """Read first, write later: what loses updates or gets locked when begun the wrong way."""
    async with database.transaction() as transaction:
        read = select(JARS.c.count).where(JARS.c.id == jar).with_for_update()
        count = (await transaction.connection.execute(read)).scalar_one()
        await asyncio.sleep(0)
        write = update(JARS).where(JARS.c.id == jar).values(count=count + 1)
        await transaction.connection.execute(write)


async def add_and_fail(database: Database, told: list[str]) -> None:
    async with database.transaction() as transaction:
        await add_jar(transaction)
        transaction.after_commit(lambda: told.append("woken"))
        raise ZeroDivisionError


async def add_and_tell(database: Database, told: list[str]) -> None:
    async with database.transaction() as transaction:
        await add_jar(transaction)
        transaction.after_commit(lambda: told.append("woken"))


async def test_what_is_written_is_there_afterwards(database: Database):
    async with database.transaction() as transaction:
        await add_jar(transaction)
    assert await jars(database) == 1


async def test_an_error_undoes_everything(database: Database):
    with pytest.raises(ZeroDivisionError):
        await add_and_fail(database, [])
    assert await jars(database) == 0


async def test_a_cancelled_task_undoes_everything_and_the_next_can_write(database: Database):
    inside = asyncio.Event()

    async def cancelled() -> None:
        async with database.transaction() as transaction:
            await add_jar(transaction)
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(cancelled())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with database.transaction() as transaction:
        await add_jar(transaction)
    assert await jars(database) == 1


async def test_after_the_commit_the_courier_is_woken_in_order(database: Database):
    told: list[str] = []
    async with database.transaction() as transaction:
        transaction.after_commit(lambda: told.append("first"))
        transaction.after_commit(lambda: told.append("second"))
        await add_jar(transaction)
        assert told == []
    assert told == ["first", "second"]


async def test_after_a_rollback_nobody_is_woken(database: Database):
    told: list[str] = []
    with pytest.raises(ZeroDivisionError):
        await add_and_fail(database, told)
    assert told == []


async def test_a_commit_that_fails_wakes_nobody(
    database: Database, monkeypatch: pytest.MonkeyPatch
):
    told: list[str] = []

    async def refuse(_: AsyncConnection) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(AsyncConnection, "commit", refuse)
        with pytest.raises(OSError, match="disk full"):
            await add_and_tell(database, told)
    assert told == []
    assert await jars(database) == 0


async def test_whoever_is_cancelled_while_committing_has_committed(
    database: Database, monkeypatch: pytest.MonkeyPatch
):
    """Once begun, a commit is waited for: the courier is woken for what is truly there."""
    told: list[str] = []
    commit = AsyncConnection.commit

    async def cancelled_meanwhile(connection: AsyncConnection) -> None:
        task.cancel()
        await asyncio.sleep(0)
        await commit(connection)

    with monkeypatch.context() as patch:
        patch.setattr(AsyncConnection, "commit", cancelled_meanwhile)
        task = asyncio.create_task(add_and_tell(database, told))
        with pytest.raises(asyncio.CancelledError):
            await task
    assert told == ["woken"]
    assert await jars(database) == 1


async def test_a_second_transaction_in_the_same_task_is_refused_at_once(database: Database):
    async with database.transaction():
        assert database.in_transaction()
        with pytest.raises(RuntimeError, match="inside a transaction"):
            async with database.transaction():
                pass
        with pytest.raises(RuntimeError, match="inside a transaction"):
            async with database.reading():
                pass
    assert not database.in_transaction()
    assert await jars(database) == 0


async def test_reading_cannot_write(database: Database):
    with pytest.raises(DBAPIError, match=r"readonly|read-only"):
        async with database.reading() as transaction:
            await add_jar(transaction)
    assert await jars(database) == 0


async def test_reading_does_not_wait_for_a_writer_and_sees_one_state(database: Database):
    count = select(func.count()).select_from(JARS)
    written, read = asyncio.Event(), asyncio.Event()

    async def write() -> None:
        async with database.transaction() as transaction:
            await add_jar(transaction)
            written.set()
            await read.wait()

    writing = asyncio.create_task(write())
    await written.wait()
    async with database.reading() as transaction:
        assert await transaction.connection.scalar(count) == 0
        read.set()
        await writing
        assert await transaction.connection.scalar(count) == 0
    assert await jars(database) == 1


async def test_a_label_needs_its_jar(database: Database):
    with pytest.raises(IntegrityError):
        async with database.transaction() as transaction:
            await transaction.connection.execute(insert(LABELS).values(jar_id=new_id()))


async def test_an_error_does_not_repeat_what_was_to_be_written(database: Database):
    """Errors reach logs, and logs know no names."""
    label = insert(LABELS).values(jar_id=new_id(), phone=SealedBytes(b"canary"))
    async with database.reading() as transaction:
        with pytest.raises(DBAPIError) as refusal:
            await transaction.connection.execute(label)
    assert "canary" not in str(refusal.value)


async def test_forty_at_once_lose_nothing(database: Database):
    async with database.transaction() as transaction:
        jar = await add_jar(transaction)

    async def often() -> None:
        for _ in range(5):
            await read_and_add(database, jar)

    await asyncio.gather(*(often() for _ in range(40)))
    async with database.reading() as transaction:
        assert await transaction.connection.scalar(select(JARS.c.count)) == 200


async def test_tasks_cancelled_at_random_moments_never_block_the_others(database: Database):
    async with database.transaction() as transaction:
        jar = await add_jar(transaction)
    for pause in range(12):
        tasks = [asyncio.create_task(read_and_add(database, jar)) for _ in range(8)]
        for _ in range(pause * 3):
            await asyncio.sleep(0)
        for task in tasks[::2]:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        assert ends[1::2] == [None] * 4
    await asyncio.wait_for(read_and_add(database, jar), 5)


async def test_the_database_answers(database: Database):
    await database.ping()
