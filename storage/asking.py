"""Putting the question of the week: which weeks are asked about, and who was asked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.check_ins import CHECK_IN, CheckIn
from storage.ids import new_id
from storage.instants import Instant
from storage.tables import CheckInRow, PromptRow
from storage.upsert import insert_those_new

WeekOfDuo = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Prompt:
    """One person's question about one week. ``remind_at``: when it is put once more."""

    id: int
    check_in_id: int
    person_id: int
    size: str
    asked_at: datetime
    closes_at: datetime
    remind_at: datetime | None = None


class Asking:
    """Questions to the tables of check-ins and prompts by whoever asks."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def keep(self, weeks: Sequence[tuple[CheckIn, datetime]], outcome: str) -> None:
        """Keep weeks about which nobody was asked: (week, when it should have been)."""
        rows = [{**_row(week), "asked_at": due, "outcome": outcome} for week, due in weeks]
        await insert_those_new(self.connection, CheckInRow, rows)

    async def of_weeks(self, weeks: Collection[WeekOfDuo]) -> dict[WeekOfDuo, CheckIn]:
        """Those of these weeks that are known, by duo id and week."""
        asked = {
            "duos": [duo_id for duo_id, _ in weeks],
            "weeks": list({week for _, week in weeks}),
        }
        found = [CheckIn(*row) for row in await self.connection.execute(_KNOWN_WEEKS, asked)]
        return {(one.duo_id, one.week): one for one in found if (one.duo_id, one.week) in weeks}

    async def open(self, weeks: Sequence[CheckIn], asked: datetime) -> None:
        """Keep these weeks as asked; they close by themselves when the patience is over."""
        rows = [{**_row(one), "asked_at": asked, "closes_at": one.closes_at} for one in weeks]
        await insert_those_new(self.connection, CheckInRow, rows)

    async def wait_until(self, weeks: Sequence[tuple[int, datetime]]) -> None:
        """Wait for the answers of these weeks, whatever they came to: (check-in id, instant)."""
        if weeks:
            asked = [{"check_in": check_in_id, "closes": at} for check_in_id, at in weeks]
            await self.connection.execute(_WAITING, asked)

    async def already_asked(self, prompts: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
        """Who was asked about which week before: (check-in id, person id)."""
        asked = {"check_ins": list({check_in_id for check_in_id, _ in prompts})}
        rows = await self.connection.execute(_ALREADY_ASKED, asked)
        return {(row.check_in_id, row.person_id) for row in rows}.intersection(prompts)

    async def ask(self, prompts: Sequence[Prompt]) -> None:
        """Keep the question put to each person."""
        if prompts:
            await self.connection.execute(
                insert(PromptRow),
                [
                    {"id": one.id, "check_in_id": one.check_in_id, "person_id": one.person_id,
                     "size": one.size, "asked_at": one.asked_at, "closes_at": one.closes_at,
                     "remind_at": one.remind_at}
                    for one in prompts
                ],
            )  # fmt: skip


def new_prompt(
    check_in_id: int, person_id: int, size: str, asked_at: datetime, closes_at: datetime,
    remind_at: datetime | None = None,
) -> Prompt:  # fmt: skip
    """A question that is not stored yet."""
    return Prompt(new_id(), check_in_id, person_id, size, asked_at, closes_at, remind_at)


def _row(week: CheckIn) -> Mapping[str, Any]:
    return {"id": week.id, "duo_id": week.duo_id, "week": week.week}


_KNOWN_WEEKS = select(*CHECK_IN).where(
    CheckInRow.duo_id.in_(bindparam("duos", expanding=True)),
    CheckInRow.week.in_(bindparam("weeks", expanding=True)),
)
_ALREADY_ASKED = select(PromptRow.check_in_id, PromptRow.person_id).where(
    PromptRow.check_in_id.in_(bindparam("check_ins", expanding=True))
)
_WAITING = (
    update(CheckInRow)
    .where(CheckInRow.id == bindparam("check_in"))
    .values(closes_at=bindparam("closes", type_=Instant), outcome=null())
)
