"""Who was told what: a small file, so that nobody is told twice when the watch starts again.

It holds ids and kinds, no chat and no name. It is not in the database of the bot, into which the
watch can write nothing, and which may be the very thing that is gone.
"""

import json
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import structlog

from bot.settings import Settings
from storage.address import database_url, is_sqlite, sqlite_file

OPERATOR = "operator"
BESIDE_A_FILE, BESIDE_A_SERVER = ".watch", "duobot.watch"
ONLY_THE_OWNER = 0o600

log = structlog.get_logger(__name__)


def ledger_file(settings: Settings) -> Path:
    """Beside an SQLite file; with a database server in the folder in which the watch works."""
    url = database_url(settings.database)
    if not is_sqlite(url):
        return Path(BESIDE_A_SERVER)
    file = sqlite_file(url)
    return file.with_name(f"{file.name}{BESIDE_A_FILE}")


@dataclass(slots=True)
class Ledger:
    """What each one was told and is not over: by "operator" or the id of a person."""

    file: Path
    told: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def at(cls, file: Path) -> "Ledger":
        """What was told before; nothing when there is no such file, or nobody can read it."""
        try:
            kept: Mapping[str, Iterable[str]] = json.loads(file.read_text(encoding="utf-8"))
            return cls(file, {who: frozenset(keys) for who, keys in kept.items()})
        except FileNotFoundError:
            return cls(file)
        except (OSError, ValueError, TypeError, AttributeError):
            log.warning("what_was_told_is_unknown", mend="Somebody may be told a second time.")
            return cls(file)

    def known(self) -> frozenset[str]:
        """Everything that somebody was told of."""
        return frozenset().union(*self.told.values())

    def has_told(self, who: str, keys: Collection[str]) -> None:
        """From now on they know of these."""
        self._put(who, self.told.get(who, frozenset()) | frozenset(keys))

    def forget(self, who: str, keys: Collection[str]) -> None:
        """These are over, and need not be known any more."""
        self._put(who, self.told.get(who, frozenset()) - frozenset(keys))

    def _put(self, who: str, keys: frozenset[str]) -> None:
        before = dict(self.told)
        self.told.pop(who, None)
        if keys:
            self.told[who] = keys
        if self.told != before:
            self._write()

    def _write(self) -> None:
        """Whole or not at all; a disk that takes nothing must not keep anybody from being told."""
        text = json.dumps({who: sorted(keys) for who, keys in sorted(self.told.items())})
        new = self.file.with_name(f"{self.file.name}.new")
        try:
            opened = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, ONLY_THE_OWNER)
            with os.fdopen(opened, "w", encoding="utf-8") as out:
                out.write(text)
                out.flush()
                os.fsync(out.fileno())
            new.replace(self.file)
        except OSError:
            log.exception("what_was_told_is_not_kept")
