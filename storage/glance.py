"""A glance from outside: whether the bot lives, and whether somebody waits in vain.

It is asked by a process that guards the bot. So it shares no engine and no driver of ours with it,
and can write nothing: SQLite opens the file read only, PostgreSQL the transaction.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import aiosqlite
from sqlalchemy import Date, NullPool, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.address import database_url, is_sqlite, sqlite_file
from storage.case_doors import STAFF, branch_of_case
from storage.case_rules import IS_OPEN, OWNER, stands_still
from storage.heartbeats import MACHINE, PROGRAMME
from storage.inbox import WAITING as UNDONE
from storage.letters import WAITING
from storage.sealing import Keys, Where
from storage.tables import CaseRow, HeartbeatRow, InboxRow, LeaveRow, OutboxRow, PersonRow

ANSWERED_WITHIN = 5.0  # seconds for the database
# What somebody waits for: letters about cases and replies. Everybody's question of the week takes
# a while at Telegram's pace: 20,000 of them 13 minutes.
WAITED_FOR = (0, 1)
LATE = timedelta(seconds=120)
LATE_WHEN_MANY = timedelta(minutes=30)
MOST_CASES = 200


@dataclass(frozen=True, slots=True)
class StuckCase:
    """An open case in which nothing comes next, or should have come long ago.

    ``owner_id``: who answers for it, None when nobody does. ``branch``: whose people it is about.
    """

    id: int
    owner_id: int | None
    branch: str | None


@dataclass(frozen=True, slots=True)
class Glance:
    """What was seen: the heartbeats by name, in the machine's time; since when the letter and the
    update wait that are late, None when none is; and the cases that are stuck.
    """

    beats: Mapping[str, datetime]
    late_since: datetime | None
    stuck: Sequence[StuckCase]


@dataclass(frozen=True, slots=True)
class Colleague:
    """One of the staff who can be reached. ``is_urgent``: they own a case that cannot wait."""

    id: int
    telegram_id: int
    language: str
    is_coordinator: bool
    branch: str | None
    is_away: bool
    is_urgent: bool


class Window:
    """A window on the database of the bot, through which nobody can reach."""

    def __init__(self, address: str) -> None:
        url = database_url(address)
        self._engine = _of_sqlite(sqlite_file(url)) if is_sqlite(url) else _of_a_server(url)

    async def glance(self, now: datetime) -> Glance:
        """Look; raises what the database raises, TimeoutError when it does not answer."""
        async with asyncio.timeout(ANSWERED_WITHIN), self._open() as connection:
            beats = await _beats(connection)
            # What is due is due by the programme's time, which may be another one than ours.
            due = now + (beats[PROGRAMME] - beats[MACHINE] if PROGRAMME in beats else timedelta())
            return await waits(connection, beats, now, due)

    async def staff(self, keys: Keys, today: date) -> Sequence[Colleague]:
        """Who works for the programme and can be reached, those who came first in front."""
        async with asyncio.timeout(ANSWERED_WITHIN), self._open() as connection:
            away = set(await connection.scalars(_ON_LEAVE, {"today": today}))
            urgent = set(await connection.scalars(_URGENT))
            return [
                Colleague(
                    row.id, int(keys.open(row.telegram_id, _place(row.id))), row.language,
                    row.role == "coordinator", row.branch, row.id in away, row.id in urgent,
                )
                for row in await connection.execute(_REACHABLE)
            ]  # fmt: skip

    async def close(self) -> None:
        """Look no more."""
        await self._engine.dispose()

    @asynccontextmanager
    async def _open(self) -> AsyncIterator[AsyncConnection]:
        """A new connection each time: no look inherits what was wrong with an earlier one."""
        async with self._engine.connect() as connection, connection.begin():
            yield connection


def _of_sqlite(file: Path) -> AsyncEngine:
    async def connected() -> aiosqlite.Connection:
        connection = aiosqlite.connect(_read_only(file), uri=True, timeout=ANSWERED_WITHIN)
        connection._thread.daemon = True  # noqa: SLF001  # one that hangs must not outlive us
        try:
            return await connection
        except sqlite3.Error:
            await asyncio.to_thread(connection._thread.join)  # noqa: SLF001  # while the loop runs
            raise

    return create_async_engine(
        "sqlite+aiosqlite://", async_creator=connected, poolclass=NullPool, hide_parameters=True
    )


def _of_a_server(url: str) -> AsyncEngine:
    engine = create_async_engine(url, poolclass=NullPool, hide_parameters=True)
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _read_only(file: Path) -> str:
    """Without a log beside it nobody has the file open; then not even a lock is wanted, which a
    file system that may not be written would refuse.
    """
    log = file.with_name(f"{file.name}-wal")
    untouched = "" if log.exists() else "&immutable=1"
    return f"{file.absolute().as_uri()}?mode=ro{untouched}"


async def waits(
    connection: AsyncConnection, beats: Mapping[str, datetime], now: datetime, due: datetime
) -> Glance:
    """Who waits in vain, by the machine's time and the programme's."""
    late = [await _late_update(connection, now), await _late_letter(connection, due)]
    since = min((one for one in late if one), default=None)
    return Glance(beats, since, await _stuck(connection, due))


async def _beats(connection: AsyncConnection) -> Mapping[str, datetime]:
    found = await connection.execute(select(HeartbeatRow.name, HeartbeatRow.at))
    return {row.name: row.at for row in found}


async def _late_update(connection: AsyncConnection, now: datetime) -> datetime | None:
    """Since when the first update waits that nobody handles."""
    undone = (InboxRow.state == UNDONE, InboxRow.received_at <= now - LATE)
    return await connection.scalar(select(func.min(InboxRow.received_at)).where(*undone))


async def _late_letter(connection: AsyncConnection, now: datetime) -> datetime | None:
    """Since when the first letter waits that somebody still wants."""
    wanted = or_(OutboxRow.expires_at.is_(None), OutboxRow.expires_at > now)
    late = or_(
        and_(OutboxRow.lane.in_(WAITED_FOR), OutboxRow.due_at <= now - LATE),
        and_(OutboxRow.lane.not_in(WAITED_FOR), OutboxRow.due_at <= now - LATE_WHEN_MANY),
    )
    found = select(func.min(OutboxRow.due_at)).where(OutboxRow.state == WAITING, late, wanted)
    return await connection.scalar(found)


async def _stuck(connection: AsyncConnection, now: datetime) -> Sequence[StuckCase]:
    """The open cases that stand still, the oldest first; those of just now get their time."""
    stuck = (stands_still(now - LATE), CaseRow.opened_at <= now - LATE)
    found = (
        select(CaseRow.id, OWNER.label("owner"), branch_of_case().label("branch"))
        .where(*stuck)
        .order_by(CaseRow.opened_at)
        .limit(MOST_CASES)
    )
    return [StuckCase(*row) for row in await connection.execute(found)]


def _place(person_id: int) -> Where:
    return Where("people", "telegram_id", person_id)


_URGENT = select(OWNER).where(IS_OPEN, CaseRow.urgency == "now")
_TODAY = bindparam("today", type_=Date)
_ON_LEAVE = select(LeaveRow.person_id).where(
    LeaveRow.first_day <= _TODAY, LeaveRow.last_day >= _TODAY
)
_REACHABLE = (
    select(
        PersonRow.id, PersonRow.telegram_id, PersonRow.language, PersonRow.role, PersonRow.branch
    )
    .where(PersonRow.role.in_(STAFF), PersonRow.unreachable_at.is_(None))
    .order_by(PersonRow.arrived_at, PersonRow.id)
)
