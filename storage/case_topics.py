"""The topics of cases in the groups of the staff: which one needs something, and who does it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Row,
    ScalarSelect,
    SmallInteger,
    String,
    bindparam,
    case,
    exists,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.case_doors import branch_of_case
from storage.staff_groups import DUE, NOT_MADE, RESTS
from storage.tables import CaseRow, CaseTopicRow, StaffGroupRow

LEASE = timedelta(seconds=30)
# What waits for a branch and not for a person: their card counts services, and changes often.
WITHOUT_TOPIC = ("check_services",)


@dataclass(frozen=True, slots=True)
class TopicWork:
    """A topic that is ours to work at until the lease ends (machine's time), as it was then."""

    leased_until: datetime
    case_id: int
    group_id: int
    chat_id: int
    linked_by: int
    version: int
    shown: int
    thread_id: int | None
    card_id: int | None
    closed_at: datetime | None
    tries: int


class CaseTopics:
    """Questions to the table of topics."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def look_at(self, case_ids: Collection[int]) -> None:
        """These cases are new or changed: whoever keeps the topics has to look at them. For a case
        that is in another branch now a topic is made in the group of that branch.
        """
        looking = _looking_at(is_sqlite=self.connection.dialect.name == "sqlite")
        await self.connection.execute(looking, {"cases": list(case_ids)})

    async def is_due(self, now: datetime) -> bool:
        """Whether there is something to do; asked beside the writers, since it is asked often."""
        return await self.connection.scalar(select(_due(now).exists())) is True

    async def claim(self, now: datetime, most: int) -> Sequence[TopicWork]:
        """Take topics that need something, for a lease; ``now`` is the machine's time."""
        free = _due(now).limit(most).with_for_update(skip_locked=True, of=CaseTopicRow)
        until = now + LEASE
        taken = await self.connection.scalars(
            update(CaseTopicRow)
            .where(CaseTopicRow.case_id.in_(free))
            .values(lease_until=until)
            .returning(CaseTopicRow.case_id)
        )
        rows = await self.connection.execute(_WORK.where(CaseTopicRow.case_id.in_(taken.all())))
        return [_work(row, until) for row in rows]

    async def keep(self, work: TopicWork, **changes: Any) -> None:  # noqa: ANN401  # any column
        """Write what was done, while the lease is ours; the topic needs the next step at once."""
        await self.connection.execute(_of(work).values(lease_until=None, **changes))

    async def rest(self, work: TopicWork) -> None:
        """Nothing is to be done, unless the case has changed since it was read."""
        done = case((CaseTopicRow.version == work.version, RESTS), else_=DUE)
        await self.connection.execute(_of(work).values(state=done, lease_until=None))

    async def wait(self, work: TopicWork, until: datetime, tries: int) -> None:
        """Try again then (machine's time), after so many failures in a row."""
        await self.connection.execute(_of(work).values(lease_until=until, tries=tries))

    async def case_of_card(self, chat_id: int, message_id: int) -> int | None:
        """The case whose card is this message of a group that was not lost."""
        group = (StaffGroupRow.chat_id == chat_id, StaffGroupRow.lost_at.is_(None))
        found = (
            select(CaseTopicRow.case_id)
            .join(StaffGroupRow, StaffGroupRow.id == CaseTopicRow.group_id)
            .where(*group, CaseTopicRow.card_id == message_id)
        )
        return await self.connection.scalar(found)


def _work(row: Row[*tuple[Any, ...]], until: datetime) -> TopicWork:
    return TopicWork(until, *row)


@cache
def _looking_at(*, is_sqlite: bool) -> Any:  # noqa: ANN401  # what each kind returns has no common type
    """What `look_at` asks of each kind of database. It is asked after most taps of a coach, and
    cost more to write down than to run: so it is written once.
    """
    insert = sqlite.insert if is_sqlite else postgresql.insert
    new = insert(CaseTopicRow).from_select(_NEW, _wanted())
    stays = CaseTopicRow.group_id == new.excluded.group_id
    columns = CaseTopicRow.__table__.c
    moved: dict[str, Any] = {
        name: case((stays, columns[name]), else_=none) for name, none in NOT_MADE.items()
    }
    moved |= {"group_id": new.excluded.group_id}
    changed = {"state": DUE, "version": CaseTopicRow.version + 1, "tries": 0, **moved}
    return new.on_conflict_do_update(index_elements=("case_id",), set_=changed)


def _wanted() -> Any:  # noqa: ANN401  # a SQL selection of literals has no public type
    """The cases among these that have a topic, or get one: open ones where there is a group."""
    known = aliased(CaseTopicRow)
    has_topic = exists().where(known.case_id == CaseRow.id).correlate(CaseRow)
    theirs = (
        CaseRow.id.in_(bindparam("cases", expanding=True)),
        CaseRow.reason.not_in(WITHOUT_TOPIC),
        or_(CaseRow.closed_at.is_(None), has_topic),
    )
    found = select(CaseRow.id, _group_of_case().label("group_id")).where(*theirs).subquery()
    new = (literal(DUE, String), literal(1, BigInteger), literal(0, BigInteger))
    columns = (found.c.id, found.c.group_id, *new, literal(0, SmallInteger))
    return select(*columns).where(found.c.group_id.is_not(None))


def _group_of_case() -> ScalarSelect[int]:
    """The group of the branch of a case, if there is one and it was not lost."""
    group = select(StaffGroupRow.id).where(
        StaffGroupRow.branch == branch_of_case(),
        StaffGroupRow.chat_id.is_not(None),
        StaffGroupRow.lost_at.is_(None),
    )
    return group.correlate(CaseRow).scalar_subquery()


def _due(now: datetime) -> Any:  # noqa: ANN401  # the same
    """The topics in groups that are there which need something, and which nobody works at."""
    lease = CaseTopicRow.lease_until
    return (
        select(CaseTopicRow.case_id)
        .join(StaffGroupRow, StaffGroupRow.id == CaseTopicRow.group_id)
        .where(
            CaseTopicRow.state == DUE,
            or_(lease.is_(None), lease <= now),
            StaffGroupRow.lost_at.is_(None),
            StaffGroupRow.chat_id.is_not(None),
        )
        .order_by(CaseTopicRow.case_id)
    )


def _of(work: TopicWork) -> Any:  # noqa: ANN401  # the same
    ours = (CaseTopicRow.case_id == work.case_id, CaseTopicRow.lease_until == work.leased_until)
    return update(CaseTopicRow).where(*ours)


_NEW = ("case_id", "group_id", "state", "version", "shown", "tries")
_WORK = select(
    CaseTopicRow.case_id,
    CaseTopicRow.group_id,
    StaffGroupRow.chat_id,
    StaffGroupRow.linked_by,
    CaseTopicRow.version,
    CaseTopicRow.shown,
    CaseTopicRow.thread_id,
    CaseTopicRow.card_id,
    CaseTopicRow.closed_at,
    CaseTopicRow.tries,
).join(StaffGroupRow, StaffGroupRow.id == CaseTopicRow.group_id)
