"""Where everything is kept: the database, its tables and its keys, looked at by a reader only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bot.actions.checks import Lines, look_at_lines
from bot.doctor.findings import EXIT_SOMETHING, Finding, Line, failed, skipped, well
from bot.endings import EXIT_WRONG_SETTINGS
from bot.keyring import key_file, keys_for, look_at_keys
from bot.settings import Settings, WrongSettings
from storage import Database, Keys
from storage.address import WrongAddress, database_url, is_sqlite, sqlite_file
from storage.migrate import NewerSchema, seen
from storage.migrations.revisions import head
from storage.unusable import DatabaseAway, DatabaseUnusable

MADE_BY_THE_START = "not there yet; the first start makes it"
AFTER_DATABASE = "not looked at until the database can be read"


@dataclass(frozen=True, slots=True)
class Memory:
    """The four lines, and the bot to which the database belongs if that could be read."""

    findings: Sequence[Finding]
    bot_id: int | None = None


async def look_at_memory(settings: Settings, day: date) -> Memory:
    """Nothing is made, written or locked: it works beside a running bot."""
    memory = await _look(settings, day)
    if any(one.line is Line.CRISIS_LINES for one in memory.findings):
        return memory
    return replace(memory, findings=[*memory.findings, *_skip(Line.CRISIS_LINES)])


async def _look(settings: Settings, day: date) -> Memory:
    try:
        url = database_url(settings.database)
    except WrongAddress as error:
        return Memory([failed(Line.DATABASE, error), *_skip(Line.MIGRATIONS, Line.KEYS)])
    if is_sqlite(url) and not _has_something(sqlite_file(url)):
        return Memory(_new_file(settings, sqlite_file(url)))
    return await _look_into(settings, url, day)


def _has_something(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0


def _new_file(settings: Settings, file: Path) -> Sequence[Finding]:
    """An SQLite file that nobody has made yet, and the key that will be made with it."""
    if not file.parent.is_dir():
        says = (
            f'"{file}" cannot be made: there is no such folder.'
            " Make it, or change DUOBOT_DATABASE."
        )
        return [
            Finding(Line.DATABASE, says, EXIT_WRONG_SETTINGS),
            *_skip(Line.MIGRATIONS, Line.KEYS),
        ]
    given = settings.secret_keys or key_file(file).exists()
    return [
        well(Line.DATABASE, f'"{file}" is {MADE_BY_THE_START}.'),
        skipped(Line.MIGRATIONS, "there are no tables yet; the first start makes them"),
        _form_of_keys(settings) if given else well(Line.KEYS, f"A key is {MADE_BY_THE_START}."),
    ]


def _form_of_keys(settings: Settings) -> Finding:
    try:
        keys_for(settings)
    except WrongSettings as wrong:
        return failed(Line.KEYS, wrong)
    return well(Line.KEYS, "They have the form of keys; nothing is sealed yet.")


async def _look_into(settings: Settings, url: str, day: date) -> Memory:
    try:
        keys, trouble = keys_for(settings), None
    except WrongSettings as wrong:
        # Tables can be read without any key; only what is sealed in them cannot.
        keys, trouble = Keys.from_text(Keys.generate()), wrong
    database = Database(url, keys)
    try:
        tables = await _tables(database)
        if trouble:
            return Memory([*tables, failed(Line.KEYS, trouble)])
        return await _sealed(database, tables, day)
    finally:
        await database.close()


async def _tables(database: Database) -> Sequence[Finding]:
    try:
        revision = await seen(database)
    except (DatabaseAway, DatabaseUnusable) as error:
        return [failed(Line.DATABASE, error), *_skip(Line.MIGRATIONS)]
    except NewerSchema as error:
        return [well(Line.DATABASE, "It answers."), failed(Line.MIGRATIONS, error)]
    return [well(Line.DATABASE, "It answers."), _migrations(revision)]


def _migrations(revision: str | None) -> Finding:
    if revision == head():
        return well(Line.MIGRATIONS, f"The tables are up to date, at {revision}.")
    if revision is None:
        return skipped(Line.MIGRATIONS, "there are no tables yet; the first start makes them")
    says = (
        f"The tables are at {revision} and this version needs {head()}. Start duobot again, or say"
        " `duobot migrate`."
    )
    return Finding(Line.MIGRATIONS, says, EXIT_SOMETHING)


async def _sealed(database: Database, tables: Sequence[Finding], day: date) -> Memory:
    """What is sealed can be tried only where the table of the installation is."""
    if not all(one.looked and not one.code for one in tables):
        return Memory([*tables, skipped(Line.KEYS, AFTER_DATABASE)])
    try:
        await look_at_keys(database)
    except WrongSettings as wrong:
        return Memory([*tables, failed(Line.KEYS, wrong)])
    async with database.reading() as tx:
        owner, lines = await tx.installation.owner(), await look_at_lines(tx, day)
        is_filled = await tx.directory.version() > 0
    keys = well(Line.KEYS, "They open what is sealed here.")
    empty = skipped(Line.CRISIS_LINES, "there is no directory yet; the first start brings it in")
    return Memory([*tables, keys, _crisis_lines(lines) if is_filled else empty], owner)


def _crisis_lines(lines: Lines) -> Finding:
    """A number that somebody in danger dials must be right."""
    if not lines.are_shown:
        says = (
            "People in danger are shown none but 112: no crisis line stands in the directory."
            " Bring them in by `duobot directory import`."
        )
        return Finding(Line.CRISIS_LINES, says, EXIT_SOMETHING)
    if not lines.stale:
        return well(Line.CRISIS_LINES, "Somebody made sure of each of them, or they are new.")
    says = (
        "Nobody has made sure of these for too long, people say that they are wrong, or they are"
        f" closed here: {', '.join(lines.stale)}. Phone them, and let a coach tap “I phoned: it"
        " is right”, or “Open again” under “Change something”."
    )
    return Finding(Line.CRISIS_LINES, says, EXIT_SOMETHING)


def _skip(*lines: Line) -> list[Finding]:
    return [skipped(line, AFTER_DATABASE) for line in lines]
