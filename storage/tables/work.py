"""What coaches do for people who are not on Telegram: the calls they make, and each deed."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped

from storage.columns import fact, key, refers
from storage.instants import Instant
from storage.tables.declarative import Base


class CallRow(Base):
    """One call to somebody who is not on Telegram: who called, when, and what came of it.

    Until ``holds_until`` nobody need try again.
    """

    __tablename__ = "calls"
    __table_args__ = (Index("ix_calls_person_held", "person_id", "holds_until"),)

    id: Mapped[int] = key()
    person_id: Mapped[int] = refers("people.id", index=False)
    by_id: Mapped[int] = refers("people.id")
    at: Mapped[datetime] = fact(Instant)
    outcome: Mapped[str] = fact(String(16))
    holds_until: Mapped[datetime | None] = fact(Instant, nullable=True)


class DeedRow(Base):
    """One thing that a coach did in the place of somebody, by which update."""

    __tablename__ = "deeds"
    __table_args__ = (Index("ix_deeds_person_at", "person_id", "at"),)

    id: Mapped[int] = key()
    update_id: Mapped[int] = fact(BigInteger)
    person_id: Mapped[int] = refers("people.id", index=False)
    by_id: Mapped[int] = refers("people.id")
    at: Mapped[datetime] = fact(Instant)
