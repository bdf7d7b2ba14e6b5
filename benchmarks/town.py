"""Databases with many rows in them, sealed as the product seals them."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from storage import Database, Keys
from storage.migrate import upgrade
from storage.sealing import Where
from storage.tables import Base

Row = Mapping[str, Any]
ROWS_AT_ONCE = 10_000
ONCE_A_WEEK = {"weekday": 6, "at": time(18)}
COACH = 1
READERS = 2_000


async def new_database(folder: Path, keys: Keys) -> Database:
    """An empty one, with all its tables."""
    file = str(folder / "town.db")
    await upgrade(file)
    return Database(file, keys)


async def fill(database: Database, table: type[Base], rows: Iterator[Row]) -> None:
    """Write many rows, a part at a time."""
    while part := list(islice(rows, ROWS_AT_ONCE)):
        async with database.transaction() as tx:
            await tx.connection.execute(insert(table), part)


def people(keys: Keys, count: int, now: datetime, first: int = COACH) -> Iterator[Row]:
    """So many people; the first one is the coach."""
    for number in range(first, first + count):
        yield {
            "id": number,
            "telegram_key": keys.blind(str(number), Where("people", "telegram_key")),
            "telegram_id": keys.seal(str(number), Where("people", "telegram_id", number)),
            "stage": "registered",
            "role": "coach" if number == COACH else "mentee" if number % 2 else "mentor",
            "language": "nl",
            "branch": "antwerpen",
            "answers": keys.seal_json(
                {"first_name": "Amir"}, Where("people", "answers", number)
            ),
            "arrived_at": now,
            "registered_at": now,
        }  # fmt: skip


def duos(count: int, due: datetime) -> Iterator[Row]:
    """So many duos of these people, all of them due at this moment."""
    for number in range(count):
        mentor = 2 * number + 2
        yield {
            "id": number + 1,
            "mentee_id": mentor + 1,
            "mentor_id": mentor,
            "coach_id": COACH,
            "formed_at": due - timedelta(weeks=4),
            "zone": "Europe/Brussels",
        }


def rhythms(count: int, due: datetime) -> Iterator[Row]:
    """When the people of so many duos are asked, all of them at this moment."""
    for number in range(2 * count):
        yield {
            "id": number + 1,
            "duo_id": number // 2 + 1,
            "person_id": number + 2,
            "next_ask_at": due,
            **ONCE_A_WEEK,
        }


def letters(keys: Keys, count: int, now: datetime, state: str, first: int = 1) -> Iterator[Row]:
    """So many letters to the people from 2 on: waiting, or sent long ago."""
    for number in range(first, first + count):
        yield {
            "id": number,
            "kind": "only_words",
            "subject": f"letter {number}",
            "occurrence": "1",
            "person_id": 2 + number % READERS,
            "facts": keys.seal_json({}, Where("outbox", "facts", number)),
            "lane": 2,
            "due_at": now,
            "kept_at": now,
            "place": 0,
            "state": state,
            "tries": 0,
            "unsure": 0,
            "settled_at": None if state == "waiting" else now,
        }
