"""A day on which nothing goes wrong, and the traces that it leaves: a database and a journal."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.actions.samples import Sample
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.sandbox import SandboxClock, Telegram
from bot.sandbox.cast import AMIR, ELS, RITA, TOM, invite_cast
from storage import Database, Keys
from storage.address import database_url
from tests.conversations import House
from tests.handlers.arrivals import REST
from tests.processes.checker import Checker

DATABASE, JOURNAL = "house.db", "journal.jsonl"
NOBODY = 5  # a number that names no row


@dataclass(slots=True)
class World:
    """A copy of what the good day left, to be spoiled."""

    checker: Checker
    noor: int

    def spoil(self, *statements: str) -> None:
        with sqlite3.connect(self.checker.database) as database:
            for statement in statements:
                assert database.execute(statement).rowcount != 0, statement

    def rewrite(self, change: Callable[[dict[str, Any]], list[dict[str, Any]]]) -> None:
        """Each entry of the journal becomes these."""
        lines = self.checker.journal.read_text().splitlines()
        entries = [new for line in lines for new in change(json.loads(line))]
        self.checker.journal.write_text("".join(json.dumps(one) + "\n" for one in entries))

    def bot_writes(self, chat: int, text: str) -> None:
        """One message more at the end of the journal."""
        last = json.loads(self.checker.journal.read_text().splitlines()[-1])
        message = {"message_id": 99, "text": text}
        entry = {**last, "seq": last["seq"] + 1, "what": "message", "chat": chat, "by": "bot"}
        with self.checker.journal.open("a") as journal:
            journal.write(json.dumps({**entry, "message": message}) + "\n")


@dataclass(frozen=True, slots=True)
class GoodDay:
    """Where its traces are, and what the checker has to know besides."""

    folder: Path
    noor: int
    known: Mapping[int, Mapping[str, str]]

    def copied_to(self, folder: Path, keys: Keys, programme: Programme) -> World:
        for name in (DATABASE, JOURNAL):
            shutil.copyfile(self.folder / name, folder / name)
        duo = frozenset((AMIR.id, RITA.id, ELS.id))
        checker = Checker(
            str(folder / DATABASE), keys, folder / JOURNAL, programme, kills=0,
            known=dict(self.known), readers={"Rita": duo, "Amir": duo},
        )  # fmt: skip
        return World(checker, self.noor)


async def live_through(
    folder: Path, empty_file: Path, keys: Keys, programme: Programme, begins: datetime
) -> GoodDay:
    """Two register, a duo meets, a coach is called and answers, and Tom takes his consent back."""
    shutil.copyfile(empty_file, folder / DATABASE)
    telegram = Telegram(clock=SandboxClock(real=lambda: begins), journal=folder / JOURNAL)
    invite_cast(telegram)
    database = Database(database_url(str(folder / DATABASE)), keys)
    house = House(telegram, database, programme)
    noor = await _two_register(house)
    known = await _a_duo_settles_in(house)
    await house.pass_by(days=5, hours=8)
    await house.phone_of(RITA.id).taps("Yes, we met")
    amir, els = house.phone_of(AMIR.id), house.phone_of(ELS.id)
    await amir.says("/coach")
    await amir.says("It is about the bus to work.")
    await els.taps("I take it")
    await els.taps("Reply")
    await els.says("This afternoon, at three?")
    tom = house.phone_of(TOM.id)
    await tom.says("/privacy")
    await tom.taps("I no longer agree")
    await tom.taps("Yes, delete my answers")
    await house.settle()
    await database.close()
    await house.app.bot.session.close()
    telegram.close()
    return GoodDay(folder, noor, known)


async def _two_register(house: House) -> int:
    """The one to the end; Noor, whose number is given, is still asked her name."""
    zainab, noor = house.meet("Zainabella", "en"), house.meet("Noortjelief", "en")
    for person in (zainab, noor):
        await person.says("/start")
        await person.taps("English")
        await person.taps("I agree")
        await person.taps("I am looking for work")
    for text in ("Zainabella", "1999", "Gent"):
        await zainab.says(text)
    for step in REST:
        await (zainab.says(step[1:]) if step.startswith("=") else zainab.taps(step))
    return noor.id


async def _a_duo_settles_in(house: House) -> Mapping[int, Mapping[str, str]]:
    await house.app.actions.samples.settle_in(
        Sample(AMIR.id, "Amir", "en", Role.MENTEE, 1999),
        Sample(RITA.id, "Rita", "en", Role.MENTOR, 1962),
        Sample(ELS.id, "Els", "en", Role.COACH, 1988),
        (Sample(TOM.id, "Tom", "en", Role.MENTOR, 1960),),
    )
    await house.settle()
    async with house.database.reading() as tx:
        people = [await tx.people.by_telegram(one.id) for one in (AMIR, RITA, TOM)]
    return {one.telegram_id: dict(one.answers) for one in people if one}
