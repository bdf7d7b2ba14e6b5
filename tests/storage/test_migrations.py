"""Migrations that need no care: a new one is tested because it is there."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from storage.engines import migrating
from storage.migrate import NewerSchema, current, downgrade, upgrade
from storage.migrations import revisions as known, steps
from storage.migrations.revisions import head, revisions
from tools.new_migration import main, new

ROOT = Path(__file__).parents[2]


async def tables(url: str) -> set[str]:
    async with migrating(url) as connection:
        return set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))


async def test_every_migration_goes_up_and_down_and_up_again(url: str):
    assert await upgrade(url) == revisions()
    for to in [*reversed(revisions()[:-1]), "base"]:
        await downgrade(url, to)
        assert await current(url) == (None if to == "base" else to)
    assert await tables(url) <= {"alembic_version"}
    assert await upgrade(url) == revisions()
    assert await current(url) == head()


BEFORE_THE_WEEK = """
INSERT INTO people (id, telegram_key, telegram_id, stage, language, answers, arrived_at) VALUES
 (1, {one}, {one}, 'registered', 'en', {one}, {at}),
 (2, {two}, {two}, 'registered', 'en', {two}, {at}),
 (3, {three}, {three}, 'registered', 'en', {three}, {at});
INSERT INTO duos (id, mentee_id, mentor_id, coach_id, zone, formed_at, weekday, at)
 VALUES (1, 1, 2, 3, 'Europe/Brussels', {at}, 6, '18:00:00.000000');
