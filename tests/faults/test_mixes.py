"""Several faults at once, by chance, over a week of a duo: what is promised holds at its end.

A week that fails can be lived again: DUOBOT_TEST_SEED=7 runs only the week of that seed.
"""

import os
import random
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

import bot.post.telegram
from bot.actions.samples import Sample
from bot.post.telegram import PollFailed, TelegramUpdates
from bot.programme.notices import Removal
from bot.programme.notices.new_coach import StaffCommands
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.sandbox import Telegram, serve
from bot.sandbox.cast import AMIR, ELS, RITA, TOM
from bot.sandbox.faults import Fault
from storage import Database, Keys
from storage.address import database_url
from storage.tables import InboxRow, OutboxRow, PersonRow, PromptRow
from tests.conversations import TOKEN
from tests.faults.conftest import Line
from tests.faults.table import BROKEN_ANSWERS, says, waits
from tests.handlers.arrivals import FIRST_SUNDAY
from tests.profiles import is_long

WEEKS = 200 if is_long() else 8
SEED = os.environ.get("DUOBOT_TEST_SEED")
SEEDS = [int(SEED)] if SEED else range(WEEKS)

METHODS = ("getUpdates", "sendMessage", "editMessageText", "answerCallbackQuery", "getMe", "*")
MENDS_ITSELF: list[dict[str, Any]] = [
    *(answer for name, answer in BROKEN_ANSWERS.items() if "megabytes" not in name),
    *(waits(seconds) for seconds in (0, 1, 5, 35)),
    says(400, "Bad Request: FOO_BAR_INVALID"),
    {"delay_s": 0.01},
]
# What is taken out of a chat, and the commands beside the text field.
NO_MESSAGES = (Removal.kind, StaffCommands.kind)
FAULTS_AT_ONCE = 3
LONGEST_STEP = 60  # looks
BETWEEN_LOOKS = 7.0  # seconds


class Week:
    """A week in which things go wrong, three at a time."""

    def __init__(self, line: Line, seed: int) -> None:
        self.line = line
        self.chance = random.Random(seed)  # a schedule of faults is no secret
        self.said: dict[int, str] = {}

    async def goes_by(self) -> None:
        self._stumble()
        self.line.telegram.turn_clock(FIRST_SUNDAY)
        await self.line.app.actions.check_ins.ask_due()
        await self._calm()
        for person in (AMIR.id, RITA.id):
            answer = self.chance.choice(("Yes, we met", "No, not this week"))
            if await self._taps(person, answer):
                self.said[person] = "met" if answer.startswith("Yes") else "not_met"
        await self._says(AMIR.id, "I want my coach")
        for label in ("I take it", "It is solved"):
            await self._taps(ELS.id, label)
        await self._says(RITA.id, self.chance.choice(("/help", "/language", "/privacy", "hello")))
        await self._says(AMIR.id, "/stop")
        self.line.telegram.clear_faults()
        await self._calm()

    async def _says(self, person: int, text: str) -> None:
        self._stumble()
        self.line.telegram.say(person, text)
        await self._calm()

    async def _taps(self, person: int, label: str) -> bool:
        """Tap a button; a letter that was given up after two ambiguous answers has none."""
        self._stumble()
        message = self._with_button(person, label)
        if message is not None:
            self.line.telegram.tap(person, message, label)
        await self._calm()
        return message is not None

    def _with_button(self, person: int, label: str) -> int | None:
        for message in reversed(self.line.telegram.chat(person)):
            rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
            if any(button["text"] == label for row in rows for button in row):
                number: int = message["message_id"]
                return number
        return None

    def _stumble(self) -> None:
        for _ in range(FAULTS_AT_ONCE):
            method = self.chance.choice(METHODS)
            effect = self.chance.choice(("none", "done"))
            answer = self.chance.choice(MENDS_ITSELF)
            chat = self.chance.choice((None, AMIR.id, RITA.id, ELS.id))
            asks_nobody = method in {"getUpdates", "getMe", "*"}
            self.line.telegram.plant_fault(
                Fault(0, method, chat=None if asks_nobody else chat, effect=effect,
                      times=self.chance.choice((1, 1, 2)), **answer)
            )  # fmt: skip

    async def _calm(self) -> None:
        """Let time pass until nothing waits any more."""
        for _ in range(LONGEST_STEP):
            try:
                came = await self.line.app.poller.poll()
            except PollFailed:
                came = 1
            await self.line.app.workers.handle_waiting()
            sent = await self.line.app.courier.deliver_due()
            if not came and not sent and not await self._something_waits():
                return
            self.line.telegram.advance_clock(timedelta(seconds=BETWEEN_LOOKS))
        raise AssertionError("It never became calm.")

    async def _something_waits(self) -> bool:
        async with self.line.database.reading() as tx:
            now = self.line.telegram.clock.now()
            due = (OutboxRow.state == "waiting", OutboxRow.due_at <= now)
            waiting = select(OutboxRow.id).where(*due)
            return bool((await tx.connection.execute(waiting)).first())


