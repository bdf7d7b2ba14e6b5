"""When we listened last, and whose answer may have got lost while we did not."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, and_, case, cast, exists, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.letters import ABOUT_PROMPT, SENT
from storage.silences import UNCOUNTED
from storage.tables import CheckInRow, DuoRow, OutboxRow, PersonRow, PromptRow


@dataclass(frozen=True, slots=True)
class OpenPrompt:
    """A weekly question that was put to a person and is not answered; ``zone`` is the duo's."""

    id: int
    person_id: int
    partner_id: int
    duo_id: int
    week: str
    zone: str
    size: str


@dataclass(frozen=True, slots=True)
class Unheard:
    """When questions came whose answers may be lost; the weekly ones ask for ``until`` only."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """Letters of these kinds ask again; who got one since ``rested`` is not asked once more."""

    kinds: Collection[str]
    rested: datetime


class Outages:
    """Questions about those who may have answered in vain."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def open_prompts(
        self, kind: str, unheard: Unheard, now: datetime, offer: Offer, after: int, limit: int
    ) -> Sequence[OpenPrompt]:
        """Questions that were sent as letters of this kind and may be answered, by person.

        What the other one has said makes no difference. Of what nobody is asked any more nobody is
        asked again.
        """
        own, week = PromptRow, CheckInRow
        partner = case(
            (DuoRow.mentee_id == own.person_id, DuoRow.mentor_id), else_=DuoRow.mentee_id
        )
        found = (
            select(own.id, own.person_id, partner, week.duo_id, week.week, DuoRow.zone, own.size)
            .join(week, week.id == own.check_in_id)
            .join(DuoRow, DuoRow.id == week.duo_id)
            .join(PersonRow, PersonRow.id == own.person_id)
            .where(
                own.answer.is_(None),
                own.size != UNCOUNTED,
                own.closes_at > now,
                DuoRow.ended_at.is_(None),
                _is_asked(kind, unheard),
                *_may_be_asked(offer, after),
            )
            .order_by(own.person_id, own.asked_at.desc())
            .limit(limit)
        )
        return [OpenPrompt(*row) for row in await self.connection.execute(found)]

    async def in_the_middle(
        self, kind: str, ends: str, unheard: Unheard, offer: Offer, after: int, limit: int
    ) -> Sequence[int]:
        """Whose newest question, a letter of this kind, came at a time that was unheard.

        Who has read one that ``ends`` the questions since then is asked nothing more.
        """
        later, asked = aliased(OutboxRow), aliased(OutboxRow)
        gone_on = exists().where(
            later.person_id == asked.person_id,
            or_(
                and_(later.kind == kind, later.kept_at > asked.kept_at),
                and_(later.kind == ends, later.kept_at >= asked.kept_at),
            ),
        )
        newest = exists().where(
            asked.person_id == PersonRow.id,
            asked.kind == kind,
            asked.state == SENT,
            asked.settled_at >= unheard.since,
            asked.settled_at < unheard.until,
            ~gone_on,
        )
        found = select(PersonRow.id).where(
            or_(PersonRow.stage == "arriving", PersonRow.asking.is_not(None)),
            newest,
            *_may_be_asked(offer, after),
        )
        return (await self.connection.scalars(found.order_by(PersonRow.id).limit(limit))).all()


def _is_asked(kind: str, unheard: Unheard) -> ColumnElement[bool]:
    """A question that still waits in the outbox, or came when we heard, needs no second one."""
    subject = literal(ABOUT_PROMPT) + cast(PromptRow.id, String)
    return exists().where(
        OutboxRow.kind == kind,
        OutboxRow.subject == subject,
        OutboxRow.state == SENT,
        OutboxRow.settled_at < unheard.until,
    )


def _may_be_asked(offer: Offer, after: int) -> tuple[Any, ...]:
    asked_again = exists().where(
        OutboxRow.person_id == PersonRow.id,
        OutboxRow.kind.in_(offer.kinds),
        OutboxRow.kept_at > offer.rested,
    )
    return (
        PersonRow.id > after,
        PersonRow.paused_at.is_(None),
        PersonRow.unreachable_at.is_(None),
        ~asked_again,
    )
