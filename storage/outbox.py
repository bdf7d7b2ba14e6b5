"""What has to be said: letters, stored in the transaction of the fact that causes them."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Integer,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningUpdate

from storage.ids import new_id
from storage.instants import Instant
from storage.letters import DROPPED, WAITING, Claimed, Draft, Settlement
from storage.sealing import Keys, Where
from storage.tables import OutboxRow, PersonRow
from storage.upsert import insert_unless_there

LEASE = timedelta(seconds=60)
LANES = range(4)


class Outbox:
    """Questions to the table of letters."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def put(self, drafts: Sequence[Draft], now: datetime) -> None:
        """Keep letters. Those due at the same time go out in the order in which they were kept."""
        rows = [self._row(draft, place, now) for place, draft in enumerate(drafts)]
        await insert_unless_there(self.connection, OutboxRow, rows)

    async def claim(
        self,
        now: datetime,
        leased_at: datetime,
        limit: int,
        *,
        lanes: Collection[int] = LANES,
        busy: Collection[int] = (),
    ) -> Sequence[Claimed]:
        """Take due letters for a lease: by lane, then by time; none for those who are busy.

        ``now`` is the programme's time, ``leased_at`` the machine's: a turned clock ends no lease.
        """
        moments = {"now": now, "leased_at": leased_at, "until": leased_at + LEASE}
        taken = await self.connection.scalars(
            _taking(tuple(lanes)), {**moments, "busy": list(busy), "most": limit}
        )
        claimed = taken.all()
        return await self._opened(claimed) if claimed else []

    async def settle(self, settlements: Sequence[Settlement]) -> None:
        """Write what became of letters, all at once."""
        await self.connection.execute(
            update(OutboxRow)
            .where(OutboxRow.id == bindparam("letter"), OutboxRow.state == WAITING)
            .values(
                state=bindparam("to"),
                lease_until=bindparam("again", type_=Instant),
                message_id=bindparam("message"),
                settled_at=bindparam("at"),
                tries=OutboxRow.tries - bindparam("uncounted"),
                edits=bindparam("edit"),
                unsure=OutboxRow.unsure + bindparam("unsure"),
            ),
            [
                {"letter": one.letter_id, "to": one.state, "again": one.again, "at": one.at,
                 "message": one.message_id, "uncounted": 0 if one.counted else 1,
                 "edit": one.edits, "unsure": int(one.unsure)}
                for one in settlements
            ],
        )  # fmt: skip

    async def drop(self, person_id: int, lanes: Collection[int], now: datetime) -> int:
        """Send no more of these lanes to this person."""
        waiting = (
            OutboxRow.person_id == person_id,
            OutboxRow.state == WAITING,
            OutboxRow.lane.in_(lanes),
        )
        dropped = await self.connection.execute(
            update(OutboxRow).where(*waiting).values(state=DROPPED, settled_at=now)
        )
        return dropped.rowcount

    async def sent_copies(self, kind: str, subject: str) -> Sequence[tuple[int, int]]:
        """Where letters about this subject arrived: (person id, message number), newest last."""
        sent = select(OutboxRow.person_id, OutboxRow.message_id).where(
            OutboxRow.kind == kind,
            OutboxRow.subject == subject,
            OutboxRow.message_id.is_not(None),
        )
        rows = await self.connection.execute(sent.order_by(OutboxRow.settled_at))
        return [(row.person_id, row.message_id) for row in rows]

    async def release_all(self) -> int:
        """End every lease: for a process that knows it is the only one, at its start."""
        held = and_(OutboxRow.state == WAITING, OutboxRow.lease_until.is_not(None))
        freed = await self.connection.execute(
            update(OutboxRow).where(held).values(lease_until=None)
        )
        return freed.rowcount

    async def forget_settled_before(self, moment: datetime) -> int:
        """Forget the facts of old letters; the row stays, so that none is ever sent again."""
        old = (OutboxRow.settled_at < moment, OutboxRow.facts.is_not(None))
        done = (OutboxRow.state != WAITING, *old)
        forgotten = await self.connection.execute(
            update(OutboxRow).where(*done).values(facts=None)
        )
        return forgotten.rowcount

    def _row(self, draft: Draft, place: int, now: datetime) -> dict[str, Any]:
        letter_id = new_id()
        return {
            "id": letter_id,
            "kind": draft.kind,
            "subject": draft.subject,
            "occurrence": draft.occurrence,
            "person_id": draft.person_id,
            "facts": self.keys.seal_json(dict(draft.facts), _facts(letter_id)),
            "lane": draft.lane,
            "due_at": draft.due,
            "kept_at": now,
            "place": place,
            "edits": draft.edits,
            "state": WAITING,
            "tries": 0,
            "unsure": 0,
        }

    async def _opened(self, ids: Collection[int]) -> Sequence[Claimed]:
        letters = (
            select(*_LETTER, *_READER)
            .join(PersonRow, PersonRow.id == OutboxRow.person_id)
            .where(OutboxRow.id.in_(ids))
            .order_by(*_URGENCY)
        )
        return [
            Claimed(
                id=row.id,
                person_id=row.person_id,
                kind=row.kind,
                subject=row.subject,
                occurrence=row.occurrence,
                facts=self.keys.open_json(row.facts, _facts(row.id)),
                lane=row.lane,
                edits=row.edits,
                tries=row.tries,
                unsure=row.unsure,
                telegram_id=int(self.keys.open(row.telegram_id, _telegram_id(row.person_id))),
                language=row.language,
                paused=row.paused_at is not None,
                reachable=row.unreachable_at is None,
            )
            for row in await self.connection.execute(letters)
        ]


