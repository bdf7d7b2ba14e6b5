"""A directory that somebody has emptied: what is brought in stands there alone."""

from collections.abc import Mapping

from bot.administration import at_the_desk
from bot.clock import SystemClock
from bot.settings import load_settings


async def leave_empty(environ: Mapping[str, str]) -> None:
    settings = load_settings(environ, needs_token=False)
    async with (
        at_the_desk(settings, SystemClock()) as actions,
        actions.directory.desk.open() as counter,
    ):
        await counter.tx.directory.touch()
