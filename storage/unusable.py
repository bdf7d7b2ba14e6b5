"""A database that cannot be opened as it is named: said in a sentence, without its password."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

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
