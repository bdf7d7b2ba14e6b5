"""The calls for a coach."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.case_doors import may_see
from storage.case_rules import answers_for
from storage.holding import to_write
from storage.ids import new_id
from storage.instants import Instant
from storage.sealing import Keys, SealedBytes, Where
from storage.tables import CaseRow
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
    asked_since: datetime | None = None
    away_from: int | None = None
    last_answer_at: datetime | None = None
    last_answer_by: int | None = None
    handed_by: int | None = None
    handed_how: str | None = None

    @property
    def owner_id(self) -> int | None:
        """Who answers for it now: who has taken it, else who was asked first."""
        return self.taken_by or self.coach_id

    @property
    def open_key(self) -> str:
        """What there may be only one open case of."""
        return f"{self.reason}:{self.person_id or self.duo_id or self.branch}"


class Cases:
    """Questions to the table of cases. ``changed``: those that others have to see anew."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys
        self.changed: set[int] = set()

    async def open(self, case: Case) -> bool:
        """Keep a new case; False when there is an open one for the same reason already."""
        values = {name: getattr(case, name) for name in _FIELDS}
        values |= {"open_key": case.open_key, "about": self._sealed(case)}
        kept = await insert_unless_there(self.connection, CaseRow, values)
        # What is only kept in mind is shown to nobody yet.
        self._note(case.id, happened=kept and case.rung >= 0)
        return kept

    async def open_for(self, open_key: str, *, held: bool = True) -> Case | None:
        """The open case under this key, held; or not ``held``, for who only looks."""
        return await self._one(CaseRow.open_key == open_key, held=held)

    async def held(self, case_id: int) -> Case | None:
        """An open case that is to be written: nobody else writes it until the transaction ends."""
        return await self._one(CaseRow.id == case_id, CaseRow.closed_at.is_(None))

    async def open_under(self, open_keys: Sequence[str]) -> Sequence[Case]:
        """The open cases under these keys, the oldest first."""
        return await self._oldest_first(CaseRow.open_key.in_(open_keys))

    async def closed_about(self, person_id: int, reason: str) -> Sequence[Case]:
        """The closed cases of this reason about one person, the oldest first."""
        theirs = (CaseRow.person_id == person_id, CaseRow.closed_at.is_not(None))
        return await self._oldest_first(*theirs, CaseRow.reason == reason)

    async def for_coach(
        self, case_id: int, coach_id: int, *, in_group: bool = False
    ) -> Case | None:
        """A case, held, found only by a coach who was asked or has taken it, and by a coordinator
        of its branch; ``in_group`` by its coaches too; by nobody who does not work here any more.
        """
        return await self._one(CaseRow.id == case_id, may_see(coach_id, in_group=in_group))

    async def for_person(self, case_id: int, person_id: int) -> Case | None:
        """A case, held, found only by the person it is about."""
        return await self._one(CaseRow.id == case_id, CaseRow.person_id == person_id)

    async def get(self, case_id: int) -> Case:
        """The case of this id, for who has been let in already; NoResultFound if there is none."""
        row = await self.connection.execute(select(*COLUMNS).where(CaseRow.id == case_id))
        return opened(row.one(), self.keys)

    async def save(self, case_id: int, **changes: Any) -> bool:  # noqa: ANN401  # any column
        """Write what has changed in an open case, by column name; False when it is closed."""
        open_ = (CaseRow.id == case_id, CaseRow.closed_at.is_(None))
        if (about := changes.get("about")) is not None:
            changes["about"] = self.keys.seal(about, _about(case_id))
        saved = await self._change(*open_, **changes)
        self._note(case_id, happened=saved and not _SHOWN.isdisjoint(changes))
        return saved

    async def take(
        self, case_id: int, coach_id: int, now: datetime, plan: tuple[str, datetime]
    ) -> bool:
        """Give the case to this coach, with what comes next and when; False when somebody has it
        or it is closed.
        """
        step, at = plan
        free = (CaseRow.id == case_id, CaseRow.taken_at.is_(None), CaseRow.closed_at.is_(None))
        taken = await self._change(
            *free,
            taken_at=now,
            taken_by=coach_id,
            next_step=step,
            next_at=at,
            waits_until=None,
            read_at=func.coalesce(CaseRow.read_at, literal(now, Instant)),
            read_by=func.coalesce(CaseRow.read_by, coach_id),
        )
        return self._note(case_id, happened=taken)

    async def mark_read(self, case_id: int, coach_id: int, now: datetime) -> bool:
        """Keep who read the case first, and when; False when it was read before, or is closed."""
        unread = (CaseRow.id == case_id, CaseRow.read_at.is_(None), CaseRow.closed_at.is_(None))
        return await self._change(*unread, read_at=now, read_by=coach_id)

    async def mark_answered(self, case_id: int, coach_id: int, now: datetime) -> bool:
        """Keep that this coach answered; with it nothing is owed. False when it is closed."""
        open_ = (CaseRow.id == case_id, CaseRow.closed_at.is_(None))
        dates = (CaseRow.answered_at, CaseRow.first_answered_at)
        first = {one.key: func.coalesce(one, literal(now, Instant)) for one in dates}
        return await self._change(*open_, last_answer_at=now, last_answer_by=coach_id, **first)

    async def close(self, case_id: int, now: datetime) -> bool:
        """Close the case, after which nothing comes; False when it was closed before."""
        still_open = (CaseRow.id == case_id, CaseRow.closed_at.is_(None))
        ended = {"closed_at": now, "open_key": None, "next_at": None, "next_step": None}
        return self._note(case_id, happened=await self._change(*still_open, **ended))

    async def reopen(self, case: Case, now: datetime) -> bool:
        """Open a closed case once more, to be read anew, as urgent as ``case`` says; False when
        that was done before, or it is not closed. Its key must be free.
        """
        once = (CaseRow.closed_at.is_not(None), CaseRow.reopened_at.is_(None))
        anew = dict.fromkeys((
            "closed_at", "taken_at", "taken_by", "read_at", "read_by", "answered_at",
            "waits_until", "may_call", "tried_at", "alarmed_at", "handed_by", "handed_how",
        ))  # fmt: skip
        reopened = await self._change(
            CaseRow.id == case.id, *once,
            open_key=case.open_key, reopened_at=now, urgency=case.urgency, **anew,
        )  # fmt: skip
        return self._note(case.id, happened=reopened)

    async def turn_to(self, case_id: int, open_key: str, person_id: int) -> None:
        """Let an open case be about somebody else, who needs it still."""
        row = update(CaseRow).where(CaseRow.id == case_id)
        await self.connection.execute(row.values(open_key=open_key, person_id=person_id))

    async def branches_of(self, reason: str) -> Sequence[str]:
        """The branches about which a case of this reason is open."""
        open_ = (CaseRow.reason == reason, CaseRow.closed_at.is_(None))
        found = select(CaseRow.branch).where(*open_, CaseRow.branch.is_not(None))
        return [str(one) for one in await self.connection.scalars(found)]

    async def open_of(self, coach_id: int) -> Sequence[Case]:
        """All open cases for which this coach answers, held, the oldest first."""
        return await self._oldest_first(answers_for(coach_id), CaseRow.closed_at.is_(None))

    async def _one(self, *which: ColumnElement[bool], held: bool = True) -> Case | None:
        found = select(*COLUMNS).where(*which)
        found = to_write(found, self.connection) if held else found
        row = (await self.connection.execute(found)).one_or_none()
        return opened(row, self.keys) if row else None

    async def _oldest_first(self, *which: ColumnElement[bool]) -> Sequence[Case]:
        found = select(*COLUMNS).where(*which).order_by(CaseRow.opened_at)
        rows = await self.connection.execute(to_write(found, self.connection))
        return [opened(row, self.keys) for row in rows]

    async def _change(self, *which: ColumnElement[bool], **values: Any) -> bool:  # noqa: ANN401  # any column
        done = await self.connection.execute(update(CaseRow).where(*which).values(**values))
        return done.rowcount == 1

    def _note(self, case_id: int, *, happened: bool) -> bool:
        self.changed |= {case_id} if happened else set()
        return happened

    def _sealed(self, case: Case) -> SealedBytes | None:
        return self.keys.seal(case.about, _about(case.id)) if case.about else None


def opened(row: Row[*tuple[Any, ...]], keys: Keys) -> Case:
    """The case in a row that begins with all its ``COLUMNS``."""
    case = Case(*row[: len(COLUMNS)])
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


# What stands where everybody in the group of a branch sees it.
_SHOWN = frozenset({"rung", "taken_at", "taken_by", "urgency"})
_FIELDS = tuple(one.name for one in fields(Case))
COLUMNS = tuple(getattr(CaseRow, one) for one in _FIELDS)


def _about(case_id: int) -> Where:
    return Where("cases", "about", case_id)
