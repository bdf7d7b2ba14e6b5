"""When we listened last, and whose answer may have got lost while we did not."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, cast, exists, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.letters import SENT, WAITING
from storage.tables import CheckInRow, DuoRow, OutboxRow, PersonRow, PromptRow


@dataclass(frozen=True, slots=True)
class OpenPrompt:
    """A weekly question that was put to a person and is not answered; ``zone`` is the duo's."""

    id: int
    person_id: int
    partner_id: int
    zone: str


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
        self, kind: str, now: datetime, offer: Offer, after: int, limit: int
    ) -> Sequence[OpenPrompt]:
        """Questions that were sent as letters of this kind and may be answered, by person."""
        own, other = PromptRow, aliased(PromptRow)
        found = (
            select(own.id, own.person_id, other.person_id, DuoRow.zone)
            .join(CheckInRow, CheckInRow.id == own.check_in_id)
            .join(DuoRow, DuoRow.id == CheckInRow.duo_id)
            .join(PersonRow, PersonRow.id == own.person_id)
            .join(other, other.check_in_id == own.check_in_id)
            .where(
                own.answer.is_(None),
                other.id != own.id,
                CheckInRow.closes_at > now,
                DuoRow.ended_at.is_(None),
                _is_asked(kind),
                *_may_be_asked(offer, after),
            )
            .order_by(own.person_id, CheckInRow.asked_at.desc())
            .limit(limit)
        )
        return [OpenPrompt(*row) for row in await self.connection.execute(found)]

    async def in_the_middle(
        self, kind: str, since: datetime, offer: Offer, after: int, limit: int
    ) -> Sequence[int]:
        """Who is answering questions: got one, as a letter of this kind, after ``since``."""
        letter = (OutboxRow.person_id == PersonRow.id, OutboxRow.kind == kind)
        found = select(PersonRow.id).where(
            or_(PersonRow.stage == "arriving", PersonRow.asking.is_not(None)),
            exists().where(*letter, OutboxRow.state == SENT, OutboxRow.settled_at >= since),
            ~exists().where(*letter, OutboxRow.state == WAITING),
            *_may_be_asked(offer, after),
        )
        return (await self.connection.scalars(found.order_by(PersonRow.id).limit(limit))).all()


def _is_asked(kind: str) -> ColumnElement[bool]:
    """A question that still waits in the outbox needs no second one."""
    subject = literal("prompt:") + cast(PromptRow.id, String)
    return exists().where(
        OutboxRow.kind == kind, OutboxRow.subject == subject, OutboxRow.state == SENT
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
