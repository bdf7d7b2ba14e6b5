"""`make torture`: the bot is killed a thousand times while people talk, and nothing may be lost.

Half of the kills fall at named points of the code, half at any moment. After each one a checker
reads the database and the pretend Telegram's journal. A season of fifty kills has a town, a
database and a seed of its own; the seed repeats it.
"""

import bot.quick_start  # noqa: F401  # before aiogram, or its import takes seconds

# isort: split
import asyncio
import random
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import click
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.address import database_url
from tests.processes.forks import Nursery, nursery
from tests.processes.plans import Kill, torture
from tests.processes.season import RESUMED_WITHIN, Trial, season

SEASON = 50  # kills; more would make each look at everything slow
WIDTH = 46  # columns for the name of a kill point


@click.command()
@click.option("--kills", default=1000, show_default=True, help="How often the bot dies.")
@click.option("--seed", type=int, help="Repeats a run; left out, any.")
@click.option("--database", help="A PostgreSQL server, postgresql://...; left out, SQLite.")
def main(kills: int, seed: int | None, database: str | None) -> None:
    """Kill the bot again and again, and look each time whether anything was lost."""
    seed = random.SystemRandom().randrange(10**9) if seed is None else seed
    click.echo(f"{kills} kills on {'PostgreSQL' if database else 'SQLite'}, seed {seed}.")
    trials, leaks = asyncio.run(_endured(kills, seed, database))
    for line in table(trials):
        click.echo(line)
    wrong = [*leaks, *(f"{one.kill}: {each}" for one in trials for each in one.lost)]
    for line in wrong:
        click.echo(line, err=True)
    sys.exit(1 if wrong or len(trials) < kills else 0)


async def _endured(kills: int, seed: int, database: str | None) -> tuple[list[Trial], list[str]]:
    """One season after another, with a bar that grows with each kill."""
    trials: list[Trial] = []
    leaks: list[str] = []
    with click.progressbar(length=kills, label="Killed", item_show_func=_name) as bar:

        def told(trial: Trial) -> None:
            trials.append(trial)
            bar.update(1, trial)

        async with nursery() as nest:
            for first in range(0, kills, SEASON):
                chance = random.Random(f"{seed}:{first}")  # noqa: S311  # repeatable, no secret
                plan = torture(min(SEASON, kills - first), chance)
                try:
                    leaks += await _season(nest, plan, chance, database, told)
                except Exception as error:  # noqa: BLE001  # the other seasons go on
                    leaks.append(f"The season from kill {first} broke off: {error!r}")
    return trials, leaks


async def _season(
    nest: Nursery,
    plan: Sequence[Kill],
    chance: random.Random,
    database: str | None,
    told: Callable[[Trial], None],
) -> list[str]:
    with TemporaryDirectory(prefix="torture-") as folder:
        async with (
            throw_away(database) as address,
            season(Path(folder), nest, chance, address) as town,
        ):
            await town.endures(plan, told)
            return town.leaks()


@asynccontextmanager
async def throw_away(server: str | None) -> AsyncIterator[str | None]:
    """An empty database on this server while the block runs; None when there is no server."""
    if server is None:
        yield None
        return
    name = f"duobot_torture_{uuid4().hex[:12]}"
    await _on_the_server(server, f"CREATE DATABASE {name}")
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        await _on_the_server(server, f"DROP DATABASE {name} WITH (FORCE)")


async def _on_the_server(server: str, statement: str) -> None:
    engine = create_async_engine(database_url(server), isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


def table(trials: Iterable[Trial]) -> list[str]:
    """A line for each kill point, and one for all."""
    by_point: dict[str, list[Trial]] = defaultdict(list)
    for trial in trials:
        by_point[trial.kill.point].append(trial)
    everything = [trial for group in by_point.values() for trial in group]
    head = f"{'killed':<{WIDTH}}{'trials':>8}{'lost':>8}{'copies':>8}{'slowest':>10}"
    rows = [_row(point, by_point[point]) for point in sorted(by_point)]
    late = sum(trial.recovery > RESUMED_WITHIN for trial in everything)
    missed = sum(not trial.reached for trial in everything)
    return [
        "", head, *rows, _row("all", everything), "",
        f"{missed} did not reach their point. {late} took longer than {RESUMED_WITHIN:.0f} s.",
    ]  # fmt: skip


def _row(name: str, trials: Sequence[Trial]) -> str:
    lost = sum(len(trial.lost) for trial in trials)
    copies = sum(trial.copies for trial in trials)
    slowest = max((trial.recovery for trial in trials), default=0.0)
    return f"{name:<{WIDTH}}{len(trials):>8}{lost:>8}{copies:>8}{slowest:>8.1f} s"


def _name(trial: Trial | None) -> str:
    return trial.kill.point if trial else ""


if __name__ == "__main__":
    main()
