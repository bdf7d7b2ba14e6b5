"""Insert unless it is there: the one statement that SQLite and PostgreSQL spell apart."""

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


@cache
def _inserting(table: type[Base], dialect: str) -> Executable:
    """The statement, built once: building it takes longer than running it."""
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return insert(table).on_conflict_do_nothing()
