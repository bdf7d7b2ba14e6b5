"""Taking the house's vitals: what the post and the clock noted, and what the database says."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.health.vitals import Vitals
from bot.post.watch import Watch
from bot.programme.letters import Lane
from handlers.ticks import Ticks
from storage import Database
from storage.backlog import Backlog, Queue, backlog
from storage.migrate import NewerSchema, seen
from storage.migrations.revisions import head
from storage.unusable import DatabaseAway, DatabaseUnusable, how_to_mend, told_if_unusable

PATIENCE = 5.0  # seconds for the database
AWAY = "The database does not answer."
WRONG_TABLES = "The tables are not those that this version needs."


@dataclass(frozen=True, slots=True)
class House:
    """What is looked at."""

    database: Database
    clock: Clock
    machine_clock: Clock
    watch: Watch
    ticks: Ticks


async def look(house: House) -> tuple[Vitals, Backlog | None]:
    """The vitals, and what waits; None when the database cannot be asked."""
    try:
        async with asyncio.timeout(PATIENCE):
            waiting, trouble = await _ask(house), ""
            if await seen(house.database) != head():
                trouble = WRONG_TABLES
    except NewerSchema:
        waiting, trouble = None, WRONG_TABLES
    except (TimeoutError, DatabaseAway, DatabaseUnusable) as error:
        waiting, trouble = None, how_to_mend(error.__cause__ or error) or AWAY
    return _vitals(house, waiting, trouble), waiting


def beat(house: House) -> Vitals:
    """The same without asking the database: whether the parts of this process come round."""
    return _vitals(house, None, "")


async def _ask(house: House) -> Backlog:
    with told_if_unusable():
        async with house.database.reading() as tx:
            return await backlog(tx.connection, house.clock.now(), house.machine_clock.now())


def _vitals(house: House, waiting: Backlog | None, trouble: str) -> Vitals:
    watch, ticks = house.watch, house.ticks
    ended = max(watch.polled_at or watch.began_at, watch.failed_at or watch.began_at)
    return Vitals(
        silent_for=watch.silent_for,
        poll_age=watch.seconds() - ended,
        tick_age=ticks.since_well(),
        round_age=ticks.since_any(),
        refused=watch.refused_at is not None,
        shared=watch.is_shared,
        trouble=trouble,
        oldest=_ages(waiting.letters, house.clock.now()) if waiting else (),
        stuck_cases=waiting.stuck_cases if waiting else 0,
    )


def _ages(letters: Mapping[int, Queue], now: datetime) -> tuple[tuple[Lane, float], ...]:
    return tuple((Lane(lane), seconds_since(queue, now)) for lane, queue in letters.items())


def seconds_since(queue: Queue, now: datetime) -> float:
    """How long the first of a queue has waited; 0 when nothing waits, or a clock was turned."""
    return max((now - queue.oldest).total_seconds(), 0.0) if queue.oldest else 0.0
