"""The command line for files of people: `duobot import` and `duobot export`."""

import os
import sys
from pathlib import Path

import click

from bot.seeing_through import see_through, tell


@click.command("import")
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A CSV file."
)
@click.option("--branch", required=True, help="The branch of who names no town, by its key.")
@click.option("--dry-run", is_flag=True, help="Only say what is wrong; bring nobody in.")
def bring_people_in(file: Path, branch: str, dry_run: bool) -> None:  # noqa: FBT001  # click hands options over by name
    """Bring mentees and mentors in from a CSV file: all rows, or none when any of them is wrong.

    Who came in by an earlier file is known again. Which columns there are is told in
    docs/operating.md. The exit code is 1 when something is wrong.
    """
    from bot import registrar  # noqa: PLC0415  # SQLAlchemy takes its time

    done = see_through(registrar.bring_in(os.environ, file, branch, dry_run=dry_run))
    tell(done.lines)
    sys.exit(0 if done.is_right else 1)


@click.command("export")
@click.argument("what", type=click.Choice(["people", "duos"]), help="What goes into the file.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), help="A .csv or .xlsx.")
@click.option("--branch", help="Only this branch, by its key.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def take_out(what: str, file: Path, branch: str | None, force: bool) -> None:  # noqa: FBT001  # click hands options over by name
    """Write who takes part, or their duos, into a file for a spreadsheet.

    Only you can read the file. Who withdrew is not in it. The exit code is 1 when nothing was
    written.
    """
    from bot import registrar  # noqa: PLC0415  # SQLAlchemy takes its time

    wanted = registrar.Wanted(what, branch, over=force)
    done = see_through(registrar.take_out(os.environ, file, wanted))
    tell(done.lines)
    sys.exit(0 if done.is_right else 1)
