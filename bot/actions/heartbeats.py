"""A sign of life for who looks on from outside: the watch, which is another process."""

from dataclasses import dataclass, field

from bot.actions.desk import Desk
from bot.clock import Clock, SystemClock
from storage.heartbeats import MACHINE, PROGRAMME


@dataclass(frozen=True, slots=True)
class Heartbeats:
    """Writes that the clock looks and the database takes what is written."""

    desk: Desk
    machine: Clock = field(default_factory=SystemClock)

    async def beat(self) -> None:
        """Note both times: by their difference others know what time the programme has."""
        async with self.desk.database.transaction() as tx:
            await tx.heartbeats.beat(MACHINE, self.machine.now())
            await tx.heartbeats.beat(PROGRAMME, self.desk.clock.now())
