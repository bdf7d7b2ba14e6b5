"""What comes next in the calls for a coach: what is due, what waits, and what stands still."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.cases import COLUMNS, Case, opened
from storage.ids import new_id
from storage.letters import DEAD
from storage.sealing import Keys
from storage.tables import CaseAskRow, CaseRow, OutboxRow
from storage.upsert import insert_those_new

# What comes next in a case that waits for the office to open.
HOLD = "hold"


class CaseSteps:
    """Questions about the next steps of cases, and about whom they were brought to."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """The cases whose next step is to be taken, the longest due first."""
        due = select(CaseRow.id).where(CaseRow.next_at <= now, CaseRow.closed_at.is_(None))
        found = await self.connection.scalars(due.order_by(CaseRow.next_at).limit(limit))
        return found.all()

    async def still_due(self, case_id: int, now: datetime) -> Case | None:
        """One of them, held for us until the transaction ends; None when it is done already."""
        due = (CaseRow.id == case_id, CaseRow.next_at <= now, CaseRow.closed_at.is_(None))
        found = select(*COLUMNS).where(*due).with_for_update(skip_locked=True)
        row = (await self.connection.execute(found)).one_or_none()
        return opened(row, self.keys) if row else None

    async def standing_still(self, due_before: datetime, limit: int) -> Sequence[int]:
        """The open cases for which nothing is to come, or nobody answers, or something should have
        come by then.
        """
        found = select(CaseRow.id).where(stands_still(due_before))
        in_order = found.order_by(CaseRow.opened_at).limit(limit)
        return (await self.connection.scalars(in_order)).all()

    async def held(self) -> Sequence[Case]:
        """The open cases that found nobody, or wait for the office to open, the oldest first."""
        waiting = or_(CaseRow.next_step == HOLD, CaseRow.coach_id.is_(None))
        open_ = (CaseRow.closed_at.is_(None), CaseRow.taken_at.is_(None))
        found = select(*COLUMNS).where(waiting, *open_).order_by(CaseRow.opened_at)
        return [opened(row, self.keys) for row in await self.connection.execute(found)]

    async def ask(self, case_id: int, people: Collection[int], rung: int, now: datetime) -> None:
        """Keep that these people are asked; who was asked before stays on the rung of then."""
        await insert_those_new(
            self.connection,
            CaseAskRow,
            [
                {"id": new_id(), "case_id": case_id, "person_id": one,
                 "rung": rung, "asked_at": now}
                for one in people
            ],
        )  # fmt: skip

    async def unask(self, case_id: int, person_id: int) -> None:
        """Forget that somebody was asked, who cannot be asked any more."""
        theirs = (CaseAskRow.case_id == case_id, CaseAskRow.person_id == person_id)
        await self.connection.execute(delete(CaseAskRow).where(*theirs))

    async def asked(self, case_id: int) -> Sequence[int]:
        """Whom a case was brought to, in that order."""
        found = select(CaseAskRow.person_id).where(CaseAskRow.case_id == case_id)
        in_order = found.order_by(CaseAskRow.asked_at, CaseAskRow.rung, CaseAskRow.id)
        return (await self.connection.scalars(in_order)).all()

    async def not_reached(self, kind: str, subject: str) -> Sequence[int]:
        """Whom a new letter about this case could not reach; a change of one does not count."""
        about = (OutboxRow.kind == kind, OutboxRow.subject == subject)
        dead = (OutboxRow.state == DEAD, OutboxRow.edits.is_(None))
        found = select(OutboxRow.person_id).where(*about, *dead)
        return (await self.connection.scalars(found)).all()


def stands_still(due_before: datetime) -> ColumnElement[bool]:
    """Whether nothing is to come in an open case, or nobody answers for it, or its next step
    should have come by then.
    """
    nobodys = and_(CaseRow.coach_id.is_(None), CaseRow.taken_by.is_(None))
    never = or_(CaseRow.next_at.is_(None), CaseRow.next_step.is_(None))
    late = CaseRow.next_at < due_before
    # Only what is open has an open key, and there is an index on it.
    return and_(CaseRow.open_key.is_not(None), or_(never, nobodys, late))
