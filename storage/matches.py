"""The matches: who was put to whom, who said yes, and what came of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select, union, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.tables import DuoRow, MatchRow, PersonRow
from storage.upsert import insert_unless_there

# What came of a match: both said yes; one said no; the coach let it go; one of them left.
AGREED, DECLINED, LET_GO, LEFT = "agreed", "declined", "let_go", "left"


@dataclass(frozen=True, slots=True)
class Match:
    """A mentee and a mentor whom a coach put to each other; open until ``closed_at``."""

    id: int
    mentee_id: int
    mentor_id: int
    coach_id: int
    asked_at: datetime
    mentee_agreed_at: datetime | None = None
    mentor_agreed_at: datetime | None = None
    look_at: datetime | None = None
    reminded_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: str | None = None

    def agreed_at(self, person_id: int) -> datetime | None:
        """When this one of the two said yes."""
        return self.mentee_agreed_at if person_id == self.mentee_id else self.mentor_agreed_at

    @property
    def is_for_coach(self) -> bool:
        """Who had not answered was reminded, and time passed: the coach decides."""
        return self.look_at is None and self.reminded_at is not None

    def partner_of(self, person_id: int) -> int:
        """The other one of the two."""
        return self.mentor_id if person_id == self.mentee_id else self.mentee_id


class Matches:
    """Questions to the table of matches."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def begin(self, match: Match) -> bool:
        """Keep a new match; False when one of the two has another one that is open."""
        row = {
            "id": match.id,
            "mentee_id": match.mentee_id,
            "mentor_id": match.mentor_id,
            "coach_id": match.coach_id,
            "asked_at": match.asked_at,
            "look_at": match.look_at,
        }
        return await insert_unless_there(self.connection, MatchRow, row)

    async def get(self, match_id: int) -> Match | None:
        """The match of this id, open or not."""
        return await self._one(MatchRow.id == match_id)

    async def open_of(self, person_id: int) -> Match | None:
        """The match that waits for this mentee or mentor."""
        return await self._one(_of(person_id), MatchRow.closed_at.is_(None))

    async def all_of(self, person_id: int) -> Sequence[Match]:
        """All matches of this mentee or mentor, open or not."""
        rows = await self.connection.execute(select(*_COLUMNS).where(_of(person_id)))
        return [Match(*row) for row in rows]

    async def agree(self, match: Match, person_id: int, now: datetime) -> bool:
        """Keep somebody's yes; False when they said it before, or it is over."""
        row = MatchRow
        said = row.mentee_agreed_at if person_id == match.mentee_id else row.mentor_agreed_at
        still = (row.id == match.id, row.closed_at.is_(None), said.is_(None))
        return await self._change(still, {said.key: now})

    async def close(self, match_id: int, outcome: str, now: datetime) -> bool:
        """Say what came of it; False when that was said before. Who agreed is kept only where
        both did.
        """
        row = MatchRow
        values: dict[str, Any] = {"closed_at": now, "outcome": outcome, "look_at": None}
        if outcome != AGREED:
            values |= {"mentee_agreed_at": None, "mentor_agreed_at": None}
        return await self._change((row.id == match_id, row.closed_at.is_(None)), values)

    async def look_again(self, match: Match, at: datetime | None, now: datetime) -> bool:
        """Look at it again then; False when somebody else has looked meanwhile."""
        row = MatchRow
        same = (row.id == match.id, row.closed_at.is_(None), row.look_at == match.look_at)
        return await self._change(same, {"look_at": at, "reminded_at": now})

    async def due(self, now: datetime, limit: int) -> Sequence[Match]:
        """The open matches at which somebody has to look now, the oldest first."""
        row = MatchRow
        waiting = select(*_COLUMNS).where(row.look_at <= now).order_by(row.look_at).limit(limit)
        rows = await self.connection.execute(waiting.with_for_update(skip_locked=True))
        return [Match(*one) for one in rows]

    async def open_in(self, branch: str, limit: int) -> Sequence[Match]:
        """The open matches of the mentees of a branch, the oldest first."""
        row = MatchRow
        there = (row.closed_at.is_(None), PersonRow.branch == branch)
        found = select(*_COLUMNS).join(PersonRow, PersonRow.id == row.mentee_id).where(*there)
        oldest = found.order_by(row.asked_at, row.id).limit(limit)
        return [Match(*one) for one in await self.connection.execute(oldest)]

    async def tried(self, people: Collection[int]) -> frozenset[tuple[int, int]]:
        """The pairs (mentee, mentor) of these people that did not go on, or are over."""
        row, duo = MatchRow, DuoRow
        said_no = select(row.mentee_id, row.mentor_id).where(row.outcome == DECLINED)
        over = select(duo.mentee_id, duo.mentor_id).where(duo.ended_at.is_not(None))
        # One column each, so that each is found by its index.
        parts = (
            said_no.where(row.mentee_id.in_(people)),
            said_no.where(row.mentor_id.in_(people)),
            over.where(duo.mentee_id.in_(people)),
            over.where(duo.mentor_id.in_(people)),
        )
        rows = await self.connection.execute(union(*parts))
        return frozenset((mentee, mentor) for mentee, mentor in rows)

    async def open_among(self, people: Collection[int]) -> Mapping[int, Match]:
        """The open match of each of these people who has one."""
        row = MatchRow
        theirs = or_(row.mentee_id.in_(people), row.mentor_id.in_(people))
        rows = await self.connection.execute(
            select(*_COLUMNS).where(row.closed_at.is_(None), theirs)
        )
        return {
            who: one
            for one in (Match(*each) for each in rows)
            for who in (one.mentee_id, one.mentor_id)
            if who in people
        }

    async def hand(self, old: int, new: int) -> None:
        """Let another coach follow the open matches of one."""
        row = MatchRow
        own = update(row).where(row.coach_id == old, row.closed_at.is_(None))
        await self.connection.execute(own.values(coach_id=new))

    async def _one(self, *which: ColumnElement[bool]) -> Match | None:
        found = await self.connection.execute(select(*_COLUMNS).where(*which))
        return next((Match(*row) for row in found), None)

    async def _change(
        self, which: tuple[ColumnElement[bool], ...], values: dict[str, Any]
    ) -> bool:
        done = await self.connection.execute(update(MatchRow).where(*which).values(values))
        return done.rowcount == 1


def new_match(pair: tuple[int, int], coach_id: int, now: datetime, look_at: datetime) -> Match:
    """A match that is not stored yet; ``pair`` is mentee and mentor."""
    return Match(new_id(), *pair, coach_id, now, look_at=look_at)


def _of(person_id: int) -> ColumnElement[bool]:
    row = MatchRow
    return or_(row.mentee_id == person_id, row.mentor_id == person_id)


_COLUMNS = (
    MatchRow.id,
    MatchRow.mentee_id,
    MatchRow.mentor_id,
    MatchRow.coach_id,
    MatchRow.asked_at,
    MatchRow.mentee_agreed_at,
    MatchRow.mentor_agreed_at,
    MatchRow.look_at,
    MatchRow.reminded_at,
    MatchRow.closed_at,
    MatchRow.outcome,
)
