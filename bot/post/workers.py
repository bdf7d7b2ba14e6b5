"""Handling what came in: one update at a time for each person, several persons at once."""

import asyncio
import time
from collections.abc import Sequence
from functools import partial

import structlog
from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import Update

from bot.actions import Actions, AlreadyHandled
from bot.clock import Clock
from bot.post.bell import Bell
from bot.post.crew import Crew
from bot.post.meters import NO_METERS, Meters
from bot.post.patience import WAIT_AFTER_FAILURE, advice, patiently
from bot.post.telegram import sender_of, visit_of
from bot.post.whole_letters import in_whole_letters
from storage import Database
from storage.inbox import ClaimedUpdate
from storage.unusable import how_to_mend

AT_ONCE = 40
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
        self.meters: Meters = NO_METERS
        self.known_to_wait = 0
        self.crew: Crew | None = None

    def arrived(self, count: int) -> None:
        """So many updates were stored; whoever asks the inbox only when it rings asks seldom."""
        self.known_to_wait += count
        self.bell.ring()

    def room(self) -> int:
        """How many more could be served now; none while nobody is at work."""
        return max(0, AT_ONCE - len(self.crew.at_work)) if self.crew else 0

    def begin(self, claimed: Sequence[ClaimedUpdate]) -> None:
        """Serve these, several persons at once."""
        for one in claimed:
            if self.crew:
                self.crew.begin(self._handle(one))

    async def run(self) -> None:
        """Handle updates for ever."""
        rung = False
        async with Crew(GRACE, self._somebody_is_free) as crew:
            self.crew = crew
            try:
                while True:
                    if self.known_to_wait or not rung:
                        claimed = await patiently(self._claim, "updates_not_claimed", NONE)
                        self.begin(claimed)
                    rung = await self.bell.heard(LONGEST_NAP)
            finally:
                self.crew = None

    def _somebody_is_free(self) -> None:
        if self.known_to_wait:
            self.bell.ring()

    async def handle_waiting(self) -> int:
        """Handle what waits now, in turn; give how many updates that were."""
        handled = 0
        while claimed := await self._claim(AT_ONCE):
            for one in claimed:
                await self._handle(one)
            handled += len(claimed)
        return handled

    async def _claim(self, limit: int | None = None) -> list[ClaimedUpdate]:
        """What is in turn; the room is asked for inside, since others begin work meanwhile."""
        async with self.database.transaction() as tx:
            room = self.room() if limit is None else limit
            claimed = list(await tx.inbox.claim(self.clock.now(), room)) if room else []
        self._noted(len(claimed))
        return claimed

    def _noted(self, claimed: int) -> None:
        """Where some waited there may be more; who is not in turn waits for somebody at work."""
        if claimed:
            self.known_to_wait = max(1, self.known_to_wait - claimed)
        elif not (self.crew and self.crew.at_work):
            self.known_to_wait = 0

    async def _handle(self, claimed: ClaimedUpdate) -> None:
        with structlog.contextvars.bound_contextvars(update_id=claimed.update_id):
            began, end = time.monotonic(), "handled"
            try:
                await self._dispatch(claimed)
            except AlreadyHandled:
                end = "repeated"
                log.info("update_handled_before")
            except Exception as error:
                end = "failed"
                log.exception("update_failed", tries=claimed.tries, **advice(error))
                back = self._excuse if how_to_mend(error) else self._give_back
                await patiently(partial(back, claimed), "update_not_given_back", None)
            self.meters.handled(end, time.monotonic() - began)

    async def _dispatch(self, claimed: ClaimedUpdate) -> None:
        if claimed.tries > TRIES_BEFORE_SET_ASIDE:
            await self._give_back(claimed)
            return
        told = in_whole_letters(claimed.raw)
        update = Update.model_validate(told, context={"bot": self.bot})
        if await self.dispatcher.feed_update(self.bot, update) is UNHANDLED:
            await self.actions.guide.nothing_to_do(claimed.update_id)

    async def _give_back(self, claimed: ClaimedUpdate) -> None:
        """Try again, or after too many failures put it aside and say sorry."""
        too_often = claimed.failures + 1 >= FAILURES_BEFORE_SET_ASIDE
        if not too_often and claimed.tries <= TRIES_BEFORE_SET_ASIDE:
            await self._return(claimed.update_id, set_aside=False)
            return
        log.error("update_set_aside", tries=claimed.tries)
        self.meters.set_aside()
        try:
            await self.actions.guide.apologise(
                claimed.update_id, sender_of(claimed.raw), visit_of(claimed.raw)
            )
        except Exception:
            # Even then it may not keep this person's next updates waiting.
            log.exception("apology_not_written")
            await self._return(claimed.update_id, set_aside=True)

    async def _excuse(self, claimed: ClaimedUpdate) -> None:
        """The database failed, not the update: however often that is, nothing is put aside."""
        await asyncio.sleep(WAIT_AFTER_FAILURE)
        await self._return(claimed.update_id, set_aside=False, counted=False)

    async def _return(self, update_id: int, *, set_aside: bool, counted: bool = True) -> None:
        async with self.database.transaction() as tx:
            await tx.inbox.give_back(update_id, set_aside=set_aside, counted=counted)
        self.known_to_wait += not set_aside
