"""The weeks of the duos, and the question put to each of the two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.tables import CheckInRow, DuoRow, PromptRow


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One week of a duo."""

    id: int
    duo_id: int
    week: str
    outcome: str | None = None
    closes_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A week, and what each of the two has said about it so far."""

    check_in: CheckIn
    mentee_id: int
    mentor_id: int
    by_mentee: str | None = None
    by_mentor: str | None = None


class CheckIns:
    """Questions to the tables of check-ins and prompts."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def heard(self, check_in_id: int) -> Heard:
        """What the two of a duo have said about a week."""
        said = (DuoRow.mentee_id, DuoRow.mentor_id, PromptRow.person_id, PromptRow.answer)
        found = (
            select(*CHECK_IN, *said)
            .join(DuoRow, DuoRow.id == CheckInRow.duo_id)
            .outerjoin(PromptRow, PromptRow.check_in_id == CheckInRow.id)
            .where(CheckInRow.id == check_in_id)
        )
        rows = (await self.connection.execute(found)).all()
        week, (mentee, mentor), by = rows[0][:5], rows[0][5:7], {row[7]: row[8] for row in rows}
        return Heard(CheckIn(*week), mentee, mentor, by.get(mentee), by.get(mentor))

    async def past_patience(self, now: datetime, limit: int) -> Sequence[CheckIn]:
        """The weeks whose patience is over and that are not settled."""
        over = select(
            CheckInRow.id, CheckInRow.duo_id, CheckInRow.week, CheckInRow.closes_at
        ).where(CheckInRow.closes_at <= now)
        rows = await self.connection.execute(
            over.order_by(CheckInRow.closes_at).limit(limit).with_for_update(skip_locked=True)
        )
        return [CheckIn(row.id, row.duo_id, row.week, closes_at=row.closes_at) for row in rows]

    async def settle(self, check_in_id: int, outcome: str) -> None:
        """Write what the week came to; nothing more is waited for."""
        row = update(CheckInRow).where(CheckInRow.id == check_in_id)
        await self.connection.execute(row.values(outcome=outcome, closes_at=None))

    async def latest_outcomes(self, duo_id: int, limit: int) -> Sequence[str]:
        """What the latest settled weeks of a duo came to, newest first."""
        settled = select(CheckInRow.outcome).where(
            CheckInRow.duo_id == duo_id, CheckInRow.outcome.is_not(None)
        )
        newest = settled.order_by(CheckInRow.asked_at.desc(), CheckInRow.id.desc()).limit(limit)
        return [outcome for outcome in await self.connection.scalars(newest) if outcome]

    async def ids_of(self, duo_id: int) -> Sequence[int]:
        """The ids of all weeks of a duo."""
        weeks = select(CheckInRow.id).where(CheckInRow.duo_id == duo_id)
        return (await self.connection.scalars(weeks)).all()

    async def prompts_of(self, duo_id: int) -> Sequence[int]:
        """The ids of all questions that were put to the two of a duo."""
        prompts = select(PromptRow.id).join(CheckInRow, CheckInRow.id == PromptRow.check_in_id)
        return (await self.connection.scalars(prompts.where(CheckInRow.duo_id == duo_id))).all()

    async def prompts_in(self, check_in_id: int) -> Sequence[int]:
        """The ids of the questions that were put to the two about one week."""
        prompts = select(PromptRow.id).where(PromptRow.check_in_id == check_in_id)
        return (await self.connection.scalars(prompts)).all()

    async def open_of(self, duo_id: int) -> Mapping[int, Sequence[int]]:
        """The weeks of a duo that wait for answers, each with the questions put about it."""
        waiting = (CheckInRow.duo_id == duo_id, CheckInRow.closes_at.is_not(None))
        put = select(CheckInRow.id, PromptRow.id).join(
            PromptRow, PromptRow.check_in_id == CheckInRow.id
        )
        weeks: dict[int, list[int]] = {}
        for check_in_id, prompt_id in await self.connection.execute(put.where(*waiting)):
            weeks.setdefault(check_in_id, []).append(prompt_id)
        return weeks

    async def close_open_weeks(self, duo_id: int) -> None:
        """Stop waiting for the answers of a duo that has ended."""
        waiting = (CheckInRow.duo_id == duo_id, CheckInRow.closes_at.is_not(None))
        await self.connection.execute(update(CheckInRow).where(*waiting).values(closes_at=None))


def new_check_in(duo_id: int, week: str, closes_at: datetime | None = None) -> CheckIn:
    """A week that is not stored yet."""
    return CheckIn(new_id(), duo_id, week, closes_at=closes_at)


CHECK_IN = (
    CheckInRow.id,
    CheckInRow.duo_id,
    CheckInRow.week,
    CheckInRow.outcome,
    CheckInRow.closes_at,
)
