"""The groups of Telegram in which the staff of a branch talk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.tables import CaseTopicRow, StaffGroupRow
from storage.upsert import insert_unless_there

DUE, RESTS = "due", "rests"
# A topic of which Telegram has made nothing yet.
NOT_MADE: Mapping[str, Any] = {"thread_id": None, "card_id": None, "closed_at": None, "shown": 0}


@dataclass(frozen=True, slots=True)
class StaffGroup:
    """The group of a branch; ``lost_at`` when the bot cannot write there any more."""

    id: int
    branch: str
    chat_id: int | None
    linked_by: int | None
    lost_at: datetime | None


class StaffGroups:
    """Questions to the table of groups."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def offer(self, branch: str, code_hash: str, person_id: int, until: datetime) -> None:
        """Keep a code with which this person can link a group to a branch, once."""
        row = {"id": new_id(), "branch": branch}
        await insert_unless_there(self.connection, StaffGroupRow, row)
        code = {"code_hash": code_hash, "code_for": person_id, "code_until": until}
        own = StaffGroupRow.branch == branch
        await self.connection.execute(update(StaffGroupRow).where(own).values(**code))

    async def awaited_by(self, now: datetime) -> Sequence[int]:
        """Who has a code that still links a group."""
        live = (StaffGroupRow.code_for.is_not(None), StaffGroupRow.code_until > now)
        found = await self.connection.scalars(select(StaffGroupRow.code_for).where(*live))
        return [one for one in found if one is not None]

    async def link(
        self, chat_id: int, code_hash: str, person_id: int, now: datetime
    ) -> StaffGroup | None:
        """Link a group by its code, which only who asked for it can use; None when it fits not.
        The topics of the group that the branch had before are made anew in this one.
        """
        fits = (
            StaffGroupRow.code_hash == code_hash,
            StaffGroupRow.code_for == person_id,
            StaffGroupRow.code_until > now,
        )
        linked = {
            "chat_id": chat_id, "linked_by": person_id, "linked_at": now, "lost_at": None,
            "code_hash": None, "code_for": None, "code_until": None,
        }  # fmt: skip
        used = update(StaffGroupRow).where(*fits).values(**linked)
        if (await self.connection.execute(used)).rowcount != 1:
            return None
        group = await self.of_chat(chat_id)
        if group:
            topics = update(CaseTopicRow).where(CaseTopicRow.group_id == group.id)
            await self.connection.execute(
                topics.values(**NOT_MADE, state=DUE, lease_until=None, tries=0)
            )
        return group

    async def of_chat(self, chat_id: int) -> StaffGroup | None:
        """The group with this number at Telegram, if it is linked and was not lost."""
        return await self._one(StaffGroupRow.chat_id == chat_id, StaffGroupRow.lost_at.is_(None))

    async def of_branch(self, branch: str) -> StaffGroup | None:
        """The group of a branch, if there is one and it was not lost."""
        linked = (StaffGroupRow.chat_id.is_not(None), StaffGroupRow.lost_at.is_(None))
        return await self._one(StaffGroupRow.branch == branch, *linked)

    async def free(self, chat_id: int, branch: str) -> bool:
        """Whether no other branch has this group; a lost one is let go of."""
        theirs = (StaffGroupRow.chat_id == chat_id, StaffGroupRow.branch != branch)
        lost = update(StaffGroupRow).where(*theirs, StaffGroupRow.lost_at.is_not(None))
        await self.connection.execute(lost.values(chat_id=None))
        return await self.connection.scalar(select(StaffGroupRow.id).where(*theirs)) is None

    async def lose(self, chat_id: int, now: datetime) -> StaffGroup | None:
        """Nothing can be written in this group any more; None when that is known, or no matter."""
        group = await self.of_chat(chat_id)
        if group:
            row = update(StaffGroupRow).where(StaffGroupRow.id == group.id)
            await self.connection.execute(row.values(lost_at=now))
        return group

    async def move(self, chat_id: int, new_chat_id: int) -> bool:
        """The group has another number from now on; False when that is known, or no matter."""
        old = update(StaffGroupRow).where(StaffGroupRow.chat_id == chat_id)
        moved = await self.connection.execute(old.values(chat_id=new_chat_id, lost_at=None))
        if moved.rowcount != 1:
            return False
        group = select(StaffGroupRow.id).where(StaffGroupRow.chat_id == new_chat_id)
        topics = update(CaseTopicRow).where(CaseTopicRow.group_id.in_(group))
        await self.connection.execute(topics.values(state=DUE, lease_until=None, tries=0))
        return True

    async def _one(self, *which: Any) -> StaffGroup | None:  # noqa: ANN401  # a SQL condition has no public type
        row = (await self.connection.execute(select(*_COLUMNS).where(*which))).one_or_none()
        return StaffGroup(*row) if row else None


_COLUMNS = (
    StaffGroupRow.id,
    StaffGroupRow.branch,
    StaffGroupRow.chat_id,
    StaffGroupRow.linked_by,
    StaffGroupRow.lost_at,
)
