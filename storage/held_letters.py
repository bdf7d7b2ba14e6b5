"""Letters that are held until they are told together, and how many each person gets."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import Row, String, and_, bindparam, case, literal, null, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.instants import Instant
from storage.letters import DEAD, HELD, SENT, TO_CALL, UNSETTLED, WAITING
from storage.outbox import dropping
from storage.sealing import Keys, Tampered, Where
from storage.tables import OutboxRow, PersonRow

# Whoever took a letter before it expired has sent it by then, and whoever closes the matter that
# it is about has seen that it was never sent.
LEFT_TO_OTHERS = timedelta(hours=1)
# Two who leave letters for the same person at once must count one after the other. So few turns
# that no transaction takes many, and so many that few wait.
TURNS = 256
ITS_TURNS = 1_000_005
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class HeldLetter:
    """A letter that waits to be told with others."""

    id: int
    person_id: int
    kind: str
    subject: str
    facts: Mapping[str, Any]
    due: datetime
    expires: datetime | None


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a held letter: it waits, is held until later, was told, or is dropped."""

    letter_id: int
    state: str
    due: datetime


class HeldLetters:
    """Questions to the table of letters about what one person gets."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def kept_for(
        self, people: Collection[int], roles: Iterable[str], lane: int, exempt: Iterable[str],
        since: datetime,
    ) -> Mapping[int, Sequence[tuple[datetime, bool, str]]]:  # fmt: skip
        """What those of these people who have such a role get in this lane: when each letter is
        due, whether it is held, and its kind. Until the transaction ends nobody else counts them.
        """
        await self._in_turn(people)
        asked = {"people": list(people), "roles": list(roles), "lane": lane, "since": since}
        rows = await self.connection.execute(_KEPT, {**asked, "exempt": list(exempt)})
        kept = defaultdict[int, list[tuple[datetime, bool, str]]](list)
        for person, due, state, kind in rows:
            kept[person].extend([(due, state == HELD, kind)] if due else [])
        return kept

    async def due(self, now: datetime, limit: int) -> Sequence[HeldLetter]:
        """What is held for people whose moment has come: of each of them all of it, the oldest
        letter first. So many letters are looked at.
        """
        moment_has_come = (OutboxRow.state == HELD, OutboxRow.due_at <= now)
        first = select(OutboxRow.person_id).where(*moment_has_come).order_by(OutboxRow.due_at)
        people = set(await self.connection.scalars(first.limit(limit)))
        if not people:
            return []
        await self._in_turn(people)
        theirs = select(*_LETTER).where(*moment_has_come, OutboxRow.person_id.in_(people))
        in_order = theirs.order_by(OutboxRow.person_id, OutboxRow.kept_at, OutboxRow.place)
        # What somebody takes back at this moment is left to them: nobody waits for the other.
        free = in_order.with_for_update(skip_locked=True)
        return await self._opened((await self.connection.execute(free)).all(), now)

    async def settle(self, fates: Sequence[Fate], now: datetime) -> None:
        """Write what becomes of held letters, all at once; what does not wait is emptied."""
        await self.connection.execute(
            _SETTLING,
            [
                {"letter": one.letter_id, "to": one.state, "due": one.due,
                 "at": None if one.state in UNSETTLED else now}
                for one in fates
            ],
        )  # fmt: skip

    async def drop_expired(self, now: datetime, limit: int) -> int:
        """Drop letters that nobody sends any more since they expired; give how many."""
        expired = (OutboxRow.state == WAITING, OutboxRow.expires_at <= now - LEFT_TO_OTHERS)
        some = select(OutboxRow.id).where(*expired).order_by(OutboxRow.expires_at).limit(limit)
        dropped = dropping(OutboxRow.id.in_(some.with_for_update(skip_locked=True)), now=now)
        return (await self.connection.execute(dropped)).rowcount

    async def _opened(
        self, rows: Sequence[Row[*tuple[Any, ...]]], now: datetime
    ) -> Sequence[HeldLetter]:
        """One that does not open is put aside, so that it keeps nobody else's waiting."""
        opened, lost = [], []
        for row in rows:
            try:
                facts = self.keys.open_json(row.facts, Where("outbox", "facts", row.id))
            except Tampered:
                log.exception("letter_does_not_open", letter_id=row.id)
                lost.append(Fate(row.id, DEAD, row.due_at))
            else:
                ours = (row.id, row.person_id, row.kind, row.subject)
                opened.append(HeldLetter(*ours, facts, row.due_at, row.expires_at))
        if lost:
            await self.settle(lost, now)
        return opened

    async def _in_turn(self, people: Collection[int]) -> None:
        """On SQLite whoever writes has the turn. Taken in order, so that none wait in a circle."""
        if self.connection.dialect.name == "postgresql":
            turns = sorted({person % TURNS for person in people})
            await self.connection.execute(_TAKING_TURNS, {"ours": ITS_TURNS, "turns": turns})


_LETTER = (
    OutboxRow.id,
    OutboxRow.person_id,
    OutboxRow.kind,
    OutboxRow.subject,
    OutboxRow.facts,
    OutboxRow.due_at,
    OutboxRow.expires_at,
)
# What was dropped, or told by another letter, is none that anybody got.
_COUNTED = and_(
    OutboxRow.person_id == PersonRow.id,
    OutboxRow.due_at >= bindparam("since"),
    OutboxRow.lane == bindparam("lane"),
    OutboxRow.state.in_((WAITING, SENT, DEAD, HELD, TO_CALL)),
    OutboxRow.edits.is_(None),
    OutboxRow.kind.not_in(bindparam("exempt", expanding=True)),
)
_KEPT = (
    select(PersonRow.id, OutboxRow.due_at, OutboxRow.state, OutboxRow.kind)
    .join(OutboxRow, _COUNTED, isouter=True)
    .where(
        PersonRow.id.in_(bindparam("people", expanding=True)),
        PersonRow.role.in_(bindparam("roles", expanding=True)),
    )
)
_TAKING_TURNS = text(
    "SELECT count(pg_advisory_xact_lock(CAST(:ours AS integer), turn))"
    " FROM unnest(CAST(:turns AS integer[])) AS turn"
)

_TO = bindparam("to", type_=String)
# One by one: a list of parameters cannot be handed over for many letters at once.
_WAITS = or_(*(literal(one) == _TO for one in UNSETTLED))
_SETTLING = (
    update(OutboxRow)
    .where(OutboxRow.id == bindparam("letter"), OutboxRow.state == HELD)
    .values(
        state=_TO,
        due_at=bindparam("due", type_=Instant),
        settled_at=bindparam("at", type_=Instant),
        facts=case((_WAITS, OutboxRow.facts), else_=null()),
    )
)