_ORDER = (OutboxRow.due_at, OutboxRow.kept_at, OutboxRow.place)
_URGENCY = (OutboxRow.lane, *_ORDER)
_LETTER = (
    OutboxRow.id,
    OutboxRow.person_id,
    OutboxRow.kind,
    OutboxRow.subject,
    OutboxRow.occurrence,
    OutboxRow.facts,
    OutboxRow.lane,
    OutboxRow.edits,
    OutboxRow.tries,
    OutboxRow.unsure,
)
_READER = (
    PersonRow.telegram_id,
    PersonRow.language,
    PersonRow.paused_at,
    PersonRow.unreachable_at,
)


@cache
def _taking(lanes: tuple[int, ...]) -> ReturningUpdate[Any]:
    """The statement that claims, built once: building it takes longer than running it."""
    free = (
        OutboxRow.state == WAITING,
        OutboxRow.due_at <= bindparam("now", type_=Instant),
        _unleased(bindparam("leased_at", type_=Instant)),
        OutboxRow.person_id.not_in(bindparam("busy", expanding=True)),
    )
    ids = _one_a_person(lanes, free, bindparam("most", type_=Integer))
    return (
        update(OutboxRow)
        .where(OutboxRow.id.in_(ids), *free)
        .values(lease_until=bindparam("until", type_=Instant), tries=OutboxRow.tries + 1)
        .returning(OutboxRow.id)
    )


def _one_a_person(
    lanes: Collection[int], free: Sequence[Any], limit: BindParameter[int]
) -> Select[Any]:
    """The first letters by lane and time, and of each person only the first."""
    candidates = union_all(*(_first_of_lane(lane, free, limit) for lane in lanes)).subquery()
    urgency = [candidates.c[column.key] for column in _URGENCY]
    turn = func.row_number().over(partition_by=candidates.c.person_id, order_by=urgency)
    placed = select(candidates, turn.label("turn")).subquery()
    firsts = select(placed.c.id).where(placed.c.turn == 1)
    return firsts.order_by(*(placed.c[column.key] for column in _URGENCY)).limit(limit)


def _first_of_lane(lane: int, free: Sequence[Any], limit: BindParameter[int]) -> Select[Any]:
    """One lane's earliest letters; each lane is a range of the index, however much waits in it."""
    columns = (OutboxRow.id, OutboxRow.person_id, *_URGENCY)
    of_lane = select(*columns).where(OutboxRow.lane == lane, *free)
    return select(of_lane.order_by(*_ORDER).limit(limit).subquery())


def _unleased(now: BindParameter[datetime]) -> Any:  # noqa: ANN401  # a SQL condition has no public type
    return or_(OutboxRow.lease_until.is_(None), OutboxRow.lease_until <= now)


def _facts(letter_id: int) -> Where:
    return Where("outbox", "facts", letter_id)


def _telegram_id(person_id: int) -> Where:
    return Where("people", "telegram_id", person_id)
