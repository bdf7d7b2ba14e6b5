"""The meetings of the duos, and the quarters of an hour that they take."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.sealing import Keys, SealedBytes, Where
from storage.tables import BusyQuarterRow, DuoRow, MeetingRow
from storage.upsert import insert_those_new


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """The place of a meeting as it is kept: its kind, the key of a public place, typed words."""

    kind: str = "open"
    key: str = ""
    words: str = ""


OPEN_YET = KeptPlace()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a duo. ``wall`` (2026-11-24T14:00) in ``zone`` is what was agreed; the two
    instants follow from it. ``sequence`` rises with every change.
    """

    id: int
    duo_id: int
    wall: str
    zone: str
    minutes: int
    starts_at: datetime
    ends_at: datetime
    place: KeptPlace = OPEN_YET
    sequence: int = 0
    cancelled_at: datetime | None = None


class Meetings:
    """Questions to the tables of meetings and busy quarters of an hour."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def hold(self, duo_id: int) -> bool:
        """Until this transaction ends nobody else plans for this duo; False when it has ended."""
        row = select(DuoRow.id).where(DuoRow.id == duo_id, DuoRow.ended_at.is_(None))
        held = await self.connection.scalar(row.with_for_update(key_share=True))
        return held is not None

    async def fix(
        self, meeting: Meeting, quarters: Collection[int], people: Collection[int], now: datetime
    ) -> bool:
        """Keep a new meeting; False when one of the people has another one in these quarters."""
        row = {**self._sealed(meeting), "made_at": now, "changed_at": now}
        await self.connection.execute(insert(MeetingRow).values(**row))
        if await self._take(meeting.id, quarters, people):
            return True
        await self._free(meeting.id)
        await self.connection.execute(delete(MeetingRow).where(MeetingRow.id == meeting.id))
        return False

    async def change(
        self, meeting: Meeting, quarters: Collection[int], people: Collection[int], now: datetime
    ) -> Meeting | None:
        """Give a meeting another time or place; None when one of the people has another one then,
        or it was cancelled or changed meanwhile. What is given has the next sequence.
        """
        if not await self._hold_as(meeting):
            return None
        before = await self._quarters_of(meeting.id)
        if not await self._take(meeting.id, {*quarters, *before}, people):
            await self._free(meeting.id, but=before)
            return None
        changed = replace(meeting, sequence=meeting.sequence + 1)
        await self._write(meeting, {**self._sealed(changed), "changed_at": now})
        await self._free(meeting.id, but=quarters)
        return changed

    async def cancel(self, meeting: Meeting, now: datetime) -> Meeting | None:
        """Cancel a meeting; None when it was cancelled or changed meanwhile."""
        cancelled = replace(meeting, sequence=meeting.sequence + 1, cancelled_at=now)
        values = {"sequence": cancelled.sequence, "cancelled_at": now, "changed_at": now}
        if not await self._write(meeting, values):
            return None
        await self._free(meeting.id)
        return cancelled

    async def get(self, meeting_id: int, person_id: int) -> Meeting | None:
        """A meeting, cancelled or not, found only by who is in its duo."""
        theirs = or_(DuoRow.mentee_id == person_id, DuoRow.mentor_id == person_id)
        found = select(*_COLUMNS).join(DuoRow, DuoRow.id == MeetingRow.duo_id)
        return await self._one(found.where(MeetingRow.id == meeting_id, theirs))

    async def coming_of(self, duo_id: int, now: datetime) -> Sequence[Meeting]:
        """The meetings of a duo that are not over, the soonest first."""
        coming = (*_standing(duo_id), MeetingRow.ends_at > now)
        return await self._many(select(*_COLUMNS).where(*coming).order_by(MeetingRow.starts_at))

    async def of_week(self, duo_id: int, begin: datetime, end: datetime) -> Sequence[Meeting]:
        """The meetings of a duo that begin in this time, the earliest first."""
        return await self.between((duo_id,), begin, end)

    async def between(
        self, duo_ids: Collection[int], begin: datetime, end: datetime
    ) -> Sequence[Meeting]:
        """The meetings of these duos that begin from ``begin`` until before ``end``."""
        when = and_(MeetingRow.starts_at >= begin, MeetingRow.starts_at < end)
        theirs = (MeetingRow.duo_id.in_(duo_ids), MeetingRow.cancelled_at.is_(None), when)
        return await self._many(select(*_COLUMNS).where(*theirs).order_by(MeetingRow.starts_at))

    async def latest_of(self, duo_id: int, limit: int) -> Sequence[Meeting]:
        """The last meetings of a duo, past or to come, the latest first."""
        found = select(*_COLUMNS).where(*_standing(duo_id))
        return await self._many(found.order_by(MeetingRow.starts_at.desc()).limit(limit))

    async def beginning_after(
        self, instant: datetime, after_id: int, limit: int
    ) -> Sequence[Meeting]:
        """Meetings of all duos to come, by their beginning; of one instant those after an id."""
        later = or_(
            MeetingRow.starts_at > instant,
            and_(MeetingRow.starts_at == instant, MeetingRow.id > after_id),
        )
        coming = (MeetingRow.starts_at >= instant, later, MeetingRow.cancelled_at.is_(None))
        found = select(*_COLUMNS).where(*coming)
        in_order = found.order_by(MeetingRow.starts_at, MeetingRow.id).limit(limit)
        return await self._many(in_order)

    async def ids_of(self, duo_id: int) -> Sequence[int]:
        """All meetings of a duo, cancelled or not."""
        found = select(MeetingRow.id).where(MeetingRow.duo_id == duo_id)
        return (await self.connection.scalars(found)).all()

    async def forget_words(self, duo_id: int) -> None:
        """Forget the typed addresses of a duo."""
        row = update(MeetingRow).where(MeetingRow.duo_id == duo_id)
        await self.connection.execute(row.values(place_words=None))

    async def _hold_as(self, seen: Meeting) -> bool:
        """Whether a meeting still is as it was seen. It stays so until the transaction ends, so
        that nobody else's quarters are taken for its own.
        """
        same = select(MeetingRow.id).where(*_as_seen(seen)).with_for_update()
        return await self.connection.scalar(same) is not None

    async def _write(self, seen: Meeting, values: dict[str, Any]) -> bool:
        """Only what still is as it was seen is changed."""
        row = update(MeetingRow).where(*_as_seen(seen))
        return (await self.connection.execute(row.values(**values))).rowcount == 1

    async def _take(self, meeting_id: int, quarters: Iterable[int], people: Iterable[int]) -> bool:
        """In order, so that of two who want the same the second waits for the first, and never
        each for the other.
        """
        wanted = sorted((person, quarter) for person in {*people} for quarter in {*quarters})
        rows = [
            {"id": new_id(), "person_id": person, "quarter": quarter, "meeting_id": meeting_id}
            for person, quarter in wanted
        ]
        await insert_those_new(self.connection, BusyQuarterRow, rows)
        own = select(func.count()).where(BusyQuarterRow.meeting_id == meeting_id)
        return await self.connection.scalar(own) == len(wanted)

    async def _free(self, meeting_id: int, but: Collection[int] = ()) -> None:
        row = BusyQuarterRow
        others = (row.meeting_id == meeting_id, row.quarter.not_in(but))
        await self.connection.execute(delete(row).where(*others))

    async def _quarters_of(self, meeting_id: int) -> Collection[int]:
        own = select(BusyQuarterRow.quarter).where(BusyQuarterRow.meeting_id == meeting_id)
        return frozenset(await self.connection.scalars(own))

    async def _one(self, found: Any) -> Meeting | None:  # noqa: ANN401  # a select has a long type
        row = (await self.connection.execute(found)).one_or_none()
        return self._opened(row) if row else None

    async def _many(self, found: Any) -> Sequence[Meeting]:  # noqa: ANN401  # as above
        return [self._opened(row) for row in await self.connection.execute(found)]

    def _sealed(self, meeting: Meeting) -> dict[str, Any]:
        return {
            "id": meeting.id, "duo_id": meeting.duo_id, "wall": meeting.wall,
            "zone": meeting.zone, "minutes": meeting.minutes, "starts_at": meeting.starts_at,
            "ends_at": meeting.ends_at, "sequence": meeting.sequence,
            **sealed_place(self.keys, "meetings", meeting.id, meeting.place),
        }  # fmt: skip

    def _opened(self, row: Row[*tuple[Any, ...]]) -> Meeting:
        place = opened_place(self.keys, "meetings", row)
        agreed = (row.id, row.duo_id, row.wall, row.zone, row.minutes)
        return Meeting(*agreed, row.starts_at, row.ends_at, place, row.sequence, row.cancelled_at)


def new_meeting(
    duo_id: int, agreed: tuple[str, str, int, datetime, datetime], place: KeptPlace
) -> Meeting:
    """A meeting that is not stored yet: wall, zone, minutes, from when until when, and where."""
    return Meeting(new_id(), duo_id, *agreed, place)


def sealed_place(keys: Keys, table: str, row_id: int, place: KeptPlace) -> dict[str, Any]:
    """The columns of a place; what was typed is sealed."""
    where = Where(table, "place_words", row_id)
    words: SealedBytes | None = keys.seal(place.words, where) if place.words else None
    return {"place_kind": place.kind, "place_key": place.key, "place_words": words}


def opened_place(keys: Keys, table: str, row: Row[*tuple[Any, ...]]) -> KeptPlace:
    """The place in these columns of a row."""
    where = Where(table, "place_words", row.id)
    words = keys.open(row.place_words, where) if row.place_words else ""
    return KeptPlace(row.place_kind, row.place_key, words)


_COLUMNS = (
    MeetingRow.id,
    MeetingRow.duo_id,
    MeetingRow.wall,
    MeetingRow.zone,
    MeetingRow.minutes,
    MeetingRow.starts_at,
    MeetingRow.ends_at,
    MeetingRow.place_kind,
    MeetingRow.place_key,
    MeetingRow.place_words,
    MeetingRow.sequence,
    MeetingRow.cancelled_at,
)


def _standing(duo_id: int) -> tuple[Any, ...]:
    return (MeetingRow.duo_id == duo_id, MeetingRow.cancelled_at.is_(None))


def _as_seen(seen: Meeting) -> tuple[Any, ...]:
    row = MeetingRow
    return (row.id == seen.id, row.sequence == seen.sequence, row.cancelled_at.is_(None))
