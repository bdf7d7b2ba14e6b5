"""Insert unless it is there: the one statement that SQLite and PostgreSQL spell apart."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import Base

Values = Mapping[str, Any]


async def insert_unless_there(
    connection: AsyncConnection, table: type[Base], values: Values | Sequence[Values]
) -> bool:
    """Insert rows that break no unique key, leave the others; True when all were new."""
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    rows = [values] if isinstance(values, Mapping) else list(values)
    done = await connection.execute(insert(table).values(rows).on_conflict_do_nothing())
    return done.rowcount == len(rows)
