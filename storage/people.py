"""The people: found by who is speaking, by id, or by what a coach looks for."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Row,
    Update,
    and_,
    bindparam,
    exists,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.person import FIRST_NAME, Member, Person
from storage.sealing import Blind, Keys, Where
from storage.tables import DuoRow, PersonRow

READY = "ready"
__all__ = ["Member", "People", "Person"]


class People:
    """Questions to the table of people. Within one transaction somebody who was asked for is
    remembered until they are changed, since nobody else writes to this table.
    """

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys
        self._known: dict[int, Person] = {}

    async def by_telegram(self, telegram_id: int) -> Person | None:
        """Who is speaking."""
        for key in self.keys.blinds(str(telegram_id), TELEGRAM_KEY):
            row = (await self.connection.execute(_WHO_SPEAKS, {"key": key})).one_or_none()
            if row:
                return self._opened(row)
        return None

    async def get(self, person_id: int) -> Person:
        """The person of this id; NoResultFound when there is none."""
        if person_id not in self._known:
            wanted = select(*_COLUMNS).where(PersonRow.id == person_id)
            row = (await self.connection.execute(wanted)).one()
            self._known[person_id] = self._opened(row)
        return self._known[person_id]

    async def by_ids(self, ids: Collection[int]) -> dict[int, Person]:
        """Several at once, by id."""
        rows = await self.connection.execute(select(*_COLUMNS).where(PersonRow.id.in_(ids)))
        return {row.id: self._opened(row) for row in rows}

    async def members(self, ids: Collection[int]) -> dict[int, Member]:
        """What is needed of very many at once, by id."""
        rows = await self.connection.execute(_MEMBERS, {"ids": list(ids)})
        return {
            row.id: Member(
                self.keys.open_json(row.answers, where_answers(row.id)).get(FIRST_NAME, ""),
                row.paused_at,
                row.silent_since,
                row.rested_from,
                row.rested_until,
            )
            for row in rows
        }

    async def add(self, telegram_id: int, language: str, stage: str, now: datetime) -> Person:
        """Somebody who speaks for the first time."""
        person_id = new_id()
        await self.connection.execute(
            insert(PersonRow).values(
                id=person_id,
                telegram_key=self.keys.blind(str(telegram_id), TELEGRAM_KEY),
                telegram_id=self.keys.seal(str(telegram_id), where_number(person_id)),
                stage=stage,
                language=language,
                answers=self.keys.seal_json({}, where_answers(person_id)),
                arrived_at=now,
            )
        )
        return Person(person_id, telegram_id, stage, None, language, None, {}, None, None, None)

    async def save(self, person_id: int, **changes: Any) -> None:  # noqa: ANN401  # any column
        """Write what has changed, by column name; answers are sealed here."""
        self._known.pop(person_id, None)
        if "answers" in changes:
            changes["answers"] = self.keys.seal_json(
                dict(changes["answers"]), where_answers(person_id)
            )
        new = {f"new_{name}": value for name, value in changes.items()}
        await self.connection.execute(_saving(frozenset(changes)), {"person": person_id, **new})

    async def place(self, person_id: int, was: str | None, **new: Any) -> bool:  # noqa: ANN401  # any column
        """Write where somebody stands now; False when they stand elsewhere than they ``was``."""
        self._known.pop(person_id, None)
        there = (PersonRow.id == person_id, PersonRow.road.is_not_distinct_from(was))
        done = await self.connection.execute(update(PersonRow).where(*there).values(**new))
        return done.rowcount == 1

    async def lose(self, person_id: int, now: datetime) -> bool:
        """Mark as unreachable; False when they were already."""
        self._known.pop(person_id, None)
        reachable = and_(PersonRow.id == person_id, PersonRow.unreachable_at.is_(None))
        done = await self.connection.execute(
            update(PersonRow).where(reachable).values(unreachable_at=now)
        )
        return done.rowcount == 1

    async def back_from_break(self, now: datetime, limit: int) -> Sequence[Person]:
        """Whose break is over by what they said, the longest over first."""
        over = select(*_COLUMNS).where(PersonRow.paused_until <= now)
        in_order = over.order_by(PersonRow.paused_until).limit(limit)
        rows = await self.connection.execute(in_order.with_for_update(skip_locked=True))
        return [self._opened(row) for row in rows]

    async def coaches(self, branch: str | None = None) -> Sequence[Person]:
        """The coaches, of one branch or of all, those who came first in front."""
        return await self._who_are("coach", branch)

    async def coordinators(self, branch: str | None = None) -> Sequence[Person]:
        """The coordinators, of one branch or of all, those who came first in front."""
        return await self._who_are("coordinator", branch)

    async def staff(self) -> Sequence[Person]:
        """All who work for the programme: coaches, then coordinators, who came first in front."""
        wanted = select(*_COLUMNS).where(PersonRow.role.in_(("coach", "coordinator")))
        in_order = wanted.order_by(PersonRow.role, PersonRow.arrived_at, PersonRow.id)
        return [self._opened(row) for row in await self.connection.execute(in_order)]

    async def _who_are(self, role: str, branch: str | None) -> Sequence[Person]:
        wanted = select(*_COLUMNS).where(PersonRow.role == role)
        if branch is not None:
            wanted = wanted.where(PersonRow.branch == branch)
        rows = await self.connection.execute(wanted.order_by(PersonRow.arrived_at, PersonRow.id))
        return [self._opened(row) for row in rows]

    async def ready(self, role: str, branch: str, limit: int) -> Sequence[Person]:
        """Who of a branch can be put to somebody, or came in before roads were kept; they take no
        break and are in no duo. Who waits longest stands in front.
        """
        in_duo = exists().where(
            DuoRow.ended_at.is_(None),
            or_(DuoRow.mentee_id == PersonRow.id, DuoRow.mentor_id == PersonRow.id),
        )
        wanted = select(*_COLUMNS).where(
            PersonRow.branch == branch,
            PersonRow.role == role,
            PersonRow.stage == "registered",
            PersonRow.paused_at.is_(None),
            PersonRow.unreachable_at.is_(None),
            ~in_duo,
            or_(PersonRow.road.is_(None), PersonRow.road == READY),
        )
        rows = await self.connection.execute(
            wanted.order_by(PersonRow.registered_at, PersonRow.id).limit(limit)
        )
        return [self._opened(row) for row in rows]

    def forget_known(self) -> None:
        """What is remembered may be old: another room wrote to this table."""
        self._known.clear()

    def _opened(self, row: Row[*tuple[Any, ...]]) -> Person:
        return Person(
            id=row.id,
            telegram_id=number_of(self.keys, row.telegram_id, row.id),
            stage=row.stage,
            role=row.role,
            language=row.language,
            branch=row.branch,
            answers=self.keys.open_json(row.answers, where_answers(row.id)),
            asking=row.asking,
            paused_at=row.paused_at,
            unreachable_at=row.unreachable_at,
            asking_since=row.asking_since,
            paused_until=row.paused_until,
            silent_since=row.silent_since,
            spared_until=row.spared_until,
            road=row.road,
            road_since=row.road_since,
            found_at=row.found_at,
            channel=row.channel,
            entered_in=row.entered_in,
            answers_for=row.answers_for,
            answers_until=row.answers_until,
        )


_COLUMNS = (
    PersonRow.id,
    PersonRow.telegram_id,
    PersonRow.stage,
    PersonRow.role,
    PersonRow.language,
    PersonRow.branch,
    PersonRow.answers,
    PersonRow.asking,
    PersonRow.paused_at,
    PersonRow.unreachable_at,
    PersonRow.asking_since,
    PersonRow.silent_since,
    PersonRow.paused_until,
    PersonRow.spared_until,
    PersonRow.road,
    PersonRow.road_since,
    PersonRow.found_at,
    PersonRow.channel,
    PersonRow.entered_in,
    PersonRow.answers_for,
    PersonRow.answers_until,
)
TELEGRAM_KEY = Where("people", "telegram_key")
_MEMBERS = select(
    PersonRow.id,
    PersonRow.answers,
    PersonRow.paused_at,
    PersonRow.silent_since,
    PersonRow.rested_from,
    PersonRow.rested_until,
).where(PersonRow.id.in_(bindparam("ids", expanding=True)))
_WHO_SPEAKS = select(*_COLUMNS).where(PersonRow.telegram_key == bindparam("key", type_=Blind))


@cache
def _saving(names: frozenset[str]) -> Update:
    """The statement that changes these columns, built once."""
    columns = PersonRow.__table__.c
    new = {name: bindparam(f"new_{name}", type_=columns[name].type) for name in names}
    return update(PersonRow).where(PersonRow.id == bindparam("person")).values(new)


def where_number(person_id: int) -> Where:
    return Where("people", "telegram_id", person_id)


def where_answers(person_id: int) -> Where:
    return Where("people", "answers", person_id)


def number_of(keys: Keys, sealed: bytes | None, person_id: int) -> int | None:
    """The number on Telegram; None for who is not there."""
    return None if sealed is None else int(keys.open(sealed, where_number(person_id)))
