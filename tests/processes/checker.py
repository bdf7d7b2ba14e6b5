"""What must be true after any number of power cuts, read from the database and the journal alone.

Neither the bot's own word nor its logs count as proof.
"""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select, text

from bot.cards import put_into_words
from bot.cards.card import Card
from bot.programme.notices.notice import Notice
from bot.programme.programme import Programme
from storage import Database, Keys, Transaction
from storage.address import is_sqlite
from storage.letters import HELD, SENT, TOLD, WAITING
from storage.migrations.revisions import head
from storage.people import Person
from storage.sealing import Where
from storage.tables import InboxRow, OutboxRow
from tests.processes.evidence import SPEECH, Evidence
from tests.processes.journal import Journal
from tests.processes.promises import ABOUT_A_CALL, broken_promises

GONE = "dropped"  # on purpose: for somebody who has left or rests
ELSEWHERE = (GONE, HELD, TOLD)  # or told by another letter, now or later
COPIES_ON_THE_WAY = 5  # as many letters as are sent at once, so as many copies after a crash


@dataclass(frozen=True, slots=True)
class Letter:
    """One row of the outbox, opened; without words once its facts are forgotten."""

    id: int
    kind: str
    chat: int
    words: str | None
    state: str
    tries: int
    edits: int | None
    message_id: int | None
    is_due: bool


@dataclass(slots=True)
class Checker:
    """Says in sentences what is wrong; an empty list is good news.

    ``known``: what people had told before the journal begins, by their number at Telegram.
    ``readers``: words that only these chats may ever hold, such as the names of one duo.
    """

    database: str
    keys: Keys
    journal: Path
    programme: Programme
    kills: int
    known: dict[int, Mapping[str, str]] = field(default_factory=dict)
    readers: dict[str, frozenset[int]] = field(default_factory=dict)
    _journal: Journal | None = None
    _database: Database | None = None
    _words: dict[tuple[int, str], str] = field(default_factory=dict)

    def read_journal(self) -> Journal:
        """The journal up to now."""
        if self._journal is None:
            self._journal = Journal(self.journal)
        self._journal.catch_up()
        return self._journal

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Checker"]:
        """Keep the database open: who looks often need not open it each time."""
        self._database = Database(self.database, self.keys)
        try:
            yield self
        finally:
            await self._database.close()
            self._database = None

    @asynccontextmanager
    async def _looking(self) -> AsyncIterator[Transaction]:
        if self._database:
            async with self._database.reading() as tx:
                yield tx
            return
        async with self.open(), self._looking() as tx:
            yield tx

    async def pending(self, now: datetime) -> int:
        """How much has come in or is due by now and is not done yet."""
        journal = self.read_journal()
        waits = select(func.count()).where(InboxRow.state == WAITING)
        due = select(func.count()).where(OutboxRow.state == WAITING, OutboxRow.due_at <= now)
        stored = select(func.count()).select_from(InboxRow)
        given = sum(len(one) for one in journal.updates.values())
        async with self._looking() as tx:
            counts = [await tx.connection.scalar(one) or 0 for one in (waits, due, stored)]
        return given - counts.pop() + sum(counts)

    async def findings(self, now: datetime | None = None) -> list[str]:
        """Everything that is wrong; without a time, by the time of the journal's last entry."""
        async with self._looking() as tx:
            journal = self.read_journal()
            now = now or datetime.fromisoformat(journal.now)
            letters = [one async for one in self._letters(tx, now)]
            evidence = Evidence(
                tx,
                journal,
                now,
                self.programme,
                self.known,
                self.readers,
                _of_calls(letters, journal),
            )
            return [
                *await _soundness(tx),
                *await self._updates(tx, journal),
                *self._sent(letters, journal),
                *self._copies(letters, journal),
                *await broken_promises(evidence),
            ]

    async def extra_copies(self) -> Counter[tuple[int, str]]:
        """Messages beyond one for each letter, by chat and words."""
        async with self._looking() as tx:
            journal = self.read_journal()
            now = datetime.fromisoformat(journal.now)
            meant = Counter([(one.chat, one.words) async for one in self._letters(tx, now)])
        return Counter(
            {one: copies - meant[one] for one, copies in journal.copies().items()
             if meant[one] and copies > meant[one]}
        )  # fmt: skip

    async def _updates(self, tx: Transaction, journal: Journal) -> list[str]:
        columns = (InboxRow.update_id, InboxRow.state)
        rows = await tx.connection.execute(select(*columns))
        states = {row.update_id: row.state for row in rows}
        lost = [f"Update {one} was confirmed and is not in the inbox."
                for one in sorted(journal.confirmed - set(states))]  # fmt: skip
        undone = [f"Update {one} is {state}, not done."
                  for one, state in sorted(states.items()) if state != "done"]  # fmt: skip
        return lost + undone

    async def _letters(self, tx: Transaction, now: datetime) -> AsyncIterator[Letter]:
        rows = (await tx.connection.execute(select(OutboxRow.__table__))).all()
        people = await tx.people.by_ids({row.person_id for row in rows})
        for row in rows:
            reader = people[row.person_id]
            words = self._worded(row.id, row.kind, row.facts, reader)
            yield Letter(
                row.id, row.kind, reader.telegram_id, words, row.state, row.tries, row.edits,
                row.message_id, row.due_at <= now,
            )  # fmt: skip

    def _worded(self, id_: int, kind: str, facts: bytes | None, reader: Person) -> str | None:
        if facts is None:
            return None
        key = (id_, reader.language)
        if key not in self._words:
            opened = self.keys.open_json(facts, Where("outbox", "facts", id_))
            notice = Notice.from_facts(kind, opened)
            speech = SPEECH[reader.language]
            card = put_into_words(notice, speech, self.programme)
            self._words[key] = card.text if _is_a_message(card) else ""
        return self._words[key]

    def _sent(self, letters: Sequence[Letter], journal: Journal) -> Iterator[str]:
        for one in letters:
            if one.state in ELSEWHERE or (one.state == WAITING and not one.is_due):
                continue
            versions = journal.written[one.chat].get(one.message_id or 0, [])
            if one.state != SENT:
                yield f"Letter {one.id} ({one.kind}) is due and is {one.state}, not sent."
            elif one.words and one.words not in [each.text for each in versions]:
                yield f"Letter {one.id} ({one.kind}) is sent, and its message was never written."

    def _copies(self, letters: Iterable[Letter], journal: Journal) -> Iterator[str]:
        """Letters with the same words count together; each try may have left one copy."""
        allowed: Counter[tuple[int, str]] = Counter()
        forgotten = {one.chat for one in letters if one.words is None}
        for one in letters:
            allowed[one.chat, one.words or ""] += min(one.tries, 1 + self.kills)
        for (chat, words), copies in journal.copies().items():
            if copies > allowed[chat, words] and chat not in forgotten:
                tries = allowed[chat, words]
                yield f"Chat {chat} holds {copies} copies of {words!r}, and {tries} were tried."

    def leaks(self, files: Iterable[Path], *secrets: str) -> list[str]:
        """What can be read by anybody in these files, which nobody should."""
        canaries = {*self.read_journal().canaries(), *secrets} - {""}
        return [
            f"{file.name} holds {canary!r} for anybody to read."
            for file in files
            if file.exists()
            for content in [file.read_bytes()]
            for canary in sorted(canaries)
            if canary.encode() in content
        ]


