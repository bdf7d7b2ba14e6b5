"""Alembic at work. Importing this is slow: only who has to change a schema does."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from storage.migrations import revisions
from storage.migrations.models import models

HERE = Path(__file__).parent
ADVISORY_LOCK = 7_305_804_402  # any number of our own: whoever holds it may change the schema
RUFF = {"type": "module", "module": "ruff"}
HOOKS = {
    "hooks": "format, mend",
    "mend.options": "check --fix --quiet REVISION_SCRIPT_FILENAME",
    "format.options": "format --quiet REVISION_SCRIPT_FILENAME",
    **{f"{hook}.{name}": value for hook in ("format", "mend") for name, value in RUFF.items()},
}


def up(connection: Connection) -> list[str]:
    """Bring the schema to its newest revision, all or nothing; which steps were taken."""
    _wait_for_other_processes(connection)
    config = configured(connection)
    command.upgrade(config, "head")
    _check_references(connection)
    applied: list[str] = config.attributes["applied"]
    return applied


def down(connection: Connection, revision: str) -> None:
    """Go back to a revision; "base" is an empty database."""
    _wait_for_other_processes(connection)
    command.downgrade(configured(connection), revision)
    _check_references(connection)


def write(connection: Connection, message: str, revision: str) -> None:
    """Write the migration from what this database has to what the models say."""
    command.revision(configured(connection), message, autogenerate=True, rev_id=revision)


def differences(connection: Connection) -> list[object]:
    """What a migration would still have to change; empty when models and schema are equal."""
    context = MigrationContext.configure(connection, opts={"compare_server_default": True})
    return list(compare_metadata(context, models()))


def configured(connection: Connection) -> Config:
    """Alembic's settings, without an alembic.ini in the current directory."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("version_locations", str(revisions.VERSIONS).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.set_main_option("path_separator", "os")
    for name, value in HOOKS.items():
        config.set_section_option("post_write_hooks", name, value)
    return config


def _wait_for_other_processes(connection: Connection) -> None:
    """Two that start at once must not both migrate; on SQLite BEGIN IMMEDIATE sees to that."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})"))


def _check_references(connection: Connection) -> None:
    """SQLite copies a table to change it, with foreign keys off: look that none hangs loose."""
    if connection.dialect.name == "sqlite":
        loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if loose:
            raise RuntimeError(
                f"The migration left {len(loose)} references to rows that are gone."
            )
