"""From "My coach" to the coach's phone: in a quiet house, and while everybody is asked."""

import asyncio
import contextlib
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.town import COACH, Row, duos, fill, new_database, people, rhythms
from benchmarks.trial import percentile
from bot.sandbox import Telegram
from bot.sandbox.web.app import serve
from bot.settings import load_programme
from storage import Keys
from storage.sealing import Where
from storage.tables import DuoRow, PersonRow, RhythmRow

CHECK_INS = 20_000
REQUESTS = 40  # in each of the two houses, each by somebody else
# A coach works, and nothing is quiet: a Wednesday in Brussels, at ten and at eleven.
MORNING = datetime(2026, 3, 11, 9, tzinfo=UTC)
EVERYBODYS_HOUR = MORNING + timedelta(hours=1)
# Between two requests: more than a chat's second, and never in step with the waves of the pace.
SHORTEST_PAUSE, LONGEST_PAUSE = 1.2, 2.4
PATIENCE = 120.0
SEED = 6


@dataclass(frozen=True, slots=True)
class House:
    """Seconds from the tap to the card, in the order of the requests; and what went out meanwhile.

    ``load``: how many programs of the machine wanted to run at once, on average of a minute.
    """

    what: str
    seconds: Sequence[float]
    per_second: float
    refused: int
    load: float

    @property
    def p50(self) -> float:
        return statistics.median(self.seconds)

    @property
    def p99(self) -> float:
        return percentile(self.seconds, 0.99)


class Phones(Telegram):
    """A pretend Telegram with its limits on. It notes when the coach was written to."""

    def __init__(self) -> None:
        super().__init__(limits=True)
        self.sent = self.refused = 0
        self.cards: list[float] = []
        self.came = asyncio.Event()

    async def call(self, method, parameters):  # type: ignore[no-untyped-def]  # as Telegram.call
        answer = await super().call(method, parameters)
        self.refused += answer.status == 429
        if method.lower() == "sendmessage" and answer.status == 200:
            self.sent += 1
            if answer.body["result"]["chat"]["id"] == COACH:
                self.cards.append(time.monotonic())
            self.came.set()
        return answer

    async def until(self, cards: int = 0, sent: int = 0) -> None:
        """Wait until so much was sent."""
        async with asyncio.timeout(PATIENCE):
            while len(self.cards) < cards or self.sent < sent:
                self.came.clear()
                await self.came.wait()


async def reached(check_ins: int = CHECK_INS, requests: int = REQUESTS) -> tuple[House, House]:
    """The quiet house and the busy one, in one run of `duobot run`."""
    keys, telegram = Keys.generate(), Phones()
    telegram.turn_clock(MORNING)
    with tempfile.TemporaryDirectory() as folder:
        await _moved_in(Path(folder), keys, telegram, check_ins)
        async with serve(telegram, 0) as address, _running(address, Path(folder), keys):
            menus = await _menus(telegram, 2 * requests)
            quiet = await _asked(telegram, "nothing else goes out", menus[:requests])
            telegram.turn_clock(EVERYBODYS_HOUR)
            await telegram.until(sent=telegram.sent + 1)
            what = f"{check_ins:,} check-ins go out"
            busy = await _asked(telegram, what, menus[requests:])
    return quiet, busy


async def _moved_in(folder: Path, keys: str, telegram: Phones, check_ins: int) -> None:
    """One coach, and duos who are all asked at the same moment."""
    opened, now = Keys.from_text(keys), MORNING - timedelta(days=30)
    database = await new_database(folder, opened)
    await fill(database, PersonRow, _with_answers(opened, people(opened, check_ins + 2, now)))
    await fill(database, DuoRow, duos(check_ins // 2, MORNING))
    await fill(database, RhythmRow, rhythms(check_ins // 2, EVERYBODYS_HOUR))
    await database.close()
    for number in range(COACH, check_ins + 2):
        telegram.add_person("Amir", id=number, started=True)


def _with_answers(keys: Keys, rows: Iterator[Row]) -> Iterator[Row]:
    """As people are who have answered all that is asked: they get a menu."""
    consent = load_programme("duo").privacy_version
    for row in rows:
        answers = {
            "language": "nl", "consent": consent, "role": row["role"], "first_name": "Amir",
            "year_of_birth": "1990", "branch": row["branch"],
        }  # fmt: skip
        where = Where("people", "answers", row["id"])
        yield {**row, "answers": keys.seal_json(answers, where)}


@contextlib.asynccontextmanager
async def _running(address: str, folder: Path, keys: str) -> AsyncIterator[None]:
    """The house as operators start it, on the sandbox's clock."""
    environ = {
        **os.environ, "DUOBOT_TELEGRAM": address, "DUOBOT_CLOCK": "sandbox",
        "DUOBOT_DATABASE": str(folder / "town.db"), "DUOBOT_SECRET_KEYS": keys,
        "DUOBOT_LOG": "error",
    }  # fmt: skip
    program = str(Path(sys.executable).parent / "duobot")
    child = subprocess.Popen([program, "run"], env=environ)
    try:
        yield
    finally:
        child.terminate()
        await asyncio.to_thread(child.wait)


async def _menus(telegram: Phones, count: int) -> Sequence[tuple[int, int, str]]:
    """Somebody of each of so many duos, the message with their menu, and the button in it."""
    found = []
    for number in range(count):
        person = 2 * number + 3
        before = telegram.sent
        telegram.say(person, "/start")
        await telegram.until(sent=before + 1)
        found.append(_button(telegram, person))
    return found


def _button(telegram: Phones, person: int) -> tuple[int, int, str]:
    for message in telegram.chat(person):
        for row in (message["reply_markup"] or {}).get("inline_keyboard", ()):
            for button in row:
                if button.get("callback_data", "").endswith(":coach"):
                    return person, message["message_id"], button["callback_data"]
    raise RuntimeError("There is no way to the coach in the menu.")


async def _asked(telegram: Phones, what: str, menus: Sequence[tuple[int, int, str]]) -> House:
    """One after another asks for the coach."""
    chance, seconds = random.Random(SEED), []  # noqa: S311  # pauses are no secret
    began, sent, refused = time.monotonic(), telegram.sent, telegram.refused
    for person, message, button in menus:
        cards, tapped = len(telegram.cards), time.monotonic()
        telegram.tap(person, message, button)
        await telegram.until(cards=cards + 1)
        seconds.append(telegram.cards[cards] - tapped)
        await asyncio.sleep(chance.uniform(SHORTEST_PAUSE, LONGEST_PAUSE))
    took, went = time.monotonic() - began, telegram.sent - sent
    return House(what, seconds, went / took, telegram.refused - refused, os.getloadavg()[0])
