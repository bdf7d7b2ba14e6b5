"""The demo: a pretend Telegram and the bot in one process, with sample people on one page."""

import tempfile
import webbrowser
from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path

import click

from bot.actions.samples import Sample, SampleByPhone
from bot.app import App, serve_by_polling
from bot.logs import configure
from bot.post.identity import recognise
from bot.programme.people import Role
from bot.programme.recurrence import next_weekly
from bot.programme.registration import YES, Question
from bot.programme.road import Place
from bot.running import opened, stopped_by_signals
from bot.sandbox import Telegram, serve
from bot.sandbox.cast import AMIR, ELS, RITA, TOM, invite_cast
from bot.settings import Settings, load_programme, settings_from
from storage.address import database_url, is_sqlite, sqlite_file

TUESDAY, MORNING = 1, time(10)
ANY_PORT = "http://127.0.0.1:0"
MENTEE = Sample(AMIR.id, AMIR.first_name, "fr", Role.MENTEE, 1999)
MENTOR = Sample(RITA.id, RITA.first_name, "nl", Role.MENTOR, 1962)
COACH = Sample(ELS.id, ELS.first_name, "nl", Role.COACH, 1988)
WAITING = Sample(
    TOM.id, TOM.first_name, "en", Role.MENTOR, 1960,
    {Question.LANGUAGES: "en:4 nl:3", Question.SECTOR: "care", Question.TIMES: "1e 3a",
     Question.NETWORK: YES},
)  # fmt: skip
# Not on Telegram, so that the coach finds somebody in more than one list.
BY_PHONE = (
    SampleByPhone(
        "fr", Role.MENTEE,
        {Question.FIRST_NAME: "Samira", Question.LAST_NAME: "Haddad",
         Question.YEAR_OF_BIRTH: "1991", Question.PHONE: "+32470000901",
         Question.LANGUAGES: "fr:3 nl:1", Question.SECTOR: "cleaning"},
        (Place.NEW,),
    ),
    SampleByPhone(
        "nl", Role.MENTEE,
        {Question.FIRST_NAME: "Yusuf", Question.LAST_NAME: "Demir",
         Question.YEAR_OF_BIRTH: "1987", Question.PHONE: "+32470000902",
         Question.LANGUAGES: "nl:2 en:2", Question.SECTOR: "care", Question.TIMES: "1e 2m"},
        (Place.NEW, Place.READY),
    ),
    SampleByPhone(
        "nl", Role.MENTOR,
        {Question.FIRST_NAME: "Ingrid", Question.LAST_NAME: "Peeters",
         Question.YEAR_OF_BIRTH: "1959", Question.PHONE: "+32470000903",
         Question.LANGUAGES: "nl:4 fr:3", Question.SECTOR: "education"},
        (Place.NEW, Place.TRAINING),
    ),
)  # fmt: skip


class NextCheckIn:
    """Where the clock bar's button leads; the bot is known only after the page is served."""

    def __init__(self) -> None:
        self.app: App | None = None

    async def __call__(self) -> datetime | None:
        return await self.app.actions.samples.next_check_in() if self.app else None


async def run(environ: Mapping[str, str], port: int, *, opens: bool) -> None:
    """Serve the page until told to stop."""
    with tempfile.TemporaryDirectory(prefix="duobot-demo-") as folder:
        fresh = {"DUOBOT_DATABASE": str(Path(folder, "demo.db")), "DUOBOT_LOG": "warning"}
        settings = settings_from({**fresh, **environ, "DUOBOT_TELEGRAM": ANY_PORT})
        configure(settings.log, settings.log_format)
        telegram = Telegram(journal=_journal_beside(settings.database))
        try:
            await _run(settings, telegram, port, opens=opens)
        finally:
            telegram.close()


async def _run(settings: Settings, telegram: Telegram, port: int, *, opens: bool) -> None:
    programme = load_programme(settings.programme)
    if not telegram.state.people:
        invite_cast(telegram)
        # People come to look at any hour, and at night a reminder would wait for the morning.
        now = telegram.clock.now()
        telegram.turn_clock(next_weekly(now, TUESDAY, MORNING, programme.zone))
    stop = NextCheckIn()
    async with serve(telegram, port, stops={"next check-in": stop}) as page:
        at_the_page = settings.model_copy(update={"telegram": page})
        async with opened(at_the_page, programme, telegram.clock) as (app, updates):
            stop.app = app
            async with updates:
                await recognise(updates, app.database)
            await app.actions.samples.settle_in(MENTEE, MENTOR, COACH, (WAITING,), BY_PHONE)
            _announce(page, opens=opens)
            with stopped_by_signals():
                await serve_by_polling(app, updates)


def _announce(page: str, *, opens: bool) -> None:
    click.echo(f"The demo is on {page} (Ctrl-C stops it).")
    if opens:
        webbrowser.open(page)


def _journal_beside(database: str) -> Path | None:
    """The chats outlive a restart as the database does."""
    url = database_url(database)
    if not is_sqlite(url):
        return None
    file = sqlite_file(url)
    return file.with_name(f"{file.name}.sandbox.jsonl")
