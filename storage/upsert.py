"""Insert unless it is there, or change it: what SQLite and PostgreSQL spell apart."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Executable
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import Base

Values = Mapping[str, Any]


async def insert_unless_there(connection: AsyncConnection, table: type[Base], row: Values) -> bool:
    """Insert a row unless it breaks a unique key; False when it would."""
    statement = _inserting(table, connection.dialect.name)
    return (await connection.execute(statement, dict(row))).rowcount == 1


async def insert_those_new(
    connection: AsyncConnection, table: type[Base], rows: Sequence[Values]
) -> None:
    """Insert rows with the same columns, and leave those that would break a unique key."""
    if rows:
        statement = _inserting(table, connection.dialect.name)
        await connection.execute(statement, [dict(row) for row in rows])


async def insert_or_change(
    connection: AsyncConnection, table: type[Base], rows: Sequence[Values],
    key: tuple[str, ...], changes: tuple[str, ...],
) -> None:  # fmt: skip
    """Insert rows with the same columns; where the key is known, these columns are written."""
    if rows:
        statement = _changing(table, connection.dialect.name, key, changes)
        await connection.execute(statement, [dict(row) for row in rows])


@cache
def _changing(
    table: type[Base], dialect: str, key: tuple[str, ...], changes: tuple[str, ...]
) -> Executable:
    insert = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(table)
    new = {name: insert.excluded[name] for name in changes}
    return insert.on_conflict_do_update(index_elements=key, set_=new)


@cache
def _inserting(table: type[Base], dialect: str) -> Executable:
    """The statement, built once: building it takes longer than running it."""
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return insert(table).on_conflict_do_nothing()
