"""Everything that happened, in order; on disk too when a file is given."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.sandbox.bell import Bell

Entry = dict[str, Any]


class JournalError(Exception):
    """The journal file cannot be read."""


class Journal:
    """An append-only list of entries, numbered from 1.

    Entries written together come true together: all but the last say `more`, and a torn end is
    cut off when the file is opened again.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.entries: list[Entry] = []
        self.bell = Bell()
        self._file: int | None = None
        if path is not None:
            self._open(path)

    def append(self, at: str, changes: Sequence[Entry]) -> list[Entry]:
        """Number, date and store these as one whole; they are on disk when this returns."""
        first = len(self.entries) + 1
        numbered = [{"seq": first + n, "at": at, **change} for n, change in enumerate(changes)]
        for entry in numbered[:-1]:
            entry["more"] = True
        self._write(numbered)
        self.entries.extend(numbered)
        return numbered

    def after(self, seq: int) -> list[Entry]:
        """The entries with a higher number than this."""
        return self.entries[max(seq, 0) :]

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _write(self, entries: Sequence[Entry]) -> None:
        if self._file is not None and entries:
            waiting = "".join(json.dumps(entry) + "\n" for entry in entries).encode("ascii")
            while waiting:
                waiting = waiting[os.write(self._file, waiting) :]
            os.fsync(self._file)

    def _open(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        whole = self._read(path)
        os.ftruncate(self._file, whole)
        os.fsync(self._file)
        _sync_folder(path.parent)

    def _read(self, path: Path) -> int:
        """Take in every whole batch; gives the number of bytes they fill."""
        batch: list[Entry] = []
        whole = position = 0
        for number, line in enumerate(path.read_bytes().splitlines(keepends=True), start=1):
            if not line.endswith(b"\n"):
                break
            batch.append(_parse(line, number, path))
            position += len(line)
            if not batch[-1].get("more"):
                self.entries.extend(batch)
                batch, whole = [], position
        return whole


def _parse(line: bytes, number: int, path: Path) -> Entry:
    try:
        entry: Entry = json.loads(line)
    except ValueError as error:
        raise JournalError(f"Line {number} of {path} is no journal entry.") from error
    return entry


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
