"""The open lines: to which case belongs what somebody writes now."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import CaseLineRow, CaseMessageRow, OutboxRow
from storage.upsert import insert_or_change

# What comes before the number in the subject of a letter.
ABOUT_CASE, ABOUT_MESSAGE = "case", "said"
# What is an answer to something that its reader did.
ANSWERS = "update:%"


@dataclass(frozen=True, slots=True)
class Line:
    """The line of one person to a case, and what the next message on it is."""

    case_id: int
    takes: str
    until: datetime


class CaseLines:
    """Questions to the table of open lines."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection
        # What is typed is asked about twice in one transaction: first of all, and last of all.
        self._known: dict[int, Line | None] = {}

    async def open(self, person_id: int, line: Line) -> None:
        """Open a line; the one that this person had before is closed by it."""
        new = {"case_id": line.case_id, "takes": line.takes, "until": line.until}
        row = {"person_id": person_id, **new}
        await insert_or_change(self.connection, CaseLineRow, [row], ("person_id",), tuple(new))
        self._known[person_id] = line

    async def of(self, person_id: int, now: datetime) -> Line | None:
        """The line that this person has now."""
        if person_id not in self._known:
            columns = (CaseLineRow.case_id, CaseLineRow.takes, CaseLineRow.until)
            found = select(*columns).where(CaseLineRow.person_id == person_id)
            row = (await self.connection.execute(found)).one_or_none()
            self._known[person_id] = Line(*row) if row else None
        line = self._known[person_id]
        return line if line and line.until > now else None

    async def close(self, person_id: int) -> None:
        """Close this person's line, if there is one."""
        row = delete(CaseLineRow).where(CaseLineRow.person_id == person_id)
        await self.connection.execute(row)
        self._known[person_id] = None

    async def did_else(self, person_id: int, since: datetime, goes_on: Collection[str]) -> bool:
        """Whether something that this person did since then was answered by another kind of
        letter than these.
        """
        row = OutboxRow
        answers = (row.person_id == person_id, row.due_at > since, row.subject.like(ANSWERS))
        found = select(row.id).where(*answers, row.kind.not_in(goes_on)).limit(1)
        return await self.connection.scalar(found) is not None

    async def case_answered(self, person_id: int, message_id: int) -> int | None:
        """The case that the message of this number in somebody's chat was about."""
        ours = (OutboxRow.person_id == person_id, OutboxRow.message_id == message_id)
        # A change of it, in answer to a tap, says nothing of what it is about.
        about = select(OutboxRow.subject).where(*ours, OutboxRow.subject.not_like(ANSWERS))
        subjects = await self.connection.scalars(about)
        kind, _, number = (subjects.first() or "").partition(":")
        if kind == ABOUT_CASE:
            return int(number)
        if kind != ABOUT_MESSAGE:
            return None
        found = select(CaseMessageRow.case_id).where(CaseMessageRow.id == int(number))
        return await self.connection.scalar(found)

    async def close_over(self, now: datetime) -> int:
        """Take away the lines that nobody has any more."""
        over = await self.connection.execute(delete(CaseLineRow).where(CaseLineRow.until <= now))
        return over.rowcount
