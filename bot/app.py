"""The roof: the one place that knows all the parts and puts them together."""

import bot.quick_start  # noqa: F401  # before aiogram, or its import takes seconds

# isort: split
import asyncio
from collections.abc import Mapping
from contextlib import suppress

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientTimeout

from bot.actions import Actions
from bot.clock import Clock, SystemClock, TurnedClock
from bot.i18n import Speech
from bot.post.courier import Courier
from bot.post.delivery import Delivery, Office
from bot.post.identity import recognise
from bot.post.meters import Meters
from bot.post.poller import Poller
from bot.post.profile import introduce
from bot.post.siren import Siren
from bot.post.telegram import PollFailed, TelegramUpdates, Updates
from bot.post.time_signal import first_signal, follow
from bot.post.topics import TopicKeeper
from bot.post.watch import Watch
from bot.post.workers import Workers
from bot.programme.danger import read_what_hears
from bot.programme.programme import Programme
from handlers import make_router
from handlers.ticks import Ticks, make_scheduler
from handlers.visits import WhoIsThere
from storage import Database
from storage.address import is_sqlite

ANSWER_WITHIN = 20.0  # with all that comes before it, less than the lease of a letter
CONNECTED_WITHIN = 10.0

log = structlog.get_logger(__name__)


class App:
    """Everything between Telegram and the database, for one process."""

    def __init__(  # noqa: PLR0913  # the roof is where the parts are handed over, each by name
        self,
        *,
        bot: Bot,
        updates: Updates,
        database: Database,
        programme: Programme,
        speech: Mapping[str, Speech],
        clock: Clock,
        machine_clock: Clock | None = None,
        public_url: str | None = None,
        alarm_url: str | None = None,
    ) -> None:
        self.bot, self.database = bot, database
        self.programme, self.speech = programme, speech
        machine_clock = machine_clock or SystemClock()
        self.actions = Actions.over(
            database, clock, programme, self._letters_wait, public_url=public_url
        )
        self.dispatcher = make_dispatcher(self.actions)
        self.workers = Workers(bot, self.dispatcher, self.actions, database, machine_clock)
        self.watch, self.ticks = Watch(), Ticks()
        self.poller = Poller(
            updates, database, machine_clock, self.workers.arrived, self.watch,
            self.actions.outages.listened, room=self.workers.room, hand_over=self.workers.begin,
        )  # fmt: skip
        office = Office(database, self.actions, clock, machine_clock, speech, programme)
        self.courier = Courier(Delivery(bot, office, watch=self.watch))
        self.topics = TopicKeeper(bot, self.courier.delivery)
        self.siren = Siren.over(self.actions.next_steps.raise_late, alarm_url)

    def count_with(self, meters: Meters) -> None:
        """From now on these hear what happens, in numbers."""
        self.poller.meters = self.workers.meters = self.courier.delivery.meters = meters

    def _letters_wait(self) -> None:
        self.courier.bell.ring()

    async def serve(self) -> None:
        """Poll, handle, tick and send until cancelled; raises TokenRefused for a bad token."""
        await self._take_over()
        await self.be_ready_for_danger()
        scheduler = make_scheduler(self.actions, self.ticks, self.siren.audit)
        scheduler.start()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self.poller.run())
                group.create_task(self.workers.run())
                group.create_task(self.courier.run())
                group.create_task(self.topics.run())
                group.create_task(self.siren.run())
                group.create_task(introduce(self.bot, self.speech, self.programme))
                log.info("ready")
        finally:
            scheduler.shutdown(wait=False)

    async def be_ready_for_danger(self) -> None:
        """Read what hears danger, and whom to call: the first who cries waits no longer than the
        next.
        """
        await asyncio.to_thread(read_what_hears)
        await self.actions.directory.keep_at_hand()

    async def _take_over(self) -> None:
        """On SQLite there is one process, so what an earlier one held is free again."""
        if is_sqlite(self.database.url):
            async with self.database.transaction() as tx:
                await tx.inbox.release_all()
                await tx.outbox.release_all()


def make_dispatcher(actions: Actions) -> Dispatcher:
    """The doors, with what is handed to every handler."""
    dispatcher = Dispatcher(disable_fsm=True, actions=actions)
    dispatcher.update.outer_middleware(WhoIsThere(actions))
    dispatcher.include_router(make_router())
    return dispatcher


def make_bot(token: str, address: str, session: BaseSession | None = None) -> Bot:
    """A bot that sends plain text without previews, to the real Telegram or a pretend one."""
    if session is None:
        # A connection that does not come about has surely sent nothing, so it has its own time.
        patience = ClientTimeout(total=ANSWER_WITHIN, sock_connect=CONNECTED_WITHIN)
        server = TelegramAPIServer.from_base(address)
        session = AiohttpSession(api=server, timeout=patience)
    plain = DefaultBotProperties(parse_mode=None, link_preview_is_disabled=True)
    return Bot(token, session=session, default=plain)


async def serve_by_polling(
    app: App, updates: TelegramUpdates, turned: TurnedClock | None = None
) -> None:
    """Run the app on long polling, and on the sandbox's clock when one is handed in."""
    async with updates, asyncio.TaskGroup() as group:
        if turned:
            await first_signal(turned, updates.address)
            group.create_task(follow(turned, updates.address))
        with suppress(PollFailed):
            await updates.leave_webhook()
        await recognise(updates, app.database)
        await app.serve()
