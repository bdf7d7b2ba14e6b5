"""A full disk, a held or lost file: nothing is acknowledged that is not stored."""

import asyncio
import shutil
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.programme.programme import Programme
from bot.sandbox import Telegram
from storage import Database, Keys, engines
from storage.migrate import upgrade
from storage.unusable import DatabaseAway, DatabaseUnusable, how_to_mend
from tests.conversations import House, Someone
from tests.patience import until
from tests.storage.at_work import (
    GLANCE,
    WITHIN,
    at_work,
    calms_down,
    copies,
    hurry,
    is_logged,
    is_sound,
    mends,
    waits_at_telegram,
)

HELP = "You can also call"
DISK = "4m"


@contextmanager
def full_disk(file: Path) -> Iterator[None]:
    """Not a byte is left on the disk, nor in what SQLite had taken of it before."""
    empty_log(file)
    filler = file.with_name("filler")
    with filler.open("wb", buffering=0) as full, suppress(OSError):
        while full.write(b"0" * 4096):
            pass
    try:
        yield
    finally:
        filler.unlink()


@contextmanager
def held_file(file: Path) -> Iterator[None]:
    """Another programme writes and does not come to an end."""
    holder = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


@contextmanager
def lost_file(file: Path) -> Iterator[None]:
    """Somebody has moved the file away, and puts it back."""
    names = [one.name for one in file.parent.glob(f"{file.name}*")]
    away = file.with_name("away")
    away.mkdir()
    try:
        for name in names:
            (file.parent / name).rename(away / name)
        yield
    finally:
        for name in names:
            (away / name).rename(file.parent / name)
        away.rmdir()


@asynccontextmanager
async def beside_the_work(trouble: AbstractContextManager[None]) -> AsyncIterator[None]:
    """The trouble comes from outside, so the bot does not stand still while it begins."""
    await asyncio.to_thread(trouble.__enter__)
    try:
        yield
    finally:
        trouble.__exit__(None, None, None)


def empty_log(file: Path) -> None:
    """Write what is in the log of SQLite into the file itself."""
    outside = sqlite3.connect(file)
    assert outside.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    outside.close()


TROUBLES = {
    full_disk: "disk that holds the database is full",
    held_file: "Another programme holds the database",
    lost_file: "moved, deleted or replaced",
}
every_trouble = pytest.mark.parametrize("trouble", TROUBLES, ids=lambda one: one.__name__)


def _mount(*words: str) -> None:
    subprocess.run(["/bin/mount", *words], check=True, capture_output=True)


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A small disk of its own."""
    folder = tmp_path_factory.mktemp("disk")
    try:
        _mount("-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("Only root may mount the small disk that is filled here.")
    yield folder
    subprocess.run(["/bin/umount", "--lazy", str(folder)], check=True)


@pytest.fixture
async def house(
    telegram: Telegram, programme: Programme, keys: Keys, disk: Path, empty_file: Path
) -> AsyncIterator[House]:
    shutil.copyfile(empty_file, disk / "house.db")
    database = Database(str(disk / "house.db"), keys)
    house = House(telegram, database, programme)
    yield house
    await house.app.bot.session.close()
    await database.close()
    (disk / "house.db").unlink()


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[EventDict]]:
    with capture_logs() as events:
        yield events


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits for a held file gives up at once instead of after half a minute."""
    hurry(monkeypatch)
    quick = ("PRAGMA busy_timeout = 1", *engines.WRITER[1:])
    monkeypatch.setattr(engines, "WRITER", quick)
    monkeypatch.setattr(engines, "PATIENCE_S", 0.02)


@pytest.fixture
async def noor(house: House) -> Someone:
    noor = house.meet("Noor", "en")
    await noor.says("/start")
    return noor


def file_of(house: House) -> Path:
    return Path(house.database.url.removeprefix("sqlite+aiosqlite:///"))


@every_trouble
async def test_what_comes_meanwhile_stays_at_telegram_and_is_answered_once(
    house, noor, logged, trouble
):
    async with at_work(house):
        async with beside_the_work(trouble(file_of(house))):
            number = house.telegram.say(noor.id, "/help")["update_id"]
            await is_logged(logged, "updates_not_stored")
            assert await waits_at_telegram(house, number)
            assert copies(noor, HELP) == 0
        await calms_down(house, noor, HELP)
    assert copies(noor, HELP) == 1
    assert TROUBLES[trouble] in mends(logged, "updates_not_stored")[0]
    await is_sound(house.database)


