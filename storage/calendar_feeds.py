"""The private addresses at which calendars find somebody's meetings, and what stands there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, case, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.instants import Instant
from storage.meetings import Meeting, opened_place
from storage.sealing import Keys
from storage.tables import CalendarFeedRow, DuoRow, MeetingRow


@dataclass(frozen=True, slots=True)
class FeedMeeting:
    """A meeting in somebody's calendar, cancelled or not; ``duo_stands`` while the duo goes on."""

    meeting: Meeting
    partner_id: int
    duo_stands: bool
    changed_at: datetime


class CalendarFeeds:
    """Questions to the table of calendar feeds."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def make(self, person_id: int, token_hash: str, now: datetime) -> None:
        """Keep a new address under the hash of its secret; an earlier one no longer works."""
        await self.stop(person_id, now)
        row = {"id": new_id(), "person_id": person_id, "token_hash": token_hash, "made_at": now}
        await self.connection.execute(insert(CalendarFeedRow).values(**row))

    async def stop(self, person_id: int, now: datetime) -> bool:
        """Let the address of this person work no longer; False when there was none."""
        row = CalendarFeedRow
        open_ones = (row.person_id == person_id, row.revoked_at.is_(None))
        stopped = await self.connection.execute(
            update(row).where(*open_ones).values(revoked_at=now)
        )
        return stopped.rowcount > 0

    async def is_open(self, person_id: int) -> bool:
        """Whether this person has an address that works."""
        row = CalendarFeedRow
        found = select(row.id).where(row.person_id == person_id, row.revoked_at.is_(None))
        return (await self.connection.execute(found.limit(1))).first() is not None

    async def reader(self, token_hash: str) -> int | None:
        """Whose address this is; None when it is unknown or works no longer."""
        row = CalendarFeedRow
        found = select(row.person_id).where(row.token_hash == token_hash, row.revoked_at.is_(None))
        return await self.connection.scalar(found)

    async def meetings_of(self, person_id: int, since: datetime) -> Sequence[FeedMeeting]:
        """All meetings of this person that begin from then on, the earliest first."""
        about = {"person": person_id, "since": since}
        return [
            FeedMeeting(
                Meeting(
                    row.id, row.duo_id, row.wall, row.zone, row.minutes, row.starts_at,
                    row.ends_at, opened_place(self.keys, "meetings", row), row.sequence,
                    row.cancelled_at,
                ),
                row.partner_id,
                row.ended_at is None,
                row.changed_at,
            )
            for row in await self.connection.execute(_THEIRS, about)
        ]  # fmt: skip


_PERSON: BindParameter[int] = bindparam("person")
_PARTNER = case((DuoRow.mentee_id == _PERSON, DuoRow.mentor_id), else_=DuoRow.mentee_id)
_THEIRS = (
    select(
        *(column for column in MeetingRow.__table__.columns if column.name != "made_at"),
        _PARTNER.label("partner_id"),
        DuoRow.ended_at,
    )
    .join(DuoRow, DuoRow.id == MeetingRow.duo_id)
    .where(
        or_(DuoRow.mentee_id == _PERSON, DuoRow.mentor_id == _PERSON),
        MeetingRow.starts_at >= bindparam("since", type_=Instant),
    )
    .order_by(MeetingRow.starts_at, MeetingRow.id)
)
