"""One process owns an SQLite file: a second one would take the letters of the first for lost."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from storage.address import is_sqlite, sqlite_file

ONLY_THE_OWNER = 0o600


class OwnedByAnother(Exception):
    """Another process runs a bot on this file."""


@contextmanager
def owned(url: str) -> Iterator[None]:
    """Own the file of a full address until the end; OwnedByAnother when somebody else does.

    The system ends the ownership of a process that dies. A database server needs none.
    """
    if not is_sqlite(url):
        yield
        return
    file = sqlite_file(url)
    lock = os.open(
        file.with_name(f"{file.name}.lock"),
        os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC,
        ONLY_THE_OWNER,
    )
    try:
        _take(lock, file.name)
        yield
    finally:
        os.close(lock)


def _take(lock: int, name: str) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise OwnedByAnother(
            f"Another process runs a bot on {name} already. Stop that one first, or give this one"
            " a database of its own: DUOBOT_DATABASE."
        ) from None
