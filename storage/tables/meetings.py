"""The meetings of the duos: offered times, what was fixed, and what goes with it."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Integer, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from storage.columns import Kept, fact, key, personal, refers
from storage.instants import Instant
from storage.sealing import Sealed, SealedBytes
from storage.tables.declarative import Base


class MeetingRow(Base):
    """One meeting of a duo. ``wall`` (2026-11-24T14:00) in ``zone`` is what was agreed; the two
    instants follow from it. ``sequence`` rises with every change, as calendars want it.
    """

    __tablename__ = "meetings"
    __table_args__ = (
        Index("ix_meetings_duo_starts", "duo_id", "starts_at"),
        Index("ix_meetings_starts", "starts_at"),
    )

    id: Mapped[int] = key()
    duo_id: Mapped[int] = refers("duos.id", index=False)
    wall: Mapped[str] = fact(String(16))
    zone: Mapped[str] = fact(String(64))
    minutes: Mapped[int] = fact(SmallInteger)
    starts_at: Mapped[datetime] = fact(Instant)
    ends_at: Mapped[datetime] = fact(Instant)
    place_kind: Mapped[str] = fact(String(16))
    place_key: Mapped[str] = fact(String(32))
    place_words: Mapped[SealedBytes | None] = personal(
        Sealed, purpose="tell the two where they meet", kept=Kept.DAYS_90_AFTER_DUO, nullable=True
    )
    sequence: Mapped[int] = fact(Integer)
    made_at: Mapped[datetime] = fact(Instant)
    changed_at: Mapped[datetime] = fact(Instant)
    cancelled_at: Mapped[datetime | None] = fact(Instant, nullable=True)


class BusyQuarterRow(Base):
    """A quarter of an hour in which somebody has a meeting: nobody can have two at once.

    ``quarter`` counts quarters of an hour since 1970 in UTC.
    """

    __tablename__ = "busy_quarters"
    __table_args__ = (
        UniqueConstraint("person_id", "quarter", name="uq_busy_quarters_person_quarter"),
    )

    id: Mapped[int] = key()
    person_id: Mapped[int] = refers("people.id", index=False)
    quarter: Mapped[int] = fact(BigInteger)
    meeting_id: Mapped[int] = refers("meetings.id")


class MeetingOfferRow(Base):
    """Times that one of a duo offers to the other. ``times`` are wall times in the duo's zone with
    blanks between them. ``meeting_id`` is the meeting that would be moved. Of a duo there is one
    draft a person and one open offer at a time: ``open_key``.
    """

    __tablename__ = "meeting_offers"
    __table_args__ = (UniqueConstraint("open_key", name="uq_meeting_offers_open_key"),)

    id: Mapped[int] = key()
    open_key: Mapped[str | None] = fact(String(64), nullable=True)
    duo_id: Mapped[int] = refers("duos.id")
    offered_by: Mapped[int] = refers("people.id")
    meeting_id: Mapped[int | None] = refers("meetings.id", nullable=True)
    times: Mapped[str] = fact(String(200))
    minutes: Mapped[int] = fact(SmallInteger)
    place_kind: Mapped[str] = fact(String(16))
    place_key: Mapped[str] = fact(String(32))
    place_words: Mapped[SealedBytes | None] = personal(
        Sealed, purpose="tell the other where they could meet", kept=Kept.DAYS_90_AFTER_DUO,
        nullable=True,
    )  # fmt: skip
    state: Mapped[str] = fact(String(16))
    asks_place_since: Mapped[datetime | None] = fact(Instant, nullable=True)
    made_at: Mapped[datetime] = fact(Instant)
    ended_at: Mapped[datetime | None] = fact(Instant, nullable=True)


class CalendarFeedRow(Base):
    """A private address in the web at which somebody's calendar finds their meetings. Only the
    hash of its secret is kept.
    """

    __tablename__ = "calendar_feeds"

    id: Mapped[int] = key()
    person_id: Mapped[int] = refers("people.id")
    token_hash: Mapped[str] = fact(String(64), unique=True)
    made_at: Mapped[datetime] = fact(Instant)
    revoked_at: Mapped[datetime | None] = fact(Instant, nullable=True)


class PhoneShareRow(Base):
    """The number that one of a duo lets the other see, as long as both do."""

    __tablename__ = "phone_shares"
    __table_args__ = (UniqueConstraint("duo_id", "person_id", name="uq_phone_shares_duo_person"),)

    id: Mapped[int] = key()
    duo_id: Mapped[int] = refers("duos.id", index=False)
    person_id: Mapped[int] = refers("people.id")
    number: Mapped[SealedBytes | None] = personal(
        Sealed, purpose="let the two call each other", kept=Kept.WITH_CONSENT, nullable=True
    )
    asked_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    shared_at: Mapped[datetime | None] = fact(Instant, nullable=True)
