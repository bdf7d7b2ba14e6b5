"""How a duo begins: the first meeting of three, and what mentee, mentor and coach sign."""

from datetime import datetime

from sqlalchemy import BigInteger, SmallInteger, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from storage.columns import fact, key, refers
from storage.instants import Instant
from storage.tables.declarative import Base


class FirstMeetingRow(Base):
    """The first meeting of a duo with its coach. ``draft`` are the wall times that the coach
    chooses, ``times`` those that the two were asked about, in the ``round`` that they were; each
    of the two says which ones suit (None: nothing yet). The clock looks at it at ``look_at``.
    """

    __tablename__ = "first_meetings"
    __table_args__ = (UniqueConstraint("duo_id", name="uq_first_meetings_duo"),)

    id: Mapped[int] = key()
    duo_id: Mapped[int] = refers("duos.id", index=False)
    draft: Mapped[str] = fact(String(200))
    times: Mapped[str] = fact(String(200))
    round: Mapped[int] = fact(SmallInteger)
    suits_mentee: Mapped[str | None] = fact(String(200), nullable=True)
    suits_mentor: Mapped[str | None] = fact(String(200), nullable=True)
    place_kind: Mapped[str] = fact(String(16))
    meeting_id: Mapped[int | None] = refers("meetings.id", nullable=True)
    look_at: Mapped[datetime | None] = fact(Instant, nullable=True, index=True)
    held_at: Mapped[datetime | None] = fact(Instant, nullable=True)


class SignatureRow(Base):
    """Who signed which text of the convention and when; one row for each signer and version.

    ``hash`` is that of the exact text in the language in which it was read. ``how`` is "paper",
    "spoken", or nothing: with an own tap. Of the first two one of the staff made a note
    (``noted_by``, ``noted_at``); from ``objected_at`` on it does not count.
    """

    __tablename__ = "signatures"
    __table_args__ = (
        UniqueConstraint("duo_id", "person_id", "version", name="uq_signatures_duo_person"),
    )

    id: Mapped[int] = key()
    duo_id: Mapped[int] = refers("duos.id", index=False)
    person_id: Mapped[int] = refers("people.id")
    version: Mapped[str] = fact(String(32))
    language: Mapped[str] = fact(String(8))
    hash: Mapped[str] = fact(String(64))
    signed_at: Mapped[datetime] = fact(Instant)
    noted_by: Mapped[int | None] = fact(BigInteger, nullable=True)
    objected_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    how: Mapped[str | None] = fact(String(16), nullable=True)
    noted_at: Mapped[datetime | None] = fact(Instant, nullable=True)


class ConventionTextRow(Base):
    """A text that somebody was asked to sign, word for word, so that it can always be read again.
    Its parts are JSON.
    """

    __tablename__ = "convention_texts"

    id: Mapped[int] = key()
    hash: Mapped[str] = fact(String(64), unique=True)
    version: Mapped[str] = fact(String(32))
    language: Mapped[str] = fact(String(8))
    text: Mapped[str] = fact(Text)
