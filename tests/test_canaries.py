"""Five hundred names, phones and texts are said; none of them may be read anywhere afterwards.

Looked into are the log at its most talkative, metrics, health, the doctor's words, and the plain
bytes of the database: of SQLite its file, its write-ahead log and its index of that.
"""

import io
import logging
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import structlog
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendMessage
from sqlalchemy import text

from bot.actions.work.menu import Work
from bot.clock import SystemClock
from bot.doctor.findings import as_json, as_lines
from bot.doctor.memory import look_at_memory
from bot.doctor.telegram import look_at_telegram
from bot.health import House as Watched
from bot.health.lag import Lag
from bot.health.metrics import Metrics
from bot.health.web import Page
from bot.logs import ONLY_ERRORS, TALKATIVE, configure
from bot.post.patience import Patience
from bot.post.telegram import PollFailed, TelegramUpdates
from bot.settings import Settings
from storage import Database
from storage.address import is_sqlite, sqlite_file
from storage.inbox import Arrival
from storage.tables import Base
from tests.conversations import House, Someone
from tests.handlers.arrivals import finishes
from tests.handlers.trusting import trust
from tests.storage.places import KINDS

TOKEN = "7301945582:AAHq-canary_canary_canary_canary_can"
PEOPLE = 14
IN_A_MESSAGE = 8
LETTERS = "bcdfghjklmnpqrstvwxz"
WISHED = 500
CANARY = re.compile(rf"Q[{LETTERS}]{{9}}|04[0-9]{{8}}".encode())


@dataclass
class Cage:
    """Makes canaries: words that stand nowhere else, each of them remembered."""

    chance: random.Random = field(default_factory=lambda: random.Random(20261124))
    flown: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)

    def name(self) -> str:
        return self._keep("Q" + "".join(self.chance.choices(LETTERS, k=9)))

    def phone(self) -> str:
        return self._keep("04" + "".join(self.chance.choices("0123456789", k=8)))

    def words(self) -> str:
        """Several at once, as somebody writes who has much to tell."""
        told = [self.name() for _ in range(IN_A_MESSAGE - 1)]
        return f"My {' and '.join(told)} hurt, call {self.phone()}"

    def _keep(self, word: str) -> str:
        self.flown.append(word)
        return word


@pytest.fixture
def cage() -> Cage:
    return Cage()


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Every line, from debug on; logging is put back afterwards."""
    root, hook = logging.getLogger(), sys.excepthook
    before = (root.handlers[:], root.level)
    levels = {name: logging.getLogger(name).level for name in (*TALKATIVE, *ONLY_ERRORS)}
    stream = io.StringIO()
    configure("debug", "json", stream)
    yield stream
    root.handlers[:], sys.excepthook = before[0], hook
    root.setLevel(before[1])
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
async def page(house: House) -> Page:
    metrics, clock = Metrics(), house.telegram.clock
    house.app.count_with(metrics)
    watched = Watched(house.database, clock, clock, house.app.watch, house.app.ticks)
    return Page(watched, metrics, Lag())


@pytest.mark.parametrize("kind", KINDS)
async def test_nobody_s_name_phone_or_words_are_readable_anywhere(house, page, cage, log):
    people = [someone_new(house, cage) for _ in range(PEOPLE)]
    await register(house, people, cage)
    await talk(house, people, cage)
    await fail_at_telegram(house, people[0], cage)
    await fail_at_home(house, people[1:4], cage)
    await leave(house, people[4:7])
    await speak_to_nobody(cage)
    told = [log.getvalue(), *await what_machines_read(house, page)]
    assert len(cage.flown) >= WISHED
    assert "update_set_aside" in told[0]
    assert "poll_failed" in told[0]
    assert re.search(r"^duobot_updates_set_aside [1-9]", told[3], re.MULTILINE)
    readable = "\n".join(told).encode() + await plain_bytes(house.database)
    assert {one.decode() for one in CANARY.findall(readable)} & {*cage.flown} == set()
    assert not [secret for secret in cage.secrets if secret.encode() in readable]


def someone_new(house: House, cage: Cage) -> Someone:
    return Someone(house, house.telegram.add_person(cage.name(), cage.name(), "en").id)


async def register(house: House, people: list[Someone], cage: Cage) -> None:
    """All of them at once, with mistakes on the way."""
    await all_say(house, people, "/start")
    for label in ("English", "I agree", "I am looking for work"):
        await all_tap(house, people, label)
    for answer in (
        cage.name,
        cage.words,
        lambda: "1999",
        cage.words,
    ):
        for one in people:
            house.telegram.say(one.id, answer())
        await house.settle()
    await all_tap(house, people, "Brussels")
    for one in people:
        await finishes(one)
    assert "My coach" in people[0].buttons


async def talk(house: House, people: list[Someone], cage: Cage) -> None:
    """Free words, other things than words, a coach who comes in, and calls for that coach."""
    coach = someone_new(house, cage)
    token = await house.app.actions.invitations.invite_coach(cage.name(), "brussels")
    await coach.says(f"/start {token}")
    for one in people:
        house.telegram.say(one.id, cage.words())
        house.telegram.send(one.id, "photo", cage.words())
    await house.settle()
    for one in people[:6]:
        house.telegram.say(one.id, f"I need a doctor in Ghent, I am {cage.name()}")
    await house.settle()
    assert people[0].last.startswith("A doctor: Ghent")
    await all_say(house, people[:6], "I want to talk to my coach")
    assert "wants to talk to you" in coach.last
    await about_cases(house, people[:6], coach, cage)
    cage.secrets.append(token)


async def about_cases(house: House, people: list[Someone], coach: Someone, cage: Cage) -> None:
    """They tell more, under photos too; the coach reads it, answers, and keeps a note."""
    await trust(house, coach)
    for one in people:
        house.telegram.say(one.id, cage.words())
        house.telegram.send(one.id, "photo", cage.words())
    await house.settle()
    await coach.taps("Read")
    await coach.answers("What was said", cage.words())
    await coach.taps("Note for coaches")
    assert "I keep your note." in await coach.says(cage.words())


async def fail_at_telegram(house: House, person: Someone, cage: Cage) -> None:
    """Telegram refuses a letter and quotes it, in words that nobody knows."""
    said, session = cage.words(), house.app.bot.session
    asked = SendMessage(chat_id=person.id, text=said)

    async def refuse(*_: object, **__: object) -> None:
        raise TelegramBadRequest(asked, f'Bad Request: strange letter "{said}"')

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session, "make_request", refuse)
        await person.says("/menu")
        for _ in range(3):
            await house.pass_by(minutes=2)


async def fail_at_home(house: House, people: list[Someone], cage: Cage) -> None:
    """Exceptions that hold values: ours, the database's, and those of an update out of shape."""

    async def stumble(self: Work, *_: object) -> None:
        raise LookupError(cage.words())

    async def mistake(self: Work, *_: object) -> None:
        async with self.desk.database.transaction() as tx:
            lost = text("INSERT INTO nowhere (word) VALUES (:word)")
            await tx.connection.execute(lost, {"word": cage.words()})

    for command, failure in (("/people", stumble), ("/people", mistake)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Work, "new_people", failure)
            for one in people:
                house.telegram.say(one.id, f"{command} {cage.words()}")
            await house.settle()
    odd = {
        "update_id": 7,
        "message": {"text": cage.words(), "from": {"id": 5, "name": cage.name()}},
    }
    async with house.database.transaction() as tx:
        await tx.inbox.store([Arrival(7, 5, odd)], house.telegram.clock.now())
    await house.settle()


