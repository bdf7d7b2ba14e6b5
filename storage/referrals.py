"""Referrals that are open, and how often those that ended came to what."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.sealing import Keys, Where
from storage.tables import ReferralCountRow, ReferralRow
from storage.upsert import insert_unless_there


@dataclass(frozen=True, slots=True)
class Sought:
    """The key of a service, the need it was found for (or nothing), and where (an area)."""

    service: str
    need: str
    area: str


@dataclass(frozen=True, slots=True)
class Referral:
    """A service that somebody wants to be asked about.

    ``ask_at`` is None once it was asked; ``outcome`` is empty until something was said.
    """

    id: int
    person_id: int
    sought: Sought
    made_at: datetime
    ask_at: datetime | None
    ends_at: datetime
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """What is counted of a referral that ends, and nothing more."""

    service_key: str
    need: str
    region: str
    outcome: str
    barrier: str = ""


class Referrals:
    """Questions to the tables of referrals."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def open_for(self, person_id: int, service: str) -> Referral | None:
        """The referral of this person to this service that has not ended."""
        known = self.keys.blinds(_open_text(person_id, service), _OPEN_KEY)
        found = select(*_COLUMNS).where(ReferralRow.open_key.in_(known))
        row = (await self.connection.execute(found)).first()
        return self._opened(row) if row else None

    async def keep(self, referral: Referral) -> bool:
        """Keep a new one; False when this person has an open one to this service."""
        open_text = _open_text(referral.person_id, referral.sought.service)
        return await insert_unless_there(
            self.connection,
            ReferralRow,
            {
                "id": referral.id,
                "person_id": referral.person_id,
                "open_key": self.keys.blind(open_text, _OPEN_KEY),
                "facts": self._sealed(referral),
                "made_at": referral.made_at,
                "ask_at": referral.ask_at,
                "ends_at": referral.ends_at,
            },
        )

    async def due(self, now: datetime, limit: int) -> Sequence[Referral]:
        """Those whose question is due, the longest due first."""
        due = select(*_COLUMNS).where(ReferralRow.ask_at <= now).order_by(ReferralRow.ask_at)
        rows = await self.connection.execute(due.limit(limit).with_for_update(skip_locked=True))
        return [self._opened(row) for row in rows]

    async def mark_asked(self, ids: Collection[int]) -> None:
        """The question has been put; it is not put again."""
        asked = update(ReferralRow).where(ReferralRow.id.in_(ids))
        await self.connection.execute(asked.values(ask_at=None))

    async def ask_later(self, ids: Collection[int], moment: datetime) -> None:
        """The question could not be put; it is due once more."""
        later = update(ReferralRow).where(ReferralRow.id.in_(ids))
        await self.connection.execute(later.values(ask_at=moment))

    async def of(self, referral_id: int, person_id: int) -> Referral | None:
        """A referral, found only by whose it is, and held until the transaction ends."""
        own = select(*_COLUMNS).where(
            ReferralRow.id == referral_id, ReferralRow.person_id == person_id
        )
        row = (await self.connection.execute(own.with_for_update())).one_or_none()
        return self._opened(row) if row else None

    async def say(self, referral: Referral, outcome: str) -> None:
        """Keep what was said, until the second question is answered or the time is over."""
        row = update(ReferralRow).where(ReferralRow.id == referral.id)
        facts = self._sealed(replace(referral, outcome=outcome))
        await self.connection.execute(row.values(facts=facts))

    async def past_end(self, now: datetime, limit: int) -> Sequence[Referral]:
        """Those whose time is over, the longest over first."""
        over = select(*_COLUMNS).where(ReferralRow.ends_at <= now).order_by(ReferralRow.ends_at)
        rows = await self.connection.execute(over.limit(limit).with_for_update(skip_locked=True))
        return [self._opened(row) for row in rows]

    async def end(self, endings: Mapping[int, Ending]) -> int:
        """Erase referrals, by id, and count what each came to; how many were not erased before."""
        ids = ReferralRow.id.in_(endings)
        erased = await self.connection.scalars(
            delete(ReferralRow).where(ids).returning(ReferralRow.id)
        )
        ended = Counter(endings[one] for one in erased)
        for ending, times in sorted(ended.items(), key=str):
            await self._count(ending, times)
        return ended.total()

    async def forget(self, referral_id: int, person_id: int) -> bool:
        """Erase one without counting it: the person does not want to be asked any more."""
        own = (ReferralRow.id == referral_id, ReferralRow.person_id == person_id)
        return await self._erase(*own) > 0

    async def forget_all_of(self, person_id: int) -> None:
        """Erase everything of somebody who leaves; nothing of it is counted."""
        await self._erase(ReferralRow.person_id == person_id)

    async def barriers(self, region: str | None = None) -> Sequence[tuple[str, str, str, int]]:
        """How often each barrier was named: (region, service, barrier, count)."""
        row = ReferralCountRow
        by = (row.region, row.service_key, row.barrier)
        counts = select(*by, func.sum(row.count)).where(row.barrier != "").group_by(*by)
        if region is not None:
            counts = counts.where(row.region == region)
        found = await self.connection.execute(counts.order_by(*by))
        return [(where, service, barrier, int(count)) for where, service, barrier, count in found]

    async def _erase(self, *which: Any) -> int:  # noqa: ANN401  # a SQL condition has no public type
        return (await self.connection.execute(delete(ReferralRow).where(*which))).rowcount

    async def _count(self, ending: Ending, times: int) -> None:
        if not await self._raise(ending, times):
            fresh = {**asdict(ending), "id": new_id(), "count": times}
            if not await insert_unless_there(self.connection, ReferralCountRow, fresh):
                await self._raise(ending, times)

    async def _raise(self, ending: Ending, times: int) -> bool:
        counted = ReferralCountRow.__table__.c
        same = [counted[name] == value for name, value in asdict(ending).items()]
        row = update(ReferralCountRow).where(*same)
        done = await self.connection.execute(row.values(count=ReferralCountRow.count + times))
        return done.rowcount == 1

    def _sealed(self, referral: Referral) -> bytes:
        facts = {**asdict(referral.sought), "outcome": referral.outcome}
        return self.keys.seal_json(facts, _facts(referral.id))

    def _opened(self, row: Row[*tuple[Any, ...]]) -> Referral:
        facts = self.keys.open_json(row.facts, _facts(row.id))
        outcome = facts.pop("outcome")
        times = (row.made_at, row.ask_at, row.ends_at)
        return Referral(row.id, row.person_id, Sought(**facts), *times, outcome)


def new_referral(
    person_id: int, sought: Sought, made_at: datetime, ask_at: datetime, ends_at: datetime
) -> Referral:
    """A referral that is not stored yet."""
    return Referral(new_id(), person_id, sought, made_at, ask_at, ends_at)


_COLUMNS = (
    ReferralRow.id,
    ReferralRow.person_id,
    ReferralRow.facts,
    ReferralRow.made_at,
    ReferralRow.ask_at,
    ReferralRow.ends_at,
)
_OPEN_KEY = Where("referrals", "open_key")


def _open_text(person_id: int, service: str) -> str:
    return f"{person_id}:{service}"


def _facts(referral_id: int) -> Where:
    return Where("referrals", "facts", referral_id)
