"""The duos, their weeks and the questions put to each of the two."""

from datetime import datetime, time

from sqlalchemy import Index, SmallInteger, String, Time, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from storage.columns import Kept, fact, key, personal, refers
from storage.instants import Instant
from storage.sealing import Sealed, SealedBytes
from storage.tables.declarative import Base


class DuoRow(Base):
    """A mentee and a mentor who meet every week, and the coach who follows them.

    ``zone`` is where their wall times are. ``state`` says how far they have come: they meet every
    week from ``active_since`` on. ``talk`` is the last talk with the coach that was told as due;
    the clock looks at the duo next at ``look_at``. ``asked_version`` is the text of the convention
    that the three were asked to sign last.
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
    zone: Mapped[str] = fact(String(64))
    formed_at: Mapped[datetime] = fact(Instant)
    ended_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    state: Mapped[str] = fact(String(16), server_default="active")
    active_since: Mapped[datetime | None] = fact(Instant, nullable=True)
    talk: Mapped[str | None] = fact(String(16), nullable=True)
    asked_version: Mapped[str | None] = fact(String(32), nullable=True, index=True)
    look_at: Mapped[datetime | None] = fact(Instant, nullable=True, index=True)


class RhythmRow(Base):
    """When one of a duo is asked: ``weekday`` and ``at`` are wall time in the duo's zone.

    ``next_ask_at`` is the instant they come to, None once the duo has ended. Weeks in which this
    person was silent before ``heard_at`` do not count.
    """

    __tablename__ = "rhythms"
    __table_args__ = (UniqueConstraint("duo_id", "person_id", name="uq_rhythms_duo_person"),)

    id: Mapped[int] = key()
    duo_id: Mapped[int] = refers("duos.id", index=False)
    person_id: Mapped[int] = refers("people.id")
    weekday: Mapped[int] = fact(SmallInteger)
    at: Mapped[time] = fact(Time)
    next_ask_at: Mapped[datetime | None] = fact(Instant, nullable=True, index=True)
    heard_at: Mapped[datetime | None] = fact(Instant, nullable=True)


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
    """The question of one week as it is put to one person; its id is in their buttons.

    ``size`` says how much is asked. ``closes_at`` is when the patience ends, ``remind_at`` when
    the person is asked once more, None when that is over. ``minutes`` is about how long they met.
    """

    __tablename__ = "prompts"
    __table_args__ = (
        UniqueConstraint("check_in_id", "person_id", name="uq_prompts_check_in_person"),
        Index("ix_prompts_person_asked", "person_id", "asked_at"),
    )

    id: Mapped[int] = key()
    check_in_id: Mapped[int] = refers("check_ins.id", index=False)
    person_id: Mapped[int] = refers("people.id", index=False)
    size: Mapped[str] = fact(String(8))
    asked_at: Mapped[datetime] = fact(Instant)
    closes_at: Mapped[datetime] = fact(Instant)
    remind_at: Mapped[datetime | None] = fact(Instant, nullable=True, index=True)
    answer: Mapped[str | None] = fact(String(16), nullable=True)
    answered_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    minutes: Mapped[int | None] = fact(SmallInteger, nullable=True)
    feeling: Mapped[SealedBytes | None] = personal(
        Sealed,
        purpose="let the coach see how the weeks go for somebody, from 1 to 5",
        kept=Kept.DAYS_90_AFTER_DUO,
        nullable=True,
    )


class ObstacleRow(Base):
    """What somebody said stands in the way, and who may know it: the coach, or the mentor too."""

    __tablename__ = "obstacles"

    id: Mapped[int] = key()
    person_id: Mapped[int] = refers("people.id")
    theme: Mapped[SealedBytes] = personal(
        Sealed,
        purpose="let the coach help with what stands in the way",
        kept=Kept.DAYS_90_AFTER_DUO,
    )
    audience: Mapped[str] = fact(String(16))
    told_at: Mapped[datetime] = fact(Instant)