@every_trouble
async def test_a_letter_on_its_way_is_not_lost_and_comes_twice_at_most(
    house, noor, logged, trouble, monkeypatch
):
    """The trouble begins when Telegram has the letter and we have not written so."""
    block = beside_the_work(trouble(file_of(house)))
    call, began = house.telegram.call, []

    async def sent_first(method, *asked):
        answer = await call(method, *asked)
        if method == "sendMessage" and not began:
            began.append(method)
            await block.__aenter__()
        return answer

    monkeypatch.setattr(house.telegram, "call", sent_first)
    async with at_work(house):
        house.telegram.say(noor.id, "/help")
        await is_logged(logged, "letters_not_claimed")
        await block.__aexit__(None, None, None)
        await calms_down(house, noor, HELP)
    assert 1 <= copies(noor, HELP) <= 2
    assert TROUBLES[trouble] in mends(logged, "letters_not_claimed")[0]
    await is_sound(house.database)


@every_trouble
async def test_an_update_under_work_is_handled_afterwards_and_never_put_aside(
    house, noor, logged, trouble, monkeypatch
):
    """The trouble begins when the update is claimed and comes again, five times in all."""
    help_ = house.app.actions.guide.help
    came = []

    async def troubled(visit):
        came.append(visit)
        if len(came) > 4:
            await help_(visit)
            return
        async with beside_the_work(trouble(file_of(house))):
            await help_(visit)

    monkeypatch.setattr(house.app.actions.guide, "help", troubled)
    async with at_work(house):
        house.telegram.say(noor.id, "/help")
        await until(lambda: copies(noor, HELP), within=WITHIN, glance=GLANCE)
        await calms_down(house, noor, HELP)
    assert copies(noor, HELP) == 1
    assert "update_set_aside" not in [one["event"] for one in logged]
    assert TROUBLES[trouble] in mends(logged, "update_failed")[0]


async def test_a_file_that_is_gone_is_not_begun_anew(house, noor, logged):
    """An empty file in its place would look as if nobody had ever been there."""
    file = file_of(house)
    with lost_file(file):
        async with at_work(house):
            for _ in range(3):
                before = len(logged)
                await until(
                    lambda before=before: len(logged) > before + 2, within=WITHIN, glance=GLANCE
                )
            assert not file.exists()
    await noor.says("/help")
    assert copies(noor, HELP) == 1


@pytest.mark.parametrize("leaves_the_log", [True, False])
async def test_a_backup_put_in_its_place_is_left_alone_until_a_new_start(
    house, noor, disk, keys, leaves_the_log
):
    """The old log would be written into it; and who removes that log does so before the start."""
    file, backup = file_of(house), disk / "backup.db"
    await house.database.ping()
    empty_log(file)
    shutil.copyfile(file, backup)
    put = backup.read_bytes()
    await noor.says("/language")
    logs = [file.with_name(f"{file.name}-{one}") for one in ("wal", "shm")]
    assert all(one.exists() for one in logs)
    if not leaves_the_log:
        for one in logs:
            one.unlink()
    backup.rename(file)
    for _ in range(3):
        with pytest.raises((engines.MovedAway, DBAPIError), match=r"house\.db is not"):
            await house.database.ping()
        with pytest.raises((engines.MovedAway, DBAPIError), match=r"house\.db is not"):
            await noor.says("/help")
    await house.database.close()
    assert file.read_bytes() == put
    for one in logs:
        one.unlink(missing_ok=True)
    anew = Database(str(file), keys)
    await is_sound(anew)
    async with anew.transaction() as tx:
        done = text("SELECT count(*) FROM inbox WHERE state = 'done'")
        assert await tx.connection.scalar(done) == 1
    await anew.close()


async def test_a_file_held_at_the_start_is_away_and_comes_back(disk, empty_file):
    file = disk / "held.db"
    shutil.copyfile(empty_file, file)
    with held_file(file), pytest.raises(DatabaseAway, match="Another programme holds"):
        await upgrade(str(file))
    assert await upgrade(str(file)) == []
    for one in disk.glob("held.db*"):
        one.unlink()


async def test_on_a_disk_that_became_read_only_nothing_is_acknowledged(house, noor, disk):
    await house.database.close()
    _mount("-o", f"remount,ro,size={DISK}", str(disk))
    number = house.telegram.say(noor.id, "/help")["update_id"]
    with pytest.raises(DBAPIError) as refusal:
        await house.app.poller.poll()
    assert "may not be written" in (how_to_mend(refusal.value) or "")
    assert await waits_at_telegram(house, number)
    _mount("-o", f"remount,rw,size={DISK}", str(disk))
    await house.settle()
    assert copies(noor, HELP) == 1
    await is_sound(house.database)


async def test_a_disk_that_is_full_from_the_start_is_said_so(disk):
    file = disk / "new.db"
    with full_disk(file), pytest.raises(DatabaseUnusable, match=r"full|disk I/O"):
        await upgrade(str(file))
    for one in disk.glob("new.db*"):
        one.unlink()
