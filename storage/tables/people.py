"""The people, what they agreed to, and the invitations of coaches."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, SmallInteger, String
from sqlalchemy.orm import Mapped

from storage.columns import Kept, fact, key, personal, refers
from storage.instants import Instant
from storage.sealing import Blind, BlindBytes, Sealed, SealedBytes
from storage.tables.declarative import Base


class PersonRow(Base):
    """One person who has spoken to the bot, or was invited as a coach.

    ``rested_from`` and ``rested_until`` are of the last long break, once it is over. Nothing is
    asked of this person before ``spared_until``. Who did not finish the registration is
    reminded at ``remind_at``, and was so many times: ``reminders``. Who waits for a duo is asked
    at ``still_ask_at`` whether they still look; so many questions have no answer:
    ``still_unanswered``. Since ``found_at`` they need no duo.

    Who is not on Telegram has no number there; ``channel`` is how they take part then, and
    ``entered_by`` who of the staff entered them, in which branch. Until ``answers_until`` what
    this coach writes is the answer of the person ``answers_for``.
    """

    __tablename__ = "people"
    __table_args__ = (
        Index("ix_people_branch_road", "branch", "road", "road_since"),
        Index("ix_people_entered", "entered_in", "stage"),
    )

    id: Mapped[int] = key()
    telegram_key: Mapped[BlindBytes | None] = personal(
        Blind, purpose="find who is speaking", kept=Kept.WHILE_TAKING_PART, unique=True,
        nullable=True,
    )  # fmt: skip
    telegram_id: Mapped[SealedBytes | None] = personal(
        Sealed, purpose="write to the person", kept=Kept.WHILE_TAKING_PART, nullable=True
    )
    stage: Mapped[str] = personal(
        String(16),
        purpose="know how far the registration is",
        kept=Kept.WHILE_TAKING_PART,
        open_because="the coach's lists are found by it",
    )
    role: Mapped[str | None] = personal(
        String(16),
        purpose="know who is mentee, mentor and coach",
        kept=Kept.WHILE_TAKING_PART,
        open_because="the coach's lists are found by it",
    )
    language: Mapped[str] = personal(
        String(8),
        purpose="write in the person's own language",
        kept=Kept.WHILE_TAKING_PART,
        open_because="it says little and every letter needs it",
    )
    branch: Mapped[str | None] = personal(
        String(32),
        purpose="find the coach of the place",
        kept=Kept.WHILE_TAKING_PART,
        open_because="the coach's lists are found by it",
        index=True,
    )
    answers: Mapped[SealedBytes] = personal(
        Sealed,
        purpose="form duos: name, year of birth and what else was answered",
        kept=Kept.WHILE_TAKING_PART,
    )
    asking: Mapped[str | None] = fact(String(32), nullable=True)
    asking_since: Mapped[datetime | None] = fact(Instant, nullable=True)
    arrived_at: Mapped[datetime] = fact(Instant)
    registered_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    paused_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    paused_until: Mapped[datetime | None] = fact(Instant, nullable=True, index=True)
    silent_since: Mapped[datetime | None] = fact(Instant, nullable=True)
    rested_from: Mapped[datetime | None] = fact(Instant, nullable=True)
    rested_until: Mapped[datetime | None] = fact(Instant, nullable=True)
    unreachable_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    spared_until: Mapped[datetime | None] = fact(Instant, nullable=True)
    road: Mapped[str | None] = personal(
        String(16),
        purpose="know where somebody stands on the road to a duo",
        kept=Kept.WHILE_TAKING_PART,
        open_because="the coach's lists are found by it",
        nullable=True,
    )
    road_since: Mapped[datetime | None] = fact(Instant, nullable=True)
    remind_at: Mapped[datetime | None] = fact(Instant, nullable=True, index=True)
    reminders: Mapped[int | None] = fact(SmallInteger, nullable=True)
    still_ask_at: Mapped[datetime | None] = fact(Instant, nullable=True, index=True)
    still_unanswered: Mapped[int | None] = fact(SmallInteger, nullable=True)
    found_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    channel: Mapped[str | None] = fact(String(16), nullable=True)
    entered_by: Mapped[int | None] = fact(BigInteger, nullable=True)
    entered_in: Mapped[str | None] = fact(String(32), nullable=True)
    import_key: Mapped[BlindBytes | None] = personal(
        Blind, purpose="know somebody of a file again", kept=Kept.WHILE_TAKING_PART, unique=True,
        nullable=True,
    )  # fmt: skip
    answers_for: Mapped[int | None] = fact(BigInteger, nullable=True)
    answers_until: Mapped[datetime | None] = fact(Instant, nullable=True)


class ConsentRow(Base):
    """Who agreed to which privacy text, when, and when they took it back.

    What was agreed by phone or on paper has a ``channel``, and who of the staff took it down.
    """

    __tablename__ = "consents"

    id: Mapped[int] = key()
    person_id: Mapped[int] = refers("people.id", index=True)
    version: Mapped[str] = fact(String(32))
    language: Mapped[str] = fact(String(8))
    agreed_at: Mapped[datetime] = fact(Instant)
    withdrawn_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    channel: Mapped[str | None] = fact(String(16), nullable=True)
    taken_by: Mapped[int | None] = fact(BigInteger, nullable=True)


class InvitationRow(Base):
    """A one-time link by which a coach comes in, or somebody who takes part already without
    Telegram (``person_id``). Only the hash of its secret is kept.
    """

    __tablename__ = "invitations"

    id: Mapped[int] = key()
    token_hash: Mapped[str] = fact(String(64), unique=True)
    role: Mapped[str] = fact(String(16))
    branch: Mapped[str] = fact(String(32))
    first_name: Mapped[SealedBytes] = personal(
        Sealed, purpose="greet the invited coach by name", kept=Kept.WHILE_TAKING_PART
    )
    made_at: Mapped[datetime] = fact(Instant)
    expires_at: Mapped[datetime] = fact(Instant)
    used_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    used_by: Mapped[int | None] = fact(BigInteger, nullable=True)
    person_id: Mapped[int | None] = fact(BigInteger, nullable=True)
