"""The breaks that the two of a duo took, and the ones they take."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.sealing import Keys, Where
from storage.tables import DuoBreakRow
from storage.upsert import insert_unless_there


@dataclass(frozen=True, slots=True)
class DuoBreak:
    """One break of one of the two; ``reason`` is empty unless they said why."""

    person_id: int
    began_at: datetime
    ended_at: datetime | None
    reason: str = ""


class DuoBreaks:
    """Questions to the table of breaks."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def begin(self, duo_id: int, person_id: int, now: datetime) -> None:
        """Keep that somebody takes a break from now on; who takes one already goes on with it."""
        row = {"id": new_id(), "duo_id": duo_id, "person_id": person_id, "began_at": now}
        await insert_unless_there(self.connection, DuoBreakRow, row)

    async def give_reason(self, person_id: int, reason: str) -> bool:
        """Keep why somebody takes a break, nothing for no reason; False when they take none."""
        found = select(DuoBreakRow.id).where(*_open(person_id))
        break_id = await self.connection.scalar(found)
        if break_id is None:
            return False
        sealed = self.keys.seal(reason, _reason(break_id)) if reason else None
        row = update(DuoBreakRow).where(DuoBreakRow.id == break_id)
        await self.connection.execute(row.values(reason=sealed))
        return True

    async def end(self, person_id: int, now: datetime) -> None:
        """The break of this person is over; why they took it is forgotten."""
        row = update(DuoBreakRow).where(*_open(person_id))
        await self.connection.execute(row.values(ended_at=now, reason=None))

    async def of(self, duo_ids: Collection[int]) -> Mapping[int, Sequence[DuoBreak]]:
        """The breaks of these duos, by duo."""
        found = select(DuoBreakRow.__table__).where(DuoBreakRow.duo_id.in_(duo_ids))
        breaks: dict[int, list[DuoBreak]] = {one: [] for one in duo_ids}
        for row in await self.connection.execute(found.order_by(DuoBreakRow.began_at)):
            breaks[row.duo_id].append(self._opened(row))
        return breaks

    def _opened(self, row: Row[*tuple[Any, ...]]) -> DuoBreak:
        reason = self.keys.open(row.reason, _reason(row.id)) if row.reason else ""
        return DuoBreak(row.person_id, row.began_at, row.ended_at, reason)


def _open(person_id: int) -> tuple[Any, ...]:
    return (DuoBreakRow.person_id == person_id, DuoBreakRow.ended_at.is_(None))


def _reason(break_id: int) -> Where:
    return Where("duo_breaks", "reason", break_id)
