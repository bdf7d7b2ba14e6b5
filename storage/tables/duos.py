"""The duos, their weeks and the questions put to each of the two."""

from datetime import datetime, time

from sqlalchemy import Index, SmallInteger, String, Time, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from storage.columns import fact, key, refers
from storage.instants import Instant
from storage.tables.declarative import Base


class DuoRow(Base):
    """A mentee and a mentor who meet every week, and the coach who follows them.

    ``weekday`` and ``at`` are wall time in ``zone``; ``next_check_in_at`` is the instant they come
    to, None once the duo has ended.
    """

    __tablename__ = "duos"
    __table_args__ = (
        Index("uq_duos_mentee_active", "mentee_id", unique=True,
              sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL")),
        Index("uq_duos_mentor_active", "mentor_id", unique=True,
              sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL")),
    )  # fmt: skip

    id: Mapped[int] = key()
    mentee_id: Mapped[int] = refers("people.id", index=True)
    mentor_id: Mapped[int] = refers("people.id", index=True)
    coach_id: Mapped[int] = refers("people.id", index=True)
    weekday: Mapped[int] = fact(SmallInteger)
    at: Mapped[time] = fact(Time)
    zone: Mapped[str] = fact(String(64))
    formed_at: Mapped[datetime] = fact(Instant)
    ended_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    next_check_in_at: Mapped[datetime | None] = fact(Instant, nullable=True, index=True)


class CheckInRow(Base):
    """One week of one duo: asked, and what it came to. ``closes_at`` is None once settled.

    Of a week that passed while we were away, ``asked_at`` is when it should have been asked.
    """

    __tablename__ = "check_ins"
    __table_args__ = (
        UniqueConstraint("duo_id", "week", name="uq_check_ins_duo_week"),
        Index("ix_check_ins_duo_asked", "duo_id", "asked_at"),
    )

    id: Mapped[int] = key()
    duo_id: Mapped[int] = refers("duos.id")
    week: Mapped[str] = fact(String(8))
    asked_at: Mapped[datetime] = fact(Instant)
    closes_at: Mapped[datetime | None] = fact(Instant, nullable=True, index=True)
    outcome: Mapped[str | None] = fact(String(16), nullable=True)


class PromptRow(Base):
    """The question of one week as it is put to one person; its id is in their buttons."""

    __tablename__ = "prompts"
    __table_args__ = (
        UniqueConstraint("check_in_id", "person_id", name="uq_prompts_check_in_person"),
    )

    id: Mapped[int] = key()
    check_in_id: Mapped[int] = refers("check_ins.id")
    person_id: Mapped[int] = refers("people.id", index=True)
    answer: Mapped[str | None] = fact(String(16), nullable=True)
    answered_at: Mapped[datetime | None] = fact(Instant, nullable=True)