INSERT INTO check_ins (id, duo_id, week, asked_at) VALUES (1, 1, '2026-W09', {at});
INSERT INTO prompts (id, check_in_id, person_id) VALUES (1, 1, 1), (2, 1, 2)
"""
LETTER = (
    "INSERT INTO outbox (id, kind, subject, occurrence, person_id, lane, due_at, kept_at, place,"
    " state, tries, unsure) VALUES ({n}, 'help', '{n}', '1', 1, 2, {at}, {at}, 0, '{state}', 0, 0)"
)


async def test_of_a_duo_that_was_there_each_is_asked_and_no_older_silence_counts(
    kind: str, url: str
):
    """And what was held for later goes by itself where nothing is held."""
    await upgrade(url)
    await downgrade(url, "0002")
    postgres = kind == "postgresql"
    at = "'2026-03-01 10:00+00'" if postgres else "1772359200000000"
    value = "'\\x0{n}'" if postgres else "x'0{n}'"
    names = {name: value.format(n=n) for n, name in enumerate(("one", "two", "three"), 1)}
    async with migrating(url) as connection:
        for statement in BEFORE_THE_WEEK.format(at=at, **names).split(";"):
            await connection.execute(text(statement))
    await upgrade(url)
    async with migrating(url) as connection:
        later = text(f"SELECT person_id FROM rhythms WHERE heard_at > {at} ORDER BY person_id")  # noqa: S608  # no word of a stranger
        assert (await connection.scalars(later)).all() == [1, 2]
        sizes = await connection.scalars(text("SELECT size FROM prompts"))
        assert sizes.all() == ["full", "full"]
        for n, state in enumerate(("held", "told", "sent")):
            await connection.execute(text(LETTER.format(n=n, at=at, state=state)))
    await downgrade(url, "0002")
    async with migrating(url) as connection:
        states = await connection.scalars(text("SELECT state FROM outbox ORDER BY id"))
        assert states.all() == ["waiting", "dropped", "sent"]


BY_PHONE = (
    "INSERT INTO people (id, stage, language, answers, arrived_at, channel)"
    " VALUES (1, 'registered', 'fr', {none}, {at}, 'phone')"
)


async def test_there_is_no_way_back_to_a_bot_that_would_lose_somebody(kind: str, url: str):
    """The bot before the road to a duo knew nobody without Telegram."""
    await upgrade(url)
    before = await tables(url)
    at, none = ("'2026-03-01 10:00+00'", "''") if kind == "postgresql" else ("0", "x''")
    async with migrating(url) as connection:
        await connection.execute(text(BY_PHONE.format(at=at, none=none)))
    with pytest.raises(RuntimeError, match="1 people take part without Telegram"):
        await downgrade(url, "0004")
    assert await current(url) == head()
    assert await tables(url) == before


async def test_the_tables_as_declared_are_what_the_migrations_make(url: str):
    await upgrade(url)
    async with migrating(url) as connection:
        left = await connection.run_sync(steps.differences)
    assert left == [], 'Write it down: python -m tools.new_migration "what changes"'


async def test_an_up_to_date_database_has_nothing_to_do(url: str):
    await upgrade(url)
    assert await upgrade(url) == []


async def test_two_that_start_at_once_migrate_once(url: str):
    applied = await asyncio.gather(upgrade(url), upgrade(url))
    assert sorted(applied) == [[], revisions()]


async def test_a_newer_database_is_refused_and_left_alone(url: str):
    await upgrade(url)
    async with migrating(url) as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerSchema, match="at revision 9999"):
        await upgrade(url)


async def test_a_migration_that_fails_leaves_no_trace(url: str, monkeypatch: pytest.MonkeyPatch):
    def fail(_: object) -> None:
        raise RuntimeError("halfway")

    with monkeypatch.context() as patch:
        patch.setattr(steps, "_check_references", fail)
        with pytest.raises(RuntimeError, match="halfway"):
            await upgrade(url)
    assert await tables(url) == set()


async def test_loose_references_after_a_migration_are_refused(tmp_path: Path):
    statements = (
        "CREATE TABLE a (id INTEGER PRIMARY KEY)",
        "CREATE TABLE b (a_id INTEGER REFERENCES a (id))",
        "INSERT INTO b VALUES (1)",
    )
    async with migrating(f"sqlite+aiosqlite:///{tmp_path}/loose.db") as connection:
        for statement in statements:
            await connection.execute(text(statement))
        with pytest.raises(RuntimeError, match="1 references"):
            await connection.run_sync(steps._check_references)


def test_migrations_are_numbered_one_after_the_other():
    assert revisions() == [f"{n:04}" for n in range(1, len(revisions()) + 1)]


async def test_who_is_up_to_date_never_imports_alembic(tmp_path: Path):
    """It would cost an eighth of a second at every start."""
    url = str(tmp_path / "start.db")
    await upgrade(url)
    script = (
        "import asyncio, sys; from storage import migrate; from storage.database import Database;"
        f"print(asyncio.run(migrate.upgrade({url!r})), 'alembic' in sys.modules)"
    )
    start = [sys.executable, "-c", script]
    said = await asyncio.to_thread(subprocess.check_output, start, cwd=ROOT, text=True)
    assert said == "[] False\n"


async def test_a_database_without_migrations_needs_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(known, "VERSIONS", tmp_path)
    assert await upgrade(str(tmp_path / "none.db")) == []


async def test_the_next_migration_is_written_by_comparing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """With none there yet, it makes every table, in our own types."""
    monkeypatch.setattr(known, "VERSIONS", tmp_path)
    await new("rooms get a floor")
    written = (tmp_path / "0001_rooms_get_a_floor.py").read_text()
    assert written.startswith('"""Rooms get a floor."""')
    assert "from storage.sealing import" in written
    assert 'sa.Column("id", ID,' in written
    assert await upgrade(str(tmp_path / "made.db")) == ["0001"]
    async with migrating(f"sqlite+aiosqlite:///{tmp_path}/made.db") as connection:
        assert await connection.run_sync(steps.differences) == []


def test_what_the_next_migration_is_for_has_to_be_said():
    with pytest.raises(SystemExit, match="what it does"):
        main([])


def test_it_is_written_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(known, "VERSIONS", tmp_path)
    main(["the first tables"])
    assert [path.name for path in tmp_path.iterdir()] == ["0001_the_first_tables.py"]
