"""What keeps the directory right: doubts, ages, and the history of each entry."""

from collections import defaultdict
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.sealing import Keys, Where
from storage.tables import (
    PersonRow,
    ServiceAreaRow,
    ServiceChangeRow,
    ServiceReportRow,
    ServiceRow,
    ServiceTextRow,
)
from storage.upsert import insert_unless_there

A_SLICE = 250  # entries that are looked at before somebody else has a turn: some 8 ms


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody's word that an entry is wrong or closed; ``voice`` is whose, and is not kept.

    ``same`` are other voices with which they may have spoken before.
    """

    id: int
    service_key: str
    problem: str
    voice: str
    same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """One line of an entry's history; ``role`` is empty for who used the command line."""

    kind: str
    field: str | None
    before: str | None
    after: str | None
    made_at: datetime
    role: str


@dataclass(frozen=True, slots=True)
class Aged:
    """As much of an entry as tells whether somebody has to look at it."""

    key: str
    status: str
    confidence: str
    is_crisis_line: bool
    gathered_on: date | None
    assured_on: date | None
    doubts: int
    areas: tuple[str, ...] = ()


class Keeping:
    """Questions to the tables about the care for entries."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def report(self, report: Report, now: datetime) -> bool:
        """Keep a report; False when one of these voices has an open one about the same entry."""
        if await self._has_spoken(report):
            return False
        row = {
            "id": report.id,
            "service_key": report.service_key,
            "problem": report.problem,
            "open_key": self.keys.blind(_whose(report.voice, report.service_key), _OPEN_KEY),
            "reported_at": now,
        }
        return await insert_unless_there(self.connection, ServiceReportRow, row)

    async def faults(self, service_key: str) -> Sequence[str]:
        """What the open reports say is wrong with an entry, the newest first."""
        found = select(ServiceReportRow.problem).where(*_open_about(service_key))
        newest = ServiceReportRow.reported_at.desc()
        return (await self.connection.scalars(found.order_by(newest))).all()

    async def settle(self, service_key: str, now: datetime) -> int:
        """End the open reports about an entry, and forget whose they were; give how many."""
        row = update(ServiceReportRow).where(*_open_about(service_key))
        done = await self.connection.execute(row.values(settled_at=now, open_key=None))
        return done.rowcount

    async def forget_voice(self, voice: str, heir: str = "") -> None:
        """Forget whose the open reports of a voice are; they count as before. Those of a duo
        become its other one's, the ``heir``, who would be counted twice for the same otherwise.
        """
        for report_id, key in await self._spoken_by(voice):
            is_free = heir and not await self._has_spoken(Report(0, key, "", heir))
            new = self.keys.blind(_whose(heir, key), _OPEN_KEY) if is_free else None
            row = update(ServiceReportRow).where(ServiceReportRow.id == report_id)
            await self.connection.execute(row.values(open_key=new))

    async def _spoken_by(self, voice: str) -> Sequence[tuple[int, str]]:
        open_ = ServiceReportRow.settled_at.is_(None)
        keys = await self.connection.scalars(
            select(ServiceReportRow.service_key).where(open_).distinct()
        )
        fingerprints = [
            one for key in keys.all() for one in self.keys.blinds(_whose(voice, key), _OPEN_KEY)
        ]
        row = ServiceReportRow
        found = select(row.id, row.service_key).where(row.open_key.in_(fingerprints))
        return [(one.id, one.service_key) for one in await self.connection.execute(found)]

    async def assured_by(self, service_key: str) -> int | None:
        """Who last made sure of an entry; None when nobody is known."""
        found = select(ServiceRow.assured_by).where(ServiceRow.key == service_key)
        return (await self.connection.scalars(found)).one_or_none()

    async def names(self, keys: Collection[str]) -> Mapping[str, Mapping[str, str]]:
        """The names of these entries in each language; one that is not there is left out."""
        found = (
            select(ServiceRow.key, ServiceTextRow.language, ServiceTextRow.name)
            .join(ServiceTextRow, ServiceTextRow.service_id == ServiceRow.id)
            .where(ServiceRow.key.in_(keys), ServiceTextRow.name.is_not(None))
        )
        names: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for key, language, name in await self.connection.execute(found):
            names[key][language] = str(name)
        return names

    async def areas(self, keys: Collection[str]) -> Mapping[str, Sequence[str]]:
        """Where these entries help."""
        found = (
            select(ServiceRow.key, ServiceAreaRow.area_code)
            .join(ServiceAreaRow, ServiceAreaRow.service_id == ServiceRow.id)
            .where(ServiceRow.key.in_(keys))
            .order_by(ServiceAreaRow.place)
        )
        areas: defaultdict[str, list[str]] = defaultdict(list)
        for key, code in await self.connection.execute(found):
            areas[key].append(code)
        return areas

    async def perhaps_stale(self, before: date, doubts: int) -> AsyncIterator[Sequence[Aged]]:
        """The crisis lines, the entries assured before a day, and those doubted so often, by key,
        a slice at a time, so that others can have a turn between.
        """
        last: str | None = ""
        while last is not None:
            some = await self._next_stale(before, doubts, last)
            if some:
                yield some
            last = some[-1].key if len(some) == A_SLICE else None

    async def _next_stale(self, before: date, doubts: int, last: str) -> Sequence[Aged]:
        spoken = (
            select(ServiceReportRow.service_key, func.count().label("voices"))
            .where(ServiceReportRow.settled_at.is_(None))
            .group_by(ServiceReportRow.service_key)
            .subquery()
        )
        voices = func.coalesce(spoken.c.voices, 0).label("doubts")
        suspect = or_(ServiceRow.is_crisis_line, ServiceRow.assured_on < before, voices >= doubts)
        found = (
            select(*_AGE, voices)
            .outerjoin(spoken, spoken.c.service_key == ServiceRow.key)
            .where(suspect, ServiceRow.key > last)
            .order_by(ServiceRow.key)
            .limit(A_SLICE)
        )
        rows = (await self.connection.execute(found)).all()
        areas = await self.areas([row.key for row in rows])
        return [_aged(row, areas.get(row.key, ())) for row in rows]

    async def history(self, service_key: str, limit: int) -> Sequence[Past]:
        """What was done to an entry, the newest first."""
        found = (
            select(*_PAST, func.coalesce(PersonRow.role, ""))
            .outerjoin(PersonRow, PersonRow.id == ServiceChangeRow.made_by)
            .where(ServiceChangeRow.service_key == service_key)
            .order_by(ServiceChangeRow.made_at.desc(), ServiceChangeRow.id)
            .limit(limit)
        )
        return [Past(*row) for row in await self.connection.execute(found)]

    async def _has_spoken(self, report: Report) -> bool:
        """Under an older key the same voice has another fingerprint."""
        known = [
            one
            for voice in (report.voice, *report.same)
            for one in self.keys.blinds(_whose(voice, report.service_key), _OPEN_KEY)
        ]
        found = select(ServiceReportRow.id).where(ServiceReportRow.open_key.in_(known))
        return (await self.connection.scalars(found.limit(1))).one_or_none() is not None


_OPEN_KEY = Where("service_reports", "open_key")
_AGE = (
    ServiceRow.key,
    ServiceRow.status,
    ServiceRow.confidence,
    ServiceRow.is_crisis_line,
    ServiceRow.gathered_on,
    ServiceRow.assured_on,
)
_PAST = (
    ServiceChangeRow.kind,
    ServiceChangeRow.field,
    ServiceChangeRow.before,
    ServiceChangeRow.after,
    ServiceChangeRow.made_at,
)


def _whose(voice: str, service_key: str) -> str:
    return f"{voice}:{service_key}"


def _open_about(service_key: str) -> tuple[Any, ...]:
    return (ServiceReportRow.service_key == service_key, ServiceReportRow.settled_at.is_(None))


def _aged(row: Row[*tuple[Any, ...]], areas: Sequence[str]) -> Aged:
    return Aged(
        key=row.key,
        status=row.status,
        confidence=row.confidence,
        is_crisis_line=row.is_crisis_line,
        gathered_on=row.gathered_on,
        assured_on=row.assured_on,
        doubts=row.doubts,
        areas=tuple(areas),
    )
