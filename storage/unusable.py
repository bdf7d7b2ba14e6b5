"""A database that cannot be used: said in a sentence, without its password."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from storage.engines import MovedAway, Unreachable

# PostgreSQL's classes of states that pass: no connection, too many of them, starting or stopping.
PASSING = ("08", "53", "57")


class DatabaseUnusable(Exception):
    """The database cannot be opened, and trying again does not mend it."""


class DatabaseAway(Exception):
    """The database does not answer now; perhaps it has not started yet."""


@contextmanager
def told_if_unusable() -> Iterator[None]:
    """Turn what the first use of a database may raise into one of the two."""
    try:
        yield
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", None) or ""
        if state.startswith(PASSING):
            raise DatabaseAway(f"{_AWAY} ({error.orig})") from error
        raise DatabaseUnusable(f"{_UNUSABLE} ({error.orig})") from error
    except OSError as error:
        raise DatabaseAway(f"{_AWAY} ({error.strerror or type(error).__name__})") from error


_AWAY = "The database does not answer. Is it started, and is DUOBOT_DATABASE its address?"
_UNUSABLE = "The database cannot be used. Is DUOBOT_DATABASE the right file or address?"


def how_to_mend(error: BaseException) -> str | None:
    """What operators can do about a database that failed; None when it is not the database.

    Whatever it was, nothing is lost, and the bot goes on by itself when it is mended.
    """
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, MovedAway):
        return _MOVED
    if isinstance(cause, sqlite3.Error):
        return _OF_SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
    if isinstance(error, NoConnectionFree):
        return _TOO_MANY
    known = _of_postgresql(getattr(cause, "sqlstate", None) or "")
    is_cut = isinstance(cause, Unreachable) or getattr(error, "connection_invalidated", False)
    return known or (_AWAY if is_cut else None)


def _of_postgresql(state: str) -> str | None:
    exact = _OF_POSTGRESQL.get(state)
    return exact or (_AWAY if state.startswith(PASSING) else None)


_MOVED = (
    "The database file was moved, deleted or replaced while the bot was running, and nothing is "
    "written until it is back. Stop the bot, put the file back in its place and start again."
)
_FULL = "The disk that holds the database is full. Make room on it."
_UNWRITABLE = (
    "The database may not be written. Look at the owner and the rights of its file and folder, "
    "and whether its disk has become read-only."
)
_HELD = "Another programme holds the database. Find out which (`fuser FILE`) and let it end."
_BROKEN = (
    "The disk or the database file is damaged. Stop the bot, keep a copy of the file and look at "
    "the disk; then restore the last backup."
)
_TOO_MANY = "All connections to the database are in use. Let the server allow more, or wait."
_OF_SQLITE: Mapping[int, str] = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
    sqlite3.SQLITE_PERM: _UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_BUSY: _HELD,
    sqlite3.SQLITE_LOCKED: _HELD,
    sqlite3.SQLITE_IOERR: _BROKEN,
    sqlite3.SQLITE_CORRUPT: _BROKEN,
    sqlite3.SQLITE_NOTADB: _BROKEN,
}
_OF_POSTGRESQL: Mapping[str, str] = {
    "25006": _UNWRITABLE,
    "53100": _FULL,
    "53300": _TOO_MANY,
}
