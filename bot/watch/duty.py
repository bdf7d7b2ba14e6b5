"""The watch on duty: a bot that only speaks, and goes its rounds until it is told to stop."""

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from functools import partial
from typing import Any

import structlog
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, CallbackContext, JobQueue

from bot.keyring import keys_there
from bot.logs import configure
from bot.settings import Settings, WrongSettings, load_programme, settings_from
from bot.watch.ledger import Ledger, ledger_file
from bot.watch.rounds import Rounds
from storage.glance import Window

SECONDS_BETWEEN_ROUNDS = 5
ANSWERED_WITHIN = 20.0  # seconds for Telegram
CONNECTED_WITHIN = 10.0

NO_OPERATOR = (
    "DUOBOT_OPERATOR is missing, and without it nobody hears when the database cannot be read. "
    "Give the number of the chat in which you want to be told."
)
UNKNOWN_CHAT = (
    "Telegram knows no chat {chat} of this bot. Let whoever is to be told write /start to the "
    "bot, and put the number of that chat in DUOBOT_OPERATOR."
)
REFUSED = "Telegram does not accept DUOBOT_TOKEN. Ask @BotFather for the right one."

Watchman = Application[Any, Any, Any, Any, Any, Any]

log = structlog.get_logger(__name__)


async def watch(environ: Mapping[str, str]) -> None:
    """Guard the bot of these settings; raises WrongSettings."""
    settings = settings_from(environ)
    if settings.operator is None:
        raise WrongSettings((NO_OPERATOR,))
    configure(settings.log, settings.log_format)
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library warns of what will change
    operator = int(settings.operator)
    rounds = Rounds(
        load_programme(settings.programme), Window(settings.database),
        Ledger.at(ledger_file(settings)), operator, partial(keys_there, settings),
    )  # fmt: skip
    with _until_stopped() as stopped:
        async with _on_duty(settings, operator) as watchman:
            _go_rounds(watchman, rounds, environ.get("NOTIFY_SOCKET", ""))
            log.info("on_duty")
            await stopped.wait()
        await rounds.window.close()


def _go_rounds(watchman: Watchman, rounds: Rounds, service: str) -> None:
    async def go(context: CallbackContext[Any, Any, Any, Any]) -> None:
        await rounds.go(context.bot)
        _tell_service(service, "READY=1\nWATCHDOG=1")

    queue = watchman.job_queue
    assert queue  # noqa: S101  # it was built with one
    late = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    queue.run_repeating(go, SECONDS_BETWEEN_ROUNDS, first=0, job_kwargs=late)


@asynccontextmanager
async def _on_duty(settings: Settings, operator: int) -> AsyncIterator[Watchman]:
    watchman = _built(settings)
    try:
        await _until_connected(watchman, operator)
        await watchman.start()
        yield watchman
    finally:
        if watchman.running:
            await watchman.stop()
        await watchman.shutdown()


def _built(settings: Settings) -> Watchman:
    """Without an updater: two that ask for updates with one token would take each other's."""
    return (
        ApplicationBuilder()
        .token(settings.token.get_secret_value())
        .base_url(f"{settings.telegram}/bot")
        .updater(None)
        .job_queue(JobQueue())
        .read_timeout(ANSWERED_WITHIN)
        .connect_timeout(CONNECTED_WITHIN)
        .build()
    )


async def _until_connected(watchman: Watchman, operator: int) -> None:
    """Begin when Telegram answers, and the operator can be told."""
    while True:
        try:
            await watchman.initialize()
            await watchman.bot.get_chat(operator)
        except InvalidToken:
            raise WrongSettings((REFUSED,)) from None
        except (BadRequest, Forbidden):
            raise WrongSettings((UNKNOWN_CHAT.format(chat=operator),)) from None
        except TelegramError as error:
            log.warning("watch_not_heard", why=type(error).__name__)
            await asyncio.sleep(SECONDS_BETWEEN_ROUNDS)
        else:
            return


@contextmanager
def _until_stopped() -> Iterator[asyncio.Event]:
    """SIGTERM and Ctrl-C end the watch."""
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)
    for number in signals:
        loop.add_signal_handler(number, stopped.set)
    try:
        yield stopped
    finally:
        for number in signals:
            loop.remove_signal_handler(number)


def _tell_service(path: str, text: str) -> None:
    """A word to systemd, which starts a watch again that says nothing any more."""
    if not path:
        return
    address = f"\0{path[1:]}" if path.startswith("@") else path
    with suppress(OSError), closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as line:
        line.settimeout(0)
        line.sendto(text.encode(), address)
