"""What is known about this installation: which keys have sealed here, and whose bot it is."""

from sqlalchemy import delete, select, update
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
        await self.open_all()
        await self._keep(f"key {self.keys.newest_name}", "opens")

    async def open_all(self) -> None:
        """The same, and nothing is written: for who only looks."""
        facts = select(InstallationRow.name, InstallationRow.value)
        for name, value in (await self.connection.execute(facts)).all():
            try:
                self.keys.open(value, _place(name))
            except Tampered:
                raise LostKey(f"The fact {name!r} does not open.") from None

    async def bot_id(self, bot_id: int) -> int:
        """The bot this database belongs to; the first one that asks, for ever."""
        await self._keep(BOT, str(bot_id))
        owner = await self.owner()
        return bot_id if owner is None else owner

    async def owner(self) -> int | None:
        """The bot this database belongs to; None as long as no bot has asked."""
        kept = select(InstallationRow.value).where(InstallationRow.name == BOT)
        value = (await self.connection.scalars(kept)).one_or_none()
        return None if value is None else int(self.keys.open(value, _place(BOT)))

    async def fact(self, name: str) -> str | None:
        """What was noted under this name; None when nothing was."""
        noted = select(InstallationRow.value).where(InstallationRow.name == name)
        value = (await self.connection.scalars(noted)).one_or_none()
        return None if value is None else self.keys.open(value, _place(name))

    async def note(self, name: str, fact: str) -> None:
        """Note a fact in the place of the one before."""
        sealed = self.keys.seal(fact, _place(name))
        row = update(InstallationRow).where(InstallationRow.name == name)
        if not (await self.connection.execute(row.values(value=sealed))).rowcount:
            await self._keep(name, fact)

    async def forget(self, name: str) -> None:
        """Forget what was noted under this name."""
        await self.connection.execute(delete(InstallationRow).where(InstallationRow.name == name))

    async def _keep(self, name: str, fact: str) -> None:
        row = {"name": name, "value": self.keys.seal(fact, _place(name))}
        await insert_unless_there(self.connection, InstallationRow, row)


def _place(name: str) -> Where:
    return Where("installation", "value", name)
