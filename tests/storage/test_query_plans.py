"""What is asked often is found by an index, however many people have been here.

The statements are those that the rooms of storage send, whatever they are tomorrow.
"""

import re
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncConnection
from structlog.testing import capture_logs

from storage import Database
from storage.tables import Base
from tests.storage.crowd import ask_often, move_in

TABLES = "|".join(Base.metadata.tables)
Question = tuple[str, tuple[Any, ...]]
# SQLite says SCAN for a walk through a table, and names the index when it walks through one.
WALK = re.compile(rf"SCAN (?:{TABLES})(?:_\d+)?$")


@pytest.fixture
async def questions(memory: Database) -> dict[str, tuple[Any, ...]]:
    """Every statement that is sent often, with what it asks about."""
    await move_in(memory)
    sent: dict[str, tuple[Any, ...]] = {}

    def note(_, cursor, statement, parameters, context, many):
        sent[statement] = tuple(parameters[0] if many else parameters)

    engine = memory._writers.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    with capture_logs():
        async with memory.transaction() as tx:
            await ask_often(tx)
    event.remove(engine, "before_cursor_execute", note)
    return sent


async def walks_on_sqlite(connection: AsyncConnection, question: Question) -> list[str]:
    """The tables that this statement reads from the first row to the last."""
    statement, about = question
    plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", about)
    return [row.detail for row in plan if WALK.match(row.detail)]


async def walks_on_postgresql(connection: AsyncConnection, question: Question) -> list[str]:
    """The same, as the other kind of database tells it."""
    statement, about = question
    driver = (await connection.get_raw_connection()).driver_connection
    assert driver
    (told,) = await driver.fetch(f"EXPLAIN (FORMAT JSON) {statement}", *about)
    return [step["Relation Name"] for step in _steps(told[0][0]["Plan"])
            if step["Node Type"] == "Seq Scan"]  # fmt: skip


def _steps(step: dict[str, Any]) -> list[dict[str, Any]]:
    return [step, *(below for one in step.get("Plans", []) for below in _steps(one))]


async def test_nothing_that_is_asked_often_walks_through_a_table(
    memory: Database, kind: str, questions: dict[str, tuple[Any, ...]]
):
    look = walks_on_sqlite if kind == "sqlite" else walks_on_postgresql
    async with memory.transaction() as tx:
        walks = {
            question[0]: found
            for question in questions.items()
            if (found := await look(tx.connection, question))
        }
    assert len(questions) > 20
    assert not walks


async def test_a_walk_would_be_noticed(memory: Database, kind: str):
    look = walks_on_sqlite if kind == "sqlite" else walks_on_postgresql
    async with memory.transaction() as tx:
        assert await look(tx.connection, ("SELECT * FROM inbox WHERE tries = 7", ()))
