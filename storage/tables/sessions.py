"""Sessions of a branch, who has a seat in them, and what goes with it."""

from datetime import datetime

from sqlalchemy import Index, Integer, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from storage.columns import Kept, fact, key, personal, refers
from storage.instants import Instant
from storage.sealing import Blind, BlindBytes, Sealed, SealedBytes
from storage.tables.declarative import Base


class SessionRow(Base):
    """One session: ``what`` is the key of a module, or "info". ``place`` is empty for the office
    of the branch. ``coach_id`` is who holds it now. At ``roll_due_at`` the coach is asked who was
    there, unless it is known. ``code`` is what is shown on site. ``gone`` counts who was there and
    is forgotten.
    """

    __tablename__ = "sessions"
    __table_args__ = (
        Index("ix_sessions_branch_starts", "branch", "starts_at"),
        Index("ix_sessions_roll_due", "roll_due_at"),
    )

    id: Mapped[int] = key()
    what: Mapped[str] = fact(String(32))
    branch: Mapped[str] = fact(String(32))
    place: Mapped[str] = fact(String(200))
    language: Mapped[str] = fact(String(8))
    starts_at: Mapped[datetime] = fact(Instant)
    ends_at: Mapped[datetime] = fact(Instant)
    capacity: Mapped[int] = fact(SmallInteger)
    made_by: Mapped[int] = refers("people.id")
    coach_id: Mapped[int] = refers("people.id")
    made_at: Mapped[datetime] = fact(Instant)
    cancelled_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    roll_due_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    code: Mapped[BlindBytes | None] = fact(Blind, nullable=True)
    gone: Mapped[int] = fact(Integer, server_default="0")


class SeatRow(Base):
    """What one person has in one session. ``number`` counts the seats from 1: nobody can have one
    that somebody else has. A seat that is held is kept for them until ``held_until``.
    """

    __tablename__ = "seats"
    __table_args__ = (
        UniqueConstraint("session_id", "person_id", name="uq_seats_session_person"),
        UniqueConstraint("session_id", "number", name="uq_seats_session_number"),
        Index("ix_seats_held", "held_until"),
    )

    id: Mapped[int] = key()
    session_id: Mapped[int] = refers("sessions.id", index=False)
    person_id: Mapped[int] = refers("people.id")
    state: Mapped[str] = fact(String(16))
    number: Mapped[int | None] = fact(SmallInteger, nullable=True)
    asked_at: Mapped[datetime] = fact(Instant)
    held_until: Mapped[datetime | None] = fact(Instant, nullable=True)
    changed_at: Mapped[datetime] = fact(Instant)


class SessionDraftRow(Base):
    """The session that one of the staff is planning; ``asks`` is what they write next."""

    __tablename__ = "session_drafts"

    person_id: Mapped[int] = refers("people.id", index=False, primary_key=True)
    what: Mapped[str] = fact(String(32))
    wall: Mapped[str] = fact(String(16))
    place: Mapped[str] = fact(String(200))
    language: Mapped[str] = fact(String(8))
    capacity: Mapped[int] = fact(SmallInteger)
    asks: Mapped[str] = fact(String(16))
    changed_at: Mapped[datetime] = fact(Instant)


class SessionWishRow(Base):
    """Who hears when such a session is planned, since there was none when they looked."""

    __tablename__ = "session_wishes"
    __table_args__ = (UniqueConstraint("person_id", "what", name="uq_session_wishes_what"),)

    id: Mapped[int] = key()
    person_id: Mapped[int] = refers("people.id", index=False)
    what: Mapped[str] = fact(String(32))
    asked_at: Mapped[datetime] = fact(Instant)


class CodeTryRow(Base):
    """How many wrong codes somebody typed since then."""

    __tablename__ = "code_tries"

    person_id: Mapped[int] = refers("people.id", index=False, primary_key=True)
    wrong: Mapped[int] = fact(SmallInteger)
    since: Mapped[datetime] = fact(Instant)


class TrainingExceptionRow(Base):
    """That a mentor can be matched before all modules are done: who said so, when, and why. It
    counts from ``sure_at`` on.
    """

    __tablename__ = "training_exceptions"

    person_id: Mapped[int] = refers("people.id", index=False, primary_key=True)
    reason: Mapped[SealedBytes] = personal(
        Sealed,
        purpose="let coaches know why a mentor need not do the whole training",
        kept=Kept.WHILE_TAKING_PART,
    )
    recorded_by: Mapped[int] = refers("people.id")
    recorded_at: Mapped[datetime] = fact(Instant)
    sure_at: Mapped[datetime | None] = fact(Instant, nullable=True)
