"""Planning one week of very many duos: how long, and how much memory."""

import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.rows import NOW, Standing
from benchmarks.town import duos, fill, new_database, people, rhythms
from bot.actions import Actions
from bot.settings import load_programme
from handlers.ticks import until_done
from storage import Keys
from storage.tables import DuoRow, PersonRow, RhythmRow

MEGABYTE = 2**20
KILOBYTES = 1024  # in which the system gives the highest memory


@dataclass(frozen=True, slots=True)
class Planned:
    """Seconds of CPU and of wall time, and by how many MB the process grew at its highest."""

    duos: int
    cpu_s: float
    wall_s: float
    grown_mb: float


async def planned(count: int) -> Planned:
    """Ask that many duos, all due at the same moment."""
    keys = Keys.from_text(Keys.generate())
    with tempfile.TemporaryDirectory() as folder:
        database = await new_database(Path(folder), keys)
        await fill(database, PersonRow, people(keys, 2 * count + 2, NOW))
        await fill(database, DuoRow, duos(count, NOW))
        await fill(database, RhythmRow, rhythms(count, NOW))
        actions = Actions.over(database, Standing(), load_programme("duo"), lambda: None)
        before = psutil.Process().memory_info().rss
        began, wall = time.process_time(), time.monotonic()
        await until_done(actions.check_ins.ask_due)
        cpu, wall = time.process_time() - began, time.monotonic() - wall
        highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTES
        await database.close()
    return Planned(count, cpu, wall, max(0, highest - before) / MEGABYTE)
