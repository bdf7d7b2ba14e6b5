"""The open cases of a coach as they are listed: what is most urgent comes first."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.case_rules import IS_OPEN, OWNER, answers_for
from storage.cases import COLUMNS, Case, opened
from storage.sealing import Keys
from storage.tables import CaseAskRow, CaseRow


@dataclass(frozen=True, slots=True)
class Listed:
    """The first ones of a list, and how many there are in all."""

    cases: Sequence[Case] = ()
    count: int = 0


class CaseLists:
    """Questions about the lists of cases that coaches look at."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def own(self, coach_id: int, limit: int, skip: int = 0) -> Listed:
        """The open cases for which this coach answers, without the first ``skip`` of them."""
        is_open = CaseRow.closed_at.is_(None)
        return await self._listed(answers_for(coach_id), is_open, part=(limit, skip))

    async def others(self, coach_id: int, limit: int, skip: int = 0) -> Listed:
        """The open cases that came to this coach too and for which a colleague answers."""
        theirs = (CaseAskRow.case_id == CaseRow.id, CaseAskRow.person_id == coach_id)
        owned = (OWNER.is_not(None), OWNER.is_distinct_from(coach_id))
        return await self._listed(IS_OPEN, exists().where(*theirs), *owned, part=(limit, skip))

    async def _listed(self, *which: ColumnElement[bool], part: tuple[int, int]) -> Listed:
        limit, skip = part
        found = select(*COLUMNS, func.count().over()).where(*which).order_by(*_MOST_URGENT)
        rows = (await self.connection.execute(found.limit(limit).offset(skip))).all()
        if not rows:
            return await self._beyond(*which) if skip else Listed()
        return Listed([opened(row, self.keys) for row in rows], rows[0][-1])

    async def _beyond(self, *which: ColumnElement[bool]) -> Listed:
        """So far down the list there is none any more; how many there are is told all the same."""
        count = await self.connection.scalar(select(func.count()).where(*which))
        return Listed(count=count or 0)


_IN_ORDER = case((CaseRow.urgency == "now", 0), (CaseRow.urgency == "today", 1), else_=2)
_PROMISED = CaseRow.promised_at
_MOST_URGENT = (_IN_ORDER, _PROMISED.is_(None), _PROMISED, CaseRow.opened_at, CaseRow.id)
