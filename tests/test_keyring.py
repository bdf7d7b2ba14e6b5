"""The key beside the database: made once, for the owner only, and never made anew over a loss."""

from pathlib import Path

import pytest

from bot.keyring import keys_for, keys_there, try_keys
from bot.settings import WrongSettings, load_settings
from storage import Database, Keys
from storage.migrate import upgrade
from storage.sealing import Where

PLACE = Where("people", "answers", 1)


def keys_beside(database: Path, **more: str) -> Keys:
    environ = {"DUOBOT_DATABASE": str(database), **more}
    return keys_for(load_settings(environ, needs_token=False))


def test_a_new_database_gets_a_key_that_only_its_owner_can_read(tmp_path: Path):
    keys_beside(tmp_path / "duobot.db")
    file = tmp_path / "duobot.db.key"
    assert file.stat().st_mode & 0o777 == 0o600
    Keys.from_text(file.read_text())


def test_the_same_key_is_found_again(tmp_path: Path):
    sealed = keys_beside(tmp_path / "duobot.db").seal("Rita", PLACE)
    (tmp_path / "duobot.db").write_bytes(b"something")
    assert keys_beside(tmp_path / "duobot.db").open(sealed, PLACE) == "Rita"


def test_a_lost_key_is_said_and_no_new_one_is_made(tmp_path: Path):
    (tmp_path / "duobot.db").write_bytes(b"something")
    with pytest.raises(WrongSettings, match=r"its key .* is not"):
        keys_beside(tmp_path / "duobot.db")
    assert not (tmp_path / "duobot.db.key").exists()


def test_a_given_key_is_used_and_no_file_is_made(tmp_path: Path):
    key = Keys.generate()
    keys = keys_beside(tmp_path / "duobot.db", DUOBOT_SECRET_KEYS=key)
    assert Keys.from_text(key).open(keys.seal("Rita", PLACE), PLACE) == "Rita"
    assert list(tmp_path.iterdir()) == []


def test_who_only_looks_makes_no_key(tmp_path: Path):
    given = {"DUOBOT_DATABASE": str(tmp_path / "duobot.db")}
    with pytest.raises(WrongSettings, match="Put the key back"):
        keys_there(load_settings(given, needs_token=False))
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "duobot.db.key").write_text(key := Keys.generate())
    for more in ({}, {"DUOBOT_SECRET_KEYS": key}):
        assert keys_there(load_settings(given | more, needs_token=False)).newest_name


def test_a_database_server_needs_a_key():
    settings = load_settings({"DUOBOT_DATABASE": "postgresql://me@host/duo"}, needs_token=False)
    with pytest.raises(WrongSettings, match="duobot key"):
        keys_for(settings)


async def opens(file: Path, *keys: str) -> bool:
    """Whether the bot starts on this file with these keys."""
    database = Database(str(file), Keys.from_text(",".join(keys)))
    try:
        await try_keys(database)
    except WrongSettings:
        return False
    finally:
        await database.close()
    return True


async def test_a_database_is_refused_without_any_of_the_keys_that_sealed_in_it(tmp_path: Path):
    file, (old, new) = tmp_path / "duobot.db", (Keys.generate(), Keys.generate())
    await upgrade(str(file))
    assert await opens(file, old)
    assert not await opens(file, new)
    assert await opens(file, new, old)
    assert not await opens(file, old)
    assert await opens(file, old, new)
