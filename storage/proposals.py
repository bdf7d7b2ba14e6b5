"""Changes of entries that staff propose, from the first word to the decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import ServiceProposalRow


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that one of staff proposes, as far as it has come; ``before`` is what the entry
    said when it was begun.
    """

    id: int
    service_key: str
    field: str
    language: str
    proposed_at: datetime
    proposed_by: int
    value: str | None = None
    sent_at: datetime | None = None
    decided_at: datetime | None = None
    decided_by: int | None = None
    is_accepted: bool | None = None
    before: str = ""


class Proposals:
    """Questions to the table of proposals."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def begin(self, proposal: Proposal) -> None:
        """Keep a proposal that is being written; what the same person began before is dropped."""
        row = ServiceProposalRow
        unsent = (row.proposed_by == proposal.proposed_by, row.sent_at.is_(None))
        await self.connection.execute(delete(row).where(*unsent))
        await self.connection.execute(
            insert(row).values(
                id=proposal.id,
                service_key=proposal.service_key,
                field=proposal.field,
                before=proposal.before,
                value=proposal.value,
                language=proposal.language,
                proposed_at=proposal.proposed_at,
                proposed_by=proposal.proposed_by,
            )
        )

    async def write(self, proposal_id: int, value: str) -> None:
        """Keep the value that was written."""
        await self._change(_unsent(proposal_id), value=value)

    async def send(self, proposal_id: int, now: datetime, since: datetime) -> bool:
        """Its writer says that it is right; False when it was sent or dropped before, or was
        begun before ``since``.
        """
        row = ServiceProposalRow
        written = (*_unsent(proposal_id), row.value.is_not(None), row.proposed_at > since)
        return await self._change(written, sent_at=now) == 1

    async def forget_unsent_before(self, moment: datetime) -> None:
        """Forget what was begun that long ago and never sent."""
        row = ServiceProposalRow
        old = (row.sent_at.is_(None), row.proposed_at <= moment)
        await self.connection.execute(delete(row).where(*old))

    async def drop(self, proposal_id: int) -> None:
        """Forget a proposal that was not sent."""
        await self.connection.execute(delete(ServiceProposalRow).where(*_unsent(proposal_id)))

    async def decide(self, proposal_id: int, by: int | None, now: datetime, *,
                     accepted: bool) -> bool:  # fmt: skip
        """Keep what was decided; False when it was not sent, or somebody decided before."""
        row = ServiceProposalRow
        open_ = (row.id == proposal_id, row.sent_at.is_not(None), row.decided_at.is_(None))
        decision = {"decided_at": now, "decided_by": by, "is_accepted": accepted}
        return await self._change(open_, **decision) == 1

    async def get(self, proposal_id: int) -> Proposal | None:
        """One proposal."""
        found = _PROPOSALS.where(ServiceProposalRow.id == proposal_id)
        row = (await self.connection.execute(found)).one_or_none()
        return _proposal(row) if row else None

    async def undecided(self, limit: int) -> Sequence[Proposal]:
        """The proposals that wait for a decision, the oldest first."""
        row = ServiceProposalRow
        waiting = _PROPOSALS.where(row.sent_at.is_not(None), row.decided_at.is_(None))
        found = await self.connection.execute(waiting.order_by(row.sent_at).limit(limit))
        return [_proposal(one) for one in found]

    async def _change(self, which: tuple[Any, ...], **values: Any) -> int:  # noqa: ANN401  # any column
        row = update(ServiceProposalRow).where(*which)
        return (await self.connection.execute(row.values(**values))).rowcount


_PROPOSALS: Select[*tuple[Any, ...]] = select(
    ServiceProposalRow.id,
    ServiceProposalRow.service_key,
    ServiceProposalRow.field,
    ServiceProposalRow.language,
    ServiceProposalRow.proposed_at,
    ServiceProposalRow.proposed_by,
    ServiceProposalRow.value,
    ServiceProposalRow.sent_at,
    ServiceProposalRow.decided_at,
    ServiceProposalRow.decided_by,
    ServiceProposalRow.is_accepted,
    ServiceProposalRow.before,
)


def _unsent(proposal_id: int) -> tuple[Any, ...]:
    return (ServiceProposalRow.id == proposal_id, ServiceProposalRow.sent_at.is_(None))


def _proposal(row: Row[*tuple[Any, ...]]) -> Proposal:
    return Proposal(*row)
