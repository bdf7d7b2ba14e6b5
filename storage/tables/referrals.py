"""Referrals: kept with a person's yes, asked about once, and then only counted."""

from datetime import datetime

from sqlalchemy import Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from storage.columns import Kept, fact, key, personal, refers
from storage.instants import Instant
from storage.sealing import Blind, BlindBytes, Sealed, SealedBytes
from storage.tables.declarative import Base


class ReferralRow(Base):
    """One service somebody was shown and wants to be asked about. It is erased when it ends.

    ``open_key`` is a fingerprint of person and service, so that there is one of both at a time.
    """

    __tablename__ = "referrals"
    __table_args__ = (
        UniqueConstraint("open_key", name="uq_referrals_open_key"),
        Index("ix_referrals_ask_at", "ask_at"),
        Index("ix_referrals_ends_at", "ends_at"),
    )

    id: Mapped[int] = key()
    person_id: Mapped[int] = refers("people.id")
    open_key: Mapped[BlindBytes] = personal(
        Blind, purpose="ask once about a service", kept=Kept.UNTIL_ANSWERED
    )
    facts: Mapped[SealedBytes] = personal(
        Sealed,
        purpose="ask whether the service helped, and show the next one",
        kept=Kept.UNTIL_ANSWERED,
    )
    made_at: Mapped[datetime] = fact(Instant)
    ask_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    ends_at: Mapped[datetime] = fact(Instant)


class ReferralCountRow(Base):
    """How often referrals to a service came to what, and what stood in the way; nobody's name."""

    __tablename__ = "referral_counts"
    __table_args__ = (
        UniqueConstraint(
            "service_key", "need", "region", "outcome", "barrier", name="uq_referral_counts"
        ),
    )

    id: Mapped[int] = key()
    service_key: Mapped[str] = fact(String(36))
    need: Mapped[str] = fact(String(40))
    region: Mapped[str] = fact(String(16))
    outcome: Mapped[str] = fact(String(16))
    barrier: Mapped[str] = fact(String(16))
    count: Mapped[int] = fact(Integer)
