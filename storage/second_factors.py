"""The second factor of the staff: their secret, what was passed with it, and recovery codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.sealing import Keys, SealedBytes, Where
from storage.tables import RecoveryCodeRow, SecondFactorRow
from storage.upsert import insert_unless_there

_CODES = Where("recovery_codes", "code_hash")


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """How far the second factor of somebody is; see ``SecondFactorRow``."""

    secret: str | None
    offered: str | None
    made_at: datetime
    passed_until: datetime | None
    failures: int
    blocked_until: datetime | None
    asked_until: datetime | None
    asked_about: int | None


class SecondFactors:
    """Questions to the tables of second factors and recovery codes."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def of(self, person_id: int) -> SecondFactor | None:
        """The second factor of this person; None when they never began one."""
        kept = select(SecondFactorRow).where(SecondFactorRow.person_id == person_id)
        row = (await self.connection.execute(kept)).one_or_none()
        return None if row is None else self._opened(row)

    async def passed_until(self, person_id: int) -> datetime | None:
        """Until when this person is asked for no code; None when they gave none."""
        row = SecondFactorRow
        return await self.connection.scalar(
            select(row.passed_until).where(row.person_id == person_id)
        )

    async def ask(
        self, person_id: int, until: datetime, case_id: int | None, now: datetime
    ) -> None:
        """Take what looks like a code for one until then; ``case_id`` is what it is asked for."""
        await self._begin(person_id, now)
        await self._change(person_id, asked_until=until, asked_about=case_id)

    async def offer(
        self, person_id: int, secret: str, asked_until: datetime, now: datetime
    ) -> None:
        """Keep a new secret beside the one in use, and ask for its first code until then."""
        await self._begin(person_id, now)
        sealed = self.keys.seal(secret, _place("offered", person_id))
        await self._change(person_id, offered=sealed, made_at=now, asked_until=asked_until)

    async def confirm(self, person_id: int, secret: str, now: datetime) -> None:
        """Use the offered secret from now on in the place of the one before."""
        sealed = self.keys.seal(secret, _place("secret", person_id))
        await self._change(person_id, secret=sealed, offered=None, confirmed_at=now, last_step=0)

    async def use_step(self, person_id: int, step: int) -> bool:
        """Use the code of this moment; False when it, or a later one, was used before."""
        row = SecondFactorRow
        newer = (row.person_id == person_id, row.last_step < step)
        used = await self.connection.execute(update(row).where(*newer).values(last_step=step))
        return used.rowcount == 1

    async def pass_(self, person_id: int, until: datetime) -> None:
        """A right code came: ask for no other one until then."""
        await self._change(
            person_id, passed_until=until, failures=0, blocked_until=None, asked_until=None
        )

    async def fail(self, person_id: int) -> int:
        """A wrong code came; how many there were in a row by now."""
        row = SecondFactorRow
        more = update(row).where(row.person_id == person_id)
        counted = more.values(failures=row.failures + 1).returning(row.failures)
        return await self.connection.scalar(counted) or 0

    async def block(self, person_id: int, until: datetime) -> None:
        """Look at no code until then."""
        await self._change(person_id, blocked_until=until)

    async def end(self, person_id: int) -> None:
        """Ask for a code again from now on."""
        await self._change(person_id, passed_until=None, asked_until=None)

    async def forget(self, person_id: int) -> bool:
        """Forget the second factor and its codes; False when there was none."""
        codes = delete(RecoveryCodeRow).where(RecoveryCodeRow.person_id == person_id)
        await self.connection.execute(codes)
        factor = delete(SecondFactorRow).where(SecondFactorRow.person_id == person_id)
        return (await self.connection.execute(factor)).rowcount == 1

    async def keep_codes(self, person_id: int, codes: Sequence[str]) -> None:
        """Keep recovery codes, of which only fingerprints stay, in the place of earlier ones."""
        earlier = delete(RecoveryCodeRow).where(RecoveryCodeRow.person_id == person_id)
        await self.connection.execute(earlier)
        rows = [
            {"id": new_id(), "person_id": person_id, "code_hash": self._hashes(code)[0]}
            for code in codes
        ]
        await self.connection.execute(insert(RecoveryCodeRow), rows)

    async def use_code(self, person_id: int, code: str, now: datetime) -> bool:
        """Use a recovery code; False when it is none, or was used before."""
        row = RecoveryCodeRow
        mine = (row.person_id == person_id, row.code_hash.in_(self._hashes(code)))
        unused = update(row).where(*mine, row.used_at.is_(None))
        return (await self.connection.execute(unused.values(used_at=now))).rowcount == 1

    async def codes_left(self, person_id: int) -> int:
        """How many recovery codes of this person still work."""
        row = RecoveryCodeRow
        unused = select(func.count()).where(row.person_id == person_id, row.used_at.is_(None))
        return await self.connection.scalar(unused) or 0

    async def _begin(self, person_id: int, now: datetime) -> None:
        row = {"person_id": person_id, "made_at": now}
        await insert_unless_there(self.connection, SecondFactorRow, row)

    async def _change(self, person_id: int, **changes: object) -> None:
        row = SecondFactorRow
        await self.connection.execute(
            update(row).where(row.person_id == person_id).values(**changes)
        )

    def _hashes(self, code: str) -> list[str]:
        return [one.hex() for one in self.keys.blinds(code, _CODES)]

    def _opened(self, row: Row[*tuple[object, ...]]) -> SecondFactor:
        return SecondFactor(
            secret=self._open("secret", row.person_id, row.secret),
            offered=self._open("offered", row.person_id, row.offered),
            made_at=row.made_at,
            passed_until=row.passed_until,
            failures=row.failures,
            blocked_until=row.blocked_until,
            asked_until=row.asked_until,
            asked_about=row.asked_about,
        )

    def _open(self, column: str, person_id: int, sealed: SealedBytes | None) -> str | None:
        return None if sealed is None else self.keys.open(sealed, _place(column, person_id))


def _place(column: str, person_id: int) -> Where:
    return Where("second_factors", column, person_id)
