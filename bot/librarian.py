"""What operators do with the directory of services: bring a file in, write one, and look."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.actions.directory import Look
from bot.administration import at_the_desk, clock_for
from bot.directory import starter
from bot.directory.contents import Contents
from bot.directory.files import read_file, write_file
from bot.programme.directory.freshness import Standing
from bot.programme.directory.merging import Merge
from bot.programme.needs import find_needs
from bot.programme.needs.score import lines_of, read_questions, score
from bot.programme.referrals import OTHER_SERVICES, ROUNDED_TO, SMALLEST_SHOWN, Cell
from bot.settings import load_settings
from storage.keeping import Past

# Sentences that nothing was tuned on, with the needs that they name.
OWN_SET = Path(starter.__file__).parent.parent / "own_set.json"
SHOWN = 10
HEAD = ("region", "service", "barrier", "times")
OTHERS = "(other services together)"
HIDDEN = (
    f"Numbers are rounded down to {ROUNDED_TO}s, and none below {SMALLEST_SHOWN} is told, so that "
    "nobody is recognised. They count answers, not people."
)
LONGEST = 100  # lines of a history
STANDINGS: Mapping[Standing, str] = {
    Standing.CHECKED: "checked in the last 180 days",
    Standing.NEVER_CHECKED: "never checked; people read so",
    Standing.OLD: "checked more than 180 days ago; people read so",
    Standing.TOO_OLD: "checked more than 270 days ago, so hidden",
    Standing.DOUBTED: "said to be wrong or closed by two or more, so hidden",
    Standing.HELD_BACK: "not sure enough to be shown before somebody checks, or not active",
}
WRONG = (Standing.TOO_OLD, Standing.DOUBTED)


async def bring_in(
    environ: Mapping[str, str], file: Path, *, remove_missing: bool, crisis_lines_too: bool
) -> Sequence[str]:
    """Import a file, all of it or nothing; lines about what changed."""
    contents = read_file(file)
    settings = load_settings(environ, needs_token=False)
    async with at_the_desk(settings, await clock_for(settings)) as actions:
        # Else the first start would find a directory, and leave out the crisis lines of the list.
        first = await actions.directory.load_starter_if_empty()
        done = await actions.directory.bring_in(
            contents, remove_missing=remove_missing, crisis_lines_too=crisis_lines_too
        )
    begun = [f"As this is a new directory, {first} services of the starter list came first."]
    return [*(begun if first else []), *_told(done)]


def _told(done: Merge) -> Iterator[str]:
    unassured = [after.key for before, after in done.changed
                 if before.assured_on and not after.assured_on]  # fmt: skip
    yield f"Added {len(done.added)}, changed {len(done.changed)}, removed {len(done.removed)}."
    if done.assured:
        yield f"Checked again since: {len(done.assured)}."
    if done.unchanged:
        yield f"{len(done.unchanged)} say what they said before."
    if unassured:
        yield f"To be checked again, as they say something else now: {', '.join(unassured)}."
    if done.spared:
        keys = ", ".join(one.key for one in done.spared)
        yield f"Crisis lines stay unless you say --also-crisis-lines: {keys}."


async def write_out(environ: Mapping[str, str], file: Path) -> Sequence[str]:
    """Export everything to a file."""
    settings = load_settings(environ, needs_token=False)
    async with at_the_desk(settings, await clock_for(settings)) as actions:
        contents = await actions.directory.contents()
    write_file(file, contents)
    return [f"Wrote {_number(contents)} to {file}."]


async def check_file(file: Path) -> Sequence[str]:
    """Read a file as an import would; WrongFile tells what is wrong."""
    return [f"{file} is right: {_number(read_file(file))}."]


async def check(environ: Mapping[str, str], *, everything: bool) -> tuple[Sequence[str], bool]:
    """How far the entries can be relied on, in lines, and whether all is well."""
    settings = load_settings(environ, needs_token=False)
    async with at_the_desk(settings, await clock_for(settings)) as actions:
        looks = await actions.directory.looked_over()
    return [*_lines(looks, everything=everything)], not any(one.needs_care for one in looks)


async def measure(file: Path | None) -> Sequence[str]:
    """How often the search finds what was meant, by the sentences of a file or our own."""
    questions = read_questions((file or OWN_SET).read_text(encoding="utf-8"))
    return lines_of(score(questions, find_needs))


async def history(environ: Mapping[str, str], key: str) -> Sequence[str]:
    """What was done to an entry, a line each, the newest first."""
    settings = load_settings(environ, needs_token=False)
    async with at_the_desk(settings, await clock_for(settings)) as actions:
        past = await actions.keeping.past_of(key, LONGEST)
    return [_past(one) for one in past] or [f"Nothing is known of {key}."]


async def proposals(environ: Mapping[str, str]) -> Sequence[str]:
    """The changes that wait for a decision, each with the number by which one decides."""
    settings = load_settings(environ, needs_token=False)
    async with at_the_desk(settings, await clock_for(settings)) as actions:
        waiting = await actions.proposals.waiting()
    lines = [f"{one.id}  {one.service_key}  {one.field}: {one.value}" for one in waiting]
    return lines or ["No change waits."]


async def decide(environ: Mapping[str, str], number: int, *, accepted: bool) -> bool:
    """Accept or refuse a change; False when none waits under this number."""
    settings = load_settings(environ, needs_token=False)
    async with at_the_desk(settings, await clock_for(settings)) as actions:
        return await actions.proposals.decide_by_hand(number, accepted=accepted)


async def barriers(
    environ: Mapping[str, str], region: str | None, *, as_json: bool
) -> Sequence[str]:
    """What stood in the way, for each service and region, without small numbers."""
    settings = load_settings(environ, needs_token=False)
    async with at_the_desk(settings, await clock_for(settings)) as actions:
        cells = await actions.barriers.report(region)
    return [_barriers_as_json(cells)] if as_json else _barriers_as_lines(cells)


def _past(past: Past) -> str:
    by = f", by a {past.role}" if past.role else ""
    detail = f" {past.field}" if past.field else ""
    became = f": {past.before or '-'} -> {past.after or '-'}" if past.field else ""
    return f"{past.made_at:%Y-%m-%d %H:%M}  {past.kind}{detail}{became}{by}"


def _lines(looks: Sequence[Look], *, everything: bool) -> Iterator[str]:
    yield f"{len(looks)} services."
    for how, words in STANDINGS.items():
        keys = [one.service.key for one in looks if one.standing is how]
        if keys:
            yield f"{len(keys)} {words}."
        if keys and how is not Standing.CHECKED:
            yield from _named(keys, everything=everything or how in WRONG)
    lines = [one.service.key for one in looks if one.needs_care and one.service.is_crisis_line]
    if lines:
        yield f"Crisis lines are shown all the same. Phone these today: {', '.join(lines)}."


def _named(keys: Sequence[str], *, everything: bool) -> Iterator[str]:
    shown = keys if everything else keys[:SHOWN]
    yield f"  {', '.join(shown)}"
    if len(shown) < len(keys):
        yield f"  and {len(keys) - len(shown)} more; --all names them."


def _number(contents: Contents) -> str:
    return f"{len(contents.services)} services and {len(contents.terms)} names of needs"


def _barriers_as_lines(cells: Sequence[Cell]) -> list[str]:
    """A table with a row for each number, and a word on what is not in it."""
    if not cells:
        return ["There is nothing to tell yet.", HIDDEN]
    rows = [HEAD, *(_row(one) for one in cells)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    return [*("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows), "", HIDDEN]


def _barriers_as_json(cells: Sequence[Cell]) -> str:
    """The same; the service is null for all others of a region together."""
    told = [
        {"region": one.region, "service": one.service or None, "barrier": one.barrier,
         "count": one.count}
        for one in cells
    ]  # fmt: skip
    return json.dumps({"hidden_below": SMALLEST_SHOWN, "barriers": told}, indent=2)


def _row(cell: Cell) -> tuple[str, str, str, str]:
    service = OTHERS if cell.service == OTHER_SERVICES else cell.service
    return cell.region, service, cell.barrier, str(cell.count)
