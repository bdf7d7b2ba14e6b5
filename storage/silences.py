"""Who does not answer: for how long, who is asked once more, and what never reached them."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    Row,
    String,
    bindparam,
    cast,
    exists,
    literal,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.instants import Instant
from storage.letters import ABOUT_PROMPT, SENT, TOLD
from storage.sparing import is_spared
from storage.tables import CheckInRow, DuoRow, OutboxRow, PromptRow, RhythmRow

# The size of a question whose silence is nobody's: it did not leave the house, no answer could be
# heard, or one of the two took a break.
UNCOUNTED = "nothing"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question whose moment to be put once more has come; ``zone`` is the duo's.

    ``waits``: it may be answered and is not; a question that has not been sent yet does not wait.
    """

    id: int
    person_id: int
    partner_id: int
    duo_id: int
    week: str
    zone: str
    size: str
    closes_at: datetime
    waits: bool


class Silences:
    """Questions about those who do not answer."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def weeks_of(
        self, people: Collection[int], since: datetime, now: datetime
    ) -> dict[int, int]:
        """For how many weeks in a row, until now, each of these people has not answered.

        Who has answered is left out. What the other one of the duo has said makes no difference.
        """
        about = {"people": list(people), "since": since, "now": now}
        rhythms = await self.connection.execute(_GOING_ON, {"people": list(people)})
        heard = {(row.person_id, row.duo_id): row.heard_at for row in rhythms}
        weeks = Counter[int]()
        for row in await self.connection.execute(_SILENT, about):
            at = heard.get((row.person_id, row.duo_id), now)
            weeks[row.person_id] += at is None or row.asked_at > at
        return +weeks

    async def to_ask_again(self, kind: str, now: datetime, limit: int) -> Sequence[Unanswered]:
        """Questions, sent as letters of this kind, to be put once more; the longest due first."""
        due = select(*_PUT, _is_unsent(kind).label("unsent")).where(
            PromptRow.remind_at <= now, ~is_spared(PromptRow.person_id, now)
        )
        held = due.order_by(PromptRow.remind_at).limit(limit).with_for_update(skip_locked=True)
        rows = (await self.connection.execute(held)).all()
        if not rows:
            return []
        weeks = await self._by_id(_WEEKS_ASKED, {row.check_in_id for row in rows})
        duos = await self._by_id(_DUOS, {week.duo_id for week in weeks.values()})
        return [
            _unanswered(row, weeks[row.check_in_id], duos[weeks[row.check_in_id].duo_id], now)
            for row in rows
        ]

    async def ask_no_more(self, prompts: Collection[int]) -> None:
        """Put these questions no more."""
        row = update(PromptRow).where(PromptRow.id.in_(prompts))
        await self.connection.execute(row.values(remind_at=None))

    async def pass_over_unsent(self, kind: str, prompts: Collection[int]) -> int:
        """Do not count those of these questions that have not left the house; give how many."""
        silent = (PromptRow.answer.is_(None), PromptRow.size != UNCOUNTED)
        row = update(PromptRow).where(PromptRow.id.in_(prompts), *silent, _is_unsent(kind))
        done = await self.connection.execute(row.values(size=UNCOUNTED, remind_at=None))
        return done.rowcount

    async def pass_over(self, prompts: Collection[int]) -> None:
        """Do not count those of these questions that have no answer."""
        row = update(PromptRow).where(PromptRow.id.in_(prompts), PromptRow.answer.is_(None))
        await self.connection.execute(row.values(size=UNCOUNTED, remind_at=None))

    async def answered_at(self, person_id: int, limit: int) -> Sequence[datetime]:
        """When somebody gave their last answers, the newest question first."""
        own = (PromptRow.person_id == person_id, PromptRow.answered_at.is_not(None))
        found = select(PromptRow.answered_at).where(*own).order_by(PromptRow.asked_at.desc())
        return [at for at in await self.connection.scalars(found.limit(limit)) if at]

    async def _by_id(
        self, found: Executable, ids: Collection[int]
    ) -> Mapping[int, Row[*tuple[Any, ...]]]:
        rows = await self.connection.execute(found, {"ids": list(ids)})
        return {row.id: row for row in rows}


def _is_unsent(kind: str) -> ColumnElement[bool]:
    """Whether a question never arrived: it may wait still, or was dropped long ago."""
    return ~exists().where(
        OutboxRow.kind == kind,
        OutboxRow.subject == literal(ABOUT_PROMPT) + cast(PromptRow.id, String),
        OutboxRow.occurrence == "1",
        OutboxRow.state.in_((SENT, TOLD)),
    )


_PUT = (
    PromptRow.id,
    PromptRow.check_in_id,
    PromptRow.person_id,
    PromptRow.size,
    PromptRow.closes_at,
    PromptRow.answer,
)
_WEEKS_ASKED = select(CheckInRow.id, CheckInRow.duo_id, CheckInRow.week).where(
    CheckInRow.id.in_(bindparam("ids", expanding=True))
)
_DUOS = select(DuoRow.id, DuoRow.mentee_id, DuoRow.mentor_id, DuoRow.zone, DuoRow.ended_at).where(
    DuoRow.id.in_(bindparam("ids", expanding=True))
)
_LATER = aliased(PromptRow)
_HAS_ANSWERED_SINCE = exists().where(
    _LATER.person_id == PromptRow.person_id,
    _LATER.asked_at > PromptRow.asked_at,
    _LATER.answer.is_not(None),
)
# A question which is over and counts.
_IS_SILENCE = (
    PromptRow.asked_at > bindparam("since", type_=Instant),
    PromptRow.closes_at <= bindparam("now", type_=Instant),
    PromptRow.answer.is_(None),
    PromptRow.size != UNCOUNTED,
)
_SILENT = (
    select(PromptRow.person_id, CheckInRow.duo_id, PromptRow.asked_at)
    .join(CheckInRow, CheckInRow.id == PromptRow.check_in_id)
    .where(
        PromptRow.person_id.in_(bindparam("people", expanding=True)),
        *_IS_SILENCE,
        ~_HAS_ANSWERED_SINCE,
    )
)
_GOING_ON = select(RhythmRow.person_id, RhythmRow.duo_id, RhythmRow.heard_at).where(
    RhythmRow.person_id.in_(bindparam("people", expanding=True)),
    RhythmRow.next_ask_at.is_not(None),
)


def _unanswered(
    put: Row[*tuple[Any, ...]], week: Row[*tuple[Any, ...]], duo: Row[*tuple[Any, ...]],
    now: datetime,
) -> Unanswered:  # fmt: skip
    partner = duo.mentor_id if put.person_id == duo.mentee_id else duo.mentee_id
    may_answer = put.answer is None and put.closes_at > now and duo.ended_at is None
    return Unanswered(
        put.id, put.person_id, partner, week.duo_id, week.week, duo.zone, put.size,
        put.closes_at, waits=may_answer and not put.unsent,
    )  # fmt: skip
