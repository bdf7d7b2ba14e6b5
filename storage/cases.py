"""The calls for a coach."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.letters import DEAD
from storage.sealing import Keys, SealedBytes, Where
from storage.tables import CaseRow, OutboxRow
from storage.upsert import insert_unless_there


@dataclass(frozen=True, slots=True)
class Case:
    """One call for a coach: about a person who asked, a duo, or what a branch looks after."""

    id: int
    reason: str
    person_id: int | None
    duo_id: int | None
    coach_id: int | None
    opened_at: datetime
    taken_at: datetime | None = None
    taken_by: int | None = None
    closed_at: datetime | None = None
    branch: str | None = None
    urgency: str = "week"
    about: str | None = None
    audience: str | None = None
    ladder: str | None = None
    rung: int = 0
    next_at: datetime | None = None
    next_step: str | None = None
    promised_at: datetime | None = None
    read_at: datetime | None = None
    read_by: int | None = None
    answered_at: datetime | None = None
    waits_until: datetime | None = None
    reopened_at: datetime | None = None
    alarmed_at: datetime | None = None

    @property
    def owner_id(self) -> int | None:
        """Who answers for it now: who has taken it, else who was asked first."""
        return self.taken_by or self.coach_id

    @property
    def open_key(self) -> str:
        """What there may be only one open case of."""
        return f"{self.reason}:{self.person_id or self.duo_id or self.branch}"


class Cases:
    """Questions to the table of cases."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def open(self, case: Case) -> bool:
        """Keep a new case; False when there is an open one for the same reason already."""
        return await insert_unless_there(
            self.connection,
            CaseRow,
            {
                "id": case.id,
                "reason": case.reason,
                "open_key": case.open_key,
                "person_id": case.person_id,
                "duo_id": case.duo_id,
                "branch": case.branch,
                "coach_id": case.coach_id,
                "opened_at": case.opened_at,
                "urgency": case.urgency,
                "about": self._sealed(case),
                "audience": case.audience,
                "ladder": case.ladder,
                "rung": case.rung,
                "next_at": case.next_at,
                "next_step": case.next_step,
                "promised_at": case.promised_at,
            },
        )

    async def open_for(self, open_key: str) -> Case | None:
        """The open case under this key."""
        found = select(*_COLUMNS).where(CaseRow.open_key == open_key)
        row = (await self.connection.execute(found)).one_or_none()
        return self._case(row) if row else None

    async def closed_about(self, person_id: int, reason: str) -> Sequence[Case]:
        """The closed cases of this reason about one person, the oldest first."""
        theirs = (CaseRow.person_id == person_id, CaseRow.reason == reason)
        closed = select(*_COLUMNS).where(*theirs, CaseRow.closed_at.is_not(None))
        rows = await self.connection.execute(closed.order_by(CaseRow.opened_at))
        return [self._case(row) for row in rows]

    async def for_coach(self, case_id: int, coach_id: int) -> Case | None:
        """A case, found only by the coach it was brought to or who has taken it."""
        own = or_(CaseRow.coach_id == coach_id, CaseRow.taken_by == coach_id)
        found = select(*_COLUMNS).where(CaseRow.id == case_id, own)
        row = (await self.connection.execute(found)).one_or_none()
        return self._case(row) if row else None

    async def take(self, case_id: int, coach_id: int, now: datetime) -> bool:
        """Give the case to this coach; False when somebody has it or it is closed."""
        free = (CaseRow.id == case_id, CaseRow.taken_at.is_(None), CaseRow.closed_at.is_(None))
        done = await self.connection.execute(
            update(CaseRow).where(*free).values(taken_at=now, taken_by=coach_id)
        )
        return done.rowcount == 1

    async def close(self, case_id: int, now: datetime) -> bool:
        """Close the case; False when it was closed before."""
        still_open = (CaseRow.id == case_id, CaseRow.closed_at.is_(None))
        done = await self.connection.execute(
            update(CaseRow).where(*still_open).values(closed_at=now, open_key=None)
        )
        return done.rowcount == 1

    async def turn_to(self, case_id: int, open_key: str, person_id: int) -> None:
        """Let an open case be about somebody else, who needs it still."""
        row = update(CaseRow).where(CaseRow.id == case_id)
        await self.connection.execute(row.values(open_key=open_key, person_id=person_id))

    async def bring_to(self, case_id: int, coach_id: int | None) -> None:
        """Bring a case to another coach, or let it wait for one; nobody has it then."""
        row = update(CaseRow).where(CaseRow.id == case_id)
        await self.connection.execute(row.values(coach_id=coach_id, taken_at=None, taken_by=None))

    async def not_reached(self, kind: str, subject: str) -> Sequence[int]:
        """Whom a new letter about this case could not reach; a change of one does not count."""
        about = (OutboxRow.kind == kind, OutboxRow.subject == subject)
        dead = (OutboxRow.state == DEAD, OutboxRow.edits.is_(None))
        found = select(OutboxRow.person_id).where(*about, *dead)
        return (await self.connection.scalars(found)).all()

    async def without_coach(self) -> Sequence[Case]:
        """The open cases that wait for a coach, the oldest first."""
        waiting = (CaseRow.coach_id.is_(None), CaseRow.closed_at.is_(None))
        found = select(*_COLUMNS).where(*waiting).order_by(CaseRow.opened_at)
        return [self._case(row) for row in await self.connection.execute(found)]

    async def branches_of(self, reason: str) -> Sequence[str]:
        """The branches about which a case of this reason is open."""
        open_ = (CaseRow.reason == reason, CaseRow.closed_at.is_(None))
        found = select(CaseRow.branch).where(*open_, CaseRow.branch.is_not(None))
        return [str(one) for one in await self.connection.scalars(found)]

    async def open_of(self, coach_id: int, limit: int) -> Sequence[Case]:
        """A coach's open cases, the oldest first."""
        own = (CaseRow.coach_id == coach_id, CaseRow.closed_at.is_(None))
        found = select(*_COLUMNS).where(*own).order_by(CaseRow.opened_at).limit(limit)
        return [self._case(row) for row in await self.connection.execute(found)]

    def _sealed(self, case: Case) -> SealedBytes | None:
        return self.keys.seal(case.about, _about(case.id)) if case.about else None

    def _case(self, row: Row[*tuple[Any, ...]]) -> Case:
        case = Case(*row)
        if row.about is None:
            return case
        return replace(case, about=self.keys.open(row.about, _about(case.id)))


