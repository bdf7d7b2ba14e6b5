"""The first talks that were agreed, and the half hours that they take."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.sealing import Keys, Where
from storage.tables import IntakeRow, PersonRow, TakenHalfHourRow
from storage.upsert import insert_unless_there

PLANNED, HELD, DONE, CANCELLED, MISSED = "planned", "held", "done", "cancelled", "missed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a talk: needs, what a coach wrote, the decision and why, and a service."""

    needs: tuple[str, ...] = ()
    note: str = ""
    decision: str = ""
    why: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """One first talk. ``sequence`` rises with every change; ``came_from`` is where the person
    stood on the road before.
    """

    id: int
    person_id: int
    coach_id: int
    starts_at: datetime
    ends_at: datetime
    zone: str
    place: str
    came_from: str
    sequence: int = 0
    state: str = PLANNED
    asks: str | None = None
    asks_since: datetime | None = None
    outcome: Outcome = Outcome()

    @property
    def is_open(self) -> bool:
        """Whether it is to come, or nothing was decided yet."""
        return self.state in (PLANNED, HELD)


class Intakes:
    """Questions to the tables of first talks and of taken half hours."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def book(self, intake: Intake, now: datetime) -> bool:
        """Keep a new talk; False when its coach has another one then, or the person has one."""
        values = {**self._sealed(intake), "open_key": intake.person_id, "made_at": now}
        if not await insert_unless_there(self.connection, IntakeRow, values):
            return False
        if await self._take(intake):
            return True
        await self.connection.execute(delete(IntakeRow).where(IntakeRow.id == intake.id))
        return False

    async def change(self, seen: Intake, changed: Intake) -> Intake | None:
        """Give a talk to come another coach, time or place; None when that coach has another one
        then, or it is not as it was seen. What is given has the next sequence.
        """
        if not await self._hold_as(seen):
            return None
        row = TakenHalfHourRow
        same = (changed.coach_id, changed.starts_at) == (seen.coach_id, seen.starts_at)
        if not same:
            if not await self._take(changed):
                return None
            before = (row.coach_id == seen.coach_id, row.starts_at == seen.starts_at)
            await self.connection.execute(delete(row).where(row.intake_id == seen.id, *before))
        changed = replace(changed, sequence=seen.sequence + 1)
        await self._write(seen, self._sealed(changed))
        return changed

    async def end(self, seen: Intake, state: str, now: datetime) -> Intake | None:
        """End a talk in one of its ways, and free its half hour; None when it is not as seen."""
        ended = replace(seen, state=state, sequence=seen.sequence + 1, asks=None, asks_since=None)
        values = {**self._sealed(ended), "open_key": None, "ended_at": now}
        if not await self._write(seen, values):
            return None
        taken = delete(TakenHalfHourRow).where(TakenHalfHourRow.intake_id == seen.id)
        await self.connection.execute(taken)
        return ended

    async def write(self, seen: Intake, changed: Intake) -> bool:
        """Write what the coach says of it; False when it is not as it was seen. Calendars need
        not know, so the sequence stays.
        """
        return await self._write(seen, self._sealed(changed))

    async def get(self, intake_id: int) -> Intake | None:
        """A talk by id, ended or not."""
        return await self._one(select(*_COLUMNS).where(IntakeRow.id == intake_id))

    async def open_of(self, person_id: int) -> Intake | None:
        """The open talk of this person."""
        return await self._one(select(*_COLUMNS).where(IntakeRow.open_key == person_id))

    async def asked_of(self, coach_id: int) -> Intake | None:
        """The talk about which this coach writes next."""
        own = (IntakeRow.coach_id == coach_id, IntakeRow.asks.is_not(None))
        latest = select(*_COLUMNS).where(*own, IntakeRow.open_key.is_not(None))
        return await self._one(latest.order_by(IntakeRow.asks_since.desc()).limit(1))

    async def ask_nothing(self, coach_id: int) -> None:
        """What this coach writes next is about no talk."""
        own = update(IntakeRow).where(IntakeRow.coach_id == coach_id, IntakeRow.asks.is_not(None))
        await self.connection.execute(own.values(asks=None, asks_since=None))

    async def open_in(self, branch: str, limit: int) -> Sequence[Intake]:
        """The open talks with the people of a branch, the earliest first."""
        found = select(*_COLUMNS).join(PersonRow, PersonRow.id == IntakeRow.person_id)
        there = found.where(PersonRow.branch == branch, IntakeRow.open_key.is_not(None))
        return await self._many(there.order_by(IntakeRow.starts_at, IntakeRow.id).limit(limit))

    async def open_with(self, coach_id: int) -> Sequence[Intake]:
        """The open talks of a coach, the earliest first."""
        own = (IntakeRow.coach_id == coach_id, IntakeRow.open_key.is_not(None))
        found = select(*_COLUMNS).where(*own)
        return await self._many(found.order_by(IntakeRow.starts_at, IntakeRow.id))

    async def taken(
        self, coach_ids: Collection[int], after: datetime
    ) -> frozenset[tuple[int, datetime]]:
        """The half hours after this instant that are taken, each with its coach."""
        row = TakenHalfHourRow
        found = select(row.coach_id, row.starts_at).where(row.coach_id.in_(coach_ids))
        rows = await self.connection.execute(found.where(row.starts_at >= after))
        return frozenset((one.coach_id, one.starts_at) for one in rows)

    async def forget(self, person_id: int) -> None:
        """Forget what came of the talks of this person."""
        own = update(IntakeRow).where(IntakeRow.person_id == person_id)
        await self.connection.execute(own.values(outcome=None, asks=None, asks_since=None))

    async def ids_of(self, person_id: int) -> Sequence[int]:
        """All talks of this person."""
        own = select(IntakeRow.id).where(IntakeRow.person_id == person_id)
        return (await self.connection.scalars(own)).all()

    async def _take(self, intake: Intake) -> bool:
        values = {"id": new_id(), "coach_id": intake.coach_id, "starts_at": intake.starts_at,
                  "intake_id": intake.id}  # fmt: skip
        return await insert_unless_there(self.connection, TakenHalfHourRow, values)

    async def _hold_as(self, seen: Intake) -> bool:
        """Whether it still is as it was seen; it stays so until the transaction ends."""
        same = select(IntakeRow.id).where(*_as_seen(seen)).with_for_update()
        return await self.connection.scalar(same) is not None

    async def _write(self, seen: Intake, values: dict[str, Any]) -> bool:
        """Only what still is as it was seen is changed."""
        row = update(IntakeRow).where(*_as_seen(seen))
        return (await self.connection.execute(row.values(**values))).rowcount == 1

    async def _one(self, found: Any) -> Intake | None:  # noqa: ANN401  # a select has a long type
        row = (await self.connection.execute(found)).one_or_none()
        return self._opened(row) if row else None

    async def _many(self, found: Any) -> Sequence[Intake]:  # noqa: ANN401  # as above
        return [self._opened(row) for row in await self.connection.execute(found)]

    def _sealed(self, intake: Intake) -> dict[str, Any]:
        said = asdict(intake.outcome) if intake.outcome != Outcome() else None
        sealed = self.keys.seal_json(said, _outcome(intake.id)) if said else None
        return {
            "id": intake.id, "person_id": intake.person_id, "coach_id": intake.coach_id,
            "starts_at": intake.starts_at, "ends_at": intake.ends_at, "zone": intake.zone,
            "place": intake.place, "came_from": intake.came_from, "sequence": intake.sequence,
            "state": intake.state, "asks": intake.asks, "asks_since": intake.asks_since,
            "outcome": sealed,
        }  # fmt: skip

    def _opened(self, row: Row[*tuple[Any, ...]]) -> Intake:
        intake = Intake(*row[:-1])
        if row.outcome is None:
            return intake
        said = self.keys.open_json(row.outcome, _outcome(row.id))
        outcome = Outcome(**{**said, "needs": tuple(said["needs"])})
        return replace(intake, outcome=outcome)


def new_intake(
    person_id: int, coach_id: int, when: tuple[datetime, datetime, str], place: str, came_from: str
) -> Intake:
    """A talk that is not stored yet: from when until when, and in which zone."""
    return Intake(new_id(), person_id, coach_id, *when, place, came_from)


def _outcome(intake_id: int) -> Where:
    return Where("intakes", "outcome", intake_id)


_COLUMNS = (
    IntakeRow.id,
    IntakeRow.person_id,
    IntakeRow.coach_id,
    IntakeRow.starts_at,
    IntakeRow.ends_at,
    IntakeRow.zone,
    IntakeRow.place,
    IntakeRow.came_from,
    IntakeRow.sequence,
    IntakeRow.state,
    IntakeRow.asks,
    IntakeRow.asks_since,
    IntakeRow.outcome,
)


def _as_seen(seen: Intake) -> tuple[Any, ...]:
    """``sequence`` tells changes of the talk itself; its state tells the rest."""
    row = IntakeRow
    return (row.id == seen.id, row.sequence == seen.sequence, row.state == seen.state)
