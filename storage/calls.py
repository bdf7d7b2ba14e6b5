"""Letters to people who are not on Telegram, which a coach brings by phone, and those calls."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.ids import new_id
from storage.instants import Instant
from storage.letters import SENT, TO_CALL, UNSETTLED, WAITING
from storage.outbox import dropping
from storage.sealing import Keys, Where
from storage.tables import CallRow, DeedRow, DuoRow, OutboxRow, PersonRow


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose people: those of these branches, and those of this coach wherever they live."""

    coach_id: int
    branches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToTell:
    """A letter that is to be said: its facts as JSON, and since when it is so, in milliseconds."""

    kind: str
    facts: str
    due_ms: int


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

    async def waiting(self, whose: Whose, now: datetime, limit: int) -> Sequence[int]:
        """Who is to be called; who waits longest comes first."""
        row = OutboxRow
        there = (row.state == TO_CALL, _in_time(now), ~_is_held(now), of_theirs(whose))
        found = select(row.person_id).join(PersonRow, PersonRow.id == row.person_id)
        in_order = found.where(*there).group_by(row.person_id).order_by(func.min(row.due_at))
        return (await self.connection.scalars(in_order.limit(limit))).all()

    async def letters_of(self, person_id: int, now: datetime) -> Sequence[ToTell]:
        """What is to be said to somebody, what is due longest first."""
        row = OutboxRow
        theirs = (row.person_id == person_id, row.state == TO_CALL, _in_time(now))
        columns = (row.id, row.kind, row.facts, row.settled_at)
        found = select(*columns).where(*theirs).order_by(row.due_at, row.place, row.id)
        return [
            self._to_tell(one)
            for one in await self.connection.execute(found)
            if one.facts is not None
        ]

    def _to_tell(self, row: Row[*tuple[Any, ...]]) -> ToTell:
        facts = json.dumps(self.keys.open_json(row.facts, _facts(row.id)))
        return ToTell(row.kind, facts, math.ceil(row.settled_at.timestamp() * 1000))

    async def told(self, person_id: int, shown_at: datetime, now: datetime) -> int:
        """What was to be said by then was said; give how much of it nobody had said before."""
        row = OutboxRow
        theirs = (row.person_id == person_id, row.state == TO_CALL, row.settled_at <= shown_at)
        done = update(row).where(*theirs).values(state=SENT, settled_at=now)
        return (await self.connection.execute(done)).rowcount

    async def is_untold(self, person_id: int, kind: str, subject: str) -> bool:
        """Whether a letter of this kind waits, and nobody has brought one to this person yet, nor
        is just bringing it.
        """
        row = OutboxRow
        which = (row.person_id == person_id, row.kind == kind, row.subject == subject)
        found = await self.connection.execute(select(row.state, row.lease_until).where(*which))
        letters = found.all()
        has_left = any(one.state == SENT or one.lease_until for one in letters)
        return not has_left and any(one.state in UNSETTLED for one in letters)

    async def answered(self, person_id: int, kind: str, now: datetime) -> None:
        """What was asked by a letter of this kind has its answer: it needs no telling."""
        row = OutboxRow
        asked = (row.person_id == person_id, row.kind == kind, row.state == TO_CALL)
        done = update(row).where(*asked).values(state=SENT, settled_at=now)
        await self.connection.execute(done)

    async def drop_expired(self, now: datetime) -> int:
        """What nobody wants to hear any more is told no more."""
        over = (OutboxRow.state == TO_CALL, OutboxRow.expires_at <= now)
        return (await self.connection.execute(dropping(*over, now=now))).rowcount

    async def release(self, person_id: int) -> None:
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

    async def held_until(self, person_id: int, now: datetime) -> datetime | None:
        """Until when nobody need try again; None when somebody may."""
        row = CallRow
        held = select(func.max(row.holds_until)).where(row.person_id == person_id)
        return await self.connection.scalar(held.where(row.holds_until > now))

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
    own = (DuoRow.coach_id == whose.coach_id, DuoRow.ended_at.is_(None))
    one = aliased(PersonRow)
    # One list of ids: a condition with OR would be looked for from the first row to the last.
    theirs = union_all(
        select(one.id).where(one.branch.in_(whose.branches)),
        select(one.id).where(one.entered_in.in_(whose.branches), one.branch.is_(None)),
        select(DuoRow.mentee_id).where(*own),
        select(DuoRow.mentor_id).where(*own),
    )
    return PersonRow.id.in_(theirs)


def _in_time(now: datetime) -> ColumnElement[bool]:
    moment = bindparam(None, now, type_=Instant)
    return or_(OutboxRow.expires_at.is_(None), OutboxRow.expires_at > moment)


def _is_held(now: datetime) -> ColumnElement[bool]:
    return exists().where(CallRow.person_id == OutboxRow.person_id, CallRow.holds_until > now)


def _facts(letter_id: int) -> Where:
    return Where("outbox", "facts", letter_id)
