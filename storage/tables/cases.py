"""The calls for a coach."""

from datetime import datetime

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from storage.columns import fact, key, refers
from storage.instants import Instant
from storage.tables.declarative import Base


class CaseRow(Base):
    """One call for a coach. ``open_key`` (reason, and whom it is about) is open only once."""

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("open_key", name="uq_cases_open_key"),
        Index("ix_cases_coach_closed", "coach_id", "closed_at"),
    )

    id: Mapped[int] = key()
    reason: Mapped[str] = fact(String(16))
    open_key: Mapped[str | None] = fact(String(64), nullable=True)
    person_id: Mapped[int | None] = refers("people.id", nullable=True)
    duo_id: Mapped[int | None] = refers("duos.id", nullable=True)
    branch: Mapped[str | None] = fact(String(32), nullable=True)
    coach_id: Mapped[int | None] = refers("people.id", nullable=True)
    opened_at: Mapped[datetime] = fact(Instant)
    taken_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    taken_by: Mapped[int | None] = refers("people.id", nullable=True)
    closed_at: Mapped[datetime | None] = fact(Instant, nullable=True)
