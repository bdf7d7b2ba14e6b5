"""What each person was asked about the weeks of their duo, and what they said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.letters import SENT
from storage.sealing import Keys, Where
from storage.tables import CheckInRow, OutboxRow, PromptRow


@dataclass(frozen=True, slots=True)
class Said:
    """One person's question about a week, and what they have said to it so far."""

    id: int
    check_in_id: int
    duo_id: int
    week: str
    size: str
    asked_at: datetime
    closes_at: datetime
    answer: str | None = None
    answered_at: datetime | None = None
    minutes: int | None = None
    feeling: int | None = None


class Prompts:
    """Questions to the table of prompts, each about one's own."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def of(self, prompt_id: int, person_id: int) -> Said | None:
        """A question, found only by the person to whom it was put.

        Its week is held until the end of the transaction: of two answers at once the second one
        knows the first.
        """
        own = (PromptRow.id == prompt_id, PromptRow.person_id == person_id)
        found = select(*_COLUMNS).join(CheckInRow, CheckInRow.id == PromptRow.check_in_id)
        row = (await self.connection.execute(found.where(*own).with_for_update())).one_or_none()
        if row is None:
            return None
        feeling = self.keys.open(row.feeling, _feeling(prompt_id)) if row.feeling else None
        return Said(
            id=row.id,
            check_in_id=row.check_in_id,
            duo_id=row.duo_id,
            week=row.week,
            size=row.size,
            asked_at=row.asked_at,
            closes_at=row.closes_at,
            answer=row.answer,
            answered_at=row.answered_at,
            minutes=row.minutes,
            feeling=int(feeling) if feeling else None,
        )

    async def last_answered(
        self, person_id: int, duo_id: int, since: datetime
    ) -> tuple[int, str] | None:
        """The newest question of this duo that somebody answered since then, and the answer."""
        own = (PromptRow.person_id == person_id, PromptRow.answered_at > since)
        found = select(PromptRow.id, PromptRow.answer).join(
            CheckInRow, CheckInRow.id == PromptRow.check_in_id
        )
        newest = found.where(*own, CheckInRow.duo_id == duo_id)
        in_order = newest.order_by(PromptRow.asked_at.desc()).limit(1)
        row = (await self.connection.execute(in_order)).one_or_none()
        return (row.id, str(row.answer)) if row else None

    async def answer(
        self, prompt_id: int, answer: str, minutes: int | None, now: datetime
    ) -> None:
        """Keep the first answer, and about how long they met when that is known."""
        first = update(PromptRow).where(PromptRow.id == prompt_id, PromptRow.answer.is_(None))
        said = first.values(answer=answer, answered_at=now, minutes=minutes, remind_at=None)
        await self.connection.execute(said)

    async def correct(self, prompt_id: int, answer: str, minutes: int | None) -> None:
        """Keep another answer in the place of the first; what was said besides is gone."""
        await self._write(prompt_id, answer=answer, minutes=minutes, feeling=None)

    async def say_length(self, prompt_id: int, minutes: int) -> None:
        """Keep about how long they met."""
        await self._write(prompt_id, minutes=minutes)

    async def say_feeling(self, prompt_id: int, feeling: int) -> None:
        """Keep how it is going, from 1 to 5."""
        await self._write(prompt_id, feeling=self.keys.seal(str(feeling), _feeling(prompt_id)))

    async def latest_feelings(self, person_id: int, limit: int) -> Sequence[int]:
        """How somebody said that it is going, the newest first."""
        own = (PromptRow.person_id == person_id, PromptRow.feeling.is_not(None))
        found = select(PromptRow.id, PromptRow.feeling).where(*own)
        newest = found.order_by(PromptRow.asked_at.desc(), PromptRow.id).limit(limit)
        rows = await self.connection.execute(newest)
        return [int(self.keys.open(row.feeling, _feeling(row.id))) for row in rows]

    async def minutes_so_far(self, person_id: int, duo_id: int) -> int:
        """How long the two met in all weeks, as this one person told it."""
        theirs = (PromptRow.person_id == person_id, CheckInRow.duo_id == duo_id)
        told = select(func.sum(PromptRow.minutes)).join(
            CheckInRow, CheckInRow.id == PromptRow.check_in_id
        )
        return await self.connection.scalar(told.where(*theirs)) or 0

    async def newest_letter_to(self, person_id: int) -> tuple[str, str] | None:
        """Kind and subject of what was last sent to somebody, changes of messages apart."""
        sent = (OutboxRow.state == SENT, OutboxRow.edits.is_(None))
        newest = select(OutboxRow.kind, OutboxRow.subject).where(
            OutboxRow.person_id == person_id, *sent
        )
        in_order = newest.order_by(OutboxRow.due_at.desc(), OutboxRow.message_id.desc())
        row = (await self.connection.execute(in_order.limit(1))).one_or_none()
        return (row.kind, row.subject) if row else None

    async def _write(self, prompt_id: int, **values: Any) -> None:  # noqa: ANN401  # any column
        row = update(PromptRow).where(PromptRow.id == prompt_id)
        await self.connection.execute(row.values(**values))


_COLUMNS = (
    PromptRow.id,
    PromptRow.check_in_id,
    CheckInRow.duo_id,
    CheckInRow.week,
    PromptRow.size,
    PromptRow.asked_at,
    PromptRow.closes_at,
    PromptRow.answer,
    PromptRow.answered_at,
    PromptRow.minutes,
    PromptRow.feeling,
)


def _feeling(prompt_id: int) -> Where:
    return Where("prompts", "feeling", prompt_id)
