"""The duos."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.tables import DuoRow, PersonRow


@dataclass(frozen=True, slots=True)
class Duo:
    """A mentee, a mentor and the coach who follows them; ``at`` is wall time in ``zone``."""

    id: int
    mentee_id: int
    mentor_id: int
    coach_id: int
    weekday: int
    at: time
    zone: str
    next_check_in_at: datetime | None

    def partner_of(self, person_id: int) -> int:
        """The other one of the two."""
        return self.mentor_id if person_id == self.mentee_id else self.mentee_id


class Duos:
    """Questions to the table of duos."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def form(self, duo: Duo, now: datetime) -> None:
        """Keep a new duo."""
        await self.connection.execute(
            insert(DuoRow).values(
                id=duo.id,
                mentee_id=duo.mentee_id,
                mentor_id=duo.mentor_id,
                coach_id=duo.coach_id,
                weekday=duo.weekday,
                at=duo.at,
                zone=duo.zone,
                formed_at=now,
                next_check_in_at=duo.next_check_in_at,
            )
        )

    async def get(self, duo_id: int) -> Duo:
        """The duo of this id, ended or not."""
        row = await self.connection.execute(select(*_COLUMNS).where(DuoRow.id == duo_id))
        return _duo(row.one())

    async def of(self, person_id: int) -> Duo | None:
        """The duo this mentee or mentor is in now."""
        row = (await self.connection.execute(_OF_MEMBER, {"member": person_id})).first()
        return _duo(row) if row else None

    async def language_of_mentee(self, mentor_id: int) -> str | None:
        """The language of the mentee whom this mentor meets now; None when there is none."""
        theirs = (DuoRow.mentor_id == mentor_id, DuoRow.ended_at.is_(None))
        mentee = select(PersonRow.language).join(DuoRow, DuoRow.mentee_id == PersonRow.id)
        return (await self.connection.execute(mentee.where(*theirs))).scalar()

    async def followed_by(self, coach_id: int, limit: int) -> Sequence[Duo]:
        """A coach's own duos, the oldest first."""
        own = select(*_COLUMNS).where(DuoRow.coach_id == coach_id, DuoRow.ended_at.is_(None))
        rows = await self.connection.execute(
            own.order_by(DuoRow.formed_at, DuoRow.id).limit(limit)
        )
        return [_duo(row) for row in rows]

    async def due_for_check_in(self, now: datetime, limit: int) -> Sequence[Duo]:
        """The duos whose weekly hour has come, the longest due first."""
        due = select(*_COLUMNS).where(DuoRow.next_check_in_at <= now)
        rows = await self.connection.execute(
            due.order_by(DuoRow.next_check_in_at).limit(limit).with_for_update(skip_locked=True)
        )
        return [_duo(row) for row in rows]

    async def next_check_in_after(self, now: datetime) -> datetime | None:
        """The earliest weekly hour to come, of any duo."""
        coming = select(DuoRow.next_check_in_at).where(DuoRow.next_check_in_at > now)
        return await self.connection.scalar(coming.order_by(DuoRow.next_check_in_at).limit(1))

    async def plan(self, next_check_ins: Sequence[tuple[int, datetime]]) -> None:
        """Set when each duo is asked next: (duo id, instant)."""
        row = update(DuoRow).where(DuoRow.id == bindparam("duo"))
        planned = [{"duo": duo_id, "next": at} for duo_id, at in next_check_ins]
        await self.connection.execute(row.values(next_check_in_at=bindparam("next")), planned)

    async def end(self, duo_id: int, now: datetime) -> None:
        """End a duo; it is asked nothing any more."""
        row = update(DuoRow).where(DuoRow.id == duo_id)
        await self.connection.execute(row.values(ended_at=now, next_check_in_at=None))


def new_duo(mentee_id: int, mentor_id: int, coach_id: int, rhythm: tuple[int, time, str],
            next_check_in_at: datetime) -> Duo:  # fmt: skip
    """A duo that is not stored yet; the rhythm is weekday, wall time and zone."""
    return Duo(new_id(), mentee_id, mentor_id, coach_id, *rhythm, next_check_in_at)


_COLUMNS = (
    DuoRow.id,
    DuoRow.mentee_id,
    DuoRow.mentor_id,
    DuoRow.coach_id,
    DuoRow.weekday,
    DuoRow.at,
    DuoRow.zone,
    DuoRow.next_check_in_at,
)
_MEMBER: BindParameter[int] = bindparam("member")
_OF_MEMBER = select(*_COLUMNS).where(
    or_(DuoRow.mentee_id == _MEMBER, DuoRow.mentor_id == _MEMBER), DuoRow.ended_at.is_(None)
)


def _duo(row: Row[*tuple[Any, ...]]) -> Duo:
    return Duo(*row)
