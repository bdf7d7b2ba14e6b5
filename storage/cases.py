"""The calls for a coach."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, exists, func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.case_doors import may_see
from storage.ids import new_id
from storage.instants import Instant
from storage.sealing import Keys, SealedBytes, Where
from storage.tables import CaseAskRow, CaseRow
from storage.upsert import insert_unless_there


@dataclass(frozen=True, slots=True)
class Case:
    """One call for a coach: about a person who asked, a duo, or what a branch looks after."""

    id: int
    reason: str
    person_id: int | None
    duo_id: int | None
    coach_id: int | None
    opened_at: datetime
    taken_at: datetime | None = None
    taken_by: int | None = None
    closed_at: datetime | None = None
    branch: str | None = None
    urgency: str = "week"
    about: str | None = None
    audience: str | None = None
    ladder: str | None = None
    rung: int = 0
    next_at: datetime | None = None
    next_step: str | None = None
    promised_at: datetime | None = None
    read_at: datetime | None = None
    read_by: int | None = None
    answered_at: datetime | None = None
    waits_until: datetime | None = None
    reopened_at: datetime | None = None
    alarmed_at: datetime | None = None
    asking: str | None = None
    may_call: str | None = None
    tried_at: datetime | None = None

    @property
    def owner_id(self) -> int | None:
        """Who answers for it now: who has taken it, else who was asked first."""
        return self.taken_by or self.coach_id

    @property
    def open_key(self) -> str:
        """What there may be only one open case of."""
        return f"{self.reason}:{self.person_id or self.duo_id or self.branch}"


class Cases:
    """Questions to the table of cases."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def open(self, case: Case) -> bool:
        """Keep a new case; False when there is an open one for the same reason already."""
        return await insert_unless_there(
            self.connection,
            CaseRow,
            {
                "id": case.id,
                "reason": case.reason,
                "open_key": case.open_key,
                "person_id": case.person_id,
                "duo_id": case.duo_id,
                "branch": case.branch,
                "coach_id": case.coach_id,
                "opened_at": case.opened_at,
                "urgency": case.urgency,
                "about": self._sealed(case),
                "audience": case.audience,
                "asking": case.asking,
                "ladder": case.ladder,
                "rung": case.rung,
                "next_at": case.next_at,
                "next_step": case.next_step,
                "promised_at": case.promised_at,
                "may_call": case.may_call,
            },
        )

    async def open_for(self, open_key: str) -> Case | None:
        """The open case under this key."""
        found = select(*COLUMNS).where(CaseRow.open_key == open_key)
        row = (await self.connection.execute(found)).one_or_none()
        return opened(row, self.keys) if row else None

    async def closed_about(self, person_id: int, reason: str) -> Sequence[Case]:
        """The closed cases of this reason about one person, the oldest first."""
        theirs = (CaseRow.person_id == person_id, CaseRow.reason == reason)
        closed = select(*COLUMNS).where(*theirs, CaseRow.closed_at.is_not(None))
        rows = await self.connection.execute(closed.order_by(CaseRow.opened_at))
        return [opened(row, self.keys) for row in rows]

    async def for_coach(
        self, case_id: int, coach_id: int, *, in_group: bool = False
    ) -> Case | None:
        """A case, found only by a coach who was asked or has taken it, and by a coordinator of its
        branch; ``in_group`` by its coaches too; by nobody who does not work here any more.
        """
        door = may_see(coach_id, in_group=in_group)
        found = select(*COLUMNS).where(CaseRow.id == case_id, door)
        row = (await self.connection.execute(found)).one_or_none()
        return opened(row, self.keys) if row else None

    async def for_person(self, case_id: int, person_id: int) -> Case | None:
        """A case, found only by the person it is about."""
        own = (CaseRow.id == case_id, CaseRow.person_id == person_id)
        row = (await self.connection.execute(select(*COLUMNS).where(*own))).one_or_none()
        return opened(row, self.keys) if row else None

    async def get(self, case_id: int) -> Case:
        """The case of this id, for who has been let in already; NoResultFound if there is none."""
        row = await self.connection.execute(select(*COLUMNS).where(CaseRow.id == case_id))
        return opened(row.one(), self.keys)

    async def save(self, case_id: int, **changes: Any) -> bool:  # noqa: ANN401  # any column
        """Write what has changed in an open case, by column name; False when it is closed."""
        open_ = (CaseRow.id == case_id, CaseRow.closed_at.is_(None))
        if (about := changes.get("about")) is not None:
            changes["about"] = self.keys.seal(about, _about(case_id))
        done = await self.connection.execute(update(CaseRow).where(*open_).values(**changes))
        return done.rowcount == 1

    async def take(
        self, case_id: int, coach_id: int, now: datetime, plan: tuple[str, datetime]
    ) -> bool:
        """Give the case to this coach, with what comes next and when; False when somebody has it
        or it is closed.
        """
        step, at = plan
        free = (CaseRow.id == case_id, CaseRow.taken_at.is_(None), CaseRow.closed_at.is_(None))
        done = await self.connection.execute(
            update(CaseRow)
            .where(*free)
            .values(
                taken_at=now,
                taken_by=coach_id,
                next_step=step,
                next_at=at,
                waits_until=None,
                read_at=func.coalesce(CaseRow.read_at, literal(now, Instant)),
                read_by=func.coalesce(CaseRow.read_by, coach_id),
            )
        )
        return done.rowcount == 1

    async def mark_read(self, case_id: int, coach_id: int, now: datetime) -> bool:
        """Keep who read the case first, and when; False when it was read before, or is closed."""
        unread = (CaseRow.id == case_id, CaseRow.read_at.is_(None), CaseRow.closed_at.is_(None))
        row = update(CaseRow).where(*unread).values(read_at=now, read_by=coach_id)
        return (await self.connection.execute(row)).rowcount == 1

    async def mark_answered(self, case_id: int, now: datetime) -> bool:
        """Keep when the person got an answer; False when they had one before, or it is closed."""
        waits = (CaseRow.id == case_id, CaseRow.answered_at.is_(None), CaseRow.closed_at.is_(None))
        first = func.coalesce(CaseRow.first_answered_at, literal(now, Instant))
        row = update(CaseRow).where(*waits).values(answered_at=now, first_answered_at=first)
        return (await self.connection.execute(row)).rowcount == 1

    async def close(self, case_id: int, now: datetime) -> bool:
        """Close the case, after which nothing comes; False when it was closed before."""
        still_open = (CaseRow.id == case_id, CaseRow.closed_at.is_(None))
        ended = {"closed_at": now, "open_key": None, "next_at": None, "next_step": None}
        done = await self.connection.execute(update(CaseRow).where(*still_open).values(**ended))
        return done.rowcount == 1

    async def reopen(self, case: Case, now: datetime) -> bool:
        """Open a closed case once more; False when that was done before, or it is not closed. Its
        key must be free.
        """
        once = (CaseRow.closed_at.is_not(None), CaseRow.reopened_at.is_(None))
        anew = dict.fromkeys((
            "closed_at", "taken_at", "taken_by", "answered_at", "waits_until", "may_call",
            "tried_at",
        ))  # fmt: skip
        done = await self.connection.execute(
            update(CaseRow)
            .where(CaseRow.id == case.id, *once)
            .values(open_key=case.open_key, reopened_at=now, **anew)
        )
        return done.rowcount == 1

    async def turn_to(self, case_id: int, open_key: str, person_id: int) -> None:
        """Let an open case be about somebody else, who needs it still."""
        row = update(CaseRow).where(CaseRow.id == case_id)
        await self.connection.execute(row.values(open_key=open_key, person_id=person_id))

    async def branches_of(self, reason: str) -> Sequence[str]:
        """The branches about which a case of this reason is open."""
        open_ = (CaseRow.reason == reason, CaseRow.closed_at.is_(None))
        found = select(CaseRow.branch).where(*open_, CaseRow.branch.is_not(None))
        return [str(one) for one in await self.connection.scalars(found)]

    async def open_of(self, coach_id: int, limit: int) -> Sequence[Case]:
        """The open cases for which this coach answers, the oldest first."""
        brought = and_(CaseRow.coach_id == coach_id, CaseRow.taken_by.is_(None))
        own = (or_(brought, CaseRow.taken_by == coach_id), CaseRow.closed_at.is_(None))
        found = select(*COLUMNS).where(*own).order_by(CaseRow.opened_at).limit(limit)
        return [opened(row, self.keys) for row in await self.connection.execute(found)]

    async def asked_of(self, coach_id: int, limit: int) -> Sequence[Case]:
        """The open cases that came to this coach too and for which a colleague answers."""
        theirs = (CaseAskRow.case_id == CaseRow.id, CaseAskRow.person_id == coach_id)
        owner = func.coalesce(CaseRow.taken_by, CaseRow.coach_id)
        others = (CaseRow.open_key.is_not(None), exists().where(*theirs), owner != coach_id)
        found = select(*COLUMNS).where(*others).order_by(CaseRow.opened_at).limit(limit)
        return [opened(row, self.keys) for row in await self.connection.execute(found)]

    def _sealed(self, case: Case) -> SealedBytes | None:
        return self.keys.seal(case.about, _about(case.id)) if case.about else None


def opened(row: Row[*tuple[Any, ...]], keys: Keys) -> Case:
    """The case in a row of all its ``COLUMNS``."""
    case = Case(*row)
    if row.about is None:
        return case
    return replace(case, about=keys.open(row.about, _about(case.id)))


def new_case(  # noqa: PLR0913  # what a case is about is one of three
    reason: str, coach_id: int | None, now: datetime, *, person_id: int | None = None,
    duo_id: int | None = None, branch: str | None = None, urgency: str = "week",
) -> Case:  # fmt: skip
    """A case that is not stored yet."""
    case = Case(new_id(), reason, person_id, duo_id, coach_id, now, branch=branch)
    return replace(case, urgency=urgency)


COLUMNS = tuple(getattr(CaseRow, one.name) for one in fields(Case))


def _about(case_id: int) -> Where:
    return Where("cases", "about", case_id)
