"""The phone numbers that the two of a duo let each other see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.sealing import Keys, SealedBytes, Where
from storage.tables import PhoneShareRow
from storage.upsert import insert_unless_there


@dataclass(frozen=True, slots=True)
class PhoneShare:
    """What one of a duo said: ``asked_at`` while a number is awaited, ``shared_at`` with one."""

    id: int
    number: str
    asked_at: datetime | None
    shared_at: datetime | None


NOTHING_SAID = PhoneShare(0, "", None, None)


class PhoneShares:
    """Questions to the table of shared phone numbers."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def of(self, duo_id: int) -> Mapping[int, PhoneShare]:
        """What the people of a duo said, by person; who said nothing is left out."""
        rows = await self.connection.execute(
            select(PhoneShareRow.__table__).where(PhoneShareRow.duo_id == duo_id)
        )
        return {row.person_id: self._opened(row) for row in rows}

    async def ask(self, duo_id: int, person_id: int, now: datetime) -> None:
        """Await a number of this person."""
        row = {"id": new_id(), "duo_id": duo_id, "person_id": person_id, "asked_at": now}
        if not await insert_unless_there(self.connection, PhoneShareRow, row):
            await self._write(duo_id, person_id, asked_at=now)

    async def share(self, share_id: int, number: str, now: datetime) -> None:
        """Keep the number of who was asked for it."""
        sealed = self.keys.seal(number, _number(share_id))
        row = update(PhoneShareRow).where(PhoneShareRow.id == share_id)
        await self.connection.execute(row.values(number=sealed, shared_at=now, asked_at=None))

    async def stop(self, duo_id: int, person_id: int) -> None:
        """Forget the number of this person."""
        await self._write(duo_id, person_id, number=None, shared_at=None, asked_at=None)

    async def forget(self, duo_id: int) -> None:
        """Forget all about the numbers of a duo."""
        await self.connection.execute(delete(PhoneShareRow).where(PhoneShareRow.duo_id == duo_id))

    async def _write(
        self, duo_id: int, person_id: int, **values: SealedBytes | datetime | None
    ) -> None:
        row = update(PhoneShareRow).where(*_one(duo_id, person_id))
        await self.connection.execute(row.values(**values))

    def _opened(self, row: Row[*tuple[Any, ...]]) -> PhoneShare:
        number = self.keys.open(row.number, _number(row.id)) if row.number else ""
        return PhoneShare(row.id, number, row.asked_at, row.shared_at)


def _one(duo_id: int, person_id: int) -> tuple[Any, ...]:
    return (PhoneShareRow.duo_id == duo_id, PhoneShareRow.person_id == person_id)


def _number(row_id: int) -> Where:
    return Where("phone_shares", "number", row_id)
