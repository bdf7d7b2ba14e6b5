"""Whether a tick and a claim stay as fast when a million rows have gone by."""

import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.town import READERS, fill, letters, new_database, people
from bot.actions import Actions
from bot.clock import Clock
from bot.settings import load_programme
from storage import Database, Keys
from storage.tables import OutboxRow, PersonRow

FEW, MANY = 1_000, 1_000_000
CLAIMED = 100
REPEATED = 15
NOW = datetime(2026, 3, 8, 18, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Standing(Clock):
    """A clock that stands still."""

    def now(self) -> datetime:
        return NOW


@dataclass(frozen=True, slots=True)
class Looks:
    """Milliseconds of CPU, medians."""

    rows: int
    empty_tick: float
    claim: float


async def looked_at(rows: int) -> Looks:
    """The outbox holds so many letters that were sent, and some that wait."""
    keys = Keys.from_text(Keys.generate())
    with tempfile.TemporaryDirectory() as folder:
        database = await new_database(Path(folder), keys)
        await fill(database, PersonRow, people(keys, READERS + 2, NOW))
        await fill(database, OutboxRow, letters(keys, rows, NOW - timedelta(days=1), "sent"))
        waiting = letters(keys, CLAIMED * REPEATED, NOW, "waiting", first=rows + 1)
        await fill(database, OutboxRow, waiting)
        actions = Actions.over(database, Standing(), load_programme("duo"), lambda: None)
        tick = await median_ms(actions.check_ins.ask_due)
        claim = await median_ms(lambda: claimed(database))
        await database.close()
    return Looks(rows, tick, claim)


async def claimed(database: Database) -> None:
    async with database.transaction() as tx:
        taken = await tx.outbox.claim(NOW, NOW, CLAIMED)
    if len(taken) != CLAIMED:
        raise RuntimeError(f"{CLAIMED} letters wait, and {len(taken)} were claimed.")


async def median_ms(work: Callable[[], Awaitable[object]]) -> float:
    """The median CPU time of some repetitions, in milliseconds."""
    spent = []
    for _ in range(REPEATED):
        begun = time.process_time()
        await work()
        spent.append(1_000 * (time.process_time() - begun))
    return statistics.median(spent)
