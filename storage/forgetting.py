"""What is no longer to be said, and what is no longer to be known."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.inbox import SET_ASIDE
from storage.letters import WAITING
from storage.outbox import dropping
from storage.sealing import Keys, Where
from storage.tables import InboxRow, OutboxRow, PromptRow


class Forgetting:
    """Takes letters back, and empties what was kept of a person who leaves."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def take_back(
        self, kinds: Collection[str], subjects: Collection[str], now: datetime
    ) -> int:
        """Send no more letters of these kinds about these subjects; give how many still waited."""
        waiting = (*_about(kinds, subjects), OutboxRow.state == WAITING)
        return (await self.connection.execute(dropping(*waiting, now=now))).rowcount

    async def letters_about(self, kinds: Collection[str], subjects: Collection[str]) -> None:
        """Empty the settled letters of these kinds about these subjects."""
        await self._empty_letters(*_about(kinds, subjects))

    async def letters_of_kinds_to(self, person_id: int, kinds: Collection[str]) -> None:
        """Empty the settled letters of these kinds to this person."""
        await self._empty_letters(OutboxRow.person_id == person_id, OutboxRow.kind.in_(kinds))

    async def letters_to(self, person_id: int) -> None:
        """Empty the settled letters to this person."""
        await self._empty_letters(OutboxRow.person_id == person_id)

    async def updates_of(self, telegram_id: int) -> None:
        """Empty what this person wrote and nobody could handle."""
        senders = self.keys.blinds(str(telegram_id), Where("inbox", "sender_key"))
        theirs = (InboxRow.sender_key.in_(senders), InboxRow.state == SET_ASIDE)
        await self.connection.execute(update(InboxRow).where(*theirs).values(raw=None))

    async def prompt_answers_of(self, person_id: int) -> None:
        """Forget what this person said about each week; what the weeks came to stays."""
        row = update(PromptRow).where(PromptRow.person_id == person_id)
        await self.connection.execute(row.values(answer=None, answered_at=None))

    async def _empty_letters(self, *which: Any) -> None:  # noqa: ANN401  # a SQL condition has no public type
        settled = (*which, OutboxRow.state != WAITING)
        await self.connection.execute(update(OutboxRow).where(*settled).values(facts=None))


def _about(kinds: Collection[str], subjects: Collection[str]) -> tuple[Any, ...]:
    return (OutboxRow.kind.in_(kinds), OutboxRow.subject.in_(subjects))
