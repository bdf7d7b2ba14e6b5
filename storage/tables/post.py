"""The post: what came in and has to be handled, what has to be said and has to be sent."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from storage.columns import Kept, fact, key, personal, refers
from storage.instants import Instant
from storage.sealing import Blind, BlindBytes, Sealed, SealedBytes
from storage.tables.declarative import Base

_WAITING = text("state = 'waiting'")
_HELD = text("state = 'held'")
_TO_CALL = text("state = 'to_call'")
_EXPIRING = text("state = 'waiting' AND expires_at IS NOT NULL")
_LEASED = text("state = 'waiting' AND lease_until IS NOT NULL")
_STANDING = text("stays IS NOT NULL AND removed_at IS NULL")


class InboxRow(Base):
    """One raw update of Telegram, stored before Telegram is told that we have it."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index("ix_inbox_waiting", "sender_key", "update_id",
              sqlite_where=_WAITING, postgresql_where=_WAITING),
    )  # fmt: skip

    update_id: Mapped[int] = key(BigInteger)
    sender_key: Mapped[BlindBytes | None] = personal(
        Blind, purpose="handle one person's updates in order", kept=Kept.UNTIL_DONE, nullable=True
    )
    raw: Mapped[SealedBytes | None] = personal(
        Sealed, purpose="handle the update after a crash", kept=Kept.UNTIL_DONE, nullable=True
    )
    state: Mapped[str] = fact(String(16))
    tries: Mapped[int] = fact(SmallInteger)
    failures: Mapped[int] = fact(SmallInteger)
    lease_until: Mapped[datetime | None] = fact(Instant, nullable=True)
    received_at: Mapped[datetime] = fact(Instant)
    done_at: Mapped[datetime | None] = fact(Instant, nullable=True)


class OutboxRow(Base):
    """One letter, stored in the transaction of the fact that causes it.

    After ``expires_at`` nobody wants it any more. One that is held waits to be told together with
    others. ``stays`` says for how long its message may stand in the chat, and ``answers`` is the
    message of the person that goes with it. ``removed_at`` is when they were taken out again.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("kind", "subject", "occurrence", name="uq_outbox_letter"),
        Index("ix_outbox_waiting", "lane", "due_at", "kept_at", "place",
              sqlite_where=_WAITING, postgresql_where=_WAITING),
        Index("ix_outbox_leased", "person_id", "lane",
              sqlite_where=_LEASED, postgresql_where=_LEASED),
        Index("ix_outbox_person_due", "person_id", "due_at"),
        Index("ix_outbox_expiring", "expires_at",
              sqlite_where=_EXPIRING, postgresql_where=_EXPIRING),
        Index("ix_outbox_held", "due_at", sqlite_where=_HELD, postgresql_where=_HELD),
        Index("ix_outbox_to_call", "person_id", "due_at",
              sqlite_where=_TO_CALL, postgresql_where=_TO_CALL),
        Index("ix_outbox_standing", "stays", "settled_at",
              sqlite_where=_STANDING, postgresql_where=_STANDING),
    )  # fmt: skip

    id: Mapped[int] = key()
    kind: Mapped[str] = fact(String(32))
    subject: Mapped[str] = fact(String(64))
    occurrence: Mapped[str] = fact(String(64))
    person_id: Mapped[int] = refers("people.id", index=False)
    facts: Mapped[SealedBytes | None] = personal(
        Sealed, purpose="put the letter into words when it is sent", kept=Kept.UNTIL_DONE
    )
    lane: Mapped[int] = fact(SmallInteger)
    due_at: Mapped[datetime] = fact(Instant)
    expires_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    kept_at: Mapped[datetime] = fact(Instant)
    place: Mapped[int] = fact(SmallInteger)
    edits: Mapped[int | None] = fact(BigInteger, nullable=True)
    replies_to: Mapped[int | None] = fact(BigInteger, nullable=True)
    state: Mapped[str] = fact(String(16))
    tries: Mapped[int] = fact(SmallInteger)
    unsure: Mapped[int] = fact(SmallInteger)
    lease_until: Mapped[datetime | None] = fact(Instant, nullable=True)
    message_id: Mapped[int | None] = fact(BigInteger, nullable=True)
    settled_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    stays: Mapped[str | None] = fact(String(16), nullable=True)
    answers: Mapped[int | None] = fact(BigInteger, nullable=True)
    removed_at: Mapped[datetime | None] = fact(Instant, nullable=True)
