"""The calls for a coach: who has them, how far they are, and what is said about them."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from storage.columns import Kept, fact, key, personal, refers
from storage.instants import Instant
from storage.sealing import Sealed, SealedBytes
from storage.tables.declarative import Base


class CaseRow(Base):
    """One call for a coach. ``open_key`` (reason, and whom it is about) is open only once.

    ``ladder`` is the ladder of the programme as it was when the case was opened, and ``rung`` how
    far up it the case has come. At ``next_at`` comes ``next_step``; a case that is open has one.
    ``promised_at`` is when the person was told that it is read at the latest. ``asking`` is the
    small question that who called has not answered yet. What was written before
    ``words_closed_at`` is closed to who has the case now, until the person agrees. ``may_call`` is
    what somebody in danger answered when they were asked for a call; ``tried_at`` is when a coach
    called last and nobody picked up. ``last_answer_at`` is when a coach answered last, whether or
    not another answer is owed since. ``handed_how`` is why it went on from ``handed_by``.
    Who was asked before ``asked_since`` is asked anew. ``away_from`` is the coach who was away
    when it went to a colleague, as long as it can come back.
    """

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("open_key", name="uq_cases_open_key"),
        Index("ix_cases_coach_closed", "coach_id", "closed_at"),
        Index("ix_cases_next", "next_at"),
    )

    id: Mapped[int] = key()
    reason: Mapped[str] = fact(String(16))
    open_key: Mapped[str | None] = fact(String(64), nullable=True)
    person_id: Mapped[int | None] = refers("people.id", nullable=True)
    duo_id: Mapped[int | None] = refers("duos.id", nullable=True)
    branch: Mapped[str | None] = fact(String(32), nullable=True)
    coach_id: Mapped[int | None] = refers("people.id", nullable=True)
    opened_at: Mapped[datetime] = fact(Instant)
    taken_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    taken_by: Mapped[int | None] = refers("people.id", nullable=True)
    closed_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    urgency: Mapped[str] = fact(String(8), server_default="week")
    about: Mapped[SealedBytes | None] = personal(
        Sealed,
        purpose="let the coach know what a call is about",
        kept=Kept.MONTHS_12_AFTER_CASE,
        nullable=True,
    )
    audience: Mapped[str | None] = fact(String(16), nullable=True)
    asking: Mapped[str | None] = fact(String(8), nullable=True)
    ladder: Mapped[str | None] = fact(String(512), nullable=True)
    rung: Mapped[int] = fact(SmallInteger, server_default="0")
    next_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    next_step: Mapped[str | None] = fact(String(16), nullable=True)
    promised_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    read_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    read_by: Mapped[int | None] = refers("people.id", nullable=True)
    answered_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    first_answered_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    waits_until: Mapped[datetime | None] = fact(Instant, nullable=True)
    reopened_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    alarmed_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    words_closed_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    may_call: Mapped[str | None] = fact(String(8), nullable=True)
    tried_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    asked_since: Mapped[datetime | None] = fact(Instant, nullable=True)
    away_from: Mapped[int | None] = refers("people.id", nullable=True)
    last_answer_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    last_answer_by: Mapped[int | None] = refers("people.id", nullable=True)
    handed_by: Mapped[int | None] = refers("people.id", nullable=True)
    handed_how: Mapped[str | None] = fact(String(8), nullable=True)


class CaseAskRow(Base):
    """Whom a case was brought to, and on which rung of its ladder."""

    __tablename__ = "case_asks"
    __table_args__ = (UniqueConstraint("case_id", "person_id", name="uq_case_asks_case_person"),)

    id: Mapped[int] = key()
    case_id: Mapped[int] = refers("cases.id", index=False)
    person_id: Mapped[int] = refers("people.id")
    rung: Mapped[int] = fact(SmallInteger)
    asked_at: Mapped[datetime] = fact(Instant)


class CaseMessageRow(Base):
    """One message about a case: from the person, from the coach, or a note among coaches.

    ``message_id`` is its number in the chat of its author, or in the group ``chat_id``, by which
    an edit of it is known. ``file_mark`` is Telegram's mark of a file: a swapped one has another.
    """

    __tablename__ = "case_messages"
    __table_args__ = (
        Index("ix_case_messages_case_sent", "case_id", "sent_at"),
        Index("ix_case_messages_author_message", "author_id", "message_id"),
    )

    id: Mapped[int] = key()
    case_id: Mapped[int] = refers("cases.id", index=False)
    author_id: Mapped[int] = refers("people.id", index=False)
    side: Mapped[str] = fact(String(8))
    form: Mapped[str] = fact(String(16))
    words: Mapped[SealedBytes | None] = personal(
        Sealed,
        purpose="let the coach read what somebody wrote, and answer it",
        kept=Kept.MONTHS_12_AFTER_CASE,
        nullable=True,
    )
    file: Mapped[SealedBytes | None] = personal(
        Sealed,
        purpose="pass on a voice message, a photo or a document",
        kept=Kept.MONTHS_12_AFTER_CASE,
        nullable=True,
    )
    file_mark: Mapped[str | None] = fact(String(64), nullable=True)
    chat_id: Mapped[int | None] = fact(BigInteger, nullable=True)
    message_id: Mapped[int | None] = fact(BigInteger, nullable=True)
    sent_at: Mapped[datetime] = fact(Instant)
    edited_at: Mapped[datetime | None] = fact(Instant, nullable=True)


class CaseLineRow(Base):
    """The open line of one person: what they write until then belongs to this case.

    ``takes`` is what the next message is: words for the other side, a note, a date.
    """

    __tablename__ = "case_lines"

    person_id: Mapped[int] = refers("people.id", index=False, primary_key=True)
    case_id: Mapped[int] = refers("cases.id")
    takes: Mapped[str] = fact(String(16))
    until: Mapped[datetime] = fact(Instant)


class CaseReadingRow(Base):
    """Who read what was written about a case, and when; nothing is ever taken out of this."""

    __tablename__ = "case_readings"

    id: Mapped[int] = key()
    case_id: Mapped[int] = refers("cases.id")
    reader_id: Mapped[int] = refers("people.id")
    what: Mapped[str] = fact(String(16))
    read_at: Mapped[datetime] = fact(Instant)


class StaffGroupRow(Base):
    """A group of Telegram in which the staff of a branch talk; ``lost_at`` when it is gone.

    Until ``code_until`` the one named by ``code_for`` may link a group by typing the code in it.
    """

    __tablename__ = "staff_groups"

    id: Mapped[int] = key()
    branch: Mapped[str] = fact(String(32), unique=True)
    chat_id: Mapped[int | None] = fact(BigInteger, unique=True, nullable=True)
    linked_by: Mapped[int | None] = refers("people.id", nullable=True)
    linked_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    lost_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    code_hash: Mapped[str | None] = fact(String(64), nullable=True)
    code_for: Mapped[int | None] = refers("people.id", nullable=True)
    code_until: Mapped[datetime | None] = fact(Instant, nullable=True)


class CaseTopicRow(Base):
    """The topic of one case in the group of its branch; ``thread_id`` once Telegram made it.

    ``version`` counts the changes of the case, and ``shown`` is the one on the card ``card_id``.
    ``closed_at``: we closed the topic. ``tries`` are failures in a row since the last change.
    Until ``lease_until`` (the machine's time) somebody works at it, or it waits to be tried again.
    """

    __tablename__ = "case_topics"

    case_id: Mapped[int] = refers("cases.id", index=False, primary_key=True)
    group_id: Mapped[int] = refers("staff_groups.id")
    state: Mapped[str] = fact(String(16), index=True)
    version: Mapped[int] = fact(BigInteger)
    shown: Mapped[int] = fact(BigInteger)
    thread_id: Mapped[int | None] = fact(BigInteger, nullable=True)
    card_id: Mapped[int | None] = fact(BigInteger, nullable=True)
    closed_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    lease_until: Mapped[datetime | None] = fact(Instant, nullable=True)
    tries: Mapped[int] = fact(SmallInteger)
