"""The heartbeats of the bot: when each of its parts last did its work."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import HeartbeatRow
from storage.upsert import insert_unless_there

# The clock's look, in the machine's time and in the programme's; and when Telegram was heard.
MACHINE, PROGRAMME, LINE = "machine", "programme", "line"


class Heartbeats:
    """Questions to the table of heartbeats."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def beat(self, name: str, at: datetime) -> None:
        """Write down that this part did its work at this moment."""
        row = update(HeartbeatRow).where(HeartbeatRow.name == name)
        if not (await self.connection.execute(row.values(at=at))).rowcount:
            await insert_unless_there(self.connection, HeartbeatRow, {"name": name, "at": at})
