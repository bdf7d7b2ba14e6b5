"""Reading what is to be written: nobody else changes it before the transaction ends."""

from typing import Any

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncConnection


def to_write(found: Select[*tuple[Any, ...]], connection: AsyncConnection) -> Select[Any]:
    """The same question, which holds the rows that it finds; among readers it only looks.

    SQLite has one writer, whose whole transaction holds everything.
    """
    asked = connection.sync_connection
    is_reader = asked is not None and asked.get_execution_options().get("postgresql_readonly")
    return found if is_reader else found.with_for_update(key_share=True)
