"""What the room of the directory keeps, and gives back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from sqlalchemy import event, func, insert, select

from bot.directory import starter
from storage import Database
from storage.directory import Change
from storage.ids import new_id
from storage.service_tables import A_SLICE
from storage.tables import (
    LocationRow,
    OrganizationRow,
    PhoneTextRow,
    ServiceChangeRow,
    ServiceReportRow,
    ServiceRow,
)

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
LINE = "zelfmoordlijn-1813"


def as_kept(table: dict[str, object]) -> dict[str, object]:
    """A table of the source as the database gives it back: where it was found stays behind."""
    return {name: what for name, what in table.items() if name != "evidence"}


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    sent: list[str] = []

    def note(_, __, statement, *___):
        sent.append(statement)

    engine = database._writers.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


async def test_every_service_comes_back_as_it_was_put(memory: Database):
    async with memory.reading() as tx:
        assert await tx.directory.all() == [as_kept(one) for one in starter.services()]


async def test_one_service_is_found_by_its_key(memory: Database):
    (line,) = (one for one in starter.services() if one["key"] == LINE)
    async with memory.reading() as tx:
        assert await tx.directory.one(LINE) == as_kept(line)
        assert await tx.directory.one("nothing") is None


async def test_all_are_read_with_ten_statements_however_many_there_are(memory: Database):
    async with memory.transaction() as tx:
        tables = await tx.directory.all()
        for number in range(3):
            more = [one | {"key": f"{number}-{place}"} for place, one in enumerate(tables)]
            await tx.directory.put(more)
        with counted(memory) as sent:
            assert len(await tx.directory.all()) == 4 * len(tables)
    assert len(sent) == 10


async def test_only_what_was_written_since_a_version_is_read(memory: Database):
    async with memory.transaction() as tx:
        before = await tx.directory.version()
        assert [some async for some in tx.directory.written_since(before)] == []
        await tx.directory.assure(LINE, date(2026, 3, 3), None)
        ((line,),) = [some async for some in tx.directory.written_since(before)]
        assert line["key"] == LINE
        keys = [one["key"] for one in starter.services()]
        assert await tx.directory.keys() == keys


async def test_many_are_read_in_slices_each_of_them_once(memory: Database):
    async with memory.reading() as tx:
        slices = [some async for some in tx.directory.written_since(0)]
        assert [one for some in slices for one in some] == await tx.directory.all()
    assert len(slices) > 1
    assert max(len(some) for some in slices) == A_SLICE


async def test_whether_anything_changed_is_one_statement(memory: Database):
    async with memory.transaction() as tx:
        with counted(memory) as sent:
            assert await tx.directory.version() > 0
    assert len(sent) == 1


async def test_every_write_raises_the_version(memory: Database):
    async with memory.transaction() as tx:
        room = tx.directory
        table = await room.one(LINE)
        assert table
        assert not room.has_written
        writes = (
            room.put([table]),
            room.assure(LINE, date(2026, 3, 3), None),
            room.put_terms([{"code": "debt", "name_i18n": {"nl": "Geldzaken"}}]),
            room.remove([LINE]),
            room.touch(),
        )
        versions = [await room.version()]
        for write in writes:
            await write
            versions.append(await room.version())
    assert versions == sorted(set(versions))
    assert room.has_written


async def test_what_belongs_to_a_service_goes_with_it_and_nothing_else(memory: Database):
    async def rows() -> list[int]:
        tables = (LocationRow, OrganizationRow, PhoneTextRow, ServiceRow)
        return [await tx.connection.scalar(select(func.count()).select_from(one))
                for one in tables]  # fmt: skip

    async with memory.transaction() as tx:
        before, tables = await rows(), await tx.directory.all()
        await tx.directory.put(tables)
        assert await rows() == before
        await tx.directory.remove([one["key"] for one in tables])
        assert await rows() == [0, 0, 0, 0]
        assert await tx.directory.all() == []


async def test_two_services_of_one_organization_share_it(memory: Database):
    async with memory.transaction() as tx:
        table = await tx.directory.one(LINE)
        assert table
        await tx.directory.put([table | {"key": "twin"}])
        of_both = select(ServiceRow.organization_id).where(ServiceRow.key.in_([LINE, "twin"]))
        assert len(set(await tx.connection.scalars(of_both))) == 1
        await tx.directory.remove(["twin"])
        kept = await tx.directory.one(LINE)
        assert kept
        assert kept["organization"] == table["organization"]


async def test_an_entry_is_assured_and_is_not_any_more(memory: Database):
    async with memory.transaction() as tx:
        assert await tx.directory.assure(LINE, date(2026, 3, 3), None)
        table = await tx.directory.one(LINE)
        assert table
        assert table["assured_date"] == "2026-03-03"
        assert await tx.directory.assure(LINE, None, None)
        table = await tx.directory.one(LINE)
        assert table
        assert "assured_date" not in table
        assert not await tx.directory.assure("nothing", date(2026, 3, 3), None)


async def test_doubts_are_counted_until_they_are_settled(memory: Database):
    rows = [
        {"id": new_id(), "service_key": key, "problem": "closed", "reported_at": NOW,
         "settled_at": settled}
        for key, settled in ((LINE, None), (LINE, None), (LINE, NOW), ("twin", NOW))
    ]  # fmt: skip
    async with memory.transaction() as tx:
        await tx.connection.execute(insert(ServiceReportRow), rows)
        assert await tx.directory.doubts() == {LINE: 2}


async def test_what_was_done_is_kept(memory: Database):
    async with memory.transaction() as tx:
        change = Change("twin", "changed", "url", None, "https://twin.be/")
        await tx.directory.note([change], NOW)
        row = ServiceChangeRow
        found = select(row.kind, row.field, row.before, row.after, row.made_at, row.made_by)
        kept = (await tx.connection.execute(found.where(row.service_key == "twin"))).one()
    assert tuple(kept) == ("changed", "url", None, "https://twin.be/", NOW, None)


async def test_needs_have_a_name_in_each_language(memory: Database):
    async with memory.transaction() as tx:
        before = {one["code"]: one for one in await tx.directory.terms()}
        assert before == {one["code"]: one for one in starter.terms()}
        dutch = {"code": "debt.help", "parent_code": "debt", "name_i18n": {"nl": "Geldzaken"}}
        await tx.directory.put_terms([dutch])
        after = {one["code"]: one for one in await tx.directory.terms()}
    assert after == before | {"debt.help": dutch}
