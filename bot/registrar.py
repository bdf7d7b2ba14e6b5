"""What operators do with files of people: bring them in, take them out."""

import csv
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from bot.actions.work.importing import AT_ONCE
from bot.actions.work.sheets import FORMS
from bot.administration import at_the_desk, clock_for
from bot.programme.work.cells import unquoted
from bot.programme.work.heads import columns, lacking
from bot.programme.work.rows import Entry, Wrong
from bot.settings import load_settings

SHOWN = 100
DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Done:
    """What is said at the end, and whether all was right."""

    lines: Sequence[str]
    is_right: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be taken out, and whether a file that is there may go."""

    what: str
    branch: str | None
    over: bool


async def bring_in(
    environ: Mapping[str, str], file: Path, branch: str, *, dry_run: bool
) -> Done:  # fmt: skip
    """Check all rows; when each is right, bring them in, some hundreds at a time."""
    rows, missing = _read(file)
    if missing:
        return Done([f"The file lacks these columns: {', '.join(missing)}."], is_right=False)
    settings = load_settings(environ, needs_token=False)
    async with at_the_desk(settings, await clock_for(settings)) as actions:
        with click.progressbar(rows, label="Checking", file=sys.stderr) as bar:
            checked = await actions.importing.check(bar, branch)
        wrong = [one for one in checked if isinstance(one, Wrong)]
        entries = [one for one in checked if isinstance(one, Entry)]
        known = await actions.importing.known(entries)
        if wrong or dry_run:
            return Done(list(_report(wrong, entries, known)), is_right=not wrong)
        added = 0
        with click.progressbar(
            length=len(entries), label="Bringing in", file=sys.stderr
        ) as bar_of_all:
            for some in _by(entries, AT_ONCE):
                added += await actions.importing.bring_in(some)
                bar_of_all.update(len(some))
    there = len(entries) - added
    return Done([f"{added} people came in. {there} were there already."], is_right=True)


async def take_out(environ: Mapping[str, str], file: Path, wanted: Wanted) -> Done:
    """Write people or duos into a new file which only its owner can read."""
    form = FORMS.get(file.suffix.lower())
    if form is None:
        return Done(["The name of the file must end in .csv or .xlsx."], is_right=False)
    settings = load_settings(environ, needs_token=False)
    async with at_the_desk(settings, await clock_for(settings)) as actions:
        table = await actions.exporting.table(wanted.what, wanted.branch)
    try:
        _write(file, form(table), over=wanted.over)
    except FileExistsError:
        return Done([f"{file} is there already. --force writes over it."], is_right=False)
    return Done([f"{len(table) - 1} {wanted.what} are in {file}."], is_right=True)


def _write(file: Path, content: bytes, *, over: bool) -> None:
    """Never into a file that others may have open or can read: a new one takes its place."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}") if over else file
    door = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(door, "wb") as paper:
            paper.write(content)
        if over:
            fresh.replace(file)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _read(file: Path) -> tuple[list[tuple[int, dict[str, str]]], Sequence[str]]:
    """The rows, each with its number as a spreadsheet shows it, and the columns that lack."""
    text = file.read_text(encoding="utf-8-sig")
    head = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    lines = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))
    if not lines:
        return [], lacking({})
    places = columns(lines[0])
    rows = [
        (
            number,
            {name: unquoted(line[at].strip()) for name, at in places.items() if at < len(line)},
        )
        for number, line in enumerate(lines[1:], 2)
        if any(cell.strip() for cell in line)
    ]
    return rows, lacking(places)


def _report(wrong: Sequence[Wrong], entries: Sequence[Entry], known: set[str]) -> Iterator[str]:
    for one in wrong[:SHOWN]:
        yield f"Row {one.row}: {one.why}."
    if len(wrong) > SHOWN:
        yield f"And {len(wrong) - SHOWN} rows more."
    yield (
        f"{len(wrong)} rows are wrong, {len(entries) - len(known)} people would come in, "
        f"{len(known)} are there already. Nothing was changed."
    )


def _by(entries: Sequence[Entry], many: int) -> Iterator[Sequence[Entry]]:
    for first in range(0, len(entries), many):
        yield entries[first : first + many]
