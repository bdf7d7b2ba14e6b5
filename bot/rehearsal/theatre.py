"""Where a rehearsal is played: the real bot, a pretend Telegram and a clock, in one process."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from bot.app import App, make_bot
from bot.i18n import load_speech
from bot.post.pace import Pace
from bot.programme.programme import Programme
from bot.programme.recurrence import next_weekly
from bot.rehearsal.line import Line, Polls
from bot.rehearsal.mishaps import Mishaps
from bot.sandbox import SandboxClock, Telegram
from bot.settings import PRETEND_TOKEN
from handlers.ticks import every_second, until_done
from storage import Database, Keys
from storage.migrate import upgrade

NOWHERE = "http://sandbox.invalid"
SECONDS_A_LOOK = 2  # by the courier's watch: longer than anybody has to rest between two letters


@dataclass(frozen=True, slots=True)
class Theatre:
    """The bot in its house. Nothing in it waits: whoever turns the clock says what time it is."""

    telegram: Telegram
    app: App
    mishaps: Mishaps

    async def settle(self) -> None:
        """Let the bot hear and answer what people have done."""
        while await self.app.poller.poll():
            await self.app.workers.handle_waiting()
            await self.app.courier.deliver_due()

    async def look(self) -> None:
        """Let happen what is due by now."""
        for look in every_second(self.app.actions).values():
            await until_done(look)
        await self.app.courier.deliver_due()
        await self.settle()

    async def a_new_day(self) -> None:
        """Forget what is no longer needed. Nobody looks after the directory in a rehearsal."""
        await self.app.actions.upkeep.sweep()

    async def next_moment(self) -> datetime:
        """When the bot has something to do next."""
        digest, now = self.app.programme.digest, self.telegram.clock.now()
        told = next_weekly(now, digest.weekday, digest.at, self.app.programme.zone)
        due = await self.app.actions.coming.next_moment()
        return min(told, due) if due else told


@asynccontextmanager
async def opened(programme: Programme, begin: datetime) -> AsyncIterator[Theatre]:
    """A house that nobody has entered yet, on a file that is gone afterwards."""
    folder = _folder()
    file = folder / "rehearsal.db"
    try:
        await upgrade(str(file))
        database = Database(str(file), Keys.from_text(Keys.generate()))
        try:
            async with over(database, programme, begin) as theatre:
                await theatre.app.actions.directory.load_starter_if_empty()
                yield theatre
        finally:
            await database.close()
    finally:
        shutil.rmtree(folder)


@asynccontextmanager
async def over(
    database: Database, programme: Programme, begin: datetime
) -> AsyncIterator[Theatre]:
    """The same over a database that is there."""
    telegram = Telegram(clock=SandboxClock(real=lambda: begin))
    app = App(
        bot=make_bot(PRETEND_TOKEN, NOWHERE, Line(telegram)),
        updates=Polls(telegram),
        database=database,
        programme=programme,
        speech=load_speech(),
        clock=telegram.clock,
        machine_clock=telegram.clock,
    )
    app.courier.delivery.seconds = count(0, SECONDS_A_LOOK).__next__
    app.courier.delivery.pace = Pace()
    app.count_with(mishaps := Mishaps())
    try:
        yield Theatre(telegram, app, mishaps)
    finally:
        await app.bot.session.close()


def _folder() -> Path:
    """In memory where there is such a place: a disk would be waited for at every commit."""
    memory = Path("/dev/shm")  # noqa: S108  # mkdtemp makes a folder of our own in it
    return Path(mkdtemp(prefix="duobot-rehearsal-", dir=memory if memory.is_dir() else None))