async def leave(house: House, people: list[Someone]) -> None:
    await all_say(house, people, "/privacy")
    for label in ("I no longer agree", "Yes, delete my answers"):
        await all_tap(house, people, label)


async def speak_to_nobody(cage: Cage) -> None:
    """A line that is dead, with the token in its address."""
    cage.secrets.append(TOKEN)
    async with TelegramUpdates("http://127.0.0.1:1", TOKEN) as updates:
        with pytest.raises(PollFailed) as failed:
            await updates.get(None)
    Patience().after(failed.value)
    structlog.get_logger().error("line_lost", address=f"http://127.0.0.1:1/bot{TOKEN}/getUpdates")
    logging.getLogger("aiohttp.client").warning("lost http://127.0.0.1:1/bot%s/getMe", TOKEN)


async def what_machines_read(house: House, page: Page) -> list[str]:
    """Health, metrics, and the doctor with the token in his hands."""
    answers = [await ask(None) for ask in (page.live, page.ready, page.numbers)]
    settings = Settings.model_validate(
        {"token": TOKEN, "telegram": "http://127.0.0.1:1", "database": house.database.url}
    )
    memory = await look_at_memory(settings, house.telegram.clock.now().date())
    findings = [*memory.findings, *await look_at_telegram(settings, None, SystemClock())]
    bodies = [bytes(answer.body).decode() for answer in answers]
    return [*bodies, as_json(findings), *as_lines(findings)]


async def plain_bytes(database: Database) -> bytes:
    """All that a thief of the database holds."""
    if is_sqlite(database.url):
        file = sqlite_file(database.url)
        files = [file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))]
        return b"".join(content_of(one) for one in files)
    async with database.reading() as tx:
        tables = [
            (await tx.connection.execute(text(f'SELECT * FROM "{table.name}"'))).all()  # noqa: S608 - our own
            for table in Base.metadata.sorted_tables
        ]
    values = [value for rows in tables for row in rows for value in row]
    return b"\n".join(one if isinstance(one, bytes) else str(one).encode() for one in values)


def content_of(file: Path) -> bytes:
    content = file.read_bytes()
    assert content, file
    return content


async def all_say(house: House, people: list[Someone], words: str) -> None:
    for one in people:
        house.telegram.say(one.id, words)
    await house.settle()


async def all_tap(house: House, people: list[Someone], label: str) -> None:
    for one in people:
        house.telegram.tap(one.id, one._message_with(label), label)
    await house.settle()
