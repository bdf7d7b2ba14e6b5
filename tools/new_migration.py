"""Write the next migration: python -m tools.new_migration "what it does"."""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.address import database_url
from storage.engines import migrating
from storage.migrate import upgrade
from storage.migrations.revisions import revisions
from storage.migrations.steps import write


async def new(message: str) -> None:
    """Compare the models with a fresh SQLite file at the newest revision."""
    revision = f"{len(revisions()) + 1:04}"
    with TemporaryDirectory() as folder:
        url = database_url(str(Path(folder) / "scratch.db"))
        await upgrade(url)
        async with migrating(url) as connection:
            await connection.run_sync(write, message, revision)


def main(words: list[str]) -> None:
    """The words of the command line: one, in quotes, that says what the migration does."""
    if len(words) != 1:
        sys.exit(__doc__)
    asyncio.run(new(words[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
