"""The directory: what everybody who looks for help is shown from."""

import asyncio
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import structlog

from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.whereabouts import today
from bot.directory import starter
from bot.directory.contents import Contents, read_contents
from bot.programme.directory import Catalogue, Entry, Service
from bot.programme.directory.freshness import Standing, standing
from bot.programme.directory.merging import ASSURED, Merge, differences, merge
from bot.programme.directory.reading import WrongEntry, read_service
from bot.programme.directory.writing import write_service
from bot.programme.keeping import needs_care
from storage import Transaction
from storage.directory import Change

log = structlog.get_logger(__name__)

NOTHING = Catalogue(())
IMPORTED, REMOVED = "imported", "removed"
# How a history names what is long to say in HSDS.
SHORT = {"service_at_locations": "locations", "service_areas": "areas", "attributes": "needs"}


@dataclass(frozen=True, slots=True)
class Look:
    """How far an entry can be relied on, and whether somebody has to make sure of it."""

    service: Service
    standing: Standing
    needs_care: bool


class Directory:
    """Keeps the catalogue at hand as long as nothing in it changes."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._catalogue = NOTHING
        self._reading = asyncio.Lock()

    async def catalogue(self, tx: Transaction) -> Catalogue:
        """All services as this transaction sees them; one small statement when nothing changed."""
        if await tx.directory.version() == self._catalogue.version:
            return self._catalogue
        async with self._reading:
            catalogue = await _read(tx, self._catalogue)
        if not tx.directory.has_written:
            self._catalogue = catalogue
        return catalogue

    async def keep_at_hand(self) -> None:
        """Read what changed before anybody asks for it, beside those who write."""
        async with self.desk.database.reading() as tx:
            await self.catalogue(tx)

    async def load_starter_if_empty(self) -> int:
        """Fill a directory that was never filled; how many services came in. One that somebody
        has emptied stays empty.
        """
        async with self.desk.open() as counter:
            if await counter.tx.directory.version():
                return 0
            contents = read_contents(
                {"services": starter.services(), "taxonomy_terms": starter.terms()}
            )
            await _keep(counter, Merge(added=contents.services), contents)
            return len(contents.services)

    async def bring_in(
        self, contents: Contents, *, remove_missing: bool = False, crisis_lines_too: bool = False
    ) -> Merge:
        """Add and replace what a file holds, by key; all of it or nothing."""
        async with self.desk.open() as counter:
            await counter.tx.directory.wait_for_writers()
            old = await _services(counter.tx)
            done = merge(
                {one.key: one for one in old},
                contents.services,
                remove_missing=remove_missing,
                crisis_lines_too=crisis_lines_too,
            )
            await _keep(counter, done, contents)
            return done

    async def looked_over(self) -> Sequence[Look]:
        """How far each entry can be relied on today."""
        async with self.desk.open() as counter:
            entries = (await self.catalogue(counter.tx)).by_key.values()
        return [_look(one, today(counter)) for one in entries]

    async def contents(self) -> Contents:
        """All that can be written to a file."""
        async with self.desk.open() as counter:
            terms = await counter.tx.directory.terms()
            return Contents(tuple(await _services(counter.tx)), tuple(terms))


async def _keep(counter: Counter, done: Merge, contents: Contents) -> None:
    directory = counter.tx.directory
    known = {one["code"]: one for one in await directory.terms()}
    if any(known.get(one["code"]) != one for one in contents.terms):
        await directory.put_terms(contents.terms)
    written = [*done.added, *(after for _, after in done.changed)]
    if written:
        await directory.put([write_service(one) for one in written])
    if done.removed:
        await directory.remove([one.key for one in done.removed])
    await _believe(counter, done)
    await directory.note([*_changes(done)], counter.now)


async def _believe(counter: Counter, done: Merge) -> None:
    """Who made sure of an entry has answered the doubts about it; nobody asks after what is gone.

    An entry that changed without a day of assurance keeps them: it may still be wrong.
    """
    for service in done.assured:
        await counter.tx.directory.assure(service.key, service.assured_on, None)
    sure = [*done.assured, *(after for _, after in done.changed if after.assured_on)]
    doubts = await counter.tx.directory.doubts()
    for service in (*sure, *done.removed):
        if service.key in doubts:
            await counter.tx.keeping.settle(service.key, counter.now)
            await counter.tx.directory.touch()


def _changes(done: Merge) -> Iterator[Change]:
    for service in done.added:
        yield Change(service.key, IMPORTED)
    for service in done.assured:
        yield Change(service.key, IMPORTED, ASSURED, None, str(service.assured_on))
    for before, after in done.changed:
        for name, was, is_ in differences(before, after):
            field = SHORT.get(name, name.removesuffix("_i18n"))
            yield Change(before.key, IMPORTED, field, _in_words(was), _in_words(is_))
    for service in done.removed:
        yield Change(service.key, REMOVED, None, _in_words(write_service(service)))


def _in_words(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def _look(entry: Entry, day: date) -> Look:
    about = (entry.service, day, entry.doubts)
    return Look(entry.service, standing(*about), needs_care(*about))


async def _services(tx: Transaction) -> Sequence[Service]:
    return [*_read_all(await tx.directory.all())]


def _read_all(tables: Iterable[Mapping[str, Any]]) -> Iterator[Service]:
    """An entry that a later version of ours cannot read must not take the others with it."""
    for table in tables:
        try:
            yield read_service(table)
        except WrongEntry as wrong:
            log.warning("entry_unreadable", key=table["key"], problems=wrong.problems)


async def _read(tx: Transaction, known: Catalogue) -> Catalogue:
    """The directory as it is now, of which only those services are read that are not known yet.

    It is read and put in order slice by slice, and that in a thread, so that the loop does not
    stand still. On PostgreSQL somebody else may write meanwhile; then it is read once more.
    """
    version = await tx.directory.version()
    while version != known.version:
        doubts, keys = await tx.directory.doubts(), await tx.directory.keys()
        written: dict[str, Service] = {}
        async for tables in tx.directory.written_since(known.version):
            written |= await asyncio.to_thread(_by_key, tables)
        before, version = version, await tx.directory.version()
        if version == before:
            known = await asyncio.to_thread(_renewed, known, version, keys, written, doubts)
    return known


def _by_key(tables: Iterable[Mapping[str, Any]]) -> dict[str, Service]:
    return {one.key: one for one in _read_all(tables)}


def _renewed(
    known: Catalogue, version: int, keys: Sequence[str],
    written: Mapping[str, Service], doubts: Mapping[str, int],
) -> Catalogue:  # fmt: skip
    catalogue = known.renewed(version, keys, written, doubts)
    catalogue.index.prepared()
    return catalogue
