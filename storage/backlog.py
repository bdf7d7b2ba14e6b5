"""How much waits, in numbers only: for those who watch over the house."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.case_rules import stands_still
from storage.inbox import SET_ASIDE, WAITING as UNDONE
from storage.letters import WAITING
from storage.tables import CaseRow, InboxRow, OutboxRow

# A next step of a case that is due for longer than this was forgotten.
STEP_WITHIN = timedelta(seconds=120)


@dataclass(frozen=True, slots=True)
class Queue:
    """How many wait that could go now, and since when the first of them."""

    size: int = 0
    oldest: datetime | None = None


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits at one moment. ``letters``: by lane, without the lanes in which none waits.
    ``stuck_cases``: open ones in which nothing comes next, or nobody answers.
    """

    letters: Mapping[int, Queue]
    updates: Queue
    set_aside: int
    open_cases: int
    untaken_cases: Queue
    stuck_cases: int = 0


async def backlog(connection: AsyncConnection, now: datetime, leased_at: datetime) -> Backlog:
    """Count. Letters are due by the programme's time, ``now``; leases are the machine's."""
    waiting = select(func.count(), func.min(InboxRow.received_at))
    aside = select(func.count()).where(InboxRow.state == SET_ASIDE)
    cases = select(func.count(), func.min(CaseRow.opened_at)).where(CaseRow.open_key.is_not(None))
    return Backlog(
        letters=await _letters(connection, now, leased_at),
        updates=await _queue(connection, waiting.where(InboxRow.state == UNDONE)),
        set_aside=(await connection.scalars(aside)).one(),
        open_cases=(await _queue(connection, cases)).size,
        untaken_cases=await _queue(connection, cases.where(CaseRow.taken_at.is_(None))),
        stuck_cases=(await _queue(connection, cases.where(stands_still(now - STEP_WITHIN)))).size,
    )


async def _queue(connection: AsyncConnection, question: Select[int, datetime]) -> Queue:
    return Queue(*(await connection.execute(question)).one())


async def _letters(
    connection: AsyncConnection, now: datetime, leased_at: datetime
) -> Mapping[int, Queue]:
    """Letters that nothing holds up: neither a lease, nor one before them to the same person."""
    question = (
        select(OutboxRow.lane, func.count(), func.min(OutboxRow.due_at))
        .where(*_wanted(now), ~_held_up(leased_at))
        .group_by(OutboxRow.lane)
    )
    rows = (await connection.execute(question)).all()
    return {lane: Queue(size, oldest) for lane, size, oldest in rows}


def _wanted(now: datetime) -> Sequence[ColumnElement[bool]]:
    """Due, and not too late."""
    is_wanted = or_(OutboxRow.expires_at.is_(None), OutboxRow.expires_at > now)
    return OutboxRow.state == WAITING, OutboxRow.due_at <= now, is_wanted


def _held_up(leased_at: datetime) -> ColumnElement[bool]:
    """Whether this letter, or another in its lane to its person, is leased: none overtakes it."""
    leased = aliased(OutboxRow)
    return exists().where(
        leased.person_id == OutboxRow.person_id,
        leased.lane == OutboxRow.lane,
        leased.state == WAITING,
        leased.lease_until > leased_at,
    )
