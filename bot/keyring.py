"""The keys that seal what is personal: from the settings, or in a file beside the database."""

import os
from pathlib import Path

from bot.settings import Settings, WrongSettings
from storage import Keys
from storage.address import database_url, is_sqlite, sqlite_file

ONLY_THE_OWNER = 0o600


def keys_for(settings: Settings) -> Keys:
    """The keys in use; for a new SQLite file a new key is made. Raises WrongSettings."""
    if settings.secret_keys:
        return Keys.from_text(settings.secret_keys.get_secret_value())
    url = database_url(settings.database)
    if not is_sqlite(url):
        raise WrongSettings((_KEYS_ARE_NEEDED,))
    return Keys.from_text(_key_beside(sqlite_file(url)))


def _key_beside(database: Path) -> str:
    file = database.with_name(f"{database.name}.key")
    if file.exists():
        return file.read_text(encoding="utf-8").strip()
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
_KEY_IS_LOST = (
    "The database {database} is there, but its key {file} is not. Put the key back beside it, or "
    "give it in DUOBOT_SECRET_KEYS. Without the key nobody can read what is stored."
)
