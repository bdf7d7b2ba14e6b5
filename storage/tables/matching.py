"""Which mentee and mentor were put to each other, and what came of it."""

from datetime import datetime

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped

from storage.columns import fact, key, refers
from storage.instants import Instant
from storage.tables.declarative import Base

_OPEN = text("closed_at IS NULL")


class MatchRow(Base):
    """A mentee and a mentor whom a coach put to each other.

    Only a yes is kept of each, never who said no. ``look_at`` is when somebody is reminded, or
    the coach asked to decide. ``outcome`` says what came of it, once ``closed_at`` is there.
    """

    __tablename__ = "matches"
    __table_args__ = (
        Index("uq_matches_mentee_open", "mentee_id", unique=True,
              sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("uq_matches_mentor_open", "mentor_id", unique=True,
              sqlite_where=_OPEN, postgresql_where=_OPEN),
    )  # fmt: skip

    id: Mapped[int] = key()
    mentee_id: Mapped[int] = refers("people.id", index=True)
    mentor_id: Mapped[int] = refers("people.id", index=True)
    coach_id: Mapped[int] = refers("people.id", index=True)
    asked_at: Mapped[datetime] = fact(Instant)
    mentee_agreed_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    mentor_agreed_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    look_at: Mapped[datetime | None] = fact(Instant, nullable=True, index=True)
    reminded_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    closed_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    outcome: Mapped[str | None] = fact(String(12), nullable=True)
