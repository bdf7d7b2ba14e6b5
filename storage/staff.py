"""Who of the staff is away, and who stands in for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.tables import (
    CaseAskRow,
    CaseLineRow,
    DeputyRow,
    LeaveRow,
)


@dataclass(frozen=True, slots=True)
class Leave:
    """Days on which somebody is away, the last one with them, and who stands in meanwhile; said
    at ``kept_at``.
    """

    id: int
    person_id: int
    deputy_id: int | None
    first_day: date
    last_day: date
    kept_at: datetime | None = None

    def covers(self, day: date) -> bool:
        """Whether this is one of the days."""
        return self.first_day <= day <= self.last_day


class Staff:
    """Questions to the tables of leaves and deputies."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def leaves_from(self, day: date) -> Sequence[Leave]:
        """The leaves that are not over on this day, the earliest first."""
        later = _LEAVES.where(LeaveRow.last_day >= day).order_by(LeaveRow.first_day, LeaveRow.id)
        return [Leave(*row) for row in await self.connection.execute(later)]

    async def leaves_over(self, day: date) -> Sequence[Leave]:
        """The leaves whose last day was before this one, the earliest first."""
        over = _LEAVES.where(LeaveRow.last_day < day).order_by(LeaveRow.last_day, LeaveRow.id)
        return [Leave(*row) for row in await self.connection.execute(over)]

    async def keep_leave(
        self, person_id: int, days: tuple[date, date], deputy_id: int | None, now: datetime
    ) -> Leave:
        """Keep that somebody is away from the first of these days to the last."""
        leave = Leave(new_id(), person_id, deputy_id, *days, now)
        await self.connection.execute(
            insert(LeaveRow).values(
                id=leave.id, person_id=person_id, deputy_id=deputy_id,
                first_day=leave.first_day, last_day=leave.last_day, kept_at=now,
            )
        )  # fmt: skip
        return leave

    async def drop_leave(self, leave_id: int, person_id: int) -> bool:
        """Take back a leave of one's own; False when there is none."""
        own = (LeaveRow.id == leave_id, LeaveRow.person_id == person_id)
        return (await self.connection.execute(delete(LeaveRow).where(*own))).rowcount == 1

    async def deputies(self) -> Mapping[int, int]:
        """Who stands in for whom when there is no leave: deputies by the person."""
        found = select(DeputyRow.person_id, DeputyRow.deputy_id)
        return {row.person_id: row.deputy_id for row in await self.connection.execute(found)}

    async def name_deputy(self, person_id: int, deputy_id: int | None) -> None:
        """Name who is asked when this person does not answer, or nobody any more."""
        await self.connection.execute(delete(DeputyRow).where(DeputyRow.person_id == person_id))
        if deputy_id is not None:
            row = insert(DeputyRow).values(person_id=person_id, deputy_id=deputy_id)
            await self.connection.execute(row)

    async def forget(self, person_id: int) -> None:
        """Take away all by which somebody was asked or let in; nobody is to expect them."""
        row = LeaveRow.deputy_id == person_id
        await self.connection.execute(update(LeaveRow).where(row).values(deputy_id=None))
        stands_in = or_(DeputyRow.person_id == person_id, DeputyRow.deputy_id == person_id)
        await self.connection.execute(delete(DeputyRow).where(stands_in))
        for table in (LeaveRow, CaseLineRow, CaseAskRow):
            await self.connection.execute(delete(table).where(table.person_id == person_id))


_LEAVES = select(
    LeaveRow.id,
    LeaveRow.person_id,
    LeaveRow.deputy_id,
    LeaveRow.first_day,
    LeaveRow.last_day,
    LeaveRow.kept_at,
)