@pytest.fixture(autouse=True)
def _polls_do_not_wait(monkeypatch: pytest.MonkeyPatch, logged: list[Any]) -> None:
    monkeypatch.setattr(bot.post.telegram, "LONG_POLL", 0)


@pytest.fixture
async def week_of(
    telegram: Telegram, programme: Programme, keys: Keys, empty_file: Path, tmp_path: Path
) -> AsyncIterator[Line]:
    """A house of its own for one week, polling over HTTP as it does in practice."""
    file = tmp_path / "house.db"
    shutil.copyfile(empty_file, file)
    database = Database(database_url(str(file)), keys)
    async with serve(telegram, 0) as address, TelegramUpdates(address, TOKEN) as updates:
        line = Line(telegram, database, programme, address)
        await line.app.actions.samples.settle_in(
            Sample(AMIR.id, "Amir", "en", Role.MENTEE, 1999),
            Sample(RITA.id, "Rita", "en", Role.MENTOR, 1962),
            Sample(ELS.id, "Els", "en", Role.COACH, 1988),
            (),
        )
        await line.settle()
        line.app.poller.updates = updates
        yield line
        await line.app.bot.session.close()
    await database.close()


async def rows(line: Line, *columns: Any) -> list[Any]:
    async with line.database.reading() as tx:
        return list(await tx.connection.execute(select(*columns)))


def sends(line: Line) -> Iterable[dict[str, Any]]:
    """The bot's requests that put something new in a chat."""
    calls = (one for one in line.telegram.journal.after(0) if one["what"] == "call")
    return [one for one in calls if one["method"] == "sendMessage"]


def is_well_answered(call: dict[str, Any]) -> bool:
    answer = call["answer"]
    return isinstance(answer, dict) and answer.get("ok") is True and bool(answer.get("result"))


def per_chat(calls: Iterable[dict[str, Any]]) -> Counter[int]:
    return Counter(int(one["parameters"]["chat_id"]) for one in calls)


async def every_update_is_handled_once(line: Line) -> None:
    told = [one["update"] for one in line.telegram.journal.after(0) if one["what"] == "update"]
    states = await rows(line, InboxRow.update_id, InboxRow.state)
    assert sorted(states) == sorted((one["update_id"], "done") for one in told)


async def every_letter_arrived_or_was_unsure_twice(line: Line) -> None:
    letters = await rows(
        line, OutboxRow.kind, OutboxRow.state, OutboxRow.unsure, OutboxRow.tries, OutboxRow.lane
    )
    lost = [one for one in letters if one.state == "dead" and not (one.unsure == 2 and one.lane)]
    # What may still change waits: how long a break is, and whether the two differ.
    later = ("somebody_paused", "week_differs")
    waits = [one for one in letters if one.state == "waiting" and one.kind not in later]
    assert waits + lost == []


async def each_letter_was_well_answered_once(line: Line) -> None:
    """So every further message in a chat came of an answer that was lost on its way to us."""
    written = OutboxRow.person_id, OutboxRow.state, OutboxRow.edits, OutboxRow.kind
    people = dict(tuple(one) for one in await telegram_ids(line))
    letters = Counter(
        people[one.person_id]
        for one in await rows(line, *written)
        if one.state == "sent" and one.edits is None and one.kind not in NO_MESSAGES
    )
    assert per_chat(one for one in sends(line) if is_well_answered(one)) == letters
    unknown = per_chat(one for one in sends(line) if one["effect"] and not is_well_answered(one))
    arrived = Counter({one: len(bot_messages(line, one)) for one in letters})
    assert arrived == letters + unknown


def bot_messages(line: Line, person: int) -> list[dict[str, Any]]:
    return [one for one in line.telegram.chat(person) if one["from"] == "bot"]


async def telegram_ids(line: Line) -> list[tuple[int, int]]:
    async with line.database.reading() as tx:
        ids = (await tx.connection.scalars(select(PersonRow.id))).all()
        return [(one.id, one.telegram_id) for one in (await tx.people.by_ids(ids)).values()]


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_week_in_which_much_goes_wrong_keeps_every_promise(week_of, seed):
    random.seed(seed)
    week = Week(week_of, seed)
    await week.goes_by()
    await every_update_is_handled_once(week_of)
    await every_letter_arrived_or_was_unsure_twice(week_of)
    await each_letter_was_well_answered_once(week_of)
    people = dict(await telegram_ids(week_of))
    answers = {
        people[one.person_id]: one.answer
        for one in await rows(week_of, PromptRow.person_id, PromptRow.answer)
        if one.answer
    }
    assert answers == week.said
    unreachable = [one for one in await rows(week_of, PersonRow.unreachable_at) if one[0]]
    assert (unreachable, week_of.app.watch.alarms) == ([], {})
    assert bot_messages(week_of, TOM.id) == []
