"""The duos."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.tables import DuoRow, PersonRow


class DuoState(StrEnum):
    """How far a duo has come: it is to meet for the first time, to sign, or meets every week."""

    STARTING = "starting"
    SIGNING = "signing"
    ACTIVE = "active"


@dataclass(frozen=True, slots=True)
class Duo:
    """A mentee, a mentor and the coach who follows them; wall times are in ``zone``. They meet
    every week from ``active_since`` on; ``talk`` is the last one that was told as due.
    """

    id: int
    mentee_id: int
    mentor_id: int
    coach_id: int
    zone: str
    formed_at: datetime
    state: str = DuoState.ACTIVE
    active_since: datetime | None = None
    talk: str | None = None
    asked_version: str | None = None

    def partner_of(self, person_id: int) -> int:
        """The other one of the two."""
        return self.mentor_id if person_id == self.mentee_id else self.mentee_id


class Duos:
    """Questions to the table of duos."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def form(self, duo: Duo) -> None:
        """Keep a new duo."""
        await self.connection.execute(
            insert(DuoRow).values(
                id=duo.id,
                mentee_id=duo.mentee_id,
                mentor_id=duo.mentor_id,
                coach_id=duo.coach_id,
                zone=duo.zone,
                formed_at=duo.formed_at,
                state=duo.state,
                active_since=duo.active_since,
                look_at=duo.active_since,
            )
        )

    async def get(self, duo_id: int) -> Duo:
        """The duo of this id, ended or not."""
        row = await self.connection.execute(select(*DUO_COLUMNS).where(DuoRow.id == duo_id))
        return duo_of(row.one())

    async def of(self, person_id: int) -> Duo | None:
        """The duo this mentee or mentor is in now."""
        row = (await self.connection.execute(_OF_MEMBER, {"member": person_id})).first()
        return duo_of(row) if row else None

    async def language_of_mentee(self, mentor_id: int) -> str | None:
        """The language of the mentee whom this mentor meets now; None when there is none."""
        theirs = (DuoRow.mentor_id == mentor_id, DuoRow.ended_at.is_(None))
        mentee = select(PersonRow.language).join(DuoRow, DuoRow.mentee_id == PersonRow.id)
        return (await self.connection.execute(mentee.where(*theirs))).scalar()

    async def followed_by(self, coach_id: int, limit: int | None = None) -> Sequence[Duo]:
        """A coach's own duos, the oldest first; all of them unless so many are wanted."""
        own = select(*DUO_COLUMNS).where(DuoRow.coach_id == coach_id, DuoRow.ended_at.is_(None))
        rows = await self.connection.execute(
            own.order_by(DuoRow.formed_at, DuoRow.id).limit(limit)
        )
        return [duo_of(row) for row in rows]

    async def end(self, duo_id: int, now: datetime) -> None:
        """End a duo."""
        row = update(DuoRow).where(DuoRow.id == duo_id)
        await self.connection.execute(row.values(ended_at=now, look_at=None))

    async def advance(
        self, duo_id: int, origin: DuoState, to: DuoState, active_since: datetime | None = None
    ) -> bool:
        """Bring a duo from one state to another; False when it has left that state."""
        here = (DuoRow.id == duo_id, DuoRow.state == origin, DuoRow.ended_at.is_(None))
        since = {"active_since": active_since, "look_at": active_since}
        row = update(DuoRow).where(*here).values(state=to, **since)
        return (await self.connection.execute(row)).rowcount == 1

    async def ask_to_sign(self, duo_id: int, version: str) -> None:
        """Keep which text the three were asked to sign."""
        row = update(DuoRow).where(DuoRow.id == duo_id)
        await self.connection.execute(row.values(asked_version=version))

    async def asked_another(self, version: str, limit: int) -> Sequence[Duo]:
        """The duos whose three were asked to sign another text than this."""
        other = or_(DuoRow.asked_version < version, DuoRow.asked_version > version)
        found = select(*DUO_COLUMNS).where(other, DuoRow.ended_at.is_(None)).limit(limit)
        rows = await self.connection.execute(found.with_for_update(skip_locked=True))
        return [duo_of(row) for row in rows]

    async def to_look_at(self, now: datetime, limit: int) -> Sequence[Duo]:
        """The duos whose weeks are to be counted anew, the longest due first."""
        due = select(*DUO_COLUMNS).where(DuoRow.look_at <= now)
        in_order = due.order_by(DuoRow.look_at).limit(limit)
        rows = await self.connection.execute(in_order.with_for_update(skip_locked=True))
        return [duo_of(row) for row in rows]

    async def looked(self, duo_id: int, talk: str | None, again: datetime | None) -> None:
        """Keep which talk was told as due last, and when to look again."""
        row = update(DuoRow).where(DuoRow.id == duo_id)
        await self.connection.execute(row.values(talk=talk, look_at=again))


def new_duo(mentee_id: int, mentor_id: int, coach_id: int, zone: str, now: datetime) -> Duo:
    """A duo that is not stored yet, and that meets every week from now on."""
    return Duo(new_id(), mentee_id, mentor_id, coach_id, zone, now, active_since=now)


DUO_COLUMNS = (
    DuoRow.id,
    DuoRow.mentee_id,
    DuoRow.mentor_id,
    DuoRow.coach_id,
    DuoRow.zone,
    DuoRow.formed_at,
    DuoRow.state,
    DuoRow.active_since,
    DuoRow.talk,
    DuoRow.asked_version,
)
_MEMBER: BindParameter[int] = bindparam("member")
_OF_MEMBER = select(*DUO_COLUMNS).where(
    or_(DuoRow.mentee_id == _MEMBER, DuoRow.mentor_id == _MEMBER), DuoRow.ended_at.is_(None)
)


def duo_of(row: Row[*tuple[Any, ...]]) -> Duo:
    """The duo in these columns."""
    return Duo(*row)
