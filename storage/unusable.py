"""A database that cannot be used: said in a sentence, without its password."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, TimeoutError as NoConnectionFree

from storage.engines import MovedAway, Unreachable

# PostgreSQL's classes of states that pass: no connection, too many of them, starting or stopping.
PASSING = ("08", "53", "57")
HELD = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class DatabaseUnusable(Exception):
    """The database cannot be opened, and trying again does not mend it."""


class DatabaseAway(Exception):
    """The database does not answer now; perhaps it has not started yet."""


@contextmanager
def told_if_unusable() -> Iterator[None]:
    """Turn what the first use of a database may raise into one of the two."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        # A transaction of SQLite begins in an event, and what fails there comes as it is.
        cause = _cause(error)
        if may_come_back(error):
            mend = _AWAY if _state(cause) else how_to_mend(error)
            raise DatabaseAway(f"{mend} ({cause})") from error
        raise DatabaseUnusable(f"{_UNUSABLE} ({cause})") from error
    except OSError as error:
        raise DatabaseAway(f"{_AWAY} ({error.strerror or type(error).__name__})") from error


_AWAY = "The database does not answer. Is it started, and is DUOBOT_DATABASE its address?"
_UNUSABLE = "The database cannot be used. Is DUOBOT_DATABASE the right file or address?"


def may_come_back(error: BaseException) -> bool:
    """Whether the database is only away: it does not answer, is held, or its file was moved."""
    cause = _cause(error)
    held = isinstance(cause, sqlite3.Error) and _code(cause) in HELD
    return held or isinstance(cause, MovedAway) or _state(cause).startswith(PASSING)


def how_to_mend(error: BaseException) -> str | None:
    """What operators can do about a database that failed; None when it is not the database.

    Whatever it was, nothing is lost, and the bot goes on by itself when it is mended.
    """
    cause = _cause(error)
    if isinstance(cause, MovedAway):
        return _MOVED
    if isinstance(cause, sqlite3.Error):
        return _OF_SQLITE.get(_code(cause))
    if isinstance(error, NoConnectionFree):
        return _TOO_MANY
    known = _of_postgresql(_state(cause))
    is_cut = isinstance(cause, Unreachable) or getattr(error, "connection_invalidated", False)
    return known or (_AWAY if is_cut else None)


def _cause(error: BaseException) -> BaseException | None:
    return error.orig if isinstance(error, DBAPIError) else error


def _state(cause: BaseException | None) -> str:
    """PostgreSQL's state; "" for any other error."""
    return getattr(cause, "sqlstate", None) or ""


def _code(cause: BaseException | None) -> int:
    """SQLite's number for what went wrong, without its finer shades; 0 when it has none."""
    return getattr(cause, "sqlite_errorcode", 0) & 0xFF


def _of_postgresql(state: str) -> str | None:
    exact = _OF_POSTGRESQL.get(state)
    return exact or (_AWAY if state.startswith(PASSING) else None)


_MOVED = (
    "The database file was moved, deleted or replaced while the bot was running, and nothing is "
    "written until that same file is back. To go on with another one, such as a backup: stop the "
    "bot, remove the files of the old one that end in -wal and -shm, and start again."
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
