"""The checker is worth its word: each kind of loss is planted, and it says so."""

import json
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.sandbox import SandboxClock, Telegram
from bot.sandbox.cast import invite_cast
from storage import Database, Keys
from storage.address import database_url
from tests.conftest import TUESDAY
from tests.conversations import House, Someone
from tests.processes.checker import Checker


@dataclass(slots=True)
class World:
    """A day in which nothing went wrong, and its traces."""

    house: House
    checker: Checker
    noor: Someone

    def spoil(self, statement: str) -> None:
        with sqlite3.connect(self.checker.database) as database:
            assert database.execute(statement).rowcount > 0

    def rewrite(self, change: Callable[[dict], list[dict]]) -> None:
        """Each entry of the journal becomes these."""
        lines = self.checker.journal.read_text().splitlines()
        entries = [new for line in lines for new in change(json.loads(line))]
        self.checker.journal.write_text("".join(json.dumps(one) + "\n" for one in entries))


@pytest.fixture
async def world(tmp_path: Path, empty_file: Path, keys: Keys, programme) -> AsyncIterator[World]:
    file, journal = tmp_path / "house.db", tmp_path / "journal.jsonl"
    shutil.copyfile(empty_file, file)
    telegram = Telegram(clock=SandboxClock(real=lambda: TUESDAY), journal=journal)
    invite_cast(telegram)
    database = Database(database_url(str(file)), keys)
    house = House(telegram, database, programme)
    zainab, noor = house.meet("Zainabella", "en"), house.meet("Noortjelief", "en")
    for person in (zainab, noor):
        await person.says("/start")
        await person.taps("English")
        await person.taps("I agree")
        await person.taps("I am looking for work")
    for text in ("Zainabella", "1999", "Gent"):
        await zainab.says(text)
    await database.close()
    await house.app.poller.poll()
    yield World(house, Checker(str(file), keys, journal, programme, kills=0), noor)
    telegram.close()


def is_of_bot(entry: dict) -> bool:
    return entry["what"] == "message" and entry["by"] == "bot"


async def test_a_good_day_has_no_findings(world: World):
    assert await world.checker.findings() == []


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("DELETE FROM inbox WHERE update_id = (SELECT min(update_id) FROM inbox)",
         "confirmed and is not in the inbox"),
        ("UPDATE inbox SET state = 'waiting' WHERE update_id = (SELECT max(update_id) FROM inbox)",
         "is waiting, not done"),
        ("UPDATE inbox SET state = 'set_aside'", "is set_aside, not done"),
        ("UPDATE outbox SET state = 'waiting' WHERE kind = 'registered'",
         "(registered) is due and is waiting, not sent"),
        ("UPDATE outbox SET state = 'dead' WHERE kind = 'registered'", "is dead, not sent"),
        ("UPDATE outbox SET message_id = 1 WHERE kind = 'registered'", "was never written"),
        ("DELETE FROM outbox WHERE kind = 'registered'", "1 copies of"),
        ("DELETE FROM people WHERE role = 'mentee'", "is not known"),
    ],
)  # fmt: skip
async def test_a_loss_in_the_database_is_found(world: World, statement, finding):
    world.spoil(statement)
    if "people WHERE" in statement:
        world.spoil("DELETE FROM outbox WHERE person_id NOT IN (SELECT id FROM people)")
    found = await world.checker.findings()
    assert any(finding in one for one in found)


async def test_an_answer_that_was_swallowed_is_found(world: World, keys: Keys):
    database = Database(world.checker.database, keys)
    async with database.transaction() as tx:
        person = await tx.people.by_telegram(world.noor.id)
        await tx.people.save(person.id, answers={"language": "en"})
    await database.close()
    assert any(f"Person {world.noor.id} told" in one for one in await world.checker.findings())


async def test_a_row_that_points_at_nothing_is_found(world: World):
    world.spoil("UPDATE consents SET person_id = 5")
    assert "A row of consents points at nothing." in await world.checker.findings()


async def test_a_message_that_never_came_is_found(world: World):
    world.rewrite(lambda entry: [] if is_of_bot(entry) and entry["chat"] != 5 else [entry])
    assert any("never written" in one for one in await world.checker.findings())


async def test_a_copy_too_many_is_found(world: World):
    def twice(entry: dict) -> list[dict]:
        if not is_of_bot(entry) or "registered" not in entry["message"]["text"]:
            return [entry]
        copy = {**entry, "message": {**entry["message"], "message_id": 99}}
        return [entry, copy]

    world.rewrite(twice)
    assert any("holds 2 copies" in one for one in await world.checker.findings())


async def test_a_question_that_does_not_stand_last_is_found(world: World):
    world.house.telegram.record(
        {"what": "message", "chat": world.noor.id, "by": "bot",
         "message": {"message_id": 99, "text": "Something else", "chat": {"id": world.noor.id},
                     "date": 0, "from": {"id": 1, "is_bot": True, "first_name": "x"}}}
    )  # fmt: skip
    found = await world.checker.findings()
    assert any("is asked first_name, and last in the chat is: Something" in one for one in found)


async def test_what_anybody_could_read_is_found(world: World, tmp_path: Path):
    clean, log = tmp_path / "clean.log", tmp_path / "bot.log"
    clean.write_text('{"event": "ready"}')
    log.write_text("update of Zainabella")
    found = world.checker.leaks([clean, log, tmp_path / "none.log"], "a-token")
    assert found == ["bot.log holds 'Zainabella' for anybody to read."]
    clean.write_text("polling with a-token")
    assert len(world.checker.leaks([clean], "a-token")) == 1
    assert world.checker.leaks([Path(world.checker.database)]) == []
