"""Compares the golden rehearsals with what the bot would say now, and writes them anew.

.venv/bin/python -m tools.rehearsals            says which differ, and how
.venv/bin/python -m tools.rehearsals --accept   keeps what the bot says now
"""

import asyncio
import difflib
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from bot.programme.programme import Programme
from bot.rehearsal import Plot, cast_of, diary_of, played
from bot.rehearsal.plain import text_of
from bot.rehearsal.theatre import Theatre, opened
from bot.settings import load_programme

FOLDER = Path(__file__).parent.parent / "tests/rehearsal/golden"
ACCEPT = "Read the difference. Is it meant? .venv/bin/python -m tools.rehearsals --accept"
# Small plays over the days on which programs go wrong.
SCENES: Mapping[str, Plot] = {
    "clock_goes_back_2026": Plot(2, 2, first_day=date(2026, 10, 19), seed=3),
    "clock_goes_forward_2027": Plot(2, 2, first_day=date(2027, 3, 22), seed=4),
    "christmas_2026": Plot(2, 2, first_day=date(2026, 12, 21), seed=5),
    "leap_day_2028": Plot(2, 2, first_day=date(2028, 2, 21), seed=6),
}


async def rehearsed(plot: Plot, programme: Programme, theatre: Theatre) -> str:
    """What the bot says and people do in this scene, as plain text."""
    cast = cast_of(plot, programme)
    return text_of(cast, await played(theatre, cast, diary_of(plot, programme)))


def golden(name: str) -> str:
    """What was accepted; empty when nothing was yet."""
    file = FOLDER / f"{name}.txt"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def difference(name: str, now: str) -> str:
    """Line by line; empty when there is none."""
    before = golden(name).splitlines()
    return "\n".join(difflib.unified_diff(before, now.splitlines(), name, "now", lineterm=""))


def check(*, accept: bool) -> Iterator[str]:
    """A scene at a time; what is said of those that differ."""
    programme = load_programme("duo")
    for name, plot in SCENES.items():
        now = asyncio.run(_alone(plot, programme))
        if found := difference(name, now):
            yield found
            if accept:
                (FOLDER / f"{name}.txt").write_text(now, encoding="utf-8")


async def _alone(plot: Plot, programme: Programme) -> str:
    async with opened(programme, diary_of(plot, programme).begin) as theatre:
        return await rehearsed(plot, programme, theatre)


@click.command()
@click.option("--accept", is_flag=True, help="Keep what the bot says now.")
def main(accept: bool) -> None:  # noqa: FBT001  # click hands options over by name
    """Say what differs; the exit code is 1 when something does and is not accepted."""
    found = list(check(accept=accept))
    for one in found:
        click.echo(one)
    if found and not accept:
        click.echo(ACCEPT)
        sys.exit(1)
    click.echo(
        f"{len(found)} of {len(SCENES)} scenes written anew." if found else "All as before."
    )


if __name__ == "__main__":
    main()
