"""How close to Telegram's limit letters go out, and whether any limit is broken, in real time."""

import asyncio
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.town import new_database, people
from bot.app import App, make_bot
from bot.clock import SystemClock
from bot.i18n import load_speech
from bot.post.pace import A_SECOND, PER_SECOND
from bot.post.telegram import TelegramUpdates
from bot.programme.letters import Lane
from bot.programme.notices import OnlyWords
from bot.sandbox import Telegram
from bot.sandbox.web.app import serve
from bot.settings import load_programme
from storage import Keys
from storage.letters import Draft
from storage.tables import PersonRow

TOKEN = "1:benchmark"
READERS = 300
LETTERS = 600  # two to everybody: twenty seconds
CASES = 5


@dataclass(frozen=True, slots=True)
class Paced:
    """What went out. ``most_in_a_second`` counts any sliding second at the sandbox."""

    per_second: float
    share_of_limit: float
    most_in_a_second: int
    most_to_one_in_a_second: int
    refused: int
    slowest_case_s: float


class Watched(Telegram):
    """A pretend Telegram with its limits on, which notes when each message was taken."""

    def __init__(self) -> None:
        super().__init__(limits=True)
        self.taken: list[tuple[float, int]] = []
        self.refused = 0

    async def call(self, method, parameters):  # type: ignore[no-untyped-def]  # as Telegram.call
        answer = await super().call(method, parameters)
        if method.lower() == "sendmessage":
            self.refused += answer.status == 429
            if answer.status == 200:
                self.taken.append((time.monotonic(), answer.body["result"]["chat"]["id"]))
        return answer


async def paced() -> Paced:
    """Six hundred reminders wait; some cases come while they go out."""
    keys, telegram = Keys.from_text(Keys.generate()), Watched()
    with tempfile.TemporaryDirectory() as folder:
        database = await new_database(Path(folder), keys)
        now = datetime.now(UTC)  # noqa: TID251  # a benchmark in real time
        readers = list(people(keys, READERS + 1, now))
        for one in readers:
            telegram.add_person("Reader", id=int(one["id"]), started=True)
        async with database.transaction() as tx:
            from sqlalchemy import insert  # noqa: PLC0415

            await tx.connection.execute(insert(PersonRow), readers)
            await tx.outbox.put([_letter(n, Lane.REMINDER, now) for n in range(LETTERS)], now)
        async with serve(telegram, 0) as address:
            app = App(
                bot=make_bot(TOKEN, address),
                updates=TelegramUpdates(address, TOKEN),
                database=database,
                programme=load_programme("duo"),
                speech=load_speech(),
                clock=SystemClock(),
            )
            work = asyncio.create_task(app.courier.run())
            slowest = await _cases_meanwhile(app, telegram)
            while len(telegram.taken) < LETTERS + CASES:
                await asyncio.sleep(0.05)
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
            await app.bot.session.close()
        await database.close()
    return _summary(telegram, slowest)


def _letter(number: int, lane: Lane, now: datetime) -> Draft:
    reader = 2 + number % READERS
    notice = OnlyWords()
    return Draft(reader, notice.kind, f"{lane} {number}", "1", notice.facts(), lane, now)


async def _cases_meanwhile(app: App, telegram: Watched) -> float:
    """Some case letters to one coach, one every three seconds; the longest that one took."""
    slowest = 0.0
    for number in range(CASES):
        await asyncio.sleep(3)
        begun, before = time.monotonic(), _count(telegram, 1)
        now = app.courier.delivery.office.clock.now()
        notice = OnlyWords()
        draft = Draft(1, notice.kind, f"case {number}", "1", notice.facts(), Lane.CASE, now)
        async with app.database.transaction() as tx:
            await tx.outbox.put([draft], now)
            tx.after_commit(app.courier.bell.ring)
        while _count(telegram, 1) == before:
            await asyncio.sleep(0.01)
        slowest = max(slowest, time.monotonic() - begun)
    return slowest


def _count(telegram: Watched, chat: int) -> int:
    return sum(1 for _, one in telegram.taken if one == chat)


def _summary(telegram: Watched, slowest: float) -> Paced:
    moments = [at for at, _ in telegram.taken]
    # Whole seconds' worth, after the first: what comes in waves must not be cut in the middle.
    first, last = PER_SECOND, len(moments) // PER_SECOND * PER_SECOND
    rate = (last - first) / (moments[last] - moments[first])
    by_chat = Counter(chat for _, chat in telegram.taken)
    return Paced(
        per_second=rate,
        share_of_limit=rate / PER_SECOND,
        most_in_a_second=_most(moments),
        most_to_one_in_a_second=max(
            _most([at for at, one in telegram.taken if one == chat]) for chat in by_chat
        ),
        refused=telegram.refused,
        slowest_case_s=slowest,
    )


def _most(moments: list[float]) -> int:
    """The most in any sliding second."""
    most = start = 0
    for end, at in enumerate(moments):
        while moments[start] <= at - A_SECOND:
            start += 1
        most = max(most, end - start + 1)
    return most
