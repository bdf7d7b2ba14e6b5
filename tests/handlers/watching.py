"""Watching what becomes of each update: who took it, what it touched, what was answered."""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from aiogram import BaseMiddleware, Router
from sqlalchemy import Table, case, select, update

from bot.cards.guide import ALL_LANGUAGES
from bot.i18n import Speech, load_speech
from bot.programme.notices import Removal
from storage.tables import OutboxRow, PersonRow
from storage.tables.post import InboxRow
from tests.conversations import House, Someone
from tests.handlers.arrivals import POST
from tests.storage.places import TELLING

SPEECH = load_speech()
SHORTEST_TELLTALE = 12  # shorter pieces of a sentence are alike in two languages
MOST_REPLIES = 2  # an answer, and the question that was open before; not the card that changes
Rows = dict[tuple[str, Any], tuple[Any, ...]]


def name_of(handler: Callable[..., Any]) -> str:
    return f"{handler.__module__.removeprefix('handlers.')}.{handler.__name__}"


def handlers_of(router: Router) -> dict[str, str]:
    """Every handler of the router, and the kind of update that it takes."""
    return {
        name_of(handler.callback): kind
        for one in router.chain_tail
        for kind, observer in one.observers.items()
        for handler in observer.handlers
    }


@dataclass(frozen=True, slots=True)
class Held:
    """A row of the table of people, to be put back before each update."""

    id: int
    columns: Mapping[str, Any]


class Watch(BaseMiddleware):
    """Stands before every handler of a house."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.took: dict[int, str] = {}
        self.touched: dict[int, list[str]] = {}
        self.held: dict[int, Held] = {}
        self.rows: Rows = {}
        router = house.app.dispatcher
        for observer in (
            router.message, router.edited_message, router.callback_query, router.my_chat_member,
        ):  # fmt: skip
            observer.middleware(self)

    async def __call__(
        self, handler: Callable[..., Awaitable[Any]], event: Any, data: dict[str, Any]
    ) -> Any:
        number, who = data["event_update"].update_id, data["visit"].telegram_id
        await self._put_back(who)
        before = self.rows or await self._rows()
        try:
            return await handler(event, data)
        finally:
            self.took[number] = name_of(data["handler"].callback)
            self.rows = await self._rows()
            self.touched[number] = _not_of(await self._person_id(who), before, self.rows)

    async def hold(self, person: Someone) -> Held:
        """From now on each update of this person meets them as they are now."""
        number = await self._person_id(person.id)
        async with self.house.database.reading() as tx:
            found = select(PersonRow.__table__).where(PersonRow.id == number)
            row = (await tx.connection.execute(found)).mappings().one()
        self.held[person.id] = Held(number, dict(row))
        return self.held[person.id]

    async def _put_back(self, telegram_id: int) -> None:
        if held := self.held.get(telegram_id):
            async with self.house.database.transaction() as tx:
                row = update(PersonRow).where(PersonRow.id == held.id)
                await tx.connection.execute(row.values(**held.columns))

    async def _person_id(self, telegram_id: int) -> int | None:
        async with self.house.database.reading() as tx:
            person = await tx.people.by_telegram(telegram_id)
        return person.id if person else None

    async def _rows(self) -> Rows:
        """Every row of every table but the post's, under its table and its number, as stored.

        They are read some ten thousand times, so nothing is made of them, and they are read where
        a reading takes no visit to a thread.
        """
        async with self.house.database.transaction() as tx:
            return {
                (table.name, row[0]): (*row, None if owner is None else row[owner])
                for table, question, owner in QUESTIONS
                for row in await tx.connection.exec_driver_sql(question)
            }


def _owner(table: Table) -> int | None:
    """In which column stands whose row it is: an offer is of who made it."""
    names = table.columns.keys()
    return next((names.index(one) for one in ("person_id", "offered_by") if one in names), None)


QUESTIONS = [
    (table, str(select(table)), _owner(table)) for table in TELLING if table.name not in POST
]


def _not_of(person_id: int | None, before: Rows, after: Rows) -> list[str]:
    """The tables in which a row changed that is not this person's own."""
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    own = {key for key in changed if key == ("people", person_id)}
    own |= {key for key in changed if (after.get(key) or before[key])[-1] == person_id}
    return sorted({table for table, _ in changed - own})


