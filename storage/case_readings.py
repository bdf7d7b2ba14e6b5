"""Who read what was said about a case. Nothing is ever taken out of this."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.tables import CaseReadingRow, OutboxRow


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading: who, what, and when."""

    reader_id: int
    what: str
    read_at: datetime


class CaseReadings:
    """Questions to the table of readings."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def note(self, case_id: int, reader_id: int, what: str, now: datetime) -> None:
        """Note that somebody read something of a case."""
        reading = {"id": new_id(), "case_id": case_id, "reader_id": reader_id}
        await self.connection.execute(
            insert(CaseReadingRow).values(**reading, what=what, read_at=now)
        )

    async def standing_with(
        self, reader_id: int, kind: str, subjects: Collection[str]
    ) -> Collection[str]:
        """About which of these a letter of this kind stands in the chat of a reader."""
        row = OutboxRow
        theirs = (row.person_id == reader_id, row.kind == kind, row.subject.in_(subjects))
        there = (row.message_id.is_not(None), row.removed_at.is_(None))
        if not subjects:
            return set()
        found = select(row.subject).where(*theirs, *there)
        return set((await self.connection.scalars(found)).all())

    async def of(self, case_id: int) -> Sequence[Reading]:
        """Every reading of a case, the first one in front."""
        columns = (CaseReadingRow.reader_id, CaseReadingRow.what, CaseReadingRow.read_at)
        found = select(*columns).where(CaseReadingRow.case_id == case_id)
        rows = await self.connection.execute(found.order_by(CaseReadingRow.read_at))
        return [Reading(*row) for row in rows]
