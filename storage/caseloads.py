"""All that one of the staff answers for: their duos and their open cases, and numbers of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, case, exists, func, not_, or_, select, union, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.case_rules import OWNER, answers_for
from storage.cases import COLUMNS, Case, opened
from storage.holding import to_write
from storage.sealing import Keys
from storage.tables import CaseMessageRow, CaseRow, DuoRow, MatchRow, PersonRow

# What somebody in danger wrote stays open to who looks after them.
NEVER_CLOSED = "danger"
# Who lets the whole team know lets whoever comes next know too.
FOR_ALL = "team"


@dataclass(frozen=True, slots=True)
class Load:
    """How much one of the staff answers for now; ``unread``: cases that nobody has read yet."""

    duos: int = 0
    open: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """One case as it is counted, without who it was about."""

    branch: str
    opened_at: datetime
    promised_at: datetime | None
    read_at: datetime | None
    answered_at: datetime | None
    closed_at: datetime | None


class Caseloads:
    """Questions about all that somebody of the staff has."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def hand_duos(self, old: int, new: int) -> None:
        """Let somebody else follow all duos that this coach follows."""
        own = (DuoRow.coach_id == old, DuoRow.ended_at.is_(None))
        await self.connection.execute(update(DuoRow).where(*own).values(coach_id=new))

    async def left_alone(self, branch: str) -> Sequence[int]:
        """Who of the staff is gone while duos or open proposals of a branch are still theirs."""
        found = [
            select(table.coach_id)
            .join(mentee, mentee.id == table.mentee_id)
            .join(follower, follower.id == table.coach_id)
            .where(is_over.is_(None), mentee.branch == branch, follower.role.is_(None))
            for table, is_over, mentee, follower in (
                (DuoRow, DuoRow.ended_at, aliased(PersonRow), aliased(PersonRow)),
                (MatchRow, MatchRow.closed_at, aliased(PersonRow), aliased(PersonRow)),
            )
        ]
        return (await self.connection.scalars(union(*found))).all()

    async def elsewhere(
        self, coach_id: int, duos: Collection[int], people: Collection[int]
    ) -> Sequence[Case]:
        """The open cases about these duos and people for which somebody else answers."""
        about = or_(CaseRow.duo_id.in_(duos), CaseRow.person_id.in_(people))
        others = (CaseRow.closed_at.is_(None), OWNER.is_distinct_from(coach_id))
        rows = await self.connection.execute(select(*COLUMNS).where(about, *others))
        return [opened(row, self.keys) for row in rows]

    async def away_from(self, coach_id: int) -> Sequence[Case]:
        """The open cases that went to a colleague while this coach was away, and that nobody has
        taken or answered since; held.
        """
        left = (CaseRow.away_from == coach_id, CaseRow.closed_at.is_(None))
        since = CaseRow.asked_since
        answered = and_(CaseRow.last_answer_at.is_not(None), CaseRow.last_answer_at >= since)
        as_it_was = and_(CaseRow.taken_at < since, not_(answered))
        untouched = or_(CaseRow.taken_by.is_(None), as_it_was)
        found = select(*COLUMNS).where(*left, untouched).order_by(CaseRow.opened_at)
        rows = await self.connection.execute(to_write(found, self.connection))
        return [opened(row, self.keys) for row in rows]

    async def close_words(self, cases: Collection[int], now: datetime) -> Sequence[int]:
        """Close what was written in these cases until the person agrees; give whose it is."""
        said = exists().where(CaseMessageRow.case_id == CaseRow.id)
        private = or_(CaseRow.audience.is_(None), CaseRow.audience != FOR_ALL)
        theirs = (CaseRow.id.in_(cases), CaseRow.person_id.is_not(None))
        which = (*theirs, CaseRow.reason != NEVER_CLOSED, private, said)
        people = (await self.connection.scalars(select(CaseRow.person_id).where(*which))).all()
        await self.connection.execute(update(CaseRow).where(*which).values(words_closed_at=now))
        return [one for one in people if one is not None]

    async def open_words(self, person_id: int, coach_id: int) -> bool:
        """Let this coach read what this person wrote before; False when nothing was closed."""
        theirs = (CaseRow.person_id == person_id, CaseRow.closed_at.is_(None))
        closed = (*theirs, CaseRow.words_closed_at.is_not(None), answers_for(coach_id))
        opened = update(CaseRow).where(*closed).values(words_closed_at=None)
        return (await self.connection.execute(opened)).rowcount > 0

    async def closed_to(self, person_id: int) -> int | None:
        """Who has an open case of this person without being able to read what was written before;
        nobody when nothing is closed.
        """
        theirs = (CaseRow.person_id == person_id, CaseRow.closed_at.is_(None))
        closed = (*theirs, CaseRow.words_closed_at.is_not(None), OWNER.is_not(None))
        found = select(OWNER).where(*closed).order_by(CaseRow.words_closed_at.desc()).limit(1)
        return await self.connection.scalar(found)

    async def words_are_closed(self, case_id: int) -> bool:
        """Whether what was written before is closed to who has the case now."""
        when = select(CaseRow.words_closed_at).where(CaseRow.id == case_id)
        return await self.connection.scalar(when) is not None

    async def loads(self, people: Collection[int]) -> Mapping[int, Load]:
        """How much each of these people answers for."""
        own = (DuoRow.coach_id.in_(people), DuoRow.ended_at.is_(None))
        duos = select(DuoRow.coach_id, func.count()).where(*own).group_by(DuoRow.coach_id)
        duos_of = {row[0]: row[1] for row in await self.connection.execute(duos)}
        rows = await self.connection.execute(_open_of(people))
        cases = {owner: (count, unread) for owner, count, unread in rows}
        return {one: Load(duos_of.get(one, 0), *cases.get(one, (0, 0))) for one in people}

    async def counted(self, since: datetime, reasons: Collection[str]) -> Sequence[Counted]:
        """The cases of these reasons that were opened since then, or are open still."""
        mentee = aliased(PersonRow)
        branch = func.coalesce(CaseRow.branch, PersonRow.branch, mentee.branch)
        found = (
            select(branch, CaseRow.opened_at, CaseRow.promised_at, CaseRow.read_at,
                   CaseRow.first_answered_at, CaseRow.closed_at)
            .outerjoin(PersonRow, PersonRow.id == CaseRow.person_id)
            .outerjoin(DuoRow, DuoRow.id == CaseRow.duo_id)
            .outerjoin(mentee, mentee.id == DuoRow.mentee_id)
            .where(or_(CaseRow.opened_at >= since, CaseRow.closed_at.is_(None)))
            .where(CaseRow.reason.in_(reasons), branch.is_not(None))
        )  # fmt: skip
        return [Counted(*row) for row in await self.connection.execute(found)]


def _open_of(people: Collection[int]) -> Select[int, int, Any]:
    is_unread = and_(CaseRow.read_at.is_(None), CaseRow.taken_at.is_(None))
    unread = func.sum(case((is_unread, 1), else_=0))
    return (
        select(OWNER, func.count(), unread)
        .where(CaseRow.closed_at.is_(None), OWNER.in_(people))
        .group_by(OWNER)
    )
