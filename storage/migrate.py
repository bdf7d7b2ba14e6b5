"""Bringing the tables of a database up to what this code expects.

Alembic takes long to import, so it is imported only when there is something to change.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, inspect, text

from storage.address import database_url
from storage.database import Database
from storage.engines import migrating
from storage.migrations.revisions import head, revisions
from storage.unusable import told_if_unusable


class NewerSchema(Exception):
    """The database was migrated by a newer version of this code."""


async def current(url: str) -> str | None:
    """The revision of a database; None for an empty one. NewerSchema when it is not known here."""
    with told_if_unusable():
        async with migrating(database_url(url)) as connection:
            return _known(await connection.run_sync(_read_revision))


def _known(revision: str | None) -> str | None:
    if revision is not None and revision not in revisions():
        raise NewerSchema(
            f"The database is at revision {revision}, and this version knows none beyond {head()}."
            " Start the version that migrated it, or a newer one."
        )
    return revision


async def seen(database: Database) -> str | None:
    """The same as `current`, by a reader: nothing is made or locked, whoever works beside it."""
    with told_if_unusable():
        async with database.reading() as transaction:
            return _known(await transaction.connection.run_sync(_read_revision))


async def upgrade(url: str) -> list[str]:
    """Bring a database to the newest revision, all or nothing; the revisions applied."""
    if await current(url) == head():
        return []
    from storage.migrations.steps import up  # noqa: PLC0415 - slow, and seldom needed

    async with migrating(database_url(url)) as connection:
        return await connection.run_sync(up)


async def downgrade(url: str, revision: str) -> None:
    """Take a database back to an earlier revision, or to "base": what was newer is lost."""
    from storage.migrations.steps import down  # noqa: PLC0415 - slow, and seldom needed

    async with migrating(database_url(url)) as connection:
        await connection.run_sync(down, revision)


def _read_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: Sequence[str] = connection.scalars(
        text("SELECT version_num FROM alembic_version")
    ).all()
    return found[0] if found else None
