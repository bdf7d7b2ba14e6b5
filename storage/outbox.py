"""What has to be said: letters, stored in the transaction of the fact that causes them."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import (
    BigInteger,
    Row,
    String,
    Update,
    and_,
    bindparam,
    case,
    func,
    literal,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.instants import Instant
from storage.letters import (
    DEAD,
    DROPPED,
    HELD,
    TO_CALL,
    UNSETTLED,
    WAITING,
    ClaimedLetter,
    Draft,
    Settlement,
)
from storage.next_letters import URGENCY, changes_what_is_taken_out, in_time, taking
from storage.people import number_of
from storage.sealing import Keys, Tampered, Where
from storage.tables import OutboxRow, PersonRow
from storage.unkept import IS_NOT_KEPT
from storage.upsert import insert_those_new

LEASE = timedelta(seconds=30)
LANES = range(4)

log = structlog.get_logger(__name__)


class Outbox:
    """Questions to the table of letters."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def put(self, drafts: Sequence[Draft], now: datetime) -> None:
        """Keep letters. Those due at the same time go out in the order in which they were kept."""
        rows = [self._row(draft, place, now) for place, draft in enumerate(drafts)]
        await insert_those_new(self.connection, OutboxRow, rows)

    async def claim(
        self,
        now: datetime,
        leased_at: datetime,
        limit: int,
        *,
        lanes: Collection[int] = LANES,
        busy: Collection[int] = (),
    ) -> Sequence[ClaimedLetter]:
        """Take due letters for a lease: by lane, then by time; none for those who are busy.

        ``now`` is the programme's time, ``leased_at`` the machine's: a turned clock ends no lease.
        """
        moments = {"now": now, "leased_at": leased_at, "until": leased_at + LEASE}
        taken = await self.connection.scalars(
            taking(tuple(lanes)), {**moments, "busy": list(busy), "most": limit}
        )
        claimed = taken.all()
        return await self._opened(claimed, now, moments["until"]) if claimed else []

    async def still_wanted(self, letter_id: int, leased_until: datetime, now: datetime) -> bool:
        """Whether a claimed letter is to be sent. It stays so until the transaction ends."""
        ours = {"letter": letter_id, "held": leased_until, "now": now}
        return await self.connection.scalar(_STILL_WANTED, ours) is not None

    async def settle(self, settlements: Sequence[Settlement]) -> None:
        """Write what became of letters, all at once; each is written by whose lease it is."""
        await self.connection.execute(
            _SETTLING,
            [
                {"letter": one.letter_id, "held": one.leased_until, "to": one.state,
                 "again": one.again, "at": one.at, "message": one.message_id,
                 "uncounted": 0 if one.counted else 1, "edit": one.edits,
                 "unsure_now": int(one.unsure)}
                for one in settlements
            ],
        )  # fmt: skip

    async def drop(self, person_id: int, lanes: Collection[int], now: datetime) -> int:
        """Send no more of these lanes to this person."""
        waiting = (
            OutboxRow.person_id == person_id,
            OutboxRow.state.in_(UNSETTLED),
            OutboxRow.lane.in_(lanes),
        )
        dropped = await self.connection.execute(dropping(*waiting, now=now))
        return dropped.rowcount

    async def count_kept(self, person_id: int, kind: str, since: datetime) -> int:
        """How many letters of this kind were kept for this person since then, sent or not."""
        theirs = (OutboxRow.person_id == person_id, OutboxRow.kind == kind)
        kept = select(func.count()).where(*theirs, OutboxRow.kept_at >= since)
        return await self.connection.scalar(kept) or 0

    async def sent_copies(self, kind: str, subject: str) -> Sequence[tuple[int, int]]:
        """Where letters about this subject stand: (person id, message number), newest last."""
        sent = select(OutboxRow.person_id, OutboxRow.message_id).where(
            OutboxRow.kind == kind,
            OutboxRow.subject == subject,
            OutboxRow.message_id.is_not(None),
            OutboxRow.removed_at.is_(None),
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
            "expires_at": draft.expires,
            "kept_at": now,
            "place": place,
            "edits": draft.edits,
            "replies_to": draft.replies_to,
            "stays": draft.stays,
            "answers": draft.answers,
            "state": HELD if draft.held else WAITING,
            "tries": 0,
            "unsure": 0,
        }

    async def _opened(
        self, ids: Collection[int], now: datetime, until: datetime
    ) -> Sequence[ClaimedLetter]:
        """One that does not open is put aside here, so that it keeps nobody else's waiting."""
        opened = []
        for row in (await self.connection.execute(_READING, {"ids": ids})).all():
            try:
                opened.append(self._letter(row, until))
            except Tampered:
                log.exception("letter_does_not_open", letter_id=row.id)
                await self.settle([Settlement(row.id, until, DEAD, now)])
        return opened

    def _letter(self, row: Row[*tuple[Any, ...]], until: datetime) -> ClaimedLetter:
        return ClaimedLetter(
            id=row.id,
            person_id=row.person_id,
            kind=row.kind,
            subject=row.subject,
            occurrence=row.occurrence,
            facts=self.keys.open_json(row.facts, _facts(row.id)),
            lane=row.lane,
            edits=row.edits,
            replies_to=row.replies_to,
            tries=row.tries,
            unsure=row.unsure,
            telegram_id=number_of(self.keys, row.telegram_id, row.person_id),
            language=row.language,
            role=row.role,
            paused=row.paused_at is not None,
            reachable=row.unreachable_at is None,
            leased_until=until,
        )


