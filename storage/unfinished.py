"""Registrations that people began: when each is to be reminded, and how often they were."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import PersonRow


class Begun(NamedTuple):
    """Somebody who is to be reminded: since when it is due, and how often they were."""

    person_id: int
    due: datetime
    reminders: int


class Unfinished:
    """Questions to the table of people about who did not come to the end of the questions."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def due(self, now: datetime, limit: int) -> Sequence[Begun]:
        """Who is to be reminded now, who waits longest first."""
        wanted = select(PersonRow.id, PersonRow.remind_at, PersonRow.reminders).where(
            PersonRow.remind_at <= now
        )
        in_order = wanted.order_by(PersonRow.remind_at).limit(limit)
        rows = await self.connection.execute(in_order.with_for_update(skip_locked=True))
        return [Begun(row.id, row.remind_at, row.reminders or 0) for row in rows]
