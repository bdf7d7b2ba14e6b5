"""What is known about this installation: which keys have sealed here, and whose bot it is."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.sealing import Keys, Tampered, Where
from storage.tables import InstallationRow
from storage.upsert import insert_unless_there

BOT = "bot"


class LostKey(Exception):
    """Something here was sealed with a key that is not given."""


class Installation:
    """Questions to the table of the installation."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def try_keys(self) -> None:
        """Open something sealed by every key that was ever the newest; raises LostKey."""
        facts = select(InstallationRow.name, InstallationRow.value)
        for name, value in (await self.connection.execute(facts)).all():
            try:
                self.keys.open(value, _place(name))
            except Tampered:
                raise LostKey(f"The fact {name!r} does not open.") from None
        await self._keep(f"key {self.keys.newest_name}", "opens")

    async def bot_id(self, bot_id: int) -> int:
        """The bot this database belongs to; the first one that asks, for ever."""
        await self._keep(BOT, str(bot_id))
        owner = select(InstallationRow.value).where(InstallationRow.name == BOT)
        value = (await self.connection.scalars(owner)).one()
        return int(self.keys.open(value, _place(BOT)))

    async def _keep(self, name: str, fact: str) -> None:
        row = {"name": name, "value": self.keys.seal(fact, _place(name))}
        await insert_unless_there(self.connection, InstallationRow, row)


def _place(name: str) -> Where:
    return Where("installation", "value", name)
