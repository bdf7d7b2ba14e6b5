"""Who signed which text of the convention, and the texts themselves."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.tables import ConventionTextRow, SignatureRow
from storage.upsert import insert_unless_there


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature. ``noted_by``: who of the staff noted that it stands on paper, or that the
    person said yes (``how``), and ``noted_at`` when.
    """

    duo_id: int
    person_id: int
    version: str
    language: str
    hash: str
    signed_at: datetime
    noted_by: int | None = None
    objected_at: datetime | None = None
    how: str | None = None
    noted_at: datetime | None = None


class Signatures:
    """Questions to the tables of signatures and of the texts that were signed."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def sign(self, one: Signature) -> bool:
        """Keep a signature; False when this person has signed this version. One to which they
        objected gives way.
        """
        row = {
            "duo_id": one.duo_id, "person_id": one.person_id, "version": one.version,
            "language": one.language, "hash": one.hash, "signed_at": one.signed_at,
            "noted_by": one.noted_by, "how": one.how, "noted_at": one.noted_at,
        }  # fmt: skip
        if await insert_unless_there(self.connection, SignatureRow, {"id": new_id(), **row}):
            return True
        objected = (*_own(one.duo_id, one.person_id, one.version), _TABLE.objected_at.is_not(None))
        anew = update(SignatureRow).where(*objected).values(**row, objected_at=None)
        return (await self.connection.execute(anew)).rowcount == 1

    async def object_to(self, duo_id: int, person_id: int, version: str, now: datetime) -> bool:
        """This person did not sign what a coach noted; False when there is no such
        note.
        """
        noted = (_TABLE.noted_by.is_not(None), _TABLE.objected_at.is_(None))
        row = update(SignatureRow).where(*_own(duo_id, person_id, version), *noted)
        return (await self.connection.execute(row.values(objected_at=now))).rowcount == 1

    async def of(self, duo_id: int) -> Sequence[Signature]:
        """All signatures of a duo that count, the oldest first."""
        counting = (_TABLE.duo_id == duo_id, _TABLE.objected_at.is_(None))
        found = select(*_COLUMNS).where(*counting).order_by(_TABLE.signed_at, _TABLE.id)
        return [Signature(*tuple(row)) for row in await self.connection.execute(found)]

    async def keep_text(self, kept: Mapping[str, str], text: Mapping[str, Any]) -> None:
        """Keep a text word for word: its hash, version and language, and what it says."""
        said = json.dumps(text, ensure_ascii=False)
        row = {"id": new_id(), **kept, "text": said}
        await insert_unless_there(self.connection, ConventionTextRow, row)

    async def text(self, text_hash: str) -> Mapping[str, Any]:
        """A text that somebody signed, by its hash."""
        found = select(ConventionTextRow.text).where(ConventionTextRow.hash == text_hash)
        text: Mapping[str, Any] = json.loads((await self.connection.execute(found)).scalar_one())
        return text


_TABLE = SignatureRow
_COLUMNS = (
    _TABLE.duo_id, _TABLE.person_id, _TABLE.version, _TABLE.language, _TABLE.hash,
    _TABLE.signed_at, _TABLE.noted_by, _TABLE.objected_at, _TABLE.how, _TABLE.noted_at,
)  # fmt: skip


def _own(duo_id: int, person_id: int, version: str) -> tuple[Any, ...]:
    return (_TABLE.duo_id == duo_id, _TABLE.person_id == person_id, _TABLE.version == version)
