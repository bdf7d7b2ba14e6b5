"""Whose database it is: one bot's, opened by its keys, and an SQLite file one process's."""

import subprocess
import sys
from pathlib import Path

import pytest

from storage import Database, Keys
from storage.address import database_url
from storage.installation import LostKey
from storage.migrate import upgrade
from storage.ownership import OwnedByAnother, owned


async def test_the_first_bot_keeps_the_database(url: str, keys: Keys):
    await upgrade(url)
    database = Database(url, keys)
    for bot in (77, 77, 88):
        async with database.transaction() as tx:
            assert await tx.installation.bot_id(bot) == 77
    await database.close()


async def test_a_wrong_key_is_noticed(url: str, keys: Keys):
    await upgrade(url)
    ours, foreign = Database(url, keys), Database(url, Keys.from_text(Keys.generate()))
    async with ours.transaction() as tx:
        await tx.installation.try_keys()
    with pytest.raises(LostKey):
        async with foreign.transaction() as tx:
            await tx.installation.try_keys()
    await ours.close()
    await foreign.close()


def test_a_second_process_may_not_own_the_file(tmp_path: Path):
    url = database_url(str(tmp_path / "duobot.db"))
    code = f"from storage.ownership import owned\nwith owned({url!r}): print('mine')"
    command = [sys.executable, "-c", code]
    with owned(url):
        second = subprocess.run(command, capture_output=True, text=True, check=False)
        with pytest.raises(OwnedByAnother, match=r"duobot\.db already"), owned(url):
            pass
    assert "OwnedByAnother" in second.stderr
    assert subprocess.run(command, capture_output=True, check=True).stdout == b"mine\n"


def test_a_server_has_no_file_to_own():
    url = database_url("postgresql://me@host/duo")
    with owned(url), owned(url):
        pass
