"""The desk: where an action serves one visit, or one tick of the clock, in one transaction."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from bot.actions.budget import drafts_of
from bot.actions.counter import Counter, Talk
from bot.actions.open_cases import bring_waiting_cases
from bot.actions.seats.seating import ask_who_is_back
from bot.actions.signals import end_unreachable
from bot.actions.silence import hear_again
from bot.actions.standing_in.on_behalf import bring_to_teller, stand_in
from bot.actions.topic_marks import mark_topics
from bot.actions.whereabouts import is_correcting
from bot.clock import Clock
from bot.programme.people import Stage, Visit, guess_language, is_staff
from bot.programme.programme import Programme
from storage import Database, Transaction
from storage.people import Person


class AlreadyHandled(Exception):
    """This update was handled before; doing it again would answer twice."""


class Desk:
    """Opens transactions for actions, and wakes the courier when letters were left."""

    def __init__(
        self, database: Database, clock: Clock, programme: Programme, wake: Callable[[], None]
    ) -> None:
        self.database = database
        self.clock = clock
        self.programme = programme
        self.wake = wake

    @asynccontextmanager
    async def serve(
        self, visit: Visit, *, leaving: bool = False, correcting: bool = False
    ) -> AsyncIterator[Talk]:
        """Handle one update of one person, once; raises AlreadyHandled for the second time.

        Who speaks can be reached and is asked again, unless they are ``leaving``. Whoever was
        changing an answer and does something else has ended that, unless this goes on with
        ``correcting``. A coach may stand here for somebody who is not on Telegram; raises
        NotTheirs for a person with whom they have nothing to do.
        """
        async with self.database.transaction() as tx:
            now = self.clock.now()
            if not await tx.inbox.finish(visit.update_id, now):
                raise AlreadyHandled(f"Update {visit.update_id} was handled before.")
            person = await self.who(tx, visit, now)
            talk = Talk(tx, now, self.programme, visit=visit, person=person)
            is_back = await _hear_from(talk, leaving=leaving)
            if await stand_in(talk):
                is_back = await _hear_from(talk, leaving=leaving)
            if is_correcting(talk.person) and not correcting:
                await talk.save(asking=None)
            yield talk
            if is_back:  # Only now: what they came for may be that very seat.
                await ask_who_is_back(talk, talk.person.id)
            bring_to_teller(talk)
            await self._post(talk)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Counter]:
        """A transaction that nobody's update asked for: a tick, the courier, the command line."""
        async with self.database.transaction() as tx, self.within(tx) as counter:
            yield counter

    @asynccontextmanager
    async def within(self, tx: Transaction) -> AsyncIterator[Counter]:
        """The same in a transaction that is open already."""
        counter = Counter(tx, self.clock.now(), self.programme)
        yield counter
        await self._post(counter)

    async def who(self, tx: Transaction, visit: Visit, now: datetime) -> Person:
        """Who is there; somebody who speaks for the first time is remembered from now on."""
        person = await tx.people.by_telegram(visit.telegram_id)
        if person is not None:
            return person
        language = guess_language(visit.language_code, self.programme.languages)
        return await tx.people.add(visit.telegram_id, language, Stage.ARRIVING, now)

    async def _post(self, counter: Counter) -> None:
        await mark_topics(counter)
        if counter.letters:
            await counter.tx.outbox.put(await drafts_of(counter), counter.now)
            counter.tx.after_commit(self.wake)


async def _hear_from(talk: Talk, *, leaving: bool) -> bool:
    """Who speaks can be reached and is asked again, unless they leave. Whether they could not be
    reached before.
    """
    is_back = talk.person.unreachable_at is not None and not leaving
    if is_back:
        await _welcome_back(talk)
    if talk.person.silent_since is not None and not leaving:
        await hear_again(talk)
    return is_back


async def _welcome_back(talk: Talk) -> None:
    """Who speaks can be reached; a coach gets the cases that found nobody meanwhile."""
    await talk.save(unreachable_at=None)
    if is_staff(talk.person.role):
        await bring_waiting_cases(talk, talk.person)
    else:
        await end_unreachable(talk, talk.person.id)
