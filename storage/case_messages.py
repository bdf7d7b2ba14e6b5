"""What is said about a case: by the person, by a coach to the person, and among coaches."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, or_, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.sealing import Keys, SealedBytes, Where
from storage.tables import CaseMessageRow, CaseReadingRow, CaseRow


@dataclass(frozen=True, slots=True)
class CaseMessage:
    """One message, opened. ``file`` is Telegram's name for a file, and ``file_mark`` is the same
    for the same file; ``message_id`` is its number in the chat of its author, or in the group
    ``chat_id``.
    """

    id: int
    case_id: int
    author_id: int
    side: str
    form: str
    words: str
    file: str
    message_id: int | None
    sent_at: datetime
    edited_at: datetime | None = None
    file_mark: str | None = None
    chat_id: int | None = None


class CaseMessages:
    """Questions to the table of messages about cases."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def keep(self, message: CaseMessage) -> None:
        """Keep what was said, sealed."""
        await self.connection.execute(
            insert(CaseMessageRow).values(
                id=message.id,
                case_id=message.case_id,
                author_id=message.author_id,
                side=message.side,
                form=message.form,
                words=self._sealed("words", message.id, message.words),
                file=self._sealed("file", message.id, message.file),
                file_mark=message.file_mark,
                chat_id=message.chat_id,
                message_id=message.message_id,
                sent_at=message.sent_at,
            )
        )

    async def newest_of(self, case_id: int, limit: int) -> Sequence[CaseMessage]:
        """The newest so many messages of a case, the oldest of them first; without those that are
        closed since the case was handed over.
        """
        since = select(CaseRow.words_closed_at).where(CaseRow.id == case_id).scalar_subquery()
        is_open = or_(since.is_(None), CaseMessageRow.sent_at > since)
        found = select(*_COLUMNS).where(CaseMessageRow.case_id == case_id, is_open)
        newest = found.order_by(CaseMessageRow.sent_at.desc(), CaseMessageRow.id.desc())
        rows = (await self.connection.execute(newest.limit(limit))).all()
        return [self._message(row) for row in reversed(rows)]

    async def newest_from(self, case_id: int, side: str, limit: int) -> Sequence[CaseMessage]:
        """The newest so many messages of one side, the oldest of them first; also those that are
        closed to who has the case now.
        """
        which = (CaseMessageRow.case_id == case_id, CaseMessageRow.side == side)
        newest = (CaseMessageRow.sent_at.desc(), CaseMessageRow.id.desc())
        found = select(*_COLUMNS).where(*which).order_by(*newest).limit(limit)
        rows = (await self.connection.execute(found)).all()
        return [self._message(row) for row in reversed(rows)]

    async def named(self, message_id: int) -> CaseMessage | None:
        """The message of this own number; nobody has it any more when it was erased."""
        found = select(*_COLUMNS).where(CaseMessageRow.id == message_id)
        row = (await self.connection.execute(found)).one_or_none()
        return self._message(row) if row else None

    async def written_as(
        self, author_id: int, message_id: int, chat_id: int | None = None
    ) -> CaseMessage | None:
        """What somebody wrote in the message of this number in their own chat, or in a group."""
        theirs = (CaseMessageRow.author_id == author_id, CaseMessageRow.message_id == message_id)
        there = CaseMessageRow.chat_id.is_not_distinct_from(chat_id)
        row = (await self.connection.execute(select(*_COLUMNS).where(*theirs, there))).first()
        return self._message(row) if row else None

    async def change(self, message: CaseMessage, now: datetime) -> None:
        """Let a message say something else, or hold another file, as its author wants."""
        row = update(CaseMessageRow).where(CaseMessageRow.id == message.id)
        await self.connection.execute(
            row.values(
                form=message.form,
                words=self._sealed("words", message.id, message.words),
                file=self._sealed("file", message.id, message.file),
                file_mark=message.file_mark,
                edited_at=now,
            )
        )

    async def last_seen(self, case_id: int, person_id: int) -> datetime | None:
        """When this colleague last read the case, or wrote in it; None when never."""
        of_case = (CaseReadingRow.case_id == case_id, CaseReadingRow.reader_id == person_id)
        read = select(func.max(CaseReadingRow.read_at)).where(*of_case)
        theirs = (CaseMessageRow.case_id == case_id, CaseMessageRow.author_id == person_id)
        wrote = select(func.max(CaseMessageRow.sent_at)).where(*theirs)
        found = await self.connection.scalars(union_all(read, wrote))
        return max((one for one in found if one), default=None)

    async def cases_with_words_of(self, person_id: int) -> Sequence[int]:
        """The cases in which this person wrote, or in which somebody wrote to them."""
        about = select(CaseRow.id).where(CaseRow.person_id == person_id)
        theirs = or_(CaseMessageRow.author_id == person_id, CaseMessageRow.case_id.in_(about))
        found = select(CaseMessageRow.case_id).where(theirs).distinct()
        return (await self.connection.scalars(found)).all()

    async def numbers_in(self, case_id: int) -> Sequence[int]:
        """The own numbers of all messages of a case."""
        found = select(CaseMessageRow.id).where(CaseMessageRow.case_id == case_id)
        return (await self.connection.scalars(found)).all()

    async def forget_cases(self, cases: Collection[int]) -> None:
        """Erase all that was said in these cases."""
        await self.connection.execute(
            delete(CaseMessageRow).where(CaseMessageRow.case_id.in_(cases))
        )

    async def forget_closed_before(self, moment: datetime) -> int:
        """Erase what was said in cases closed before then, and what they were about."""
        over = (CaseRow.closed_at < moment,)
        closed = select(CaseRow.id).where(*over)
        gone = await self.connection.execute(
            delete(CaseMessageRow).where(CaseMessageRow.case_id.in_(closed))
        )
        about = update(CaseRow).where(*over, CaseRow.about.is_not(None)).values(about=None)
        await self.connection.execute(about)
        return gone.rowcount

    def _sealed(self, column: str, row_id: int, value: str) -> SealedBytes | None:
        return self.keys.seal(value, _where(column, row_id)) if value else None

    def _opened(self, column: str, row_id: int, value: bytes | None) -> str:
        return self.keys.open(value, _where(column, row_id)) if value else ""

    def _message(self, row: Row[*tuple[Any, ...]]) -> CaseMessage:
        return CaseMessage(
            id=row.id,
            case_id=row.case_id,
            author_id=row.author_id,
            side=row.side,
            form=row.form,
            words=self._opened("words", row.id, row.words),
            file=self._opened("file", row.id, row.file),
            message_id=row.message_id,
            sent_at=row.sent_at,
            edited_at=row.edited_at,
            file_mark=row.file_mark,
            chat_id=row.chat_id,
        )


_COLUMNS = (
    CaseMessageRow.id,
    CaseMessageRow.case_id,
    CaseMessageRow.author_id,
    CaseMessageRow.side,
    CaseMessageRow.form,
    CaseMessageRow.words,
    CaseMessageRow.file,
    CaseMessageRow.message_id,
    CaseMessageRow.sent_at,
    CaseMessageRow.edited_at,
    CaseMessageRow.file_mark,
    CaseMessageRow.chat_id,
)


def _where(column: str, row_id: int) -> Where:
    return Where("case_messages", column, row_id)
