"""The first talks (intakes): when coaches have time for one, and those that were agreed."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Date, Index, Integer, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from storage.columns import Kept, fact, key, personal, refers
from storage.instants import Instant
from storage.sealing import Sealed, SealedBytes
from storage.tables.declarative import Base


class IntakePatternRow(Base):
    """Hours of each week in which a coach has time; Monday is 0, wall times such as 09:30."""

    __tablename__ = "intake_patterns"
    __table_args__ = (
        UniqueConstraint("coach_id", "weekday", "starts", name="uq_intake_patterns_coach_hour"),
    )

    id: Mapped[int] = key()
    coach_id: Mapped[int] = refers("people.id", index=False)
    weekday: Mapped[int] = fact(SmallInteger)
    starts: Mapped[str] = fact(String(5))
    ends: Mapped[str] = fact(String(5))
    place: Mapped[str] = fact(String(8))


class IntakeExceptionRow(Base):
    """One day that is not as the week says: hours beside it, or with empty hours a day off."""

    __tablename__ = "intake_exceptions"
    __table_args__ = (
        UniqueConstraint("coach_id", "day", "starts", name="uq_intake_exceptions_coach_hour"),
    )

    id: Mapped[int] = key()
    coach_id: Mapped[int] = refers("people.id", index=False)
    day: Mapped[date] = fact(Date)
    starts: Mapped[str] = fact(String(5))
    ends: Mapped[str] = fact(String(5))
    place: Mapped[str] = fact(String(8))


class IntakeRow(Base):
    """One first talk of a person with a coach. Of a person one is open at a time: ``open_key``.

    ``sequence`` rises with every change, as calendars want it. ``came_from`` is where the person
    stood on the road before; ``asks`` is what the coach writes about it next.
    """

    __tablename__ = "intakes"
    __table_args__ = (
        UniqueConstraint("open_key", name="uq_intakes_open_key"),
        Index("ix_intakes_coach_starts", "coach_id", "starts_at"),
    )

    id: Mapped[int] = key()
    open_key: Mapped[int | None] = fact(BigInteger, nullable=True)
    person_id: Mapped[int] = refers("people.id")
    coach_id: Mapped[int] = refers("people.id", index=False)
    starts_at: Mapped[datetime] = fact(Instant)
    ends_at: Mapped[datetime] = fact(Instant)
    zone: Mapped[str] = fact(String(64))
    place: Mapped[str] = fact(String(8))
    sequence: Mapped[int] = fact(Integer)
    state: Mapped[str] = fact(String(16))
    came_from: Mapped[str] = fact(String(16))
    asks: Mapped[str | None] = fact(String(40), nullable=True)
    asks_since: Mapped[datetime | None] = fact(Instant, nullable=True)
    made_at: Mapped[datetime] = fact(Instant)
    ended_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    outcome: Mapped[SealedBytes | None] = personal(
        Sealed,
        purpose="know what a coach and the person decided, and what is needed",
        kept=Kept.WHILE_TAKING_PART,
        nullable=True,
    )


class TakenHalfHourRow(Base):
    """A half hour in which a coach has a first talk: nobody can have two at once."""

    __tablename__ = "taken_half_hours"
    __table_args__ = (
        UniqueConstraint("coach_id", "starts_at", name="uq_taken_half_hours_coach_starts"),
    )

    id: Mapped[int] = key()
    coach_id: Mapped[int] = refers("people.id", index=False)
    starts_at: Mapped[datetime] = fact(Instant)
    intake_id: Mapped[int] = refers("intakes.id")


class IntakeWishRow(Base):
    """Somebody who found no time and is told when there is one, or who wants to be called."""

    __tablename__ = "intake_wishes"
    __table_args__ = (UniqueConstraint("person_id", name="uq_intake_wishes_person_id"),)

    id: Mapped[int] = key()
    person_id: Mapped[int] = refers("people.id", index=False)
    kind: Mapped[str] = fact(String(8))
    asked_at: Mapped[datetime] = fact(Instant)
    told_at: Mapped[datetime | None] = fact(Instant, nullable=True)