def dropping(*which: Any, now: datetime) -> Update:  # noqa: ANN401  # a SQL condition has no public type
    """The statement that drops letters that wait."""
    left = case((IS_NOT_KEPT, null()), else_=OutboxRow.facts)
    return update(OutboxRow).where(*which).values(state=DROPPED, settled_at=now, facts=left)


_LETTER = (
    OutboxRow.id, OutboxRow.person_id, OutboxRow.kind, OutboxRow.subject, OutboxRow.occurrence,
    OutboxRow.facts, OutboxRow.lane, OutboxRow.edits, OutboxRow.replies_to, OutboxRow.tries,
    OutboxRow.unsure,
)  # fmt: skip
_READER = (
    PersonRow.telegram_id,
    PersonRow.language,
    PersonRow.role,
    PersonRow.paused_at,
    PersonRow.unreachable_at,
)

_READING = (
    select(*_LETTER, *_READER)
    .join(PersonRow, PersonRow.id == OutboxRow.person_id)
    .where(OutboxRow.id.in_(bindparam("ids", expanding=True)))
    .order_by(*URGENCY)
)
_LEASED = (
    OutboxRow.id == bindparam("letter"),
    OutboxRow.lease_until == bindparam("held", type_=Instant),
)
_OURS = (*_LEASED, OutboxRow.state == WAITING)
_STILL_WANTED = select(OutboxRow.id).where(*_OURS, in_time()).with_for_update()
_IS_DROPPED = OutboxRow.state == DROPPED
_TO = bindparam("to", type_=String)
_STAYS_TO_DO = or_(literal(WAITING) == _TO, literal(TO_CALL) == _TO)
_IS_NEW = bindparam("edit", type_=BigInteger).is_(None)
_IS_HIDDEN = and_(_TO == WAITING, _IS_NEW, changes_what_is_taken_out())
_SETTLING = (
    update(OutboxRow)
    .where(*_LEASED, or_(OutboxRow.state == WAITING, _IS_DROPPED))
    .values(
        state=case((_IS_DROPPED, OutboxRow.state), (_IS_HIDDEN, DROPPED), else_=_TO),
        facts=case((and_(IS_NOT_KEPT, ~_STAYS_TO_DO), null()), else_=OutboxRow.facts),
        lease_until=bindparam("again", type_=Instant),
        message_id=bindparam("message"),
        settled_at=bindparam("at", type_=Instant),
        tries=OutboxRow.tries - bindparam("uncounted"),
        edits=bindparam("edit"),
        unsure=OutboxRow.unsure + bindparam("unsure_now"),
    )
)


def _facts(letter_id: int) -> Where:
    return Where("outbox", "facts", letter_id)
