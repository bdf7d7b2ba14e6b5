"""Each fault that polling can meet: it goes on, and every update is stored once."""

import asyncio
from collections.abc import Awaitable, Callable
from types import SimpleNamespace

import pytest
from sqlalchemy import select

import bot.post.poller
import bot.post.telegram
from bot.post.identity import recognise
from bot.post.poller import Poller
from bot.post.telegram import PollFailed, TelegramUpdates, TokenRefused
from bot.post.watch import DEAF_AFTER, Alarm, Watch
from bot.sandbox.cast import AMIR
from bot.sandbox.faults import Fault
from storage.tables import InboxRow
from tests.conversations import TOKEN
from tests.faults.conftest import Line
from tests.faults.table import ANOTHER_POLLS, POLLING, WEBHOOK_IS_SET, Heard, says
from tests.patience import until

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("logged")]
Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Listener:
    """A poller over HTTP that notes how long it would have waited, instead of waiting."""

    def __init__(self, line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
        self.line = line
        self.waited: list[float] = []
        self.when_waiting: Callable[[], None] = lambda: None
        self.watch = Watch(seconds=lambda: 100.0 + sum(self.waited))
        monkeypatch.setattr(bot.post.poller, "asyncio", SimpleNamespace(sleep=self._wait))

    async def _wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.when_waiting()
        await asyncio.sleep(0)

    async def hears(self, address: str | None = None) -> int:
        """Somebody speaks; poll until that is stored, and give how often it is."""
        number = self.line.telegram.say(AMIR.id, "/help")["update_id"]
        async with TelegramUpdates(address or self.line.address, TOKEN) as updates:
            self.when_waiting = lambda: setattr(updates, "address", self.line.address)
            poller = Poller(updates, self.line.database, self.line.telegram.clock,
                            lambda count: None, self.watch)  # fmt: skip
            running = asyncio.create_task(poller.run())
            await until(lambda: running.done() or self._is_stored(number))
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            if running.done() and not running.cancelled() and running.exception():
                raise running.exception() or AssertionError
        return await self._times(number)

    async def _is_stored(self, number: int) -> bool:
        return await self._times(number) > 0

    async def _times(self, number: int) -> int:
        async with self.line.database.reading() as tx:
            found = select(InboxRow.update_id).where(InboxRow.update_id == number)
            return len((await tx.connection.scalars(found)).all())


@pytest.fixture
def listener(line: Line, monkeypatch: pytest.MonkeyPatch) -> Listener:
    return Listener(line, monkeypatch)


def calls(line: Line, method: str) -> list[dict[str, object]]:
    return [
        entry["parameters"]
        for entry in line.telegram.journal.after(0)
        if entry["what"] == "call" and entry["method"] == method
    ]


@pytest.mark.parametrize(
    ("named", "effect"),
    [
        pytest.param(row, effect, id=f"{row}: {effect}")
        for row in POLLING
        for effect in (("none", "done") if row.after else ("none",))
    ],
)
async def test_it_goes_on_and_nothing_is_lost(line, listener, named, effect):
    line.telegram.plant_fault(Fault(0, "getUpdates", **named.answer, times=1, effect=effect))
    assert await listener.hears() == 1
    if named.end is Heard.AFTER_BACK_OFF:
        assert 0.75 <= listener.waited[0] <= 1
    else:
        assert listener.waited == [named.seconds]
    assert listener.watch.failed_at is not None
    assert not listener.watch.is_deaf


async def test_another_poller_three_times_within_a_minute_is_an_alarm(line, listener, logged):
    line.telegram.plant_fault(Fault(0, "getUpdates", **says(409, ANOTHER_POLLS), times=5))
    assert await listener.hears() == 1
    assert listener.watch.is_shared
    assert listener.watch.alarms == {Alarm.TOKEN_IN_USE_ELSEWHERE: 1}
    (told,) = [one for one in logged if one["event"] == "token_in_use_elsewhere"]
    assert told["log_level"] == "error"
    assert "@BotFather" in told["mend"]


async def test_two_conflicts_of_a_hand_over_are_none(line, listener):
    line.telegram.plant_fault(Fault(0, "getUpdates", **says(409, ANOTHER_POLLS), times=2))
    assert await listener.hears() == 1
    assert not listener.watch.is_shared
    assert not listener.watch.alarms


async def test_a_webhook_is_left_at_once_and_what_waits_is_kept(line, listener):
    before = len(calls(line, "deleteWebhook"))
    line.telegram.plant_fault(Fault(0, "getUpdates", **says(409, WEBHOOK_IS_SET), times=1))
    assert await listener.hears() == 1
    (asked,) = calls(line, "deleteWebhook")[before:]
    assert str(asked["drop_pending_updates"]).lower() == "false"


@pytest.mark.parametrize("answer", [says(401, "Unauthorized"), says(404, "Not Found")])
async def test_a_token_that_is_refused_three_times_ends_it(line, listener, answer):
    line.telegram.plant_fault(Fault(0, "getUpdates", **answer, times=3))
    with pytest.raises(TokenRefused):
        await listener.hears()
    assert len(listener.waited) == 2
    assert listener.watch.alarms == {Alarm.TOKEN_REFUSED: 1}
    assert listener.watch.refused_at is not None


async def test_a_wait_of_a_day_is_an_alarm(line, listener):
    late = says(429, "Too Many Requests", retry_after=86_400)
    line.telegram.plant_fault(Fault(0, "getUpdates", **late, times=1))
    await listener.hears()
    assert listener.watch.alarms == {Alarm.VERY_LONG_WAIT_ASKED: 1}


def hanging_up_after(answer: Answer) -> Answer:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await answer(reader, writer)
        finally:
            writer.close()

    return handle


async def cuts_in_the_middle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{"ok": true, "result": [')
    await writer.drain()
    writer.transport.abort()


async def says_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()


async def drips(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n")
    while not writer.is_closing():
        writer.write(b" ")
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("answer", [cuts_in_the_middle, says_nothing, drips])
async def test_a_line_that_dies_is_made_anew(listener, monkeypatch, answer: Answer):
    monkeypatch.setattr(bot.post.telegram, "LONG_POLL", 0)
    monkeypatch.setattr(bot.post.telegram, "LINE_IS_DEAD", 0.1)
    server = await asyncio.start_server(hanging_up_after(answer), "127.0.0.1", 0)
    async with server:
        assert await listener.hears(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}") == 1
    assert 0.75 <= listener.waited[0] <= 1


async def test_a_new_connection_is_used_after_a_dead_one(line, monkeypatch):
    line.telegram.plant_fault(Fault(0, "getMe", status=0, times=1))
    line.telegram.plant_fault(Fault(0, "getUpdates", status=0, times=1))
    async with TelegramUpdates(line.address, TOKEN) as updates:
        before = updates.session
        with pytest.raises(PollFailed):
            await updates.get(None)
        assert before is not None
        assert before.closed
        assert updates.session is not before


@pytest.mark.parametrize(
    "updates",
    [
        [{"update_id": 2**70}, {"update_id": -5}, {"update_id": True}, [], None],
        [{"message": "no number"}],
    ],
)
async def test_updates_that_cannot_be_kept_do_not_go_round_and_round(line, listener, updates):
    body = {"ok": True, "result": updates}
    line.telegram.plant_fault(Fault(0, "getUpdates", status=200, body=body, times=3))
    assert await listener.hears() == 1
    assert len(listener.waited) == 3


async def test_empty_answers_that_come_at_once_do_not_go_round_and_round(line, listener):
    body = {"ok": True, "result": []}
    line.telegram.plant_fault(Fault(0, "getUpdates", status=200, body=body, times=4))
    assert await listener.hears() == 1
    assert listener.waited == [bot.post.poller.SHORTEST_EMPTY_POLL] * 4


async def test_whatever_telegram_says_of_us_at_the_start_it_is_asked_again(line, monkeypatch):
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("bot.post.identity.asyncio", SimpleNamespace(sleep=wait))
    odd: list[object] = [{}, [], "us", {"id": "7"}, None]
    for result in odd:
        body = {"ok": True, "result": result}
        line.telegram.plant_fault(Fault(0, "getMe", status=200, body=body, times=1))
    line.telegram.plant_fault(Fault(0, "getMe", status=502, times=10))
    async with TelegramUpdates(line.address, TOKEN) as updates:
        await recognise(updates, line.database)
    assert len(waited) == len(odd) + 10
    assert max(waited) <= 60


async def test_who_hears_nothing_for_ninety_seconds_is_deaf():
    now = [0.0]
    watch = Watch(seconds=lambda: now[0])
    for moment, deaf in ((DEAF_AFTER, False), (DEAF_AFTER + 1, True)):
        now[0] = moment
        assert watch.is_deaf == deaf
    watch.heard()
    assert (watch.is_deaf, watch.silent_for) == (False, 0.0)
    now[0] += 50
    assert (watch.is_deaf, watch.silent_for) == (False, 50.0)
