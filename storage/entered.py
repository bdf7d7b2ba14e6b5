"""People who came in without Telegram: a coach entered them, or a file did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.people import TELEGRAM_KEY, People, where_answers, where_number
from storage.sealing import Keys, Where
from storage.tables import PersonRow

IMPORT_KEY = Where("people", "import_key")
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody as they are entered: ``by`` whom of the staff, in whose ``branch``."""

    id: int
    language: str
    stage: str
    answers: Mapping[str, str]
    channel: str
    by: int | None
    branch: str | None


class Entered:
    """Questions to the table of people, about who is not on Telegram."""

    def __init__(self, connection: AsyncConnection, keys: Keys, people: People) -> None:
        self.connection = connection
        self.keys = keys
        self.people = people

    async def take_in(self, new: Newcomer, now: datetime) -> bool:
        """Somebody who is not on Telegram; False when they are there already."""
        known = select(PersonRow.id).where(PersonRow.id == new.id)
        if await self.connection.scalar(known) is not None:
            return False
        await self.connection.execute(insert(PersonRow).values(**self._row(new, now)))
        return True

    async def known_keys(self, keys: Sequence[str]) -> set[str]:
        """Those of these keys by which somebody of an earlier file is known."""
        blinds = {blind: key for key in keys for blind in self.keys.blinds(key, IMPORT_KEY)}
        known: set[str] = set()
        every = list(blinds)
        for first in range(0, len(every), AT_ONCE):
            some = PersonRow.import_key.in_(every[first : first + AT_ONCE])
            found = await self.connection.scalars(select(PersonRow.import_key).where(some))
            known |= {blinds[one] for one in found if one is not None}
        return known

    async def known_people(self, ids: Sequence[int]) -> set[int]:
        """Those of these numbers that are somebody's here, also of who left."""
        known: set[int] = set()
        for first in range(0, len(ids), AT_ONCE):
            some = PersonRow.id.in_(ids[first : first + AT_ONCE])
            known |= {*await self.connection.scalars(select(PersonRow.id).where(some))}
        return known

    async def bring_in(self, people: Sequence[tuple[Newcomer, str]], now: datetime) -> None:
        """People of a file, each with their key: registered, with a role and a branch."""
        rows = [
            {
                **self._row(new, now), "role": new.answers["role"], "branch": new.branch,
                "registered_at": now, "import_key": self.keys.blind(key, IMPORT_KEY),
            }
            for new, key in people
        ]  # fmt: skip
        if rows:
            await self.connection.execute(insert(PersonRow), rows)

    def _row(self, new: Newcomer, now: datetime) -> dict[str, Any]:
        return {
            "id": new.id, "stage": new.stage, "language": new.language, "arrived_at": now,
            "channel": new.channel, "entered_by": new.by, "entered_in": new.branch,
            "answers": self.keys.seal_json(dict(new.answers), where_answers(new.id)),
        }  # fmt: skip

    async def give_telegram(self, person_id: int, telegram_id: int, old: int) -> None:
        """Let the person be reached where the one of the row ``old``, who told nothing yet, was.
        Of that row nothing is left that names anybody.
        """
        self.people.forget_known()
        nobody = {"telegram_key": None, "telegram_id": None, "stage": "withdrawn"}
        was = update(PersonRow).where(PersonRow.id == old)
        await self.connection.execute(was.values(**nobody))
        number = str(telegram_id)
        await self.connection.execute(
            update(PersonRow).where(PersonRow.id == person_id).values(
                telegram_key=self.keys.blind(number, TELEGRAM_KEY),
                telegram_id=self.keys.seal(number, where_number(person_id)),
                channel=None,
            )
        )  # fmt: skip
