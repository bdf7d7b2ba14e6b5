"""The desk: where an action serves one visit, or one tick of the clock, in one transaction."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.programme.letters import Lane, Letter
from bot.programme.notices import Notice
from bot.programme.people import Stage, Visit, guess_language
from bot.programme.programme import Programme
from bot.programme.recurrence import hold_for_quiet_hours
from storage import Database, Transaction
from storage.letters import Draft
from storage.people import Person


class AlreadyHandled(Exception):
    """This update was handled before; doing it again would answer twice."""


@dataclass(slots=True)
class Counter:
    """One open transaction, the time it happens at, and the letters it will leave behind."""

    tx: Transaction
    now: datetime
    programme: Programme
    letters: list[Letter] = field(default_factory=list)

    def tell(
        self, to: int, notice: Notice, subject: str, occurrence: str = "1", *,
        lane: Lane = Lane.REMINDER, edits: int | None = None,
    ) -> None:  # fmt: skip
        """Leave a letter for somebody who did not just speak. Reminders wait for the morning."""
        due = self._by_day() if lane >= Lane.REMINDER else self.now
        self.letters.append(Letter(to, notice, subject, occurrence, lane, due, edits))

    def tell_by_day(self, to: int, notice: Notice, subject: str) -> None:
        """Leave a letter that waits for the morning, but reaches who takes a break too."""
        self.letters.append(Letter(to, notice, subject, "1", Lane.REPLY, self._by_day()))

    def _by_day(self) -> datetime:
        quiet = self.programme.quiet_hours
        return hold_for_quiet_hours(self.now, quiet.start, quiet.end, self.programme.zone)


@dataclass(slots=True)
class Talk(Counter):
    """A counter at which one person stands."""

    visit: Visit = field(kw_only=True)
    person: Person = field(kw_only=True)

    def reply(self, notice: Notice, *, edits: int | None = None) -> None:
        """Answer the person who is here; ``edits`` replaces an earlier message."""
        subject = f"update:{self.visit.update_id}"
        letter = Letter(
            self.person.id, notice, subject, str(len(self.letters)), Lane.REPLY, self.now, edits
        )
        self.letters.append(letter)

    def replace(self, notice: Notice) -> None:
        """Answer in the place of the message whose button was tapped."""
        self.reply(notice, edits=self.visit.message_id)

    async def save(self, **changes: Any) -> None:  # noqa: ANN401  # any column of a person
        """Write what has changed about this person."""
        await self.tx.people.save(self.person.id, **changes)
        kept = {name: value for name, value in changes.items() if hasattr(self.person, name)}
        self.person = replace(self.person, **kept)


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
    async def serve(self, visit: Visit, *, leaving: bool = False) -> AsyncIterator[Talk]:
        """Handle one update of one person, once; raises AlreadyHandled for the second time.

        Who speaks can be reached again, unless they are ``leaving``.
        """
        async with self.database.transaction() as tx:
            now = self.clock.now()
            if not await tx.inbox.finish(visit.update_id, now):
                raise AlreadyHandled(f"Update {visit.update_id} was handled before.")
            person = await self._who(tx, visit, now)
            if person.unreachable_at is not None and not leaving:
                await tx.people.save(person.id, unreachable_at=None)
                person = replace(person, unreachable_at=None)
            talk = Talk(tx, now, self.programme, visit=visit, person=person)
            yield talk
            await self._post(talk)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Counter]:
        """A transaction that nobody's update asked for: a tick, the courier, the command line."""
        async with self.database.transaction() as tx:
            counter = Counter(tx, self.clock.now(), self.programme)
            yield counter
            await self._post(counter)

    async def _who(self, tx: Transaction, visit: Visit, now: datetime) -> Person:
        person = await tx.people.by_telegram(visit.telegram_id)
        if person is not None:
            return person
        language = guess_language(visit.language_code, self.programme.languages)
        return await tx.people.add(visit.telegram_id, language, Stage.ARRIVING, now)

    async def _post(self, counter: Counter) -> None:
        if counter.letters:
            await counter.tx.outbox.put([_draft(one) for one in counter.letters], counter.now)
            counter.tx.after_commit(self.wake)


def _draft(letter: Letter) -> Draft:
    return Draft(
        person_id=letter.to,
        kind=letter.notice.kind,
        subject=letter.subject,
        occurrence=letter.occurrence,
        facts=letter.notice.facts(),
        lane=letter.lane,
        due=letter.due,
        edits=letter.edits,
    )
