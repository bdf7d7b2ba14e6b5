"""Every step that somebody took on the road to a duo."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped

from storage.columns import fact, key, refers
from storage.instants import Instant
from storage.tables.declarative import Base


class StepRow(Base):
    """One step: from where to where, when, by whom (None: by the bot) and the short key of why."""

    __tablename__ = "steps"
    __table_args__ = (
        Index("ix_steps_person_at", "person_id", "at"),
        Index("ix_steps_goal_at", "goal", "at"),
    )

    id: Mapped[int] = key()
    person_id: Mapped[int] = refers("people.id", index=False)
    duo_id: Mapped[int | None] = fact(BigInteger, nullable=True)
    origin: Mapped[str | None] = fact(String(16), nullable=True)
    goal: Mapped[str | None] = fact(String(16), nullable=True)
    at: Mapped[datetime] = fact(Instant)
    by: Mapped[int | None] = fact(BigInteger, nullable=True)
    why: Mapped[str] = fact(String(32))
