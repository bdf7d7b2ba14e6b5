"""When coaches have time for a first talk: each week, and on single days."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.tables import IntakeExceptionRow, IntakePatternRow
from storage.upsert import insert_unless_there

ALL_DAY = ("", "")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Hours of each week of one coach, such as 09:00 to 12:00; Monday is 0."""

    id: int
    coach_id: int
    weekday: int
    starts: str
    ends: str
    place: str


@dataclass(frozen=True, slots=True)
class Exceptional:
    """Hours of one day beside those of the week; without hours the day is off."""

    id: int
    coach_id: int
    day: date
    starts: str
    ends: str
    place: str

    @property
    def is_off(self) -> bool:
        """Whether the coach has no time on this day."""
        return not self.starts


class IntakeHours:
    """Questions to the tables of patterns and exceptions."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def patterns_of(self, coach_ids: Collection[int]) -> Sequence[Pattern]:
        """The hours of each week of these coaches, from Monday on."""
        row = IntakePatternRow
        columns = (row.id, row.coach_id, row.weekday, row.starts, row.ends, row.place)
        found = select(*columns).where(row.coach_id.in_(coach_ids))
        in_order = found.order_by(row.weekday, row.starts, row.id)
        return [Pattern(*one) for one in await self.connection.execute(in_order)]

    async def exceptions_of(
        self, coach_ids: Collection[int], first: date
    ) -> Sequence[Exceptional]:
        """The single days of these coaches that are not over, the soonest first."""
        row = IntakeExceptionRow
        columns = (row.id, row.coach_id, row.day, row.starts, row.ends, row.place)
        found = select(*columns).where(row.coach_id.in_(coach_ids), row.day >= first)
        in_order = found.order_by(row.day, row.starts, row.id)
        return [Exceptional(*one) for one in await self.connection.execute(in_order)]

    async def add_pattern(
        self, coach_id: int, weekday: int, hours: tuple[str, str], place: str
    ) -> bool:
        """Publish hours of each week; False when some begin then already."""
        starts, ends = hours
        values = {"id": new_id(), "coach_id": coach_id, "weekday": weekday, "starts": starts,
                  "ends": ends, "place": place}  # fmt: skip
        return await insert_unless_there(self.connection, IntakePatternRow, values)

    async def drop_pattern(self, pattern_id: int, coach_id: int) -> bool:
        """Take hours of one's own back; False when there are none."""
        row = IntakePatternRow
        own = delete(row).where(row.id == pattern_id, row.coach_id == coach_id)
        return (await self.connection.execute(own)).rowcount == 1

    async def add_exception(
        self, coach_id: int, day: date, hours: tuple[str, str] = ALL_DAY, place: str = ""
    ) -> bool:
        """Publish hours of one day, or without hours that it is off; False when it is kept."""
        starts, ends = hours
        values = {"id": new_id(), "coach_id": coach_id, "day": day, "starts": starts,
                  "ends": ends, "place": place}  # fmt: skip
        return await insert_unless_there(self.connection, IntakeExceptionRow, values)

    async def drop_exception(self, exception_id: int, coach_id: int) -> bool:
        """Take a single day of one's own back; False when there is none."""
        row = IntakeExceptionRow
        own = delete(row).where(row.id == exception_id, row.coach_id == coach_id)
        return (await self.connection.execute(own)).rowcount == 1

    async def forget(self, coach_id: int) -> None:
        """The coach works here no longer."""
        for row in (IntakePatternRow, IntakeExceptionRow):
            await self.connection.execute(delete(row).where(row.coach_id == coach_id))
