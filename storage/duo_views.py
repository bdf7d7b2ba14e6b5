"""What the coach of a duo sees of it: its weeks, its people and the questions that are open."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row, and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.duos import DUO_COLUMNS, Duo, duo_of
from storage.sealing import Keys, Where
from storage.tables import CaseRow, CheckInRow, DuoRow, OutboxRow, PersonRow, PromptRow

FIRST_NAME = "first_name"
STANDS_IN = "coordinator"


@dataclass(frozen=True, slots=True)
class Said:
    """What one of the two said about a week: minutes together, and a feeling from 1 to 5."""

    person_id: int
    answer: str | None
    minutes: int | None
    feeling: int | None


@dataclass(frozen=True, slots=True)
class WeekKept:
    """One week of a duo with what was said of it; ``is_open``: it still takes answers."""

    duo_id: int
    week: str
    outcome: str | None
    is_open: bool
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class MemberSeen:
    """One of the two, as far as the coach of the duo sees them."""

    id: int
    first_name: str
    telegram_id: int | None
    paused_at: datetime | None
    paused_until: datetime | None
    silent_since: datetime | None
    unreachable_at: datetime | None


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A question that waits for an answer: about a duo, or one of the two."""

    reason: str
    duo_id: int | None
    person_id: int | None
    coach_id: int | None
    opened_at: datetime


class DuoViews:
    """Questions about duos for those who follow them."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def one(self, duo_id: int, reader_id: int) -> Duo | None:
        """A duo that has not ended, found only by its coach and by a coordinator of its branch."""
        reader = aliased(PersonRow)
        stands_in = exists().where(
            reader.id == reader_id, reader.role == STANDS_IN, reader.branch == PersonRow.branch
        )
        found = _WITH_MENTEE.where(
            DuoRow.id == duo_id, DuoRow.ended_at.is_(None),
            or_(DuoRow.coach_id == reader_id, stands_in),
        )  # fmt: skip
        row = (await self.connection.execute(found)).one_or_none()
        return duo_of(row) if row else None

    async def of_branch(self, branch: str, limit: int) -> Sequence[Duo]:
        """The duos of a branch that have not ended, the oldest first."""
        own = _WITH_MENTEE.where(PersonRow.branch == branch, DuoRow.ended_at.is_(None))
        rows = await self.connection.execute(
            own.order_by(DuoRow.formed_at, DuoRow.id).limit(limit)
        )
        return [duo_of(row) for row in rows]

    async def members(self, ids: Collection[int]) -> dict[int, MemberSeen]:
        """These people, by id."""
        rows = await self.connection.execute(select(*_MEMBER).where(PersonRow.id.in_(ids)))
        return {row.id: self._member(row) for row in rows}

    async def weeks(self, duo_ids: Collection[int], since: datetime) -> Sequence[WeekKept]:
        """The weeks of these duos that were asked about since then, newest first."""
        found = (
            select(*_WEEK)
            .outerjoin(PromptRow, PromptRow.check_in_id == CheckInRow.id)
            .where(CheckInRow.duo_id.in_(duo_ids), CheckInRow.asked_at >= since)
            .order_by(CheckInRow.week.desc(), CheckInRow.id)
        )
        rows = (await self.connection.execute(found)).all()
        return [self._week(list(each)) for _, each in groupby(rows, key=lambda row: row[0])]

    async def open_cases(
        self, duo_ids: Collection[int], people: Collection[int]
    ) -> Sequence[OpenCase]:
        """The open cases about these duos or these people, the oldest first. A break of which
        nobody was asked yet is none of them: it is only kept in mind.
        """
        about = or_(CaseRow.duo_id.in_(duo_ids), CaseRow.person_id.in_(people))
        is_in_mind = and_(CaseRow.reason == "rests", CaseRow.rung < 0)
        found = select(*_CASE).where(about, CaseRow.closed_at.is_(None), ~is_in_mind)
        rows = await self.connection.execute(found.order_by(CaseRow.opened_at))
        return [OpenCase(*row) for row in rows]

    async def letters_of_week(
        self, kind: str, subject: str, week: str
    ) -> Sequence[tuple[int, int]]:
        """Where letters of a kind about a week of a duo arrived, each once: (person id, message
        number).
        """
        sent = select(OutboxRow.person_id, OutboxRow.message_id).where(
            OutboxRow.kind == kind,
            OutboxRow.subject == subject,
            OutboxRow.occurrence.startswith(week),
            OutboxRow.message_id.is_not(None),
        )
        rows = await self.connection.execute(sent.distinct())
        return [(row.person_id, row.message_id) for row in rows]

    def _member(self, row: Row[*tuple[Any, ...]]) -> MemberSeen:
        answers = self.keys.open_json(row.answers, Where("people", "answers", row.id))
        where, sealed = Where("people", "telegram_id", row.id), row.telegram_id
        number = None if sealed is None else int(self.keys.open(sealed, where))
        states = (row.paused_at, row.paused_until, row.silent_since, row.unreachable_at)
        return MemberSeen(row.id, answers.get(FIRST_NAME, ""), number, *states)

    def _week(self, rows: Sequence[Row[*tuple[Any, ...]]]) -> WeekKept:
        week = rows[0]
        is_open = week.closes_at is not None
        return WeekKept(week.duo_id, week.week, week.outcome, is_open, tuple(self._said(rows)))

    def _said(self, rows: Sequence[Row[*tuple[Any, ...]]]) -> Iterable[Said]:
        for row in rows:
            if row.prompt_id is not None:
                where = Where("prompts", "feeling", row.prompt_id)
                feeling = int(self.keys.open(row.feeling, where)) if row.feeling else None
                yield Said(row.person_id, row.answer, row.minutes, feeling)


_WITH_MENTEE = select(*DUO_COLUMNS).join(PersonRow, PersonRow.id == DuoRow.mentee_id)
_MEMBER = (
    PersonRow.id,
    PersonRow.answers,
    PersonRow.telegram_id,
    PersonRow.paused_at,
    PersonRow.paused_until,
    PersonRow.silent_since,
    PersonRow.unreachable_at,
)
_WEEK = (
    CheckInRow.id,
    CheckInRow.duo_id,
    CheckInRow.week,
    CheckInRow.outcome,
    CheckInRow.closes_at,
    PromptRow.id.label("prompt_id"),
    PromptRow.person_id,
    PromptRow.answer,
    PromptRow.minutes,
    PromptRow.feeling,
)
_CASE = (
    CaseRow.reason,
    CaseRow.duo_id,
    CaseRow.person_id,
    CaseRow.coach_id,
    CaseRow.opened_at,
)
