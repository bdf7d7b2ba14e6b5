"""`make bench`: everything in one run, with tables and a plot in benchmarks/results/."""

import asyncio
import platform
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click
import psutil

from benchmarks import report
from benchmarks.hearing import heard
from benchmarks.matching import FEW_PEOPLE, MANY_PEOPLE, matched
from benchmarks.pacing import paced
from benchmarks.planning import planned
from benchmarks.reaching import reached
from benchmarks.road import raced
from benchmarks.rows import FEW, MANY, looked_at
from benchmarks.searching import FEW_SERVICES, MANY_SERVICES, searched, walked
from benchmarks.slots import reckoned
from benchmarks.starting import started
from benchmarks.ticking import ticked

RESULTS = Path(__file__).parent / "results"
DUOS = 100_000
STARTS = 5


def matching() -> Iterable[str]:
    """Who could be put to whom, in a small branch and in a large one."""
    return report.matching_table([matched(FEW_PEOPLE), matched(MANY_PEOPLE)])


def hearing() -> Iterable[str]:
    """What it costs to hear danger."""
    return report.hearing_table(heard())


# Parts that reckon only, and can be timed alone.
ALONE: Mapping[str, Callable[[], Iterable[str]]] = {"matching": matching, "hearing": hearing}


@click.command()
@click.option("--rounds", default=5, show_default=True, help="How often each bot is tried.")
@click.option("--many", default=MANY, show_default=True, help="Rows of the large outbox.")
@click.option("--duos", default=DUOS, show_default=True, help="Duos whose week is planned.")
@click.option("--only", type=click.Choice(tuple(ALONE)), help="Time this; no page is written.")
@click.option("--output", default=RESULTS, type=click.Path(path_type=Path), show_default=True)
def main(rounds: int, many: int, duos: int, only: str | None, output: Path) -> None:
    """Time the house beside its peers; figures of one run are good for their ratios only."""
    if only:
        click.echo("\n".join(ALONE[only]()))
        return
    output.mkdir(parents=True, exist_ok=True)
    page, picture = asyncio.run(measured(rounds, many, duos))
    (output / "road.svg").write_text(picture, encoding="utf-8")
    (output / "latest.md").write_text(page, encoding="utf-8")
    click.echo(page)


async def measured(rounds: int, many: int, duos: int) -> tuple[str, str]:
    """The page and the plot."""
    click.echo("How soon it starts")
    starts = [await started() for _ in range(STARTS)]
    click.echo("One update, beside peers")
    road = await raced(rounds)
    click.echo("The pace")
    pace = await paced()
    click.echo("To the coach's phone")
    quiet, busy = await reached()
    click.echo(f"{many:,} rows")
    looks = [await looked_at(FEW), await looked_at(many)]
    ticks = [await ticked(FEW), await ticked(many)]
    click.echo(f"The week of {duos:,} duos")
    plan = await planned(duos)
    click.echo("A time to meet")
    slots = reckoned()
    click.echo("A search for help")
    searches = [searched(FEW_SERVICES), searched(MANY_SERVICES)]
    steps = await walked(MANY_SERVICES)
    click.echo("Who could be put to whom, and danger heard")
    alone = [line for part in ALONE.values() for line in (*part(), "")]
    lines = [
        *heading(rounds), *report.road_table(road), "", "![CPU for one update](road.svg)", "",
        *report.reaching_table(quiet, busy), "",
        *report.rows_table(looks), "", *report.ticks_table(ticks), "",
        *report.slots_table(slots), "",
        *report.searches_table(searches), "",
        *report.steps_table(MANY_SERVICES, steps), "",
        *alone,
        *report.other_figures(plan, pace, starts),
    ]  # fmt: skip
    return "\n".join(lines) + "\n", report.plot(road)


def heading(rounds: int) -> list[str]:
    """When, where, and how far to trust it."""
    now = datetime.now(UTC)  # noqa: TID251  # a page says when it was made
    made = (
        f"Made by `make bench` on {now:%Y-%m-%d}: Python {platform.python_version()}, "
        f"{psutil.cpu_count()} cores, {rounds} rounds, medians. Read the ratios: other work on "
        "the machine changes the figures themselves by a quarter and more."
    )
    return ["# Results", "", made, ""]


if __name__ == "__main__":
    main()
