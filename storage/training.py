"""What beside the modules lets a mentor be matched, and how often somebody typed a wrong code."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.sealing import Keys, Where
from storage.tables import CodeTryRow, TrainingExceptionRow
from storage.upsert import insert_or_change, insert_unless_there


@dataclass(frozen=True, slots=True)
class Excepted:
    """Who recorded why a mentor need not do the whole training; not yet sure, it counts not."""

    person_id: int
    reason: str
    recorded_by: int
    recorded_at: datetime
    sure_at: datetime | None


class TrainingRoom:
    """Questions to the tables of exceptions and of wrong codes."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def exception_of(self, person_id: int) -> Excepted | None:
        """The exception for this mentor, sure or not."""
        row = TrainingExceptionRow
        columns = (row.reason, row.recorded_by, row.recorded_at, row.sure_at)
        found = select(*columns).where(row.person_id == person_id)
        one = (await self.connection.execute(found)).one_or_none()
        if one is None:
            return None
        reason = self.keys.open(one.reason, _reason(person_id))
        return Excepted(person_id, reason, one.recorded_by, one.recorded_at, one.sure_at)

    async def excepted(self, person_ids: Collection[int]) -> frozenset[int]:
        """For whom of these an exception counts."""
        row = TrainingExceptionRow
        sure = (row.person_id.in_(person_ids), row.sure_at.is_not(None))
        return frozenset(await self.connection.scalars(select(row.person_id).where(*sure)))

    async def write_reason(self, person_id: int, reason: str, by: int, now: datetime) -> None:
        """Keep why; it counts when who wrote it is sure. One that counts is not written over."""
        row = TrainingExceptionRow
        unsure = delete(row).where(row.person_id == person_id, row.sure_at.is_(None))
        await self.connection.execute(unsure)
        values = {"person_id": person_id, "reason": self.keys.seal(reason, _reason(person_id)),
                  "recorded_by": by, "recorded_at": now}  # fmt: skip
        await insert_unless_there(self.connection, row, values)

    async def be_sure(self, person_id: int, by: int, now: datetime) -> bool:
        """Let it count; False when it does already, or somebody else wrote it meanwhile."""
        row = TrainingExceptionRow
        own = (row.person_id == person_id, row.recorded_by == by, row.sure_at.is_(None))
        done = await self.connection.execute(update(row).where(*own).values(sure_at=now))
        return done.rowcount == 1

    async def forget(self, person_id: int) -> None:
        """Erase it: who leaves and comes back begins anew."""
        row = TrainingExceptionRow
        await self.connection.execute(delete(row).where(row.person_id == person_id))

    async def wrong_codes(self, person_id: int, since: datetime) -> int:
        """How many wrong codes somebody typed in a row, the last time that they began."""
        row = CodeTryRow
        found = select(row.wrong).where(row.person_id == person_id, row.since > since)
        return await self.connection.scalar(found) or 0

    async def code_was_wrong(self, person_id: int, wrong: int, now: datetime) -> None:
        """One more; the rest is counted from the last one on."""
        values = {"person_id": person_id, "wrong": wrong, "since": now}
        changes = ("wrong", "since")
        await insert_or_change(self.connection, CodeTryRow, [values], ("person_id",), changes)


def _reason(person_id: int) -> Where:
    return Where("training_exceptions", "reason", person_id)
