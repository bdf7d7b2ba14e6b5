"""What is no longer to be said, and what is no longer to be known."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.inbox import SET_ASIDE
from storage.letters import DEAD, DROPPED, NAMELESS, SENT, UNSETTLED, TooLate
from storage.outbox import dropping
from storage.sealing import Keys, Where
from storage.tables import (
    BusyQuarterRow,
    CaseRow,
    CheckInRow,
    DuoRow,
    InboxRow,
    MeetingOfferRow,
    MeetingRow,
    ObstacleRow,
    OutboxRow,
    PromptRow,
)
from storage.unkept import IS_ERASED

A_WEEK = timedelta(days=7)
# No meeting lasts a day; and so far back one looks for what was left after an outage.
A_DAY, LOOKED_BACK = timedelta(days=1), timedelta(days=90)


@dataclass(frozen=True, slots=True)
class LetterTakenBack:
    """What somebody would have read at a moment to come."""

    person_id: int
    kind: str
    facts: Mapping[str, Any]
    due: datetime


class Forgetting:
    """Takes letters back, and empties what was kept of a person who leaves."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def take_back(
        self, kinds: Collection[str], subjects: Collection[str], now: datetime
    ) -> int:
        """Send no more letters of these kinds about these subjects; give how many still waited."""
        waiting = (*_about(kinds, subjects), OutboxRow.state.in_(UNSETTLED))
        return (await self.connection.execute(dropping(*waiting, now=now))).rowcount

    async def take_out(
        self, kinds: Collection[str], subject: str, now: datetime
    ) -> Sequence[LetterTakenBack]:
        """Take letters back as above, and give them: they have to be said in another way."""
        waiting = (*_about(kinds, [subject]), OutboxRow.state.in_(UNSETTLED))
        columns = (OutboxRow.id, OutboxRow.person_id, OutboxRow.kind, OutboxRow.facts)
        found = select(*columns, OutboxRow.due_at).where(*waiting)
        rows = await self.connection.execute(found.order_by(OutboxRow.due_at, OutboxRow.id))
        letters = [
            LetterTakenBack(row.person_id, row.kind, self._facts(row.id, row.facts), row.due_at)
            for row in rows
        ]
        if letters:
            await self.take_back(kinds, [subject], now)
        return letters

    async def taken_too_late(self, letters: Collection[int]) -> Sequence[TooLate]:
        """Those of these letters, settled just now, that were taken back on their way."""
        arrived = (OutboxRow.state == DROPPED, OutboxRow.message_id.is_not(None))
        row = OutboxRow
        found = select(row.person_id, row.kind, row.subject, row.message_id, row.edits)
        rows = await self.connection.execute(found.where(row.id.in_(letters), *arrived))
        return [
            TooLate(one.person_id, one.kind, one.subject, one.message_id or 0, one.edits)
            for one in rows
        ]

    async def erase_not_kept_before(self, moment: datetime, counted: int) -> int:
        """Erase old letters of the kinds that are not kept: that there was one says enough.

        Of those in the ``counted`` lane a line that names nothing stays until their week is over.
        """
        settled = (OutboxRow.settled_at < moment, OutboxRow.state.not_in(UNSETTLED))
        week_ago, old = moment - A_WEEK, (IS_ERASED, *settled)
        counts = (OutboxRow.lane == counted, OutboxRow.due_at >= week_ago)
        await self.connection.execute(_NAMING_NOTHING.where(*old, *counts))
        over = and_(OutboxRow.kind == NAMELESS, OutboxRow.due_at < week_ago)
        erased = await self.connection.execute(delete(OutboxRow).where(or_(and_(*old), over)))
        return erased.rowcount

    async def forget_settled_before(self, moment: datetime) -> int:
        """Forget the facts of old letters; the row stays, so that none is ever sent again."""
        old = (OutboxRow.settled_at < moment, OutboxRow.facts.is_not(None))
        done = (OutboxRow.state.not_in(UNSETTLED), *old)
        forgotten = await self.connection.execute(
            update(OutboxRow).where(*done).values(facts=None)
        )
        return forgotten.rowcount

    async def letters_about(self, kinds: Collection[str], subjects: Collection[str]) -> None:
        """Empty the settled letters of these kinds about these subjects."""
        await self._empty_letters(*_about(kinds, subjects))

    async def letters_of_kinds_to(self, person_id: int, kinds: Collection[str]) -> None:
        """Empty the settled letters of these kinds to this person."""
        await self._empty_letters(OutboxRow.person_id == person_id, OutboxRow.kind.in_(kinds))

    async def letters_to(self, person_id: int) -> None:
        """Empty the settled letters to this person."""
        await self._empty_letters(OutboxRow.person_id == person_id)

    async def updates_of(self, telegram_id: int | None) -> None:
        """Empty what this person wrote and nobody could handle."""
        if telegram_id is None:
            return
        senders = self.keys.blinds(str(telegram_id), Where("inbox", "sender_key"))
        theirs = (InboxRow.sender_key.in_(senders), InboxRow.state == SET_ASIDE)
        await self.connection.execute(update(InboxRow).where(*theirs).values(raw=None))

    async def what_calls_were_about(self, person_id: int) -> None:
        """Forget what this person called a coach about."""
        theirs = update(CaseRow).where(CaseRow.person_id == person_id, CaseRow.about.is_not(None))
        await self.connection.execute(theirs.values(about=None))

    async def prompt_answers_of(self, person_id: int) -> None:
        """Forget what this person said about each week; what the weeks came to stays."""
        row = update(PromptRow).where(PromptRow.person_id == person_id)
        nothing = {"answer": None, "answered_at": None, "minutes": None, "feeling": None}
        await self.connection.execute(row.values(**nothing))

    async def quarters_long_over(self, now: datetime) -> None:
        """Nobody plans into the past: the quarters of an hour of meetings long over go."""
        began = (MeetingRow.starts_at >= now - LOOKED_BACK, MeetingRow.starts_at < now - A_DAY)
        past = select(MeetingRow.id).where(*began)
        await self.connection.execute(
            delete(BusyQuarterRow).where(BusyQuarterRow.meeting_id.in_(past))
        )

    async def what_outlived_duos(self, ended_before: datetime) -> None:
        """Forget how it was going, what was in the way and typed addresses of duos that ended
        before this moment.
        """
        over = select(DuoRow.id).where(DuoRow.ended_at < ended_before)
        weeks = select(CheckInRow.id).where(CheckInRow.duo_id.in_(over))
        felt = (PromptRow.check_in_id.in_(weeks), PromptRow.feeling.is_not(None))
        await self.connection.execute(update(PromptRow).where(*felt).values(feeling=None))
        await self.connection.execute(delete(ObstacleRow).where(_told_in_duo(ended_before)))
        for row in (MeetingRow, MeetingOfferRow):
            typed = (row.duo_id.in_(over), row.place_words.is_not(None))
            await self.connection.execute(update(row).where(*typed).values(place_words=None))

    def _facts(self, letter_id: int, sealed: bytes) -> Mapping[str, Any]:
        facts: Mapping[str, Any] = self.keys.open_json(sealed, Where("outbox", "facts", letter_id))
        return facts

    async def _empty_letters(self, *which: Any) -> None:  # noqa: ANN401  # a SQL condition has no public type
        settled = (*which, OutboxRow.state.not_in(UNSETTLED))
        await self.connection.execute(update(OutboxRow).where(*settled).values(facts=None))


_NAMING_NOTHING = (
    update(OutboxRow)
    .where(OutboxRow.state.in_((SENT, DEAD)))
    .values(kind=NAMELESS, subject=cast(OutboxRow.id, String), occurrence="1", message_id=None)
)


def _told_in_duo(ended_before: datetime) -> ColumnElement[bool]:
    """What somebody told while they were in a duo that ended before this moment."""
    theirs = or_(
        DuoRow.mentee_id == ObstacleRow.person_id, DuoRow.mentor_id == ObstacleRow.person_id
    )
    told = ObstacleRow.told_at <= DuoRow.ended_at
    return exists().where(theirs, told, DuoRow.ended_at < ended_before)


def _about(kinds: Collection[str], subjects: Collection[str]) -> tuple[Any, ...]:
    return (OutboxRow.kind.in_(kinds), OutboxRow.subject.in_(subjects))
