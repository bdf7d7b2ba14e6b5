"""Where people stand on the road to a duo, and every step they took."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.tables import PersonRow, StepRow

FOUND = ("matched", "in_duo")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of one person; ``goal`` is None when they left the road."""

    person_id: int
    origin: str | None
    goal: str | None
    at: datetime
    by: int | None
    why: str
    duo_id: int | None = None


class Road:
    """Questions to the table of steps."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def add(self, step: Step) -> None:
        """Keep a step; nobody changes or deletes one."""
        await self.connection.execute(
            insert(StepRow).values(
                id=new_id(),
                person_id=step.person_id,
                duo_id=step.duo_id,
                origin=step.origin,
                goal=step.goal,
                at=step.at,
                by=step.by,
                why=step.why,
            )
        )

    async def steps_of(self, person_id: int) -> Sequence[Step]:
        """All steps of one person, the first one first."""
        row = StepRow
        columns = (row.person_id, row.origin, row.goal, row.at, row.by, row.why, row.duo_id)
        found = select(*columns).where(row.person_id == person_id).order_by(row.at, row.id)
        return _in_order([Step(*one) for one in await self.connection.execute(found)])

    async def found_since(
        self, role: str, branches: Collection[str], since: datetime
    ) -> Sequence[Step]:
        """All steps of each one of this role there who found a duo since then: person by person,
        the first one first.
        """
        row = StepRow
        finds = (row.goal.in_(FOUND), row.at >= since)
        theirs = (PersonRow.role == role, PersonRow.branch.in_(branches))
        found = select(row.person_id).join(PersonRow, PersonRow.id == row.person_id)
        who = found.where(*finds, *theirs)
        columns = (row.person_id, row.origin, row.goal, row.at, row.by, row.why, row.duo_id)
        steps = select(*columns).where(row.person_id.in_(who))
        in_order = steps.order_by(row.person_id, row.at, row.id)
        taken = (Step(*one) for one in await self.connection.execute(in_order))
        of_each = groupby(taken, key=attrgetter("person_id"))
        return [step for _, theirs in of_each for step in _in_order(list(theirs))]

    async def at(
        self, branches: Collection[str], role: str, places: Collection[str], limit: int
    ) -> Sequence[int]:
        """Who of these branches stands at one of these places, who came there first in front."""
        row = PersonRow
        there = (row.branch.in_(branches), row.role == role, row.road.in_(places))
        in_order = select(row.id).where(*there).order_by(row.road_since, row.id)
        return (await self.connection.scalars(in_order.limit(limit))).all()


def _in_order(steps: list[Step]) -> list[Step]:
    """Of those of one moment, each behind the one that led to where it began."""
    ordered: list[Step] = []
    while steps:
        here = ordered[-1].goal if ordered else None
        same = [one for one in steps if one.at == steps[0].at]
        following = next((one for one in same if one.origin == here), same[0])
        steps.remove(following)
        ordered.append(following)
    return ordered
