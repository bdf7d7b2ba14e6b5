"""The keys that seal what is personal: from the settings, or in a file beside the database."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings, WrongSettings
from storage.address import database_url, is_sqlite, sqlite_file
from storage.installation import LostKey
from storage.sealing import Keys

if TYPE_CHECKING:
    from storage import Database

ONLY_THE_OWNER = 0o600


def keys_for(settings: Settings) -> Keys:
    """The keys in use; for a new SQLite file a new key is made. Raises WrongSettings."""
    if settings.secret_keys:
        return _read(settings.secret_keys.get_secret_value(), "DUOBOT_SECRET_KEYS")
    url = database_url(settings.database)
    if not is_sqlite(url):
        raise WrongSettings((_KEYS_ARE_NEEDED,))
    database = sqlite_file(url)
    file = key_file(database)
    return _read(_key_beside(database, file), str(file))


def keys_there(settings: Settings) -> Keys:
    """The same for who only looks: none is made. Raises WrongSettings when there is none."""
    url = database_url(settings.database)
    no_key = not settings.secret_keys and is_sqlite(url)
    if no_key and not key_file(sqlite_file(url)).exists():
        database = sqlite_file(url)
        raise WrongSettings((_KEY_IS_LOST.format(database=database, file=key_file(database)),))
    return keys_for(settings)


def key_file(database: Path) -> Path:
    """Where the key of an SQLite file is, unless it is in the settings."""
    return database.with_name(f"{database.name}.key")


async def try_keys(database: "Database") -> None:
    """Raise WrongSettings when the database was sealed with a key that is not given."""
    async with database.transaction() as tx:
        with _told_if_lost():
            await tx.installation.try_keys()


async def look_at_keys(database: "Database") -> None:
    """The same, by a reader: nothing is written."""
    async with database.reading() as tx:
        with _told_if_lost():
            await tx.installation.open_all()


@contextmanager
def _told_if_lost() -> Iterator[None]:
    try:
        yield
    except LostKey:
        raise WrongSettings((_KEY_DOES_NOT_OPEN,)) from None


def _read(text: str, source: str) -> Keys:
    try:
        return Keys.from_text(text)
    except ValueError as error:
        raise WrongSettings((f"{source} will not do. {error}",)) from None


def _key_beside(database: Path, file: Path) -> str:
    if file.exists():
        return file.read_text(encoding="utf-8", errors="replace").strip()
    if database.exists() and database.stat().st_size:
        raise WrongSettings((_KEY_IS_LOST.format(database=database, file=file),))
    key = Keys.generate()
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_THE_OWNER)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write(f"{key}\n")
    return key


_KEYS_ARE_NEEDED = (
    "DUOBOT_SECRET_KEYS is missing, and a database server needs it. Make a key with "
    "`duobot key` and keep it somewhere safe: without it nobody can read what is stored."
)
_KEY_DOES_NOT_OPEN = (
    "The database was sealed with a key that is not given. Give all keys that were used until "
    "now: in DUOBOT_SECRET_KEYS, the newest first, or in the file beside the database."
)
_KEY_IS_LOST = (
    "The database {database} is there, but its key {file} is not. Put the key back beside it, or "
    "give it in DUOBOT_SECRET_KEYS. Without the key nobody can read what is stored."
)
