"""What came in: raw updates, stored before Telegram is told that we have them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import structlog
from sqlalchemy import Integer, and_, bindparam, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased
from sqlalchemy.sql.dml import ReturningUpdate

from storage.instants import Instant
from storage.sealing import Keys, Tampered, Where
from storage.tables import InboxRow
from storage.upsert import insert_those_new

LEASE = timedelta(seconds=30)
WAITING, DONE, SET_ASIDE = "waiting", "done", "set_aside"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One raw update as it came; ``sender_id`` is None when nobody in particular sent it."""

    update_id: int
    sender_id: int | None
    raw: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ClaimedUpdate:
    """An update that is ours to handle until the lease ends."""

    update_id: int
    raw: dict[str, Any]
    tries: int
    failures: int


class Inbox:
    """Questions to the table of updates that came in."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def store(self, arrivals: Sequence[Arrival], now: datetime) -> None:
        """Keep a whole poll at once; what came before is not kept twice."""
        rows = [
            {
                "update_id": one.update_id,
                "sender_key": self._sender_key(one.sender_id),
                "raw": self.keys.seal_json(one.raw, _raw(one.update_id)),
                "state": WAITING,
                "tries": 0,
                "failures": 0,
                "received_at": now,
            }
            for one in arrivals
        ]
        await insert_those_new(self.connection, InboxRow, rows)

    async def claim(self, now: datetime, limit: int) -> Sequence[ClaimedUpdate]:
        """Take waiting updates for a lease, one of each sender, the earliest first.

        One that does not open is put aside here, so that it keeps nobody else waiting.
        """
        moments = {"now": now, "until": now + LEASE}
        rows = (await self.connection.execute(_taking(), {**moments, "most": limit})).all()
        claimed = []
        for row in sorted(rows, key=lambda row: row.update_id):
            try:
                raw = self._opened(row.update_id, row.raw)
            except Tampered:
                log.exception("update_does_not_open", update_id=row.update_id)
                await self.give_back(row.update_id, set_aside=True)
            else:
                claimed.append(ClaimedUpdate(row.update_id, raw, row.tries, row.failures))
        return claimed

    async def finish(self, update_id: int, now: datetime) -> bool:
        """Mark as done and forget the text; False when it was done before."""
        done = await self.connection.execute(_FINISHING, {"finished": update_id, "at": now})
        return done.rowcount == 1

    async def give_back(self, update_id: int, *, set_aside: bool, counted: bool = True) -> None:
        """After a failure: let it be tried again, or put it aside so that the queue goes on.

        A try that is not ``counted`` is no fault of the update.
        """
        state = SET_ASIDE if set_aside else WAITING
        await self.connection.execute(
            update(InboxRow)
            .where(InboxRow.update_id == update_id, InboxRow.state == WAITING)
            .values(
                state=state,
                failures=InboxRow.failures + int(counted),
                tries=InboxRow.tries - int(not counted),
                lease_until=None,
            )
        )

    async def release_all(self) -> int:
        """End every lease: for a process that knows it is the only one, at its start."""
        held = and_(InboxRow.state == WAITING, InboxRow.lease_until.is_not(None))
        freed = await self.connection.execute(
            update(InboxRow).where(held).values(lease_until=None)
        )
        return freed.rowcount

    async def forget_done_before(self, moment: datetime) -> int:
        """Forget the numbers of updates that Telegram can no longer send again."""
        old = and_(InboxRow.state == DONE, InboxRow.done_at < moment)
        return (await self.connection.execute(delete(InboxRow).where(old))).rowcount

    async def forget_set_aside_before(self, moment: datetime) -> int:
        """Forget updates that nobody could handle, text and all."""
        old = and_(InboxRow.state == SET_ASIDE, InboxRow.received_at < moment)
        return (await self.connection.execute(delete(InboxRow).where(old))).rowcount

    def _sender_key(self, sender_id: int | None) -> bytes | None:
        if sender_id is None:
            return None
        return self.keys.blind(str(sender_id), Where("inbox", "sender_key"))

    def _opened(self, update_id: int, raw: bytes) -> dict[str, Any]:
        opened: dict[str, Any] = self.keys.open_json(raw, _raw(update_id))
        return opened


_FINISHING = (
    update(InboxRow)
    .where(InboxRow.update_id == bindparam("finished"), InboxRow.state == WAITING)
    .values(state=DONE, raw=None, done_at=bindparam("at", type_=Instant))
)


@cache
def _taking() -> ReturningUpdate[*tuple[Any, ...]]:
    """The statement that claims, built once: building it takes longer than running it."""
    earlier = aliased(InboxRow)
    in_turn = ~exists().where(
        earlier.state == WAITING,
        earlier.sender_key == InboxRow.sender_key,
        earlier.update_id < InboxRow.update_id,
    )
    leased_until = InboxRow.lease_until
    unleased = or_(leased_until.is_(None), leased_until <= bindparam("now", type_=Instant))
    free = (InboxRow.state == WAITING, unleased, in_turn)
    first = select(InboxRow.update_id).where(*free).order_by(InboxRow.update_id)
    first = first.limit(bindparam("most", type_=Integer)).with_for_update(skip_locked=True)
    return (
        update(InboxRow)
        .where(InboxRow.update_id.in_(first))
        .values(lease_until=bindparam("until", type_=Instant), tries=InboxRow.tries + 1)
        .returning(InboxRow.update_id, InboxRow.raw, InboxRow.tries, InboxRow.failures)
    )


def _raw(update_id: int) -> Where:
    return Where("inbox", "raw", update_id)
