"""Letters to people who are not on Telegram, which a coach brings by phone, and those calls."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.instants import Instant
from storage.letters import SENT, TO_CALL, WAITING
from storage.sealing import Keys, Where
from storage.tables import CallRow, DeedRow, DuoRow, OutboxRow, PersonRow


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose people: those of these branches, and those of this coach wherever they live."""

    coach_id: int
    branches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToTell:
    """A letter that is to be said; ``due`` is when it would have been sent."""

    id: int
    kind: str
    facts: dict[str, Any]
    due: datetime


@dataclass(frozen=True, slots=True)
class Call:
    """One call that was made, or tried."""

    at: datetime
    by_id: int
    outcome: str


class Calls:
    """Questions to the letters that are to be said, and to the table of calls."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def waiting(self, whose: Whose, now: datetime, limit: int) -> Sequence[tuple[int, int]]:
        """Who is to be called, and how much there is to say; who waits longest comes first."""
        row = OutboxRow
        there = (row.state == TO_CALL, _in_time(now), ~_is_held(now), of_theirs(whose))
        found = select(row.person_id, func.count()).join(
            PersonRow, PersonRow.id == row.person_id
        )
        in_order = found.where(*there).group_by(row.person_id).order_by(func.min(row.due_at))
        rows = await self.connection.execute(in_order.limit(limit))
        return [(one[0], one[1]) for one in rows]

    async def letters_of(self, person_id: int, now: datetime) -> Sequence[ToTell]:
        """What is to be said to somebody, what is due longest first."""
        row = OutboxRow
        theirs = (row.person_id == person_id, row.state == TO_CALL, _in_time(now))
        columns = (row.id, row.kind, row.facts, row.due_at)
        found = select(*columns).where(*theirs).order_by(row.due_at, row.place, row.id)
        return [
            ToTell(one.id, one.kind, self.keys.open_json(one.facts, _facts(one.id)), one.due_at)
            for one in await self.connection.execute(found)
            if one.facts is not None
        ]

    async def told(self, person_id: int, letters: Collection[int], now: datetime) -> int:
        """These letters were said; give how many nobody had said before."""
        row = OutboxRow
        theirs = (row.id.in_(letters), row.person_id == person_id, row.state == TO_CALL)
        done = update(row).where(*theirs).values(state=SENT, settled_at=now)
        return (await self.connection.execute(done)).rowcount

    async def release(self, person_id: int, now: datetime) -> None:
        """What was to be said goes by Telegram from now on."""
        row = OutboxRow
        theirs = (row.person_id == person_id, row.state == TO_CALL)
        again = update(row).where(*theirs).values(state=WAITING, settled_at=None, lease_until=None)
        await self.connection.execute(again)

    async def add(
        self, person_id: int, by: int, outcome: str, now: datetime, holds_until: datetime | None
    ) -> None:
        """Keep that somebody was called, or that it was tried."""
        values = {"id": new_id(), "person_id": person_id, "by_id": by, "at": now}
        kept = {**values, "outcome": outcome, "holds_until": holds_until}
        await self.connection.execute(insert(CallRow).values(**kept))

    async def of(self, person_id: int, limit: int) -> Sequence[Call]:
        """The last calls to somebody, the newest first."""
        row = CallRow
        found = select(row.at, row.by_id, row.outcome).where(row.person_id == person_id)
        rows = await self.connection.execute(found.order_by(row.at.desc()).limit(limit))
        return [Call(*one) for one in rows]

    async def note_deed(self, update_id: int, person_id: int, by: int, now: datetime) -> None:
        """Keep that somebody did this in the place of the person."""
        who = {"update_id": update_id, "person_id": person_id, "by_id": by, "at": now}
        await self.connection.execute(insert(DeedRow).values(id=new_id(), **who))

    async def deeds_of(self, person_id: int, limit: int) -> Sequence[tuple[int, datetime]]:
        """Who did something in the place of this person, and when; the newest first."""
        found = select(DeedRow.by_id, DeedRow.at).where(DeedRow.person_id == person_id)
        rows = await self.connection.execute(found.order_by(DeedRow.at.desc()).limit(limit))
        return [(one.by_id, one.at) for one in rows]


def of_theirs(whose: Whose) -> ColumnElement[bool]:
    """Whether somebody belongs to these branches, or to this coach wherever they live."""
    both = or_(DuoRow.mentee_id == PersonRow.id, DuoRow.mentor_id == PersonRow.id)
    followed = exists().where(DuoRow.coach_id == whose.coach_id, DuoRow.ended_at.is_(None), both)
    entered = (PersonRow.entered_by == whose.coach_id) & PersonRow.branch.is_(None)
    return or_(PersonRow.branch.in_(whose.branches), entered, followed)


def _in_time(now: datetime) -> ColumnElement[bool]:
    moment = bindparam(None, now, type_=Instant)
    return or_(OutboxRow.expires_at.is_(None), OutboxRow.expires_at > moment)


def _is_held(now: datetime) -> ColumnElement[bool]:
    return exists().where(CallRow.person_id == OutboxRow.person_id, CallRow.holds_until > now)


def _facts(letter_id: int) -> Where:
    return Where("outbox", "facts", letter_id)
