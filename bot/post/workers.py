"""Handling what came in: one update at a time for each person, several persons at once."""

from functools import partial

import structlog
from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import Update

from bot.actions import Actions, AlreadyHandled
from bot.clock import Clock
from bot.post.bell import Bell
from bot.post.crew import Crew
from bot.post.patience import patiently
from bot.post.telegram import sender_of, visit_of
from storage import Database
from storage.inbox import ClaimedUpdate

AT_ONCE = 10
FAILURES_BEFORE_SET_ASIDE = 3
# A crash counts as a try too; only an update that was never finished in so many is put aside.
TRIES_BEFORE_SET_ASIDE = 10
LONGEST_NAP = 1.0
GRACE = 5.0
NONE: list[ClaimedUpdate] = []

log = structlog.get_logger(__name__)


class Workers:
    """Claims stored updates and hands them to the dispatcher."""

    def __init__(
        self, bot: Bot, dispatcher: Dispatcher, actions: Actions, database: Database, clock: Clock
    ) -> None:
        self.bot = bot
        self.dispatcher = dispatcher
        self.actions = actions
        self.database = database
        self.clock = clock
        self.bell = Bell()

    async def run(self) -> None:
        """Handle updates for ever."""
        async with Crew(GRACE, self.bell.ring) as crew:
            while True:
                free = AT_ONCE - len(crew.at_work)
                claimed = await patiently(partial(self._claim, free), "updates_not_claimed", NONE)
                for one in claimed:
                    crew.begin(self._handle(one))
                if not claimed:
                    await self.bell.heard(LONGEST_NAP)

    async def handle_waiting(self) -> int:
        """Handle what waits now, in turn; give how many updates that were."""
        handled = 0
        while claimed := await self._claim(AT_ONCE):
            for one in claimed:
                await self._handle(one)
            handled += len(claimed)
        return handled

    async def _claim(self, limit: int) -> list[ClaimedUpdate]:
        if limit <= 0:
            return []
        async with self.database.transaction() as tx:
            return list(await tx.inbox.claim(self.clock.now(), limit))

    async def _handle(self, claimed: ClaimedUpdate) -> None:
        with structlog.contextvars.bound_contextvars(update_id=claimed.update_id):
            try:
                await self._dispatch(claimed)
            except AlreadyHandled:
                log.info("update_handled_before")
            except Exception:
                log.exception("update_failed", tries=claimed.tries)
                await patiently(partial(self._give_back, claimed), "update_not_given_back", None)

    async def _dispatch(self, claimed: ClaimedUpdate) -> None:
        if claimed.tries > TRIES_BEFORE_SET_ASIDE:
            await self._give_back(claimed)
            return
        update = Update.model_validate(claimed.raw, context={"bot": self.bot})
        if await self.dispatcher.feed_update(self.bot, update) is UNHANDLED:
            await self.actions.guide.nothing_to_do(claimed.update_id)

    async def _give_back(self, claimed: ClaimedUpdate) -> None:
        """Try again, or after too many failures put it aside and say sorry."""
        too_often = claimed.failures + 1 >= FAILURES_BEFORE_SET_ASIDE
        if not too_often and claimed.tries <= TRIES_BEFORE_SET_ASIDE:
            await self._return(claimed.update_id, set_aside=False)
            return
        log.error("update_set_aside", tries=claimed.tries)
        try:
            await self.actions.guide.apologise(
                claimed.update_id, sender_of(claimed.raw), visit_of(claimed.raw)
            )
        except Exception:
            # Even then it may not keep this person's next updates waiting.
            log.exception("apology_not_written")
            await self._return(claimed.update_id, set_aside=True)

    async def _return(self, update_id: int, *, set_aside: bool) -> None:
        async with self.database.transaction() as tx:
            await tx.inbox.give_back(update_id, set_aside=set_aside)
