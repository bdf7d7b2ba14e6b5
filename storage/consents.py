"""Who agreed to which privacy text."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.tables import ConsentRow


class Consents:
    """Questions to the table of consents."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def give(  # what was agreed, and how it was
        self, person_id: int, version: str, language: str, now: datetime, *,
        channel: str | None = None, taken_by: int | None = None,
    ) -> None:  # fmt: skip
        """Keep who agreed to which version, in which language, and when; what was agreed by phone
        or on paper, with who of the staff took it down.
        """
        text = {"version": version, "language": language, "agreed_at": now}
        how = {"channel": channel, "taken_by": taken_by}
        row = insert(ConsentRow).values(id=new_id(), person_id=person_id, **text, **how)
        await self.connection.execute(row)

    async def give_on_paper(
        self, people: Sequence[tuple[int, str, datetime]], version: str
    ) -> None:
        """Many at once: who agreed on paper, in which language, and when."""
        rows = [
            {"id": new_id(), "person_id": person_id, "version": version, "language": language,
             "agreed_at": agreed, "channel": "paper"}
            for person_id, language, agreed in people
        ]  # fmt: skip
        if rows:
            await self.connection.execute(insert(ConsentRow), rows)

    async def withdraw(self, person_id: int, now: datetime) -> None:
        """Close every consent of this person; the proof that there was one stays."""
        given = (ConsentRow.person_id == person_id, ConsentRow.withdrawn_at.is_(None))
        await self.connection.execute(update(ConsentRow).where(*given).values(withdrawn_at=now))
