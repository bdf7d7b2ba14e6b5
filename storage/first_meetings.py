"""The first meeting of a duo with its coach: what is offered, what suits, and when it is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.tables import BusyQuarterRow, FirstMeetingRow
from storage.upsert import insert_unless_there

Times = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FirstMeeting:
    """As far as it is planned. ``suits_…`` is None for who has said nothing of this round."""

    duo_id: int
    draft: Times = ()
    times: Times = ()
    round: int = 0
    suits_mentee: Times | None = None
    suits_mentor: Times | None = None
    place_kind: str = "branch"
    meeting_id: int | None = None
    look_at: datetime | None = None
    held_at: datetime | None = None


class FirstMeetings:
    """Questions to the table of first meetings."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def begin(self, duo_id: int) -> None:
        """Nothing is planned yet for this new duo."""
        row = {"id": new_id(), "duo_id": duo_id, "draft": "", "times": "", "round": 0}
        await insert_unless_there(
            self.connection, FirstMeetingRow, {**row, "place_kind": "branch"}
        )

    async def of(self, duo_id: int) -> FirstMeeting | None:
        """That of a duo; None for a duo that never planned one here."""
        found = select(*_COLUMNS).where(FirstMeetingRow.duo_id == duo_id)
        row = (await self.connection.execute(found)).one_or_none()
        return _opened(row) if row else None

    async def save(self, duo_id: int, **changes: Any) -> None:  # noqa: ANN401  # any column
        """Write what has changed, by column; times are kept with blanks between them."""
        kept = {
            name: " ".join(value) if isinstance(value, tuple) else value
            for name, value in changes.items()
        }
        row = update(FirstMeetingRow).where(FirstMeetingRow.duo_id == duo_id)
        await self.connection.execute(row.values(**kept))

    async def over(self, now: datetime, limit: int) -> Sequence[FirstMeeting]:
        """Those whose time is over and of which nobody has asked whether they were held."""
        due = select(*_COLUMNS).where(FirstMeetingRow.look_at <= now)
        in_order = due.order_by(FirstMeetingRow.look_at).limit(limit)
        rows = await self.connection.execute(in_order.with_for_update(skip_locked=True))
        return [_opened(row) for row in rows]

    async def busy(self, people: Collection[int], since: int) -> Collection[int]:
        """The quarters of an hour from this one on in which one of these people is busy."""
        row = BusyQuarterRow
        taken = select(row.quarter).where(row.person_id.in_(people), row.quarter >= since)
        return frozenset(await self.connection.scalars(taken))


_COLUMNS = (
    FirstMeetingRow.duo_id,
    FirstMeetingRow.draft,
    FirstMeetingRow.times,
    FirstMeetingRow.round,
    FirstMeetingRow.suits_mentee,
    FirstMeetingRow.suits_mentor,
    FirstMeetingRow.place_kind,
    FirstMeetingRow.meeting_id,
    FirstMeetingRow.look_at,
    FirstMeetingRow.held_at,
)


def _opened(row: Row[*tuple[Any, ...]]) -> FirstMeeting:
    draft, times = tuple(row.draft.split()), tuple(row.times.split())
    said = (_said(row.suits_mentee), _said(row.suits_mentor))
    planned = (row.place_kind, row.meeting_id, row.look_at, row.held_at)
    return FirstMeeting(row.duo_id, draft, times, row.round, *said, *planned)


def _said(kept: str | None) -> Times | None:
    return None if kept is None else tuple(kept.split())
