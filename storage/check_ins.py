"""The weeks of the duos, and the question put to each of the two."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.ids import new_id
from storage.instants import Instant
from storage.sealing import Keys
from storage.tables import CheckInRow, PromptRow
from storage.upsert import insert_those_new


@dataclass(frozen=True, slots=True)
class Prompt:
    """One person's question about one week."""

    id: int
    check_in_id: int
    person_id: int
    asked_at: datetime
    closes_at: datetime
    size: str = "full"
    remind_at: datetime | None = None
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One week of a duo."""

    id: int
    duo_id: int
    week: str
    outcome: str | None = None
    closes_at: datetime | None = None

    @property
    def takes_answers(self) -> bool:
        """True while the patience lasts, and after one of the two said that they met."""
        return self.closes_at is not None or self.outcome == "met"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, its week, and what the others who were asked have said."""

    answer: str | None
    other_answers: tuple[str | None, ...]
    check_in: CheckIn


class CheckIns:
    """Questions to the tables of check-ins and prompts."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def keep_missed(self, missed: Sequence[tuple[CheckIn, datetime]], outcome: str) -> None:
        """Keep weeks about which nobody was asked: (week, when it should have been)."""
        rows = [
            {"id": one.id, "duo_id": one.duo_id, "week": one.week, "asked_at": due,
             "outcome": outcome}
            for one, due in missed
        ]  # fmt: skip
        await insert_those_new(self.connection, CheckInRow, rows)

    async def of_weeks(self, weeks: Collection[tuple[int, str]]) -> dict[tuple[int, str], CheckIn]:
        """Those of these weeks that are known: (duo id, week)."""
        known = select(*_CHECK_IN).where(
            CheckInRow.duo_id.in_([duo_id for duo_id, _ in weeks]),
            CheckInRow.week.in_({week for _, week in weeks}),
        )
        found = [CheckIn(*row) for row in await self.connection.execute(known)]
        return {(one.duo_id, one.week): one for one in found if (one.duo_id, one.week) in weeks}

    async def already_asked(self, prompts: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
        """Who was asked about which week before: (check-in id, person id)."""
        known = select(PromptRow.check_in_id, PromptRow.person_id).where(
            PromptRow.check_in_id.in_({check_in_id for check_in_id, _ in prompts})
        )
        rows = {(row.check_in_id, row.person_id) for row in await self.connection.execute(known)}
        return rows.intersection(prompts)

    async def open(self, check_ins: Sequence[CheckIn], asked: datetime) -> None:
        """Keep these weeks as asked; they close by themselves when the patience is over."""
        rows = [
            {"id": one.id, "duo_id": one.duo_id, "week": one.week, "asked_at": asked,
             "closes_at": one.closes_at}
            for one in check_ins
        ]  # fmt: skip
        await insert_those_new(self.connection, CheckInRow, rows)

    async def wait_until(self, closes: Sequence[tuple[int, datetime]]) -> None:
        """Wait longer for the answers of these weeks: (check-in id, instant)."""
        row = update(CheckInRow).where(CheckInRow.id == bindparam("week_id"))
        later = row.values(closes_at=bindparam("closes", type_=Instant))
        weeks = [{"week_id": one, "closes": at} for one, at in closes]
        await self.connection.execute(later, weeks)

    async def ask(self, prompts: Sequence[Prompt]) -> None:
        """Keep the question put to each person."""
        await self.connection.execute(
            insert(PromptRow),
            [
                {"id": one.id, "check_in_id": one.check_in_id, "person_id": one.person_id,
                 "size": one.size, "asked_at": one.asked_at, "closes_at": one.closes_at,
                 "remind_at": one.remind_at}
                for one in prompts
            ],
        )  # fmt: skip

    async def asked(self, prompt_id: int, person_id: int) -> Asked | None:
        """A question with its week, found only by the person to whom it was put.

        The week is held until the end of the transaction: of two answers at once the second one
        knows the first.
        """
        await self._hold_week_of(prompt_id)
        own, every = PromptRow, aliased(PromptRow)
        found = (
            select(
                every.id, every.answer, CheckInRow.id, CheckInRow.duo_id, CheckInRow.week,
                CheckInRow.outcome, CheckInRow.closes_at,
            )
            .join(CheckInRow, CheckInRow.id == every.check_in_id)
            .join(own, own.check_in_id == CheckInRow.id)
            .where(own.id == prompt_id, own.person_id == person_id)
        )  # fmt: skip
        rows = (await self.connection.execute(found)).all()
        if not rows:
            return None
        answers = {row[0]: row[1] for row in rows}
        answer = answers.pop(prompt_id)
        return Asked(answer, tuple(answers.values()), CheckIn(*rows[0][2:]))

    async def open_prompt_of(self, person_id: int) -> int | None:
        """The newest question that this person may still answer."""
        waiting = (
            PromptRow.person_id == person_id,
            PromptRow.answer.is_(None),
            CheckInRow.closes_at.is_not(None),
        )
        found = select(PromptRow.id).join(CheckInRow, CheckInRow.id == PromptRow.check_in_id)
        newest = found.where(*waiting).order_by(CheckInRow.asked_at.desc()).limit(1)
        return await self.connection.scalar(newest)

    async def _hold_week_of(self, prompt_id: int) -> None:
        """A question of its own: only the next one sees what was written while this one waited."""
        week = select(CheckInRow.id).join(PromptRow, PromptRow.check_in_id == CheckInRow.id)
        held = week.where(PromptRow.id == prompt_id).with_for_update(of=CheckInRow)
        await self.connection.execute(held)

    async def answer(self, prompt_id: int, answer: str, now: datetime) -> bool:
        """Keep the first answer; False when there was one already."""
        first = update(PromptRow).where(PromptRow.id == prompt_id, PromptRow.answer.is_(None))
        done = await self.connection.execute(first.values(answer=answer, answered_at=now))
        return done.rowcount == 1

    async def answers(self, check_in_id: int) -> Sequence[str | None]:
        """What each person asked about this week has said so far."""
        said = select(PromptRow.answer).where(PromptRow.check_in_id == check_in_id)
        return (await self.connection.scalars(said)).all()

    async def past_patience(self, now: datetime, limit: int) -> Sequence[CheckIn]:
        """The weeks whose patience is over and that are not settled."""
        over = select(
            CheckInRow.id, CheckInRow.duo_id, CheckInRow.week, CheckInRow.closes_at
        ).where(CheckInRow.closes_at <= now)
        rows = await self.connection.execute(
            over.order_by(CheckInRow.closes_at).limit(limit).with_for_update(skip_locked=True)
        )
        return [CheckIn(row.id, row.duo_id, row.week, closes_at=row.closes_at) for row in rows]

    async def settle(self, check_in_id: int, outcome: str) -> bool:
        """Write what the week came to; False when it was settled before."""
        unsettled = (CheckInRow.id == check_in_id, CheckInRow.outcome.is_(None))
        done = await self.connection.execute(
            update(CheckInRow).where(*unsettled).values(outcome=outcome, closes_at=None)
        )
        return done.rowcount == 1

    async def latest_outcomes(self, duo_id: int, limit: int) -> Sequence[str]:
        """What the latest settled weeks of a duo came to, newest first."""
        settled = select(CheckInRow.outcome).where(
            CheckInRow.duo_id == duo_id, CheckInRow.outcome.is_not(None)
        )
        newest = settled.order_by(CheckInRow.asked_at.desc(), CheckInRow.id.desc()).limit(limit)
        return [outcome for outcome in await self.connection.scalars(newest) if outcome]

    async def prompts_of(self, duo_id: int) -> Sequence[int]:
        """The ids of all questions that were put to the two of a duo."""
        prompts = select(PromptRow.id).join(CheckInRow, CheckInRow.id == PromptRow.check_in_id)
        return (await self.connection.scalars(prompts.where(CheckInRow.duo_id == duo_id))).all()

    async def prompts_in(self, check_in_id: int) -> Sequence[int]:
        """The ids of the questions that were put to the two about one week."""
        prompts = select(PromptRow.id).where(PromptRow.check_in_id == check_in_id)
        return (await self.connection.scalars(prompts)).all()

    async def close_open_weeks(self, duo_id: int) -> None:
        """Stop waiting for answers of a duo that rests or has ended."""
        waiting = (CheckInRow.duo_id == duo_id, CheckInRow.closes_at.is_not(None))
        await self.connection.execute(update(CheckInRow).where(*waiting).values(closes_at=None))


def new_check_in(duo_id: int, week: str, closes_at: datetime | None = None) -> CheckIn:
    """A week that is not stored yet."""
    return CheckIn(new_id(), duo_id, week, closes_at=closes_at)


def new_prompt(
    check_in_id: int, person_id: int, asked_at: datetime, closes_at: datetime
) -> Prompt:
    """A question that is not stored yet."""
    return Prompt(new_id(), check_in_id, person_id, asked_at, closes_at)


_CHECK_IN = (
    CheckInRow.id,
    CheckInRow.duo_id,
    CheckInRow.week,
    CheckInRow.outcome,
    CheckInRow.closes_at,
)
