"""Who waits for a time for the first talk, and who wants to be called for it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.tables import IntakeWishRow, PersonRow
from storage.upsert import insert_unless_there

# What somebody waits for: that a time is free, or that a coach calls.
TIME, CALL = "time", "call"


@dataclass(frozen=True, slots=True)
class Wish:
    """What one person waits for: a time, or a call."""

    person_id: int
    kind: str
    asked_at: datetime
    told_at: datetime | None


class IntakeWishes:
    """Questions to the table of wishes."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def wish(self, person_id: int, kind: str, now: datetime) -> bool:
        """Keep what somebody waits for; False when they did before. Who waits keeps their place
        in the row, and who asked to be called is called, also when they look for a time.
        """
        values = {"id": new_id(), "person_id": person_id, "kind": kind, "asked_at": now,
                  "told_at": None}  # fmt: skip
        if await insert_unless_there(self.connection, IntakeWishRow, values):
            return True
        row = IntakeWishRow
        before = select(row.kind, row.told_at).where(row.person_id == person_id)
        known = (await self.connection.execute(before)).one()
        if (known.kind, kind, known.told_at) == (CALL, TIME, None):
            return False
        same = update(row).where(row.person_id == person_id).values(kind=kind, told_at=None)
        await self.connection.execute(same)
        return (known.kind, known.told_at) != (kind, None)

    async def drop(self, person_id: int) -> bool:
        """They wait no longer; False when they did not."""
        own = delete(IntakeWishRow).where(IntakeWishRow.person_id == person_id)
        return (await self.connection.execute(own)).rowcount == 1

    async def waiting(self, branch: str, kind: str, limit: int) -> Sequence[Wish]:
        """Who waits for this in a branch and was not told yet, the longest wait first."""
        row = IntakeWishRow
        found = (
            select(row.person_id, row.kind, row.asked_at, row.told_at)
            .join(PersonRow, PersonRow.id == row.person_id)
            .where(PersonRow.branch == branch, row.kind == kind, row.told_at.is_(None))
        )
        in_order = found.order_by(row.asked_at, row.id).limit(limit)
        return [Wish(*one) for one in await self.connection.execute(in_order)]

    async def branches(self, kind: str) -> Sequence[str]:
        """The branches in which somebody waits for this and was not told yet."""
        row = IntakeWishRow
        found = select(PersonRow.branch).join(row, PersonRow.id == row.person_id).distinct()
        waits = found.where(row.kind == kind, row.told_at.is_(None), PersonRow.branch.is_not(None))
        return sorted(str(one) for one in await self.connection.scalars(waits))

    async def mark_told(self, person_ids: Collection[int], now: datetime) -> None:
        """They were told; what they waited for is theirs to use."""
        row = update(IntakeWishRow).where(IntakeWishRow.person_id.in_(person_ids))
        await self.connection.execute(row.values(told_at=now))
