"""What must be true after any number of power cuts, read from the database and the journal alone.

Neither the bot's own word nor its logs count as proof.
"""

import json
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from bot.cards import put_into_words
from bot.i18n import load_speech
from bot.programme.notices import AskQuestion
from bot.programme.notices.notice import Notice
from bot.programme.programme import Programme
from bot.programme.registration import Problem, Question
from storage import Database, Keys, Transaction
from storage.letters import SENT, WAITING
from storage.people import Person
from storage.sealing import Where
from storage.tables import InboxRow, OutboxRow
from tests.processes.registrant import Registrant

SHORTEST_CANARY = 6
SPEECH = load_speech()


@dataclass(slots=True)
class Journal:
    """What the pretend Telegram knows."""

    confirmed: set[int] = field(default_factory=set)
    updates: dict[int, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    people: dict[int, dict[str, Any]] = field(default_factory=dict)
    written: dict[int, dict[int, list[str]]] = field(default_factory=lambda: defaultdict(dict))
    said: set[str] = field(default_factory=set)
    now: str = ""

    @classmethod
    def read(cls, path: Path) -> "Journal":
        journal = cls()
        for line in path.read_text(encoding="ascii").splitlines():
            journal.take(json.loads(line))
        return journal

    def take(self, entry: Mapping[str, Any]) -> None:
        self.now = entry["at"]
        match entry["what"]:
            case "person":
                self.people[entry["person"]["id"]] = entry["person"]
            case "confirmed":
                self.confirmed |= set(entry["update_ids"])
            case "update":
                self._take_update(entry["update"])
            case "message" if entry["by"] == "bot":
                message = entry["message"]
                texts = self.written[entry["chat"]].setdefault(message["message_id"], [])
                texts.append(message.get("text", ""))
            case "message":
                self.said.add(entry["message"].get("text", ""))

    def _take_update(self, update: dict[str, Any]) -> None:
        content = next(value for value in update.values() if isinstance(value, dict))
        self.updates[content["from"]["id"]].append(update)

    def canaries(self) -> Iterator[str]:
        """What nobody may find in a log or in the plain bytes of the database."""
        yield from (word for word in self.said if _is_private(word))
        for person in self.people.values():
            yield from (name for name in (person["first_name"],) if len(name) >= SHORTEST_CANARY)
            yield str(person["id"])


def _is_private(said: str) -> bool:
    """Commands and branches are no secret."""
    return len(said) >= SHORTEST_CANARY and not said.startswith("/")


@dataclass(frozen=True, slots=True)
class Letter:
    """One row of the outbox, opened."""

    id: int
    kind: str
    chat: int
    words: str
    state: str
    tries: int
    edits: int | None
    message_id: int | None
    is_due: bool


@dataclass(frozen=True, slots=True)
class Checker:
    """Says in sentences what is wrong; an empty list is good news."""

    database: str
    keys: Keys
    journal: Path
    programme: Programme
    kills: int

    async def findings(self) -> list[str]:
        """Everything that is wrong."""
        journal = Journal.read(self.journal)
        database = Database(self.database, self.keys)
        try:
            async with database.reading() as tx:
                letters = [one async for one in self._letters(tx, journal)]
                return [
                    *await _soundness(tx),
                    *await self._updates(tx, journal),
                    *await self._people(tx, journal),
                    *self._sent(letters, journal),
                    *self._copies(letters, journal),
                ]
        finally:
            await database.close()

    async def _updates(self, tx: Transaction, journal: Journal) -> list[str]:
        columns = (InboxRow.update_id, InboxRow.state)
        rows = await tx.connection.execute(select(*columns))
        states = {row.update_id: row.state for row in rows}
        lost = [f"Update {one} was confirmed and is not in the inbox."
                for one in sorted(journal.confirmed - set(states))]  # fmt: skip
        undone = [f"Update {one} is {state}, not done."
                  for one, state in sorted(states.items()) if state != "done"]  # fmt: skip
        return lost + undone

    async def _people(self, tx: Transaction, journal: Journal) -> list[str]:
        wrong: list[str] = []
        today = datetime.fromisoformat(journal.now).date()
        for number, updates in journal.updates.items():
            person = await tx.people.by_telegram(number)
            if person is None:
                wrong.append(f"Person {number} has spoken and is not known.")
            elif person.role != "coach":
                wrong += self._told(person, updates, today)
                wrong += self._stands_last(person, journal, today)
        return wrong

    def _told(self, person: Person, updates: Sequence[dict[str, Any]], today: date) -> list[str]:
        expected = Registrant(self.programme, today)
        for update in updates:
            expected.hears(update)
        if dict(person.answers) == expected.answers:
            return []
        stored = dict(person.answers)
        return [f"Person {person.telegram_id} told {expected.answers}, stored is {stored}."]

    def _stands_last(self, person: Person, journal: Journal, today: date) -> list[str]:
        asked = Registrant(self.programme, today, dict(person.answers), person.asking).asked
        if asked is None:
            return []
        chat = journal.written[person.telegram_id]
        last = chat[max(chat)][-1] if chat else "nothing"
        if last in set(self._wordings(asked, person)):
            return []
        return [f"Person {person.telegram_id} is asked {asked}, and last in the chat is: {last}"]

    def _wordings(self, asked: Question, person: Person) -> Iterator[str]:
        """Every way in which a question can be put: with any hint, or none."""
        speech = SPEECH[person.language]
        role = person.answers.get(Question.ROLE)
        for problem in (None, *Problem):
            for correcting in (False, True):
                notice = AskQuestion(asked, role, problem, correcting)
                yield put_into_words(notice, speech, self.programme).text

    async def _letters(self, tx: Transaction, journal: Journal) -> AsyncIterator[Letter]:
        now = datetime.fromisoformat(journal.now)
        people: dict[int, Person] = {}
        for row in await tx.connection.execute(select(OutboxRow.__table__)):
            if row.person_id not in people:
                people[row.person_id] = await tx.people.get(row.person_id)
            reader = people[row.person_id]
            facts = self.keys.open_json(row.facts, Where("outbox", "facts", row.id))
            notice = Notice.from_facts(row.kind, facts)
            words = put_into_words(notice, SPEECH[reader.language], self.programme).text
            yield Letter(
                row.id, row.kind, reader.telegram_id, words, row.state, row.tries, row.edits,
                row.message_id, row.due_at <= now,
            )  # fmt: skip

    def _sent(self, letters: Sequence[Letter], journal: Journal) -> Iterator[str]:
        for one in letters:
            if one.state == WAITING and not one.is_due:
                continue
            if one.state != SENT:
                yield f"Letter {one.id} ({one.kind}) is due and is {one.state}, not sent."
            elif one.words not in journal.written[one.chat].get(one.message_id or 0, []):
                yield f"Letter {one.id} ({one.kind}) is sent, and its message was never written."

    def _copies(self, letters: Iterable[Letter], journal: Journal) -> Iterator[str]:
        """Letters with the same words count together; each try may have left one copy."""
        allowed: Counter[tuple[int, str]] = Counter()
        for one in letters:
            allowed[one.chat, one.words] += min(one.tries, 1 + self.kills)
        for (chat, words), copies in copies_in(journal).items():
            if copies > allowed[chat, words]:
                tries = allowed[chat, words]
                yield f"Chat {chat} holds {copies} copies of {words!r}, and {tries} were tried."

    def leaks(self, files: Iterable[Path], *secrets: str) -> list[str]:
        """What can be read by anybody in these files, which nobody should."""
        canaries = {*Journal.read(self.journal).canaries(), *secrets}
        return [
            f"{file.name} holds {canary!r} for anybody to read."
            for file in files
            if file.exists()
            for content in [file.read_bytes()]
            for canary in sorted(canaries)
            if canary.encode() in content
        ]


def copies_in(journal: Journal) -> Counter[tuple[int, str]]:
    """How often each text was sent to each chat."""
    return Counter(
        (chat, texts[0]) for chat, messages in journal.written.items()
        for texts in messages.values()
    )  # fmt: skip


async def _soundness(tx: Transaction) -> list[str]:
    said = (await tx.connection.execute(text("PRAGMA integrity_check"))).scalars().all()
    loose = (await tx.connection.execute(text("PRAGMA foreign_key_check"))).all()
    damaged = [] if list(said) == ["ok"] else [f"The database is damaged: {said[0]}"]
    return damaged + [f"A row of {row[0]} points at nothing." for row in loose]
