"""The sessions of the branches, and those that are being planned."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.sealing import Keys, Where
from storage.tables import SessionDraftRow, SessionRow
from storage.upsert import insert_or_change


@dataclass(frozen=True, slots=True)
class Session:
    """One session; ``what`` is the key of a module, or "info"."""

    id: int
    what: str
    branch: str
    place: str
    language: str
    starts_at: datetime
    ends_at: datetime
    capacity: int
    made_by: int
    coach_id: int
    cancelled_at: datetime | None = None
    roll_due_at: datetime | None = None

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return (self.ends_at - self.starts_at) // timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Draft:
    """A session that is being planned; empty is what nobody has said yet."""

    what: str = ""
    wall: str = ""
    place: str = ""
    language: str = ""
    capacity: int = 0
    asks: str = ""


class Sessions:
    """Questions to the tables of sessions and of drafts of them."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def add(self, session: Session, now: datetime) -> None:
        """Keep a new session."""
        await self.connection.execute(insert(SessionRow).values(**asdict(session), made_at=now))

    async def hold(self, session_id: int) -> Session | None:
        """A session, cancelled or past or not. Until this transaction ends nobody else changes who
        sits in it.
        """
        row = select(*_COLUMNS).where(SessionRow.id == session_id).with_for_update()
        found = (await self.connection.execute(row)).one_or_none()
        return _session(found) if found else None

    async def coming(self, branch: str, now: datetime, limit: int) -> Sequence[Session]:
        """What a branch has planned and is not over, the soonest first."""
        row = SessionRow
        return await self._some(
            row.branch == branch, row.cancelled_at.is_(None), row.ends_at > now, limit=limit
        )

    async def just_over(
        self, branch: str, since: datetime, now: datetime, limit: int
    ) -> Sequence[Session]:
        """What a branch held since then."""
        row = SessionRow
        ended = (row.ends_at > since, row.ends_at <= now)
        return await self._some(
            row.branch == branch, row.cancelled_at.is_(None), *ended, limit=limit
        )

    async def cancel(self, session_id: int, now: datetime) -> bool:
        """Cancel a session; False when it was cancelled before."""
        stands = (SessionRow.id == session_id, SessionRow.cancelled_at.is_(None))
        row = update(SessionRow).where(*stands)
        gone = await self.connection.execute(row.values(cancelled_at=now, roll_due_at=None))
        return gone.rowcount == 1

    async def roll_due(self, now: datetime, limit: int) -> Sequence[Session]:
        """Those past of which it is due to ask who was there."""
        due = select(*_COLUMNS).where(SessionRow.roll_due_at <= now)
        rows = await self.connection.execute(
            due.order_by(SessionRow.roll_due_at).limit(limit).with_for_update(skip_locked=True)
        )
        return [_session(row) for row in rows]

    async def roll_called(self, session_id: int) -> None:
        """It is known who was there, or the coach was asked once."""
        row = update(SessionRow).where(SessionRow.id == session_id)
        await self.connection.execute(row.values(roll_due_at=None))

    async def hand_over(self, old: int, new: int, now: datetime) -> Sequence[Session]:
        """What somebody would have held, somebody else holds; give these sessions."""
        row = SessionRow
        theirs = (row.coach_id == old, row.cancelled_at.is_(None), row.ends_at > now)
        found = await self._some(*theirs)
        await self.connection.execute(update(row).where(*theirs).values(coach_id=new))
        return found

    async def show_code(self, session_id: int, code: str) -> None:
        """Let this code, and no earlier one, count in this session."""
        blind = self.keys.blind(_bound(session_id, code), _CODE)
        row = update(SessionRow).where(SessionRow.id == session_id)
        await self.connection.execute(row.values(code=blind))

    async def of_code(
        self, code: str, branch: str, around: tuple[datetime, datetime]
    ) -> int | None:
        """The session of a branch, beginning between these instants, to which a code leads."""
        row = SessionRow
        open_ = (row.branch == branch, row.starts_at.between(*around), row.cancelled_at.is_(None))
        rows = await self.connection.execute(
            select(row.id, row.code).where(*open_, row.code.is_not(None))
        )
        for one in rows:
            if one.code in self.keys.blinds(_bound(one.id, code), _CODE):
                return int(one.id)
        return None

    async def has_code(self, branch: str, around: tuple[datetime, datetime]) -> bool:
        """Whether a branch has a session, beginning between these, in which a code is shown."""
        row = SessionRow
        shown = (row.branch == branch, row.starts_at.between(*around), row.code.is_not(None))
        found = select(row.id).where(*shown, row.cancelled_at.is_(None)).limit(1)
        return await self.connection.scalar(found) is not None

    async def draft_of(self, person_id: int, since: datetime) -> Draft | None:
        """What somebody of the staff has planned so far, unless it is too long ago."""
        row = SessionDraftRow
        columns = (row.what, row.wall, row.place, row.language, row.capacity, row.asks)
        found = select(*columns).where(row.person_id == person_id, row.changed_at > since)
        one = (await self.connection.execute(found)).one_or_none()
        return Draft(*one) if one else None

    async def write_draft(self, person_id: int, draft: Draft, now: datetime) -> None:
        """Keep what is planned so far."""
        values = {"person_id": person_id, **asdict(draft), "changed_at": now}
        changes = tuple(name for name in values if name != "person_id")
        await insert_or_change(self.connection, SessionDraftRow, [values], ("person_id",), changes)

    async def drop_draft(self, person_id: int) -> bool:
        """Forget what was being planned; False when there is nothing of it any more."""
        own = delete(SessionDraftRow).where(SessionDraftRow.person_id == person_id)
        return (await self.connection.execute(own)).rowcount == 1

    async def _some(self, *which: Any, limit: int | None = None) -> Sequence[Session]:  # noqa: ANN401  # a SQL condition has no public type
        found = select(*_COLUMNS).where(*which).order_by(SessionRow.starts_at, SessionRow.id)
        return [_session(row) for row in await self.connection.execute(found.limit(limit))]


def new_session(
    what: str, branch: str, when: tuple[datetime, int], where: tuple[str, str], seats: int,
    coach_id: int,
) -> Session:  # fmt: skip
    """A session that is not stored yet: from when and how long, the place and the language."""
    starts_at, minutes = when
    place, language = where
    ends_at = starts_at + timedelta(minutes=minutes)
    return Session(
        new_id(), what, branch, place, language, starts_at, ends_at, seats, coach_id, coach_id
    )


_CODE = Where("sessions", "code")
_COLUMNS = (
    SessionRow.id,
    SessionRow.what,
    SessionRow.branch,
    SessionRow.place,
    SessionRow.language,
    SessionRow.starts_at,
    SessionRow.ends_at,
    SessionRow.capacity,
    SessionRow.made_by,
    SessionRow.coach_id,
    SessionRow.cancelled_at,
    SessionRow.roll_due_at,
)


def _bound(session_id: int, code: str) -> str:
    return f"{session_id}:{code}"


def _session(row: Row[*tuple[Any, ...]]) -> Session:
    return Session(*row)
