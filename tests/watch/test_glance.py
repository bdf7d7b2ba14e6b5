"""The glance from outside, on both kinds of database: what is seen, and nothing is touched."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from bot.programme.cases import Urgency
from bot.programme.letters import Lane
from storage import Database, Keys
from storage.address import database_url
from storage.cases import new_case
from storage.glance import LATE, WAITED_FOR, Window
from storage.heartbeats import LINE, MACHINE, PROGRAMME
from storage.inbox import Arrival
from storage.letters import Draft
from storage.tables import CaseRow, HeartbeatRow
from tests.storage.places import KINDS
from tests.watch.looks import NOON

pytestmark = pytest.mark.parametrize("kind", KINDS)
AFTER = timedelta(seconds=1)


@pytest.fixture
async def window(memory: Database) -> AsyncIterator[Window]:
    window = Window(memory.url)
    yield window
    await window.close()


def files_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


async def come_in(database: Database, telegram_id: int, role: str, branch: str = "gent") -> int:
    """Somebody of the staff, by id."""
    async with database.transaction() as tx:
        person = await tx.people.add(telegram_id, "nl", "registered", NOON)
        await tx.people.save(person.id, role=role, branch=branch)
        return person.id


async def test_an_empty_house_shows_nothing(window, kind):
    seen = await window.glance(NOON)
    assert (seen.beats, seen.late_since, seen.stuck) == ({}, None, [])


async def test_the_heart_is_seen_beating(memory, window, kind):
    for at in (NOON, NOON + AFTER):
        async with memory.transaction() as tx:
            await tx.heartbeats.beat(MACHINE, at)
            await tx.heartbeats.beat(LINE, NOON)
    assert (await window.glance(NOON)).beats == {MACHINE: NOON + AFTER, LINE: NOON}


async def test_a_letter_is_late_after_two_minutes_and_one_of_many_after_thirty(
    memory, window, kind
):
    els = await come_in(memory, 1, "coach")
    lanes = {Lane.REPLY: NOON, Lane.BROADCAST: NOON - timedelta(minutes=29)}
    async with memory.transaction() as tx:
        await tx.outbox.put(
            [Draft(els, "help", str(lane), "1", {}, lane, due) for lane, due in lanes.items()],
            NOON,
        )
    assert (await window.glance(NOON + LATE - AFTER)).late_since == NOON - timedelta(minutes=29)
    assert (await window.glance(NOON)).late_since is None
    assert set(WAITED_FOR) == {Lane.CASE, Lane.REPLY}


async def test_what_nobody_wants_any_more_is_not_late(memory, window, kind):
    els = await come_in(memory, 1, "coach")
    letter = Draft(els, "help", "1", "1", {}, Lane.REPLY, NOON)
    async with memory.transaction() as tx:
        unwanted = replace(letter, expires=NOON + LATE)
        await tx.outbox.put([unwanted, replace(letter, subject="2", held=True)], NOON)
    assert (await window.glance(NOON + LATE)).late_since is None


async def test_an_update_that_nobody_handles_is_late(memory, window, kind):
    async with memory.transaction() as tx:
        await tx.inbox.store([Arrival(1, 7, {"update_id": 1})], NOON)
    assert (await window.glance(NOON + LATE - AFTER)).late_since is None
    assert (await window.glance(NOON + LATE)).late_since == NOON


async def test_lateness_is_by_the_time_of_the_programme(memory, window, kind):
    """With a pretend Telegram its clock may be days ahead."""
    ahead, els = timedelta(days=3), await come_in(memory, 1, "coach")
    async with memory.transaction() as tx:
        await tx.heartbeats.beat(MACHINE, NOON)
        await tx.heartbeats.beat(PROGRAMME, NOON + ahead)
        await tx.outbox.put([Draft(els, "help", "1", "1", {}, Lane.CASE, NOON + ahead)], NOON)
    assert (await window.glance(NOON)).late_since is None
    assert (await window.glance(NOON + LATE)).late_since == NOON + ahead


async def test_a_case_is_stuck_without_an_owner_or_a_step_or_with_one_that_did_not_come(
    memory, window, kind
):
    els, amir = await come_in(memory, 1, "coach"), await come_in(memory, 2, "mentee", "luik")
    none = new_case("asked", els, NOON, person_id=amir)
    overdue = new_case("silent", els, NOON, person_id=amir)
    lives = new_case("differs", els, NOON, branch="gent")
    closed = new_case("rests", els, NOON, branch="gent")
    nobodys = new_case("left", None, NOON, branch="gent")
    async with memory.transaction() as tx:
        for case in (none, overdue, lives, closed, nobodys):
            assert await tx.cases.open(case)
        await tx.cases.close(closed.id, NOON)
        soon = NOON + timedelta(hours=1)
        for case, at in ((none, None), (overdue, NOON), (lives, soon), (nobodys, soon)):
            row = update(CaseRow).where(CaseRow.id == case.id)
            await tx.connection.execute(row.values(next_at=at, next_step="climb"))
    assert (await window.glance(NOON + LATE - AFTER)).stuck == []
    stuck = {one.id: one for one in (await window.glance(NOON + LATE)).stuck}
    assert stuck.keys() == {none.id, overdue.id, nobodys.id}
    assert (stuck[none.id].owner_id, stuck[none.id].branch) == (els, "luik")


async def test_the_staff_are_those_who_can_be_reached(memory, window, keys: Keys, kind):
    els, sofie = await come_in(memory, 1, "coach"), await come_in(memory, 2, "coach")
    noor = await come_in(memory, 3, "coordinator")
    for person_id in (await come_in(memory, 4, "mentor"), await come_in(memory, 5, "coach")):
        async with memory.transaction() as tx:
            await tx.people.lose(person_id, NOON)
    async with memory.transaction() as tx:
        await tx.staff.keep_leave(sofie, (date(2026, 3, 2), date(2026, 3, 3)), None, NOON)
        await tx.cases.open(new_case("danger", els, NOON, branch="gent", urgency=Urgency.NOW))
    staff = {one.id: one for one in await window.staff(keys, date(2026, 3, 3))}
    assert {one.id: one.telegram_id for one in staff.values()} == {els: 1, sofie: 2, noor: 3}
    assert [one.id for one in staff.values() if one.is_away] == [sofie]
    assert [one.id for one in staff.values() if one.is_urgent] == [els]
    assert [one.id for one in staff.values() if one.is_coordinator] == [noor]
    assert not any(one.is_away for one in await window.staff(keys, date(2026, 3, 4)))


async def test_nothing_can_be_written_through_the_window(memory, window, kind):
    row = {"name": MACHINE, "at": NOON}
    async with window._open() as connection:
        with pytest.raises(DBAPIError):
            await connection.execute(HeartbeatRow.__table__.insert().values(row))
    async with memory.reading() as tx:
        assert not (await tx.connection.execute(HeartbeatRow.__table__.select())).all()


async def test_a_database_that_is_not_there_is_no_empty_one(tmp_path: Path, kind):
    if kind != "sqlite":
        address = "postgresql://nobody:secret@127.0.0.1:1/duobot"
    else:
        address = database_url(str(tmp_path / "gone.db"))
    window = Window(address)
    with pytest.raises((DBAPIError, OSError)):
        await window.glance(NOON)
    assert files_in(tmp_path) == set()
    await window.close()


async def test_who_looks_while_nobody_writes_leaves_no_file(memory, window, kind):
    if kind != "sqlite":
        return
    file = Path(memory.url.removeprefix("sqlite+aiosqlite:///"))
    await memory.close()
    before = files_in(file.parent)
    await window.glance(NOON)
    assert files_in(file.parent) == before
