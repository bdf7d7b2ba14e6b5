"""The directory of services."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import delete, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.service_rows import ORDER, Table, day_of, rows_of
from storage.service_tables import CHILDREN, NEXT_KEYS, SERVICES, SLICE, tables_of, these
from storage.tables import (
    Base,
    DirectoryRow,
    LocationRow,
    OrganizationRow,
    ServiceAtLocationRow,
    ServiceChangeRow,
    ServiceReportRow,
    ServiceRow,
    TaxonomyTermRow,
)
from storage.upsert import insert_those_new, insert_unless_there

NAME = "services"
AT_ONCE = 500  # a statement may bear a few thousand values

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Change:
    """Something done to an entry; ``made_by`` is None when it was done from the command line."""

    service_key: str
    kind: str
    field: str | None = None
    before: str | None = None
    after: str | None = None
    made_by: int | None = None


class Directory:
    """Questions to the tables of services. Every write raises the version.

    What this transaction ``has_written`` may still be rolled back, so nobody should remember it.
    """

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection
        self.has_written = False

    async def version(self) -> int:
        """A number that rises with every change; 0 as long as nothing was ever written."""
        kept = select(DirectoryRow.number).where(DirectoryRow.name == NAME)
        return (await self.connection.scalars(kept)).one_or_none() or 0

    async def wait_for_writers(self) -> None:
        """Who reads an entry to write it back stands in line first, or what somebody else writes
        meanwhile is lost. On SQLite all who write take turns from the beginning.
        """
        kept = select(DirectoryRow.number).where(DirectoryRow.name == NAME)
        await self.connection.execute(kept.with_for_update())

    async def touch(self) -> None:
        """Raise the version: something that the catalogue tells has changed."""
        await self._next_number()

    async def all(self) -> list[Table]:
        """Every service as its table, by key."""
        return await self._tables(SERVICES, CHILDREN)

    async def written_since(self, version: int) -> AsyncIterator[list[Table]]:
        """Every service that was written since a version, as its table, by key, a slice at a
        time, so that others have a turn between.
        """
        last = ""
        while keys := await self._next_keys(version, last):
            last = keys[-1]
            yield await self._tables(*SLICE, version=version, first=keys[0], last=last)

    async def one(self, key: str) -> Table | None:
        """One service as its table; None when there is none of this key."""
        return next(iter(await self._tables(*these(ServiceRow.key == key))), None)

    async def keys(self) -> Sequence[str]:
        """The key of every service, in order."""
        kept = select(ServiceRow.key).order_by(ServiceRow.key)
        return (await self.connection.scalars(kept)).all()

    async def put(self, tables: Sequence[Table]) -> None:
        """Add these services, each in the place of the one of its key. Who assured an entry is
        remembered as long as the day stays the same.
        """
        number = await self._next_number()
        for some in _in_parts(tables):
            assured = await self._assurances([one["key"] for one in some])
            await self._delete([one["key"] for one in some])
            organizations = await self._organizations({_runs(one) for one in some} - {""})
            rows: defaultdict[type[Base], list[dict[str, Any]]] = defaultdict(list)
            for table in some:
                by = assured.get((table["key"], day_of(table.get("assured_date"))))
                for kind, row in rows_of(table, number, organizations.get(_runs(table)), by):
                    rows[kind].append(row)
            for kind in ORDER:
                if rows[kind]:
                    await self.connection.execute(insert(kind), rows[kind])
        await self._tidy()

    async def remove(self, keys: Collection[str]) -> None:
        """Take services out."""
        await self._next_number()
        for some in _in_parts(keys):
            await self._delete(some)
        await self._tidy()

    async def assure(self, key: str, on: date | None, by: int | None) -> bool:
        """Keep on which day who made sure of an entry, or that nobody did; False without one."""
        values = {"assured_on": on, "assured_by": by, "number": await self._next_number()}
        row = update(ServiceRow).where(ServiceRow.key == key)
        done = await self.connection.execute(row.values(**values))
        return done.rowcount == 1

    async def doubts(self) -> Mapping[str, int]:
        """How many voices say that an entry is wrong or closed, and are not settled, by key."""
        counted = (
            select(ServiceReportRow.service_key, func.count())
            .where(ServiceReportRow.settled_at.is_(None))
            .group_by(ServiceReportRow.service_key)
        )
        return {key: int(number) for key, number in await self.connection.execute(counted)}

    async def note(self, changes: Sequence[Change], now: datetime) -> None:
        """Keep what was done to entries."""
        rows = [
            {"id": new_id(), "service_key": one.service_key, "kind": one.kind, "field": one.field,
             "before": one.before, "after": one.after, "made_at": now, "made_by": one.made_by}
            for one in changes
        ]  # fmt: skip
        for some in _in_parts(rows):
            await self.connection.execute(insert(ServiceChangeRow), some)

    async def terms(self) -> list[Table]:
        """The names of needs, by code."""
        kept = select(
            TaxonomyTermRow.code,
            TaxonomyTermRow.parent_code,
            TaxonomyTermRow.language,
            TaxonomyTermRow.name,
        ).order_by(TaxonomyTermRow.code, TaxonomyTermRow.language)
        terms: dict[str, Table] = {}
        for code, parent, language, name in await self.connection.execute(kept):
            term = {"code": code, "parent_code": parent} if parent else {"code": code}
            terms.setdefault(code, term | {"name_i18n": {}})["name_i18n"][language] = name
        return list(terms.values())

    async def put_terms(self, terms: Sequence[Table]) -> None:
        """Add these names of needs, each in the place of those of its code."""
        codes = [one["code"] for one in terms]
        rows = [
            {"id": new_id(), "code": one["code"], "parent_code": one.get("parent_code"),
             "language": language, "name": name}
            for one in terms
            for language, name in one["name_i18n"].items()
        ]  # fmt: skip
        for some in _in_parts(codes):
            await self.connection.execute(
                delete(TaxonomyTermRow).where(TaxonomyTermRow.code.in_(some))
            )
        for part in _in_parts(rows):
            await self.connection.execute(insert(TaxonomyTermRow), part)
        await self.touch()

    async def _next_number(self) -> int:
        """The version from now on. Who writes waits here for whoever writes, before anything is
        written: so a later version never comes to light before an earlier one.
        """
        self.has_written = True
        row = update(DirectoryRow).where(DirectoryRow.name == NAME)
        higher = row.values(number=DirectoryRow.number + 1)
        if not (await self.connection.execute(higher)).rowcount:
            first = {"name": NAME, "number": 1}
            if not await insert_unless_there(self.connection, DirectoryRow, first):
                await self.connection.execute(higher)
        return await self.version()

    async def _next_keys(self, version: int, last: str) -> Sequence[str]:
        after = {"version": version, "last": last}
        return (await self.connection.scalars(NEXT_KEYS, after)).all()

    async def _tables(
        self, services: Any, children: Mapping[str, Any], **values: object  # noqa: ANN401  # selects of any columns
    ) -> list[Table]:  # fmt: skip
        by_key = (await self.connection.execute(services.order_by(ServiceRow.key), values)).all()
        found = {}
        for name, one in children.items():
            found[name] = (await self.connection.execute(one, values)).all()
            await asyncio.sleep(0)  # on SQLite nothing else gives others a turn
        return tables_of(by_key, found)

    async def _assurances(self, keys: Sequence[str]) -> Mapping[tuple[str, date | None], int]:
        kept = select(ServiceRow.key, ServiceRow.assured_on, ServiceRow.assured_by).where(
            ServiceRow.key.in_(keys), ServiceRow.assured_by.is_not(None)
        )
        return {(key, on): int(by or 0) for key, on, by in await self.connection.execute(kept)}

    async def _organizations(self, names: Collection[str]) -> Mapping[str, int]:
        rows = [{"id": new_id(), "name": name} for name in sorted(names)]
        await insert_those_new(self.connection, OrganizationRow, rows)
        kept = select(OrganizationRow.name, OrganizationRow.id).where(
            OrganizationRow.name.in_(names)
        )
        return {name: int(number) for name, number in await self.connection.execute(kept)}

    async def _delete(self, keys: Sequence[str]) -> None:
        """What belongs to a service goes with it; a location is its own row, and goes first."""
        located = (
            select(ServiceAtLocationRow.location_id)
            .join(ServiceRow, ServiceRow.id == ServiceAtLocationRow.service_id)
            .where(ServiceRow.key.in_(keys))
        )
        await self.connection.execute(delete(LocationRow).where(LocationRow.id.in_(located)))
        await self.connection.execute(delete(ServiceRow).where(ServiceRow.key.in_(keys)))

    async def _tidy(self) -> None:
        """Forget organizations that run nothing any more."""
        runs = exists().where(ServiceRow.organization_id == OrganizationRow.id)
        await self.connection.execute(delete(OrganizationRow).where(~runs))


def _runs(table: Table) -> str:
    return str(table["organization"]["name"])


def _in_parts(values: Collection[One]) -> Iterator[list[One]]:
    rest = iter(values)
    while part := list(islice(rest, AT_ONCE)):
        yield part
