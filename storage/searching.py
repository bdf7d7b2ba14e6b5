"""Who waits for a duo: when each is asked whether they still look, and how often in vain."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.people import People
from storage.sparing import is_spared
from storage.tables import PersonRow


class Waits(NamedTuple):
    """Somebody who is to be asked, and how many questions have no answer."""

    person_id: int
    unanswered: int


class Searching:
    """Questions to the table of people about the question of each month."""

    def __init__(self, connection: AsyncConnection, people: People) -> None:
        self.connection = connection
        self.people = people

    async def due(self, now: datetime, limit: int) -> Sequence[Waits]:
        """Whose month is over, the longest over first. Who takes a break, cannot be reached or is
        spared is asked afterwards.
        """
        row = aliased(PersonRow)
        awake = (row.paused_at.is_(None), row.unreachable_at.is_(None), ~is_spared(row.id, now))
        wanted = select(row.id, row.still_unanswered).where(
            row.still_ask_at <= now, row.stage == "registered", *awake
        )
        in_order = wanted.order_by(row.still_ask_at).limit(limit)
        rows = await self.connection.execute(in_order.with_for_update(skip_locked=True, of=row))
        return [Waits(one.id, one.still_unanswered or 0) for one in rows]

    async def claim(
        self, ids: Collection[int], unanswered: int, now: datetime,
        following: tuple[datetime | None, int | None],
    ) -> Sequence[int]:  # fmt: skip
        """Take the turn of these people, and set their next one: when, and how many questions have
        no answer by then. Give those whose turn nobody else took, and who said nothing meanwhile.
        """
        row = PersonRow
        due = (row.id.in_(ids), row.still_ask_at <= now, row.still_unanswered == unanswered)
        taken = update(row).where(*due).values(_columns(following)).returning(row.id)
        self.people.forget_known()
        return (await self.connection.scalars(taken)).all()

    async def hear(self, person_id: int, following: tuple[datetime | None, int | None]) -> bool:
        """They answered; False when nothing is asked of them where they stand."""
        row = PersonRow
        asked = (row.id == person_id, row.still_unanswered.is_not(None))
        self.people.forget_known()
        done = await self.connection.execute(update(row).where(*asked).values(_columns(following)))
        return done.rowcount == 1

    async def rest(self, person_id: int, until: datetime) -> None:
        """Ask them nothing before then; what is planned for later stays as it is."""
        row = PersonRow
        sooner = (row.id == person_id, row.still_ask_at < until)
        self.people.forget_known()
        await self.connection.execute(update(row).where(*sooner).values(still_ask_at=until))

    async def plan_of(self, person_id: int) -> tuple[datetime | None, int | None]:
        """When somebody is asked next, and how many questions have no answer."""
        row = PersonRow
        found = select(row.still_ask_at, row.still_unanswered).where(row.id == person_id)
        one = (await self.connection.execute(found)).one()
        return one.still_ask_at, one.still_unanswered


def _columns(plan: tuple[datetime | None, int | None]) -> dict[str, datetime | int | None]:
    return dict(zip(("still_ask_at", "still_unanswered"), plan, strict=True))
