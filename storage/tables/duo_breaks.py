"""The breaks of the two of a duo, by which their weeks are counted."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped

from storage.columns import Kept, fact, key, personal, refers
from storage.instants import Instant
from storage.sealing import Sealed, SealedBytes
from storage.tables.declarative import Base


class DuoBreakRow(Base):
    """A break that one of a duo took or takes; one person has one open break at a time. Why is
    forgotten when it ends.
    """

    __tablename__ = "duo_breaks"
    __table_args__ = (
        Index("uq_duo_breaks_person_open", "person_id", unique=True,
              sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL")),
    )  # fmt: skip

    id: Mapped[int] = key()
    duo_id: Mapped[int] = refers("duos.id")
    person_id: Mapped[int] = refers("people.id")
    began_at: Mapped[datetime] = fact(Instant)
    ended_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    reason: Mapped[SealedBytes | None] = personal(
        Sealed,
        purpose="let the coach know why somebody takes a break, when they want that",
        kept=Kept.UNTIL_DONE,
        nullable=True,
    )
