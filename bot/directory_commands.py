"""The commands of `duobot directory`."""

import os
import sys
from pathlib import Path

import click

from bot.seeing_through import see_through, tell

FILE = click.Path(exists=True, path_type=Path)


@click.group()
def directory() -> None:
    """Bring services into the directory, write them to a file, and look how good they are.

    A FILE is JSON, a folder of the tables of HSDS 3.0, or such a folder as a .zip. How it looks is
    told in docs/directory.md.
    """


@directory.command("import")
@click.argument("file", type=FILE, help="What is brought in.")
@click.option("--remove-missing", is_flag=True, help="Remove what the file does not name.")
@click.option("--also-crisis-lines", is_flag=True, help="With --remove-missing: crisis lines too.")
def bring_in(file: Path, remove_missing: bool, also_crisis_lines: bool) -> None:  # noqa: FBT001  # click hands options over by name
    """Add and replace services by key: all of the file, or nothing when anything in it is wrong.

    An entry that says what it said before stays checked; one that changed has to be checked again.
    """
    from bot import librarian  # noqa: PLC0415  # SQLAlchemy takes its time

    work = librarian.bring_in(
        os.environ, file, remove_missing=remove_missing, crisis_lines_too=also_crisis_lines
    )
    tell(see_through(work))


@directory.command("export")
@click.argument("file", type=click.Path(path_type=Path), help="What is written.")
def write_out(file: Path) -> None:
    """Write all services to FILE: .json, .zip, or a folder of tables."""
    from bot import librarian  # noqa: PLC0415  # SQLAlchemy takes its time

    tell(see_through(librarian.write_out(os.environ, file)))


@directory.command()
@click.argument("file", type=FILE, required=False, help="What is looked at.")
@click.option("--all", "everything", is_flag=True, help="Name every entry, not only a few.")
def check(file: Path | None, everything: bool) -> None:  # noqa: FBT001  # click hands options over by name
    """Say what is wrong in FILE; without one, which entries have to be checked by somebody.

    The exit code is 1 when something is wrong.
    """
    from bot import librarian  # noqa: PLC0415  # SQLAlchemy takes its time

    if file:
        tell(see_through(librarian.check_file(file)))
        return
    lines, is_well = see_through(librarian.check(os.environ, everything=everything))
    tell(lines)
    sys.exit(not is_well)


@directory.command("history")
@click.argument("key", help="The key of an entry.")
def tell_history(key: str) -> None:
    """Say what was done to the entry of KEY, when, and in which role, the newest first."""
    from bot import librarian  # noqa: PLC0415  # SQLAlchemy takes its time

    tell(see_through(librarian.history(os.environ, key)))


@directory.command()
@click.option("--accept", type=int, help="Make this change.")
@click.option("--refuse", type=int, help="Do not make this change.")
def proposals(accept: int | None, refuse: int | None) -> None:
    """Name the changes that coaches propose, or decide about one by its number.

    Who proposed it hears the answer from the bot.
    """
    from bot import librarian  # noqa: PLC0415  # SQLAlchemy takes its time

    number = accept if accept is not None else refuse
    if number is None:
        tell(see_through(librarian.proposals(os.environ)))
        return
    decision = librarian.decide(os.environ, number, accepted=accept is not None)
    done = see_through(decision)
    tell(["Done." if done else f"No change that can be made waits under {number}."])
    sys.exit(not done)


@directory.command()
@click.option("--region", type=click.Choice(["BE-BRU", "BE-VLG", "BE-WAL"]), help="Only this one.")
@click.option("--json", "as_json", is_flag=True, help="Tell it to a machine.")
def barriers(region: str | None, as_json: bool) -> None:  # noqa: FBT001  # click hands options over by name
    """Say what stood in the way of people at a service. Small numbers are not told."""
    from bot import librarian  # noqa: PLC0415  # SQLAlchemy takes its time

    tell(see_through(librarian.barriers(os.environ, region, as_json=as_json)))


@directory.command("score")
@click.argument("file", type=FILE, required=False, help="The sentences.")
def measure(file: Path | None) -> None:
    """Measure how often a sentence finds the need that was meant.

    FILE is a JSON list of {"lang": "en", "text": "I lost my job", "accept": ["work.rights"]}, with
    [] where no need is named. Without FILE the project's own sentences are asked.
    """
    from bot import librarian  # noqa: PLC0415  # SQLAlchemy takes its time

    tell(see_through(librarian.measure(file)))