def new_case(  # noqa: PLR0913  # what a case is about is one of three
    reason: str, coach_id: int | None, now: datetime, *, person_id: int | None = None,
    duo_id: int | None = None, branch: str | None = None, urgency: str = "week",
) -> Case:  # fmt: skip
    """A case that is not stored yet."""
    case = Case(new_id(), reason, person_id, duo_id, coach_id, now, branch=branch)
    return replace(case, urgency=urgency)


_COLUMNS = (
    CaseRow.id,
    CaseRow.reason,
    CaseRow.person_id,
    CaseRow.duo_id,
    CaseRow.coach_id,
    CaseRow.opened_at,
    CaseRow.taken_at,
    CaseRow.taken_by,
    CaseRow.closed_at,
    CaseRow.branch,
    CaseRow.urgency,
    CaseRow.about,
    CaseRow.audience,
    CaseRow.ladder,
    CaseRow.rung,
    CaseRow.next_at,
    CaseRow.next_step,
    CaseRow.promised_at,
    CaseRow.read_at,
    CaseRow.read_by,
    CaseRow.answered_at,
    CaseRow.waits_until,
    CaseRow.reopened_at,
    CaseRow.alarmed_at,
)


def _about(case_id: int) -> Where:
    return Where("cases", "about", case_id)
