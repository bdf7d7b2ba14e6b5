"""What a promise is judged by: one state of the database, and the journal beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.cards import put_into_words
from bot.i18n import load_speech
from bot.programme.notices.notice import Notice
from bot.programme.programme import Programme
from storage import Transaction
from tests.processes.journal import Journal

SPEECH = load_speech()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One unchanging state of the database, and the journal beside it. ``of_calls``: the words of
    every letter about somebody's own call, by their number at Telegram.
    """

    tx: Transaction
    journal: Journal
    now: datetime
    programme: Programme
    known: Mapping[int, Mapping[str, str]]
    readers: Mapping[str, frozenset[int]]
    of_calls: Mapping[int, frozenset[str]]

    def said(self, notice: Notice, language: str) -> str:
        """A notice as somebody of this language reads it."""
        return put_into_words(notice, SPEECH[language], self.programme).text

    async def rows(self, *columns: Any) -> Any:
        return (await self.tx.connection.execute(select(*columns))).all()