def _is_a_message(card: Card) -> bool:
    """Not the commands beside the text field, and not what is taken out of a chat."""
    return card.commands is None and not (card.removes or card.empties)


def too_many_copies(
    before: Counter[tuple[int, str]], after: Counter[tuple[int, str]]
) -> list[str]:
    """What one crash may not leave: a second extra copy, or more copies than were on the way."""
    new = after - before
    twice = [f"One crash left {more} extra copies of {words!r} in chat {chat}."
             for (chat, words), more in new.items() if more > 1]  # fmt: skip
    total = new.total()
    many = [f"One crash left {total} extra copies."] if total > COPIES_ON_THE_WAY else []
    return twice + many


def _of_calls(letters: Sequence[Letter], journal: Journal) -> Mapping[int, frozenset[str]]:
    """What was written to each about their own call, also where its facts are forgotten."""
    told: dict[int, set[str]] = defaultdict(set)
    for one in letters:
        if one.kind in ABOUT_A_CALL:
            versions = journal.written[one.chat].get(one.message_id or 0, [])
            told[one.chat] |= {one.words or "", *(each.text for each in versions)}
    return {chat: frozenset(words) for chat, words in told.items()}


async def _soundness(tx: Transaction) -> list[str]:
    version = await tx.connection.scalar(text("SELECT version_num FROM alembic_version"))
    wrong = [] if version == head() else [f"The schema is at {version}, not at {head()}."]
    if not is_sqlite(str(tx.connection.engine.url)):
        return wrong
    said = (await tx.connection.execute(text("PRAGMA integrity_check"))).scalars().all()
    loose = (await tx.connection.execute(text("PRAGMA foreign_key_check"))).all()
    damaged = [] if list(said) == ["ok"] else [f"The database is damaged: {said[0]}"]
    return wrong + damaged + [f"A row of {row[0]} points at nothing." for row in loose]
