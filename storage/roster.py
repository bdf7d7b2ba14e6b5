"""The lists of a coach's work: who stands where, how many they are, and who has which name."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.calls import Whose, of_theirs
from storage.people import where_answers
from storage.person import FIRST_NAME
from storage.sealing import Keys
from storage.tables import DuoRow, PersonRow

NEW, TO_PLAN, TO_MATCH, TO_ANSWER, LATER, UNHEARD, RESTING, UNFINISHED = (
    "new", "plan", "match", "answer", "later", "unheard", "resting", "unfinished",
)  # fmt: skip
LISTS = (NEW, TO_PLAN, TO_MATCH, TO_ANSWER, LATER, UNHEARD, RESTING, UNFINISHED)
TAKING_PART = ("mentee", "mentor")
LAST_NAME = "last_name"


class Roster:
    """Questions to the table of people, for those who work with them."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def counts(self, whose: Whose) -> Mapping[str, int]:
        """How many people stand in each list."""
        looks = (_count(name, whose).label(name) for name in LISTS)
        row = (await self.connection.execute(select(*looks))).one()
        return dict(zip(LISTS, row, strict=True))

    async def listed(self, name: str, whose: Whose, first: int, limit: int) -> Sequence[int]:
        """Who stands in a list, from the ``first`` one on; who waits longest stands in front."""
        row = PersonRow
        since = func.coalesce(row.road_since, row.registered_at, row.arrived_at)
        found = select(row.id).where(*_in_list(name, whose)).order_by(since, row.id)
        return (await self.connection.scalars(found.offset(first).limit(limit))).all()

    async def names(self, whose: Whose, limit: int) -> Sequence[tuple[int, str]]:
        """Everybody who takes part there or has begun to register, with their whole name."""
        row = PersonRow
        part = or_(row.role.in_(TAKING_PART), row.role.is_(None))
        found = select(row.id, row.answers).where(of_theirs(whose), part)
        return [
            (one.id, whole_name(self.keys.open_json(one.answers, where_answers(one.id))))
            for one in await self.connection.execute(found.limit(limit))
        ]


def whole_name(answers: Mapping[str, Any]) -> str:
    """First and last name, as far as they were told."""
    return f"{answers.get(FIRST_NAME, '')} {answers.get(LAST_NAME, '')}".strip()


def _in_list(name: str, whose: Whose) -> tuple[ColumnElement[bool], ...]:
    row = PersonRow
    if name == UNFINISHED:
        entered = row.entered_in.in_(whose.branches)
        # On Telegram they are reminded first; afterwards nothing is planned any more.
        theirs = or_(row.telegram_id.is_(None), row.remind_at.is_(None))
        return (entered, row.stage == "arriving", theirs)
    in_duo = exists().where(
        DuoRow.ended_at.is_(None), or_(DuoRow.mentee_id == row.id, DuoRow.mentor_id == row.id)
    )
    # A break in a duo is seen with the duo.
    rests = row.paused_at.is_not(None)
    stands = {
        RESTING: ~in_duo,
        NEW: row.road == "new",
        TO_PLAN: row.road.in_(("intake", "matched")),
        TO_MATCH: and_(or_(row.road == "ready", row.road.is_(None)), ~in_duo),
        TO_ANSWER: row.road == "proposed",
        LATER: row.road.in_(("training", "wait", "other_help")),
        UNHEARD: and_(row.still_unanswered.is_not(None), row.still_ask_at.is_(None)),
    }
    takes_part = (row.role.in_(TAKING_PART), row.stage == "registered")
    return (of_theirs(whose), *takes_part, rests if name == RESTING else ~rests, stands[name])


def _count(name: str, whose: Whose) -> Any:  # noqa: ANN401  # a scalar subquery of SQLAlchemy
    return (
        select(func.count()).select_from(PersonRow).where(*_in_list(name, whose)).scalar_subquery()
    )