async def complaints(
    watch: Watch, person: Someone, language: str | None, inputs: Iterable[tuple[str, int | None]],
    *, replies: range = range(1, MOST_REPLIES + 1), may_touch: tuple[str, ...] = (),
) -> list[str]:  # fmt: skip
    """What is wrong with how these updates were taken; each has a name, for the reader."""
    house, watch.rows = watch.house, {}
    await house.settle()
    inbox = await _by_number(house, select(InboxRow.update_id, InboxRow.state, InboxRow.failures))
    letters = await _letters(house)
    texts = {one["message_id"]: one["text"] for one in person.messages}
    found = []
    for name, number in inputs:
        answered = letters.get(number, [])
        new = sum(not changes for *_, changes in answered) or len(answered[:1])
        wrong = {
            "was not handled": inbox.get(number, ("not stored", 0)) != ("done", 0),
            f"got {new} replies": new not in replies,
            f"got replies that were {[state for state, *_ in answered]}": any(
                state != "sent" for state, *_ in answered
            ),
            f"touched {watch.touched.get(number)}": set(watch.touched.get(number, ()))
            - {*may_touch},
            "got foreign words": bool(language)
            and any(foreign(texts.get(at, ""), language) for _, at, _ in answered),
        }
        taker = watch.took.get(number, "nobody")
        found += [f"{taker}, {name}: {fault}" for fault, is_so in wrong.items() if is_so]
    return found


async def _by_number(house: House, found: Any) -> dict[Any, tuple[Any, ...]]:
    async with house.database.reading() as tx:
        return {row[0]: tuple(row[1:]) for row in await tx.connection.execute(found)}


async def _letters(house: House) -> dict[int, list[tuple[str, int, bool]]]:
    """The replies to each update: what became of the letter, which message it is, and whether it
    changes one that was there. A card that
    changes with its case is kept under the case, and has the update as its moment. What only takes
    messages away says nothing.
    """
    replies: dict[int, list[tuple[str, int, bool]]] = {}
    moment = case(
        (OutboxRow.subject.startswith("update:"), OutboxRow.subject), else_=OutboxRow.occurrence
    )
    changes = OutboxRow.edits.is_not(None)
    found = select(moment, OutboxRow.state, OutboxRow.message_id, changes).where(
        moment.startswith("update:"), OutboxRow.kind != Removal.kind
    )
    async with house.database.reading() as tx:
        for answered, *reply in await tx.connection.execute(found):
            number = int(answered.split(":")[1])
            replies.setdefault(number, []).append((reply[0], reply[1], bool(reply[2])))
    return replies


def foreign(text: str, language: str) -> str | None:
    """A piece of a sentence that belongs to another language; None when there is none."""
    spoken = text.replace(ALL_LANGUAGES, "")
    return next((one for one in TELLTALES[language] if one in spoken), None)


def _pieces(speech: Speech) -> set[str]:
    """Every piece of every sentence that this language says."""
    catalog = SPEECH["nl"].translations._catalog  # type: ignore[attr-defined]  # gettext's own
    said = [
        speech.translations.gettext(key) if isinstance(key, str) else
        speech.translations.ngettext(key[0], key[0], 1 + key[1])
        for key in catalog if key
    ]  # fmt: skip
    pieces = (piece.strip() for text in said for piece in re.split(r"\{\w+\}|\n", text))
    return {piece for piece in pieces if len(piece) >= SHORTEST_TELLTALE}


PIECES = {language: _pieces(speech) for language, speech in SPEECH.items()}
# No piece holds the end of a line, so to look in all of them at once is to look in each.
SAID = {language: "\n".join(pieces) for language, pieces in PIECES.items()}
TELLTALES = {
    language: sorted(
        piece
        for other, pieces in PIECES.items()
        if other != language
        for piece in pieces
        if piece not in SAID[language]
    )
    for language in PIECES
}
