"""What stands in the chats and may not stay there: messages about cases, and secrets."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.letters import UNSETTLED
from storage.outbox import dropping
from storage.tables import CaseMessageRow, OutboxRow

OF_THE_PERSON = "person"
# The kind of the letters that take messages out; they name one of them as what they change.
REMOVAL = "removal"

_Message = tuple[int, int]
_Letter = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class StandingMessage:
    """A message of ours that stands in the chat of a person, and the one of theirs that it
    answers. It was sent at ``sent_at`` and may have been changed since.
    """

    person_id: int
    message_id: int
    answers: int | None
    sent_at: datetime


class Standing:
    """Questions about messages that stand in chats."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def of(
        self, person_id: int, stays: Collection[str], since: datetime
    ) -> Sequence[StandingMessage]:
        """What was sent or changed since then in the chat of this person, the oldest first."""
        row = OutboxRow
        theirs = (row.person_id == person_id, row.due_at >= since, row.stays.in_(stays))
        return await self._found(*theirs, limit=None)

    async def about(self, kind: str, subjects: Collection[str]) -> Sequence[StandingMessage]:
        """What stands in anybody's chat about one of these, the oldest first."""
        row = OutboxRow
        return await self._found(row.kind == kind, row.subject.in_(subjects), limit=None)

    async def sent_before(
        self, stays: str, before: datetime, limit: int
    ) -> Sequence[StandingMessage]:
        """What may stand no longer since it was sent before then, the oldest first."""
        row = OutboxRow
        return await self._found(row.stays == stays, row.settled_at <= before, limit=limit)

    async def written_by(self, person_id: int, since: datetime) -> Sequence[int]:
        """What this person wrote about their own cases since then, by its numbers in the chat."""
        row = CaseMessageRow
        own = (row.author_id == person_id, row.side == OF_THE_PERSON, row.sent_at >= since)
        written = select(row.message_id).where(*own, row.message_id.is_not(None))
        return [one for one in await self.connection.scalars(written) if one is not None]

    async def answered(self, person_id: int, since: datetime) -> Sequence[int]:
        """What this person wrote since then and was answered, by its numbers in the chat."""
        row = OutboxRow
        theirs = (row.person_id == person_id, row.due_at >= since, row.answers.is_not(None))
        found = await self.connection.scalars(select(row.answers).where(*theirs).distinct())
        return [one for one in found if one is not None]

    async def copies(
        self, kind: str, subject: str, now: datetime
    ) -> Sequence[tuple[int, int | None, datetime]]:
        """Where letters about this stand: person, message number, due. What was to come as a new
        message is taken back, and has no number.
        """
        row = OutboxRow
        coming = (row.state.in_(UNSETTLED), row.edits.is_(None))
        there = or_(row.message_id.is_not(None), and_(*coming))
        about = (row.kind == kind, row.subject == subject, row.removed_at.is_(None), there)
        found = select(row.person_id, row.message_id, row.due_at).where(*about)
        rows = (await self.connection.execute(found.order_by(row.due_at))).all()
        if any(one.message_id is None for one in rows):
            new = (row.kind == kind, row.subject == subject, *coming)
            await self.connection.execute(dropping(*new, now=now))
        once = {(one.person_id, one.message_id): one.due_at for one in rows}
        return [(*copy, due) for copy, due in once.items()]

    async def drop_coming(
        self, kinds: Collection[str], people: Collection[int], now: datetime,
        subject: str | None = None,
    ) -> None:  # fmt: skip
        """Take back what is on its way to these people, about this subject if there is one."""
        row = OutboxRow
        theirs = (row.person_id.in_(people), row.state.in_(UNSETTLED), row.kind.in_(kinds))
        about = () if subject is None else (row.subject == subject,)
        await self.connection.execute(dropping(*theirs, *about, now=now))

    async def changes(self, person_id: int, kind: str, subject: str, message_id: int) -> bool:
        """Let what waits to come anew about this change the message that arrived meanwhile; False
        when nothing waits.
        """
        row = OutboxRow
        theirs = (row.kind == kind, row.subject == subject, row.person_id == person_id)
        new = (*theirs, row.state.in_(UNSETTLED), row.edits.is_(None))
        first = select(row.id).where(*new).order_by(row.due_at, row.place).limit(1)
        change = update(row).where(row.id.in_(first.scalar_subquery())).values(edits=message_id)
        return (await self.connection.execute(change)).rowcount > 0

    async def kept_after(self, person_id: int, kind: str, subject: str, since: datetime) -> bool:
        """Whether a letter of this kind about this was kept for this person after then."""
        row = OutboxRow
        about = (row.kind == kind, row.subject == subject, row.person_id == person_id)
        found = select(row.id).where(*about, row.kept_at > since).limit(1)
        return await self.connection.scalar(found) is not None

    async def take_out(self, person_id: int, message_ids: Collection[int], now: datetime) -> None:
        """Note that these messages are taken out of the chat of this person; no change of them
        that waits is made any more.
        """
        row = OutboxRow
        theirs = (row.person_id == person_id, row.message_id.in_(message_ids))
        await self.connection.execute(update(row).where(*theirs).values(removed_at=now))
        changes = (row.person_id == person_id, row.edits.in_(message_ids), row.kind != REMOVAL)
        waiting = (row.state.in_(UNSETTLED), *changes)
        await self.connection.execute(dropping(*waiting, now=now))

    async def take_out_all(self, person_id: int, now: datetime) -> None:
        """Note that nothing that ever stood in the chat of this person is changed any more."""
        row = OutboxRow
        theirs = (row.person_id == person_id, row.message_id.is_not(None))
        await self.connection.execute(update(row).where(*theirs).values(removed_at=now))

    async def _found(
        self, *which: ColumnElement[bool], limit: int | None
    ) -> Sequence[StandingMessage]:
        row = OutboxRow
        columns = (row.person_id, row.message_id, row.answers)
        there = (row.stays.is_not(None), row.removed_at.is_(None), row.message_id.is_not(None))
        found = select(*columns).where(*which, *there).order_by(row.settled_at).limit(limit)
        rows = (await self.connection.execute(found)).all()
        sent = await self._first_sent(rows) if rows else {}
        return [
            StandingMessage(row.person_id, row.message_id, row.answers, sent[_message(row)])
            for row in rows
        ]

    async def _first_sent(self, messages: Sequence[_Letter]) -> Mapping[_Message, datetime]:
        """When each message was sent: what was changed since was sent by an earlier letter."""
        row = OutboxRow
        sent = (
            select(row.person_id, row.message_id, func.min(row.settled_at))
            .where(row.person_id.in_({one.person_id for one in messages}))
            .where(row.message_id.in_({one.message_id for one in messages}))
            .group_by(row.person_id, row.message_id)
        )
        rows: Sequence[_Letter] = (await self.connection.execute(sent)).all()
        return {_message(one): one[2] for one in rows}


def _message(row: _Letter) -> _Message:
    return row.person_id, row.message_id
