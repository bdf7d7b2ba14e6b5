"""Which database is meant."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

SQLITE = "sqlite+aiosqlite"
POSTGRESQL = "postgresql+asyncpg"
DRIVERS = {
    "sqlite": SQLITE,
    SQLITE: SQLITE,
    "postgres": POSTGRESQL,
    "postgresql": POSTGRESQL,
    POSTGRESQL: POSTGRESQL,
}


class WrongAddress(ValueError):
    """A text that names no database which can be used here."""


def database_url(text: str) -> str:
    """The full address of a database, from an address or the name of an SQLite file."""
    if "://" not in text:
        return _checked(URL.create(SQLITE, database=text.strip()))
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        raise WrongAddress("The database address cannot be read.") from None
    if url.drivername not in DRIVERS:
        raise WrongAddress(
            f"The database address begins with {url.drivername!r}."
            " Give the name of an SQLite file, sqlite:///file or postgresql://user:password@host/name."
        )
    return _checked(url.set(drivername=DRIVERS[url.drivername]))


def is_sqlite(url: str) -> bool:
    """Whether a full address names an SQLite file."""
    return url.startswith(f"{SQLITE}:")


def sqlite_file(url: str) -> Path:
    """The file that a full address of SQLite names."""
    return Path(make_url(url).database or "")


def _checked(url: URL) -> str:
    if not url.database:
        raise WrongAddress("The database address names no database.")
    if url.drivername == SQLITE and (":memory:" in url.database or "mode" in url.query):
        raise WrongAddress("A database in memory forgets everything: give the name of a file.")
    return _with_ssl(url).render_as_string(hide_password=False)


def _with_ssl(url: URL) -> URL:
    """Everybody else says sslmode; asyncpg calls the same thing ssl."""
    if url.drivername != POSTGRESQL or "sslmode" not in url.query:
        return url
    mode = url.query["sslmode"]
    return url.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
