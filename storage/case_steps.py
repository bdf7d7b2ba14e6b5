"""What comes next in the calls for a coach: what is due, what waits, and what stands still."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import and_, delete, false, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.case_doors import branch_of_case, readers
from storage.case_rules import IS_OPEN, stands_still
from storage.cases import COLUMNS, Case, opened
from storage.ids import new_id
from storage.letters import DEAD
from storage.sealing import Keys
from storage.tables import CaseAskRow, CaseRow, OutboxRow
from storage.upsert import insert_or_change

# What comes next in a case that waits for the office to open, and where it stands before anybody
# was asked.
HOLD = "hold"
GROUND = -1
# What was brought to nobody, or rests, and can be brought to who comes in. It is not what is kept
# in mind for a day to come.
_WAITS_FOR_ANYBODY = and_(IS_OPEN, CaseRow.taken_at.is_(None), CaseRow.next_step == HOLD)


class CaseSteps:
    """Questions about the next steps of cases, and about whom they were brought to."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def due(self, now: datetime, limit: int, but: Collection[int] = ()) -> Sequence[int]:
        """The cases whose next step is to be taken, the longest due first, ``but`` for some."""
        due = select(CaseRow.id).where(CaseRow.next_at <= now, CaseRow.closed_at.is_(None))
        if but:
            due = due.where(CaseRow.id.not_in(but))
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
        come by then. Those that were raised longest ago come first, and before them those that
        never were: what cannot be mended keeps no other one waiting.
        """
        found = select(CaseRow.id).where(stands_still(due_before))
        raised = (CaseRow.alarmed_at.is_not(None), CaseRow.alarmed_at)
        in_order = found.order_by(*raised, CaseRow.opened_at).limit(limit)
        return (await self.connection.scalars(in_order)).all()

    async def look_again(self, person_id: int, branch: str | None, now: datetime, *,
                         elsewhere: bool) -> None:  # fmt: skip
        """Let the open cases go on now that found nobody yet, or not this person of that branch;
        ``elsewhere``: also those of other branches that found nobody at all.
        """
        asks = select(CaseAskRow.id).where(CaseAskRow.case_id == CaseRow.id).correlate(CaseRow)
        of_branch = branch_of_case() == branch
        nobody = ~asks.exists() if elsewhere else false()
        new_here = and_(of_branch, ~asks.where(CaseAskRow.person_id == person_id).exists())
        await self.connection.execute(
            update(CaseRow)
            .where(_WAITS_FOR_ANYBODY, or_(new_here, nobody))
            .values(next_at=now, rung=GROUND)
        )

    async def answer_for_nobodys(self, person_id: int) -> None:
        """Let this person answer for the open cases that have nobody."""
        nobodys = (CaseRow.coach_id.is_(None), CaseRow.taken_by.is_(None))
        row = update(CaseRow).where(IS_OPEN, *nobodys)
        await self.connection.execute(row.values(coach_id=person_id))

    async def ask(self, case_id: int, people: Collection[int], rung: int, now: datetime) -> None:
        """Keep that these people are asked now, whether or not they were asked before."""
        rows = [
            {"id": new_id(), "case_id": case_id, "person_id": one, "rung": rung, "asked_at": now}
            for one in people
        ]
        key, changes = ("case_id", "person_id"), ("rung", "asked_at")
        await insert_or_change(self.connection, CaseAskRow, rows, key, changes)

    async def unask(self, case_id: int, person_id: int) -> None:
        """Forget that somebody was asked, who cannot be asked any more."""
        theirs = (CaseAskRow.case_id == case_id, CaseAskRow.person_id == person_id)
        await self.connection.execute(delete(CaseAskRow).where(*theirs))

    async def asked(self, case_id: int, since: datetime | None = None) -> Sequence[int]:
        """Whom a case was brought to, in that order; ``since`` an instant if that is given."""
        found = select(CaseAskRow.person_id).where(CaseAskRow.case_id == case_id)
        if since:
            found = found.where(CaseAskRow.asked_at >= since)
        in_order = found.order_by(CaseAskRow.asked_at, CaseAskRow.rung, CaseAskRow.id)
        return (await self.connection.scalars(in_order)).all()

    async def asked_on(self, case_id: int, rung: int) -> Sequence[int]:
        """Whom a case was brought to on this rung."""
        there = (CaseAskRow.case_id == case_id, CaseAskRow.rung == rung)
        return (await self.connection.scalars(select(CaseAskRow.person_id).where(*there))).all()

    async def let_in(self, case_id: int, people: Collection[int]) -> Sequence[int]:
        """Who of these people may see the case."""
        return (await self.connection.scalars(readers(case_id, people))).all()

    async def not_reached(self, kind: str, subject: str) -> Sequence[int]:
        """Whom a new letter about this case could not reach; a change of one does not count."""
        about = (OutboxRow.kind == kind, OutboxRow.subject == subject)
        dead = (OutboxRow.state == DEAD, OutboxRow.edits.is_(None))
        found = select(OutboxRow.person_id).where(*about, *dead)
        return (await self.connection.scalars(found)).all()
