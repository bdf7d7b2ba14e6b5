"""Bringing services in: what is added, what stays checked, what goes, and what is never lost."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given
from sqlalchemy import event, insert, select
from structlog.testing import capture_logs

from bot.actions import Actions
from bot.directory import starter
from bot.directory.contents import Contents, WrongFile, read_contents
from bot.programme.directory import Catalogue, Entry, Service
from bot.programme.directory.index import Index
from bot.programme.directory.writing import write_service
from bot.programme.programme import Programme
from bot.sandbox import SandboxClock
from storage import Database
from storage.directory import Directory
from storage.ids import new_id
from storage.service_tables import A_SLICE
from storage.tables import Base, PersonRow, ServiceChangeRow, ServiceReportRow
from tests.directory.services import SOME, a_service
from tests.profiles import examples

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
THEN, LATER = date(2026, 1, 5), date(2026, 2, 6)
DOOR = a_service("the-door")
LINE = a_service("the-line", is_crisis_line=True)


@pytest.fixture
def actions(bare: Database, programme: Programme) -> Actions:
    clock = SandboxClock(real=lambda: NOW)
    return Actions.over(bare, clock, programme, lambda: None)


@pytest.fixture
async def small(actions: Actions) -> Actions:
    """A directory of a door and a crisis line."""
    await bring(actions, DOOR, LINE)
    return actions


async def bring(actions: Actions, *services: Service, **how: bool):
    return await actions.directory.bring_in(Contents(services), **how)


async def entries(actions: Actions) -> dict[str, Entry]:
    async with actions.directory.desk.database.transaction() as tx:
        return dict((await actions.directory.catalogue(tx)).by_key)


async def kept(actions: Actions, key: str) -> Service:
    return (await entries(actions))[key].service


async def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    async with database.reading() as tx:
        return {
            table.name: sorted(map(tuple, await tx.connection.execute(table.select())), key=repr)
            for table in Base.metadata.sorted_tables
        }


async def is_doubted(actions: Actions, key: str, times: int = 2) -> None:
    async with actions.directory.desk.database.transaction() as tx:
        rows = [{"id": new_id(), "service_key": key, "problem": "closed", "reported_at": NOW}
                for _ in range(times)]  # fmt: skip
        await tx.connection.execute(insert(ServiceReportRow), rows)
        await tx.directory.touch()


async def history(actions: Actions, key: str) -> set[tuple[object, ...]]:
    row = ServiceChangeRow
    async with actions.directory.desk.database.reading() as tx:
        found = select(row.kind, row.field, row.before, row.after, row.made_by)
        return {tuple(one) for one in await tx.connection.execute(
            found.where(row.service_key == key, row.kind != "removed"))}  # fmt: skip


async def test_what_is_new_is_added_and_what_is_known_is_replaced(small: Actions):
    mended = replace(DOOR, website="https://door.be/")
    done = await bring(small, mended, a_service("window"))
    assert ([one.key for one in done.added], [one.key for _, one in done.changed]) == (
        ["window"],
        ["the-door"],
    )
    assert {key: one.service for key, one in (await entries(small)).items()} == {
        "the-door": mended, "the-line": LINE, "window": a_service("window"),
    }  # fmt: skip


async def test_the_file_of_the_source_comes_in_as_it_is(actions: Actions):
    """Texts in one language, evidence, ids and all else that people here do not need."""
    table = {
        "id": "91e316c1-e5df-5780-aac1-e85471239888",
        "key": "old-form",
        "name": "Een dienst",
        "alternate_name": "A service",
        "description": "Debts.",
        "fees_description": "free",
        "eligibility_description": "Anyone",
        "organization": {"id": "x", "name": "A house", "description": "of bricks"},
        "phones": [{"number": "+3225088585", "e164": "+3225088585", "dial_be": "02 508 85 85",
                    "short_code": False, "type": "voice", "evidence_refs": [0]}],
        "schedules": [{"description": "Mornings", "local_timezone": "Europe/Brussels"}],
        "service_areas": [{"name": "Brussels", "area_code": "BE-BRU"}],
        "attributes": [{"link_type": "need", "value": "debt.help"}],
        "cost_options": [{"option": "free", "amount": 0, "currency": "EUR"}],
        "languages": None,
        "evidence": [{"source": "https://example.be", "date": "2026"}],
    }  # fmt: skip
    await bring(actions, *read_contents([table]).services)
    service = await kept(actions, "old-form")
    assert service.is_free
    assert service.hours == {"en": "Mornings"}
    assert service.phones[0].dial == "02 508 85 85"


async def test_an_entry_that_says_the_same_stays_checked_and_doubted(small: Actions):
    async with small.directory.desk.database.transaction() as tx:
        await tx.directory.assure("the-door", THEN, None)
    await is_doubted(small, "the-door")
    done = await bring(small, DOOR)
    assert [one.key for one in done.unchanged] == ["the-door"]
    entry = (await entries(small))["the-door"]
    assert (entry.service.assured_on, entry.doubts) == (THEN, 2)


async def test_an_entry_that_changed_has_to_be_checked_again(small: Actions):
    await bring(small, replace(DOOR, assured_on=THEN))
    await is_doubted(small, "the-door", times=1)
    await bring(small, replace(DOOR, website="https://door.be/", assured_on=THEN))
    entry = (await entries(small))["the-door"]
    assert (entry.service.assured_on, entry.doubts) == (None, 1)


async def test_a_file_with_a_later_check_is_believed_and_answers_the_doubts(small: Actions):
    await bring(small, replace(DOOR, assured_on=THEN))
    await is_doubted(small, "the-door")
    await bring(small, replace(DOOR, website="https://door.be/", assured_on=LATER))
    entry = (await entries(small))["the-door"]
    assert (entry.service.assured_on, entry.doubts) == (LATER, 0)


async def test_the_same_entry_checked_later_is_only_assured(small: Actions):
    await bring(small, replace(DOOR, assured_on=THEN))
    done = await bring(small, replace(DOOR, assured_on=LATER))
    assert ([one.key for one in done.assured], done.changed) == (["the-door"], ())
    assert (await kept(small, "the-door")).assured_on == LATER
    earlier = await bring(small, replace(DOOR, assured_on=THEN))
    assert len(earlier.unchanged) == 1
    assert (await kept(small, "the-door")).assured_on == LATER


async def test_what_the_file_does_not_name_stays_unless_it_is_asked_to_go(small: Actions):
    await bring(small, a_service("window"))
    assert set(await entries(small)) == {"the-door", "the-line", "window"}
    done = await bring(small, a_service("window"), remove_missing=True)
    assert set(await entries(small)) == {"the-line", "window"}
    assert [one.key for one in done.spared] == ["the-line"]


async def test_a_crisis_line_goes_only_when_that_is_said_too(small: Actions):
    await bring(small, DOOR, crisis_lines_too=True)
    assert set(await entries(small)) == {"the-door", "the-line"}
    done = await bring(small, DOOR, remove_missing=True, crisis_lines_too=True)
    assert [one.key for one in done.removed] == ["the-line"]
    assert set(await entries(small)) == {"the-door"}


async def test_doubts_about_what_was_removed_do_not_wait_for_its_return(small: Actions):
    await is_doubted(small, "the-door")
    await bring(small, LINE, remove_missing=True)
    await bring(small, DOOR)
    assert (await entries(small))["the-door"].doubts == 0


async def test_every_change_is_kept_with_what_was_and_what_is(small: Actions):
    mended = replace(DOOR, website="https://door.be/", needs=("debt.help", "legal.first"))
    await bring(small, mended)
    needs = ['{"link_type": "need", "value": "debt.help"}']
    needs.append(f'{needs[0]}, {{"link_type": "need", "value": "legal.first"}}')
    assert await history(small, "the-door") == {
        ("imported", None, None, None, None),
        ("imported", "url", None, "https://door.be/", None),
        ("imported", "needs", f"[{needs[0]}]", f"[{needs[1]}]", None),
    }


async def test_what_is_removed_is_kept_whole_in_its_history(small: Actions):
    await bring(small, LINE, remove_missing=True)
    async with small.directory.desk.database.reading() as tx:
        row = ServiceChangeRow
        found = select(row.before).where(row.service_key == "the-door", row.kind == "removed")
        (before,) = await tx.connection.scalars(found)
    assert '"key": "the-door"' in before


async def test_a_file_that_says_nothing_new_leaves_no_trace(small: Actions, bare: Database):
    before = await everything(bare)
    await bring(small, DOOR, LINE)
    assert await everything(bare) == before


async def test_a_broken_file_leaves_the_whole_directory_as_it_was(
    actions: Actions, bare: Database
):
    await actions.directory.load_starter_if_empty()
    before = await everything(bare)
    tables = [dict(one) for one in starter.services()]
    tables[7]["url"] = "https://mended.be/"
    tables[-1]["phones"] = [{"number": "call us"}]
    with pytest.raises(WrongFile):
        await actions.directory.bring_in(read_contents(tables), remove_missing=True)
    assert await everything(bare) == before


async def test_an_import_that_breaks_off_leaves_the_whole_directory_as_it_was(
    actions: Actions, bare: Database
):
    """Whatever goes wrong at whichever statement: a full disk, a lost connection."""
    await actions.directory.load_starter_if_empty()
    before = await everything(bare)
    services = read_contents(starter.services()).services
    mended = [replace(one, website="https://mended.be/") for one in services[:9]]
    engine, sent = bare._writers.sync_engine, 0

    class DiskIsFull(Exception):
        pass

    def breaks(_, __, statement, *more):
        nonlocal sent
        sent += statement.startswith("INSERT")
        if sent > 5:
            raise DiskIsFull

    event.listen(engine, "before_cursor_execute", breaks)
    with pytest.raises(DiskIsFull):
        await bring(actions, *mended, remove_missing=True)
    event.remove(engine, "before_cursor_execute", breaks)
    assert sent == 6
    assert await everything(bare) == before


async def test_who_made_sure_is_remembered_as_long_as_the_day_stays(
    small: Actions, bare: Database
):
    async with bare.transaction() as tx:
        els = await tx.people.add(1, "nl", "registered", NOW)
        await tx.directory.assure("the-door", THEN, els.id)
        (table,) = [one for one in await tx.directory.all() if one["key"] == "the-door"]
        await tx.directory.put([table | {"email": "door@example.be"}])
        assert await tx.keeping.assured_by("the-door") == els.id
        await tx.directory.put([table | {"assured_date": str(LATER)}])
        assert await tx.keeping.assured_by("the-door") is None
        assert (await tx.connection.scalars(select(PersonRow.id))).all() == [els.id]


@examples(15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(services=SOME)
async def test_any_service_is_kept_as_it_was_brought(actions: Actions, services):
    await bring(actions, *services, remove_missing=True, crisis_lines_too=True)
    await bring(actions, *services)
    found = {key: entry.service for key, entry in (await entries(actions)).items()}
    assert found == {one.key: one for one in services}


async def test_a_directory_that_somebody_emptied_stays_empty(small: Actions):
    await bring(small, remove_missing=True, crisis_lines_too=True)
    assert await small.directory.load_starter_if_empty() == 0
    assert await entries(small) == {}


async def test_the_catalogue_is_read_again_only_after_a_change(small: Actions, bare: Database):
    async def catalogue() -> Catalogue:
        async with bare.transaction() as tx:
            return await small.directory.catalogue(tx)

    first = await catalogue()
    assert await catalogue() is first
    await is_doubted(small, "the-door", times=1)
    second = await catalogue()
    assert second is not first
    assert second.by_key["the-door"].doubts == 1


async def test_while_a_large_directory_is_read_others_have_their_turn(
    actions: Actions, bare: Database
):
    turns, many = 0, 3 * A_SLICE

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    await bring(actions, *(a_service(f"door-{number}") for number in range(many)))
    async with bare.transaction() as tx:
        somebody = asyncio.create_task(others())
        await asyncio.sleep(0)
        before = turns
        await actions.directory.catalogue(tx)
        somebody.cancel()
    assert turns - before >= many / A_SLICE


async def test_what_was_read_before_anybody_asked_is_not_read_again(
    small: Actions, bare: Database, monkeypatch: pytest.MonkeyPatch
):
    await small.directory.keep_at_hand()
    monkeypatch.delattr(Directory, "written_since")
    assert set(await entries(small)) == {"the-door", "the-line"}


async def test_of_two_who_look_for_help_at_once_one_reads_the_directory(
    small: Actions, monkeypatch: pytest.MonkeyPatch
):
    whole, read = Directory.written_since, []

    async def noted(self, version):
        async for some in whole(self, version):
            read.append(some)
            yield some

    monkeypatch.setattr(Directory, "written_since", noted)
    await asyncio.gather(*(small.directory.keep_at_hand() for _ in range(2)))
    assert len(read) == 1


async def test_what_people_look_by_stays_when_somebody_doubts_or_makes_sure(
    small: Actions, bare: Database
):
    async def index() -> Index:
        async with bare.transaction() as tx:
            return (await small.directory.catalogue(tx)).index

    first = await index()
    await is_doubted(small, "the-door")
    async with bare.transaction() as tx:
        await tx.directory.assure("the-line", LATER, None)
    assert await index() is first
    assert (await kept(small, "the-line")).assured_on == LATER
    await bring(small, replace(DOOR, name={"en": "Another door"}))
    assert await index() is not first


async def test_an_entry_that_cannot_be_read_any_more_does_not_hide_the_others(
    small: Actions, bare: Database
):
    """As when a later version knows a need no longer."""
    async with bare.transaction() as tx:
        (door,) = [one for one in await tx.directory.all() if one["key"] == "the-door"]
        await tx.directory.put([door | {"attributes": [{"link_type": "need", "value": "gold"}]}])
    with capture_logs() as logs:
        assert set(await entries(small)) == {"the-line"}
    assert [(one["event"], one["key"]) for one in logs] == [("entry_unreadable", "the-door")]
    await bring(small, DOOR)
    assert set(await entries(small)) == {"the-door", "the-line"}


async def test_after_a_change_only_what_changed_is_read(
    small: Actions, bare: Database, monkeypatch: pytest.MonkeyPatch
):
    whole, read = Directory.written_since, []

    async def noted(self, version):
        async for some in whole(self, version):
            read.append({one["key"]: one for one in some})
            yield some

    await entries(small)
    monkeypatch.setattr(Directory, "written_since", noted)
    async with bare.transaction() as tx:
        await tx.directory.assure("the-line", THEN, None)
        await tx.directory.put([write_service(a_service("window"))])
        await tx.directory.remove(["the-door"])
    found = await entries(small)
    assert [set(one) for one in read] == [{"the-line", "window"}]
    assert list(found) == ["the-line", "window"]
    assert found["the-line"].service.assured_on == THEN


async def test_what_was_rolled_back_is_not_remembered(small: Actions, bare: Database):
    class Changed(Exception):
        pass

    async def thinks_twice() -> None:
        async with bare.transaction() as tx:
            await tx.directory.remove(["the-door"])
            assert "the-door" not in (await small.directory.catalogue(tx)).by_key
            raise Changed

    with pytest.raises(Changed):
        await thinks_twice()
    await bring(small, a_service("window"))
    assert set(await entries(small)) == {"the-door", "the-line", "window"}


async def test_a_catalogue_that_changes_while_it_is_read_is_read_once_more(
    small: Actions, bare: Database, monkeypatch: pytest.MonkeyPatch
):
    """On PostgreSQL another transaction may commit between two of our statements."""
    whole, seen = Directory.written_since, []

    async def with_a_change(self, version):
        async for some in whole(self, version):
            seen.append(some)
            if len(seen) == 1:
                await self.put([one | {"url": "https://door.be/"} for one in some])
            yield some

    monkeypatch.setattr(Directory, "written_since", with_a_change)
    async with bare.transaction() as tx:
        catalogue = await small.directory.catalogue(tx)
    assert catalogue.by_key["the-door"].service.website == "https://door.be/"
    assert len(seen) == 2
