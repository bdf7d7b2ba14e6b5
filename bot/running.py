"""Running the bot until it is told to stop."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import structlog

from bot.app import App, make_bot, serve_by_polling
from bot.clock import Clock, SystemClock, TurnedClock
from bot.i18n import load_speech
from bot.keyring import keys_for, try_keys
from bot.logs import configure
from bot.post.telegram import TelegramUpdates
from bot.programme.programme import Programme
from bot.settings import Settings, load_programme, settings_from
from storage import Database
from storage.address import database_url
from storage.migrate import upgrade
from storage.ownership import owned

if TYPE_CHECKING:
    from aiohttp.web import RouteDef

# Objects made before a young collection; the default of 700 stops the loop too often.
OBJECTS_BETWEEN_COLLECTIONS = 50_000

log = structlog.get_logger(__name__)


async def run(environ: Mapping[str, str]) -> None:
    """Run the bot as the environment says."""
    settings = settings_from(environ)
    configure(settings.log, settings.log_format)
    programme = load_programme(settings.programme)
    if programme.sample and settings.is_real_telegram:
        log.warning("sample_programme", mend="Put your own branches in a file: DUOBOT_PROGRAMME.")
    turned = TurnedClock() if settings.clock == "sandbox" else None
    async with opened(settings, programme, turned or SystemClock()) as (app, updates):
        with stopped_by_signals():
            async with _watched(app, settings.health, environ):
                await serve_by_polling(app, updates, turned)


@contextlib.asynccontextmanager
async def _watched(app: App, place: str | None, environ: Mapping[str, str]) -> AsyncIterator[None]:
    """Under the eyes of those who asked for it; otherwise nothing of it is even imported."""
    if not place and not environ.get("NOTIFY_SOCKET"):
        yield
        return
    from bot.health import House, watched  # noqa: PLC0415  # seldom asked for

    office = app.courier.delivery.office
    house = House(app.database, office.clock, office.machine_clock, app.watch, app.ticks)
    async with watched(house, place, environ, app.count_with, lambda: web_doors(app)):
        yield


def web_doors(app: App) -> "Sequence[RouteDef]":
    """What stands beside the page of health, where there is one."""
    from handlers.web import CalendarDoor  # noqa: PLC0415  # aiohttp's server takes memory

    return CalendarDoor(app.actions, app.speech, app.programme).routes()


@contextlib.asynccontextmanager
async def opened(
    settings: Settings, programme: Programme, clock: Clock
) -> AsyncIterator[tuple[App, TelegramUpdates]]:
    """The app over its database, with the tables up to date."""
    token = settings.token.get_secret_value()
    updates = TelegramUpdates(settings.telegram, token)
    speech = load_speech()
    async with _database(settings) as database:
        bot = make_bot(token, settings.telegram)
        app = App(
            bot=bot, updates=updates, database=database, programme=programme, speech=speech,
            clock=clock, public_url=settings.public_url, alarm_url=alarm_url(settings),
        )  # fmt: skip
        try:
            if services := await app.actions.directory.load_starter_if_empty():
                log.info("directory_filled", services=services)
            yield app, updates
        finally:
            await bot.session.close()


def alarm_url(settings: Settings) -> str | None:
    """Who is called when a case stands still; an address may hold a secret."""
    return settings.alarm_url.get_secret_value() if settings.alarm_url else None


@contextlib.asynccontextmanager
async def _database(settings: Settings) -> AsyncIterator[Database]:
    """The database: up to date, ours alone if it is a file, and opened by the keys."""
    keys = keys_for(settings)
    for revision in await upgrade(settings.database):
        log.info("migrated", revision=revision)
    with owned(database_url(settings.database)):
        database = Database(settings.database, keys)
        try:
            await try_keys(database)
            yield database
        finally:
            await database.close()


@contextlib.contextmanager
def stopped_by_signals() -> Iterator[None]:
    """SIGTERM and Ctrl-C end the work; what is not done is stored, and the next start goes on."""
    _settle_memory()
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    told: list[int] = []

    def stop(number: int) -> None:
        told.append(number)
        if task:
            task.cancel()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop, number)
    try:
        yield
    except asyncio.CancelledError:
        if not told:
            raise
        log.info("stopped", signal=told[0])
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)


def _settle_memory() -> None:
    """What is loaded at start stays; without this the collector walks over it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
