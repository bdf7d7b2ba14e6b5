"""The people who work for the programme: who stands in for whom, and their second factor."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Date, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from storage.columns import Kept, fact, key, personal, refers
from storage.instants import Instant
from storage.sealing import Sealed, SealedBytes
from storage.tables.declarative import Base


class DeputyRow(Base):
    """Who is asked when a coach does not answer; one for each coach."""

    __tablename__ = "deputies"

    person_id: Mapped[int] = refers("people.id", index=False, primary_key=True)
    deputy_id: Mapped[int] = refers("people.id")


class LeaveRow(Base):
    """Days on which somebody of the staff is away, the last one with them, and who stands in."""

    __tablename__ = "leaves"

    id: Mapped[int] = key()
    person_id: Mapped[int] = refers("people.id")
    deputy_id: Mapped[int | None] = refers("people.id", nullable=True)
    first_day: Mapped[date] = fact(Date)
    last_day: Mapped[date] = fact(Date)
    kept_at: Mapped[datetime] = fact(Instant)


class SecondFactorRow(Base):
    """The second factor of one of the staff. ``last_step`` is the newest code that was used.

    ``offered`` is a secret that is being set up; it becomes the ``secret`` with its first code.
    ``passed_until``: how long no code is asked. ``failures`` are wrong codes in a row. Until
    ``asked_until`` what looks like a code is one, and ``asked_about`` is the case for which.
    """

    __tablename__ = "second_factors"

    person_id: Mapped[int] = refers("people.id", index=False, primary_key=True)
    secret: Mapped[SealedBytes | None] = personal(
        Sealed, purpose="check the codes of a coach", kept=Kept.WHILE_TAKING_PART, nullable=True
    )
    offered: Mapped[SealedBytes | None] = personal(
        Sealed, purpose="set up the codes of a coach", kept=Kept.UNTIL_USED, nullable=True
    )
    made_at: Mapped[datetime] = fact(Instant)
    confirmed_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    last_step: Mapped[int] = fact(BigInteger, server_default="0")
    passed_until: Mapped[datetime | None] = fact(Instant, nullable=True)
    failures: Mapped[int] = fact(SmallInteger, server_default="0")
    blocked_until: Mapped[datetime | None] = fact(Instant, nullable=True)
    asked_until: Mapped[datetime | None] = fact(Instant, nullable=True)
    asked_about: Mapped[int | None] = refers("cases.id", nullable=True)


class RecoveryCodeRow(Base):
    """One code that works once when the second factor is lost; only its hash is kept."""

    __tablename__ = "recovery_codes"
    __table_args__ = (
        UniqueConstraint("person_id", "code_hash", name="uq_recovery_codes_person_code"),
    )

    id: Mapped[int] = key()
    person_id: Mapped[int] = refers("people.id", index=False)
    code_hash: Mapped[str] = fact(String(64))
    used_at: Mapped[datetime | None] = fact(Instant, nullable=True)
