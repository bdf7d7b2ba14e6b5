"""What people said stands in their way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.sealing import Keys, Where
from storage.tables import ObstacleRow


@dataclass(frozen=True, slots=True)
class ToldObstacle:
    """What is in the way, and who may know it."""

    theme: str
    audience: str


class Obstacles:
    """Questions to the table of obstacles."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def keep(self, person_id: int, told: ToldObstacle, now: datetime) -> None:
        """Keep what somebody told, sealed."""
        row_id = new_id()
        await self.connection.execute(
            insert(ObstacleRow).values(
                id=row_id,
                person_id=person_id,
                theme=self.keys.seal(told.theme, _theme(row_id)),
                audience=told.audience,
                told_at=now,
            )
        )

    async def of(self, person_id: int, since: datetime) -> Sequence[ToldObstacle]:
        """What this person has told since then, the first one in front."""
        theirs = (ObstacleRow.person_id == person_id, ObstacleRow.told_at >= since)
        found = select(ObstacleRow.id, ObstacleRow.theme, ObstacleRow.audience).where(*theirs)
        rows = await self.connection.execute(found.order_by(ObstacleRow.told_at, ObstacleRow.id))
        return [
            ToldObstacle(self.keys.open(row.theme, _theme(row.id)), row.audience) for row in rows
        ]

    async def forget_all_of(self, person_id: int) -> None:
        """Erase what somebody who leaves has told."""
        await self.connection.execute(
            delete(ObstacleRow).where(ObstacleRow.person_id == person_id)
        )


def _theme(row_id: int) -> Where:
    return Where("obstacles", "theme", row_id)
