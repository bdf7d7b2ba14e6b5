"""What operators take out: everybody who takes part, and every duo of theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.people import where_answers
from storage.roster import TAKING_PART, whole_name
from storage.sealing import Keys
from storage.tables import ConsentRow, DuoRow, PersonRow

REGISTERED = "registered"


@dataclass(frozen=True, slots=True)
class PersonOut:
    """Somebody who takes part, opened."""

    id: int
    agreed_at: datetime | None
    role: str
    branch: str | None
    language: str
    channel: str | None
    road: str | None
    since: datetime | None
    answers: dict[str, str]


@dataclass(frozen=True, slots=True)
class DuoOut:
    """A duo of two who take part."""

    mentee: str
    mentor: str
    branch: str | None
    coach: str
    state: str
    formed_at: datetime
    active_since: datetime | None
    ended_at: datetime | None


class Exporting:
    """Questions to people and duos, for a file. Who withdrew is in no answer."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def people(self, branch: str | None) -> Sequence[PersonOut]:
        """Who takes part, in one branch or in all; who came first stands in front."""
        row = PersonRow
        given = (ConsentRow.person_id == row.id, ConsentRow.withdrawn_at.is_(None))
        agreed = select(func.max(ConsentRow.agreed_at)).where(*given).scalar_subquery()
        found = select(
            row.id, agreed.label("agreed_at"), row.role, row.branch, row.language, row.channel,
            row.road, row.road_since, row.registered_at, row.answers,
        ).where(*_takes_part(row, branch))  # fmt: skip
        return [
            PersonOut(
                one.id,
                one.agreed_at,
                one.role,
                one.branch,
                one.language,
                one.channel,
                one.road,
                one.road_since or one.registered_at,
                self._answers(one.id, one.answers),
            )
            for one in await self.connection.execute(found.order_by(row.arrived_at, row.id))
        ]

    async def duos(self, branch: str | None) -> Sequence[DuoOut]:
        """Duos of two who both take part, ended or not, the oldest first."""
        mentee, mentor, coach = aliased(PersonRow), aliased(PersonRow), aliased(PersonRow)
        found = (
            select(
                DuoRow.state, DuoRow.formed_at, DuoRow.active_since, DuoRow.ended_at,
                mentee.branch, mentee.id.label("mentee_id"), mentee.answers.label("of_mentee"),
                mentor.id.label("mentor_id"), mentor.answers.label("of_mentor"),
                coach.id.label("coach_id"), coach.answers.label("of_coach"),
            )
            .join(mentee, mentee.id == DuoRow.mentee_id)
            .join(mentor, mentor.id == DuoRow.mentor_id)
            .join(coach, coach.id == DuoRow.coach_id)
            .where(*_takes_part(mentee, branch), *_takes_part(mentor, None))
        )  # fmt: skip
        rows = await self.connection.execute(found.order_by(DuoRow.formed_at, DuoRow.id))
        return [
            DuoOut(
                whole_name(self._answers(one.mentee_id, one.of_mentee)),
                whole_name(self._answers(one.mentor_id, one.of_mentor)),
                one.branch,
                whole_name(self._answers(one.coach_id, one.of_coach)),
                one.state,
                one.formed_at,
                one.active_since,
                one.ended_at,
            )
            for one in rows
        ]

    def _answers(self, person_id: int, sealed: bytes) -> dict[str, str]:
        return dict(self.keys.open_json(sealed, where_answers(person_id)))


def _takes_part(row: Any, branch: str | None) -> tuple[ColumnElement[bool], ...]:  # noqa: ANN401  # an alias has no public type
    here = () if branch is None else (row.branch == branch,)
    return (row.stage == REGISTERED, row.role.in_(TAKING_PART), *here)
