"""What operators read when the database fails: where to look, and nothing when it is not that."""

import sqlite3
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import DBAPIError

from storage.engines import Unreachable
from storage.unusable import how_to_mend


def of_sqlite(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("in the words of SQLite")
    error.sqlite_errorcode = code
    return error


def of_postgresql(state: str) -> DBAPIError:
    return DBAPIError("SELECT 1", None, SimpleNamespace(sqlstate=state))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (of_sqlite(sqlite3.SQLITE_IOERR_WRITE), "disk or the database file is damaged"),
        (of_sqlite(sqlite3.SQLITE_CORRUPT), "restore the last backup"),
        (of_sqlite(sqlite3.SQLITE_READONLY_DBMOVED), "may not be written"),
        (of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), "Another programme"),
        (of_postgresql("53100"), "disk that holds the database is full"),
        (of_postgresql("53300"), "All connections"),
        (of_postgresql("57P03"), "does not answer"),
        (Unreachable("gone"), "does not answer"),
    ],
)
def test_operators_read_how_to_mend_it(error: Exception, words: str):
    assert words in (how_to_mend(error) or "")


@pytest.mark.parametrize(
    "error",
    [ValueError("no"), of_sqlite(sqlite3.SQLITE_CONSTRAINT), of_postgresql("23505"), OSError(5)],
)
def test_what_is_our_own_mistake_is_not_blamed_on_the_database(error: Exception):
    assert how_to_mend(error) is None
