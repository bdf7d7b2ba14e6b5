"""When each of the people in a duo is asked, week after week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.instants import Instant
from storage.sparing import is_spared
from storage.tables import DuoRow, RhythmRow

Rows = Sequence[Row[*tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """One person's day and hour in a duo; ``at`` is wall time in ``zone``.

    ``partner_next_at`` is when the other one is asked next.
    """

    id: int
    duo_id: int
    person_id: int
    partner_id: int
    weekday: int
    at: time
    zone: str
    next_ask_at: datetime | None
    heard_at: datetime | None = None
    partner_next_at: datetime | None = None


class Rhythms:
    """Questions to the table of rhythms."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def begin(self, rhythms: Sequence[Rhythm]) -> None:
        """Keep when the people of a new duo are asked."""
        await self.connection.execute(
            insert(RhythmRow),
            [
                {"id": one.id, "duo_id": one.duo_id, "person_id": one.person_id,
                 "weekday": one.weekday, "at": one.at, "next_ask_at": one.next_ask_at,
                 "heard_at": one.heard_at}
                for one in rhythms
            ],
        )  # fmt: skip

    async def of(self, duo_id: int) -> Sequence[Rhythm]:
        """The rhythms of a duo, ended or not."""
        found = await self.connection.execute(select(*_COLUMNS).where(RhythmRow.duo_id == duo_id))
        rows = found.all()
        return await self._of_duos(rows, rows)

    async def due(self, now: datetime, limit: int) -> Sequence[Rhythm]:
        """Whose weekly hour has come, the longest due first; who is spared is asked later."""
        due = select(*_COLUMNS).where(
            RhythmRow.next_ask_at <= now, ~is_spared(RhythmRow.person_id, now)
        )
        rows = await self.connection.execute(
            due.order_by(RhythmRow.next_ask_at).limit(limit).with_for_update(skip_locked=True)
        )
        return await self._of_duos(rows.all())

    async def next_after(self, now: datetime) -> datetime | None:
        """The earliest weekly hour to come, of anybody."""
        coming = select(RhythmRow.next_ask_at).where(RhythmRow.next_ask_at > now)
        return await self.connection.scalar(coming.order_by(RhythmRow.next_ask_at).limit(1))

    async def plan(self, next_asks: Sequence[tuple[int, datetime]]) -> None:
        """Set when people are asked next: (rhythm id, instant)."""
        planned = [{"rhythm": rhythm_id, "next": at} for rhythm_id, at in next_asks]
        await self.connection.execute(_PLANNING, planned)

    async def move(self, rhythm_id: int, weekday: int, at: time, next_ask_at: datetime) -> None:
        """Give somebody another day and hour, from the next question on."""
        row = update(RhythmRow).where(RhythmRow.id == rhythm_id)
        moved = row.values(weekday=weekday, at=at, next_ask_at=next_ask_at)
        await self.connection.execute(moved)

    async def end(self, duo_id: int) -> None:
        """Ask nothing more in this duo."""
        row = update(RhythmRow).where(RhythmRow.duo_id == duo_id)
        await self.connection.execute(row.values(next_ask_at=None))

    async def hear(self, person_id: int, now: datetime) -> None:
        """Forget for how long this person was silent until now."""
        row = update(RhythmRow).where(RhythmRow.person_id == person_id)
        await self.connection.execute(row.values(heard_at=now))

    async def _of_duos(self, rows: Rows, both: Rows | None = None) -> Sequence[Rhythm]:
        """With the zone of the duo, and when the other one is asked; not as a join, in which
        PostgreSQL walks through all duos when few rows are due. ``both``: those of the two.
        """
        if not rows:
            return []
        ids = {"ids": list({row.duo_id for row in rows})}
        zones = {row.id: row.zone for row in await self.connection.execute(_DUOS, ids)}
        by_duo: dict[int, list[Row[*tuple[Any, ...]]]] = {}
        for row in both or (await self.connection.execute(_BOTH, ids)).all():
            by_duo.setdefault(row.duo_id, []).append(row)
        return [_rhythm(row, by_duo[row.duo_id], zones[row.duo_id]) for row in rows]


def new_rhythm(
    duo_id: int, people: tuple[int, int], rhythm: tuple[int, time, str], next_ask_at: datetime
) -> Rhythm:
    """A rhythm that is not stored yet: of the first of the two people, beside the second."""
    person_id, partner_id = people
    return Rhythm(new_id(), duo_id, person_id, partner_id, *rhythm, next_ask_at)


_COLUMNS = (
    RhythmRow.id,
    RhythmRow.duo_id,
    RhythmRow.person_id,
    RhythmRow.weekday,
    RhythmRow.at,
    RhythmRow.next_ask_at,
    RhythmRow.heard_at,
)
_DUOS = select(DuoRow.id, DuoRow.zone).where(DuoRow.id.in_(bindparam("ids", expanding=True)))
_BOTH = select(RhythmRow.duo_id, RhythmRow.person_id, RhythmRow.next_ask_at).where(
    RhythmRow.duo_id.in_(bindparam("ids", expanding=True))
)
_PLANNING = (
    update(RhythmRow)
    .where(RhythmRow.id == bindparam("rhythm"))
    .values(next_ask_at=bindparam("next", type_=Instant))
)


def _rhythm(row: Row[*tuple[Any, ...]], both: Rows, zone: str) -> Rhythm:
    partner = next(one for one in both if one.person_id != row.person_id)
    return Rhythm(
        row.id, row.duo_id, row.person_id, partner.person_id, row.weekday, row.at, zone,
        row.next_ask_at, row.heard_at, partner.next_ask_at,
    )  # fmt: skip
