"""Who has a seat in a session, who waits for one, and who was there."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.sessions import Session
from storage.tables import PersonRow, SeatRow, SessionRow, SessionWishRow
from storage.upsert import insert_unless_there


class SeatState(StrEnum):
    """What somebody has in a session."""

    SEATED = "seated"
    WAITING = "waiting"
    HELD = "held"
    GIVEN_UP = "given_up"
    ATTENDED = "attended"
    MISSED = "missed"


# Who hears what becomes of the session.
CONCERNED = (SeatState.SEATED, SeatState.HELD, SeatState.WAITING)
NUMBERED = frozenset({SeatState.SEATED, SeatState.HELD, SeatState.ATTENDED, SeatState.MISSED})


@dataclass(frozen=True, slots=True)
class Seat:
    """What one person has in one session."""

    id: int
    session_id: int
    person_id: int
    state: str
    number: int | None
    asked_at: datetime
    held_until: datetime | None


class Seats:
    """Questions to the table of seats. Who changes one holds its session meanwhile."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def take(self, session: Session, person_id: int, now: datetime) -> Seat:
        """Give somebody a free seat, or else a place in the line; who has one keeps it."""
        nothing = {"id": new_id(), "session_id": session.id, "person_id": person_id,
                   "state": SeatState.GIVEN_UP, "asked_at": now, "changed_at": now}  # fmt: skip
        await insert_unless_there(self.connection, SeatRow, nothing)
        (seat,) = await self._some(
            SeatRow.session_id == session.id, SeatRow.person_id == person_id
        )
        if seat.state in NUMBERED:
            return seat
        number = await self._free_number(session)
        state = SeatState.WAITING if number is None else SeatState.SEATED
        asked = seat.asked_at if seat.state == SeatState.WAITING else now
        await self._change(seat, now, state=state, number=number, asked_at=asked)
        return Seat(seat.id, session.id, person_id, state, number, asked, None)

    async def keep_for(self, session: Session, seat: Seat, until: datetime, now: datetime) -> bool:
        """Keep a free seat for somebody until then; False when there is none."""
        number = await self._free_number(session)
        if number is None:
            return False
        held = {"state": SeatState.HELD, "number": number, "held_until": until}
        return await self._change(seat, now, **held)

    async def settle(self, seat: Seat, state: SeatState, now: datetime) -> bool:
        """What has become of a seat; False when it has changed meanwhile. The number goes with
        what needs none.
        """
        number = seat.number if state in NUMBERED else None
        return await self._change(seat, now, state=state, number=number, held_until=None)

    async def find(self, session_id: int, person_id: int) -> Seat | None:
        """What this person has in this session."""
        found = await self._some(SeatRow.session_id == session_id, SeatRow.person_id == person_id)
        return found[0] if found else None

    async def get(self, seat_id: int) -> Seat | None:
        """One seat by its own number."""
        found = await self._some(SeatRow.id == seat_id)
        return found[0] if found else None

    async def of_session(self, session_id: int) -> Sequence[Seat]:
        """All of a session, who asked first in front."""
        return await self._some(SeatRow.session_id == session_id)

    async def taken_in(self, session_ids: Collection[int]) -> Mapping[int, int]:
        """How many seats are taken or kept in each of these sessions; none is left out."""
        row = SeatRow
        taken = (row.session_id.in_(session_ids), row.number.is_not(None))
        counted = select(row.session_id, func.count()).where(*taken).group_by(row.session_id)
        return {one[0]: one[1] for one in await self.connection.execute(counted)}

    async def unmarked_in(self, session_ids: Collection[int]) -> Collection[int]:
        """In which of these sessions somebody has a seat of whom nobody said yet if they came."""
        row = SeatRow
        theirs = (row.session_id.in_(session_ids), row.state == SeatState.SEATED)
        return set(await self.connection.scalars(select(row.session_id).where(*theirs)))

    async def coming_of(self, person_id: int, now: datetime) -> Sequence[Seat]:
        """What somebody has in sessions that are not over, the soonest first."""
        theirs = (SeatRow.person_id == person_id, SeatRow.state.in_(CONCERNED))
        stands = (SessionRow.cancelled_at.is_(None), SessionRow.ends_at > now)
        found = select(*_COLUMNS).join(SessionRow, SessionRow.id == SeatRow.session_id)
        in_order = found.where(*theirs, *stands).order_by(SessionRow.starts_at, SessionRow.id)
        return [_seat(row) for row in await self.connection.execute(in_order)]

    async def states_of(self, person_id: int, what: str) -> Sequence[tuple[str, datetime]]:
        """What somebody has or had in sessions of one kind, and when those end; soonest first."""
        theirs = (SeatRow.person_id == person_id, SessionRow.what == what)
        found = select(SeatRow.state, SessionRow.ends_at)
        joined = found.join(SessionRow, SessionRow.id == SeatRow.session_id)
        stands = joined.where(*theirs, SessionRow.cancelled_at.is_(None))
        rows = await self.connection.execute(stands.order_by(SessionRow.starts_at, SessionRow.id))
        return [(row.state, row.ends_at) for row in rows]

    async def held_over(self, now: datetime, limit: int) -> Sequence[Seat]:
        """The seats that are kept no longer, the longest over first."""
        over = select(*_COLUMNS).where(SeatRow.held_until <= now)
        rows = await self.connection.execute(over.order_by(SeatRow.held_until).limit(limit))
        return [_seat(row) for row in rows]

    async def attended(self, person_ids: Collection[int]) -> Mapping[int, frozenset[str]]:
        """The keys of what each of these people was at; who was nowhere is left out."""
        there = (SeatRow.person_id.in_(person_ids), SeatRow.state == SeatState.ATTENDED)
        found = select(SeatRow.person_id, SessionRow.what)
        joined = found.join(SessionRow, SessionRow.id == SeatRow.session_id).where(*there)
        been: dict[int, set[str]] = {}
        for person_id, what in await self.connection.execute(joined):
            been.setdefault(person_id, set()).add(what)
        return {person_id: frozenset(keys) for person_id, keys in been.items()}

    async def forget(self, person_id: int) -> None:
        """Erase what somebody who leaves had; that somebody was there stays as a number."""
        own = SeatRow.person_id == person_id
        there = select(SeatRow.session_id).where(own, SeatRow.state == SeatState.ATTENDED)
        counted = update(SessionRow).where(SessionRow.id.in_(there))
        await self.connection.execute(counted.values(gone=SessionRow.gone + 1))
        await self.connection.execute(delete(SeatRow).where(own))
        await self.connection.execute(
            delete(SessionWishRow).where(SessionWishRow.person_id == person_id)
        )

    async def wish(self, person_id: int, what: str, now: datetime) -> None:
        """Remember who hears when such a session is planned."""
        row = {"id": new_id(), "person_id": person_id, "what": what, "asked_at": now}
        await insert_unless_there(self.connection, SessionWishRow, row)

    async def wished(self, branch: str, what: str) -> Sequence[int]:
        """Who of a branch waits to hear of such a session."""
        row = SessionWishRow
        theirs = (row.what == what, PersonRow.branch == branch)
        found = select(row.person_id).join(PersonRow, PersonRow.id == row.person_id)
        return (await self.connection.scalars(found.where(*theirs).order_by(row.asked_at))).all()

    async def wish_kept(self, person_ids: Collection[int], what: str) -> None:
        """They have heard of one."""
        row = SessionWishRow
        told = delete(row).where(row.person_id.in_(person_ids), row.what == what)
        await self.connection.execute(told)

    async def _free_number(self, session: Session) -> int | None:
        taken = select(SeatRow.number).where(
            SeatRow.session_id == session.id, SeatRow.number.is_not(None)
        )
        used = frozenset(await self.connection.scalars(taken))
        return next((one for one in range(1, session.capacity + 1) if one not in used), None)

    async def _change(self, seen: Seat, now: datetime, **values: Any) -> bool:  # noqa: ANN401  # any column
        """Only what still is as it was seen is changed."""
        same = (SeatRow.id == seen.id, SeatRow.state == seen.state)
        row = update(SeatRow).where(*same).values(**values, changed_at=now)
        return (await self.connection.execute(row)).rowcount == 1

    async def _some(self, *which: Any) -> Sequence[Seat]:  # noqa: ANN401  # a SQL condition has no public type
        found = select(*_COLUMNS).where(*which).order_by(SeatRow.asked_at, SeatRow.id)
        return [_seat(row) for row in await self.connection.execute(found)]


_COLUMNS = (
    SeatRow.id,
    SeatRow.session_id,
    SeatRow.person_id,
    SeatRow.state,
    SeatRow.number,
    SeatRow.asked_at,
    SeatRow.held_until,
)


def _seat(row: Row[*tuple[Any, ...]]) -> Seat:
    return Seat(*row)
