"""The poller: what is confirmed to Telegram is stored, whatever the line and the updates are."""

import asyncio
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select

import bot.post.poller
import bot.post.telegram
from bot.post.poller import Poller
from bot.post.telegram import PollFailed, TelegramUpdates, TokenRefused
from bot.sandbox.faults import Fault
from storage.tables import InboxRow
from tests.conversations import TOKEN, House
from tests.patience import until
from tests.post.conftest import WiredHouse

AMIR = {"id": 700_000_001, "is_bot": False, "first_name": "Amir"}
CHAT = {"id": 700_000_001, "type": "private"}
BOOST = {
    "chat": CHAT,
    "boost_id": "x",
    "remove_date": 0,
    "source": {"source": "premium", "user": AMIR},
}


class Script:
    """Gives what was written down, poll after poll, and remembers what it was asked."""

    def __init__(self, *polls: Sequence[dict[str, Any]] | Exception) -> None:
        self.polls = list(polls)
        self.asked: list[int | None] = []

    async def get(self, offset: int | None) -> Sequence[dict[str, Any]]:
        self.asked.append(offset)
        if not self.polls:
            await asyncio.Event().wait()
        poll = self.polls.pop(0)
        if isinstance(poll, Exception):
            raise poll
        return poll


def said(update_id: int, text: str = "bonjour", **more: Any) -> dict[str, Any]:
    message = {"message_id": 1, "date": 0, "chat": CHAT, "from": AMIR, "text": text}
    return {"update_id": update_id, "message": message, **more}


def poller_of(house: House, updates: Script) -> Poller:
    return Poller(updates, house.database, house.telegram.clock, lambda _: None)


async def stored(house: House) -> list[tuple[int, str]]:
    async with house.database.reading() as tx:
        found = select(InboxRow.update_id, InboxRow.state).order_by(InboxRow.update_id)
        return [tuple(row) for row in await tx.connection.execute(found)]


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the poller would have waited, instead of waiting."""
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)
        await asyncio.sleep(0)

    monkeypatch.setattr(bot.post.poller, "asyncio", SimpleNamespace(sleep=wait))
    return waited


async def run_out(poller: Poller, script: Script) -> None:
    """Let it poll until the script is over."""
    polls = len(script.polls)
    running = asyncio.create_task(poller.run())
    await until(lambda: len(script.asked) > polls)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_updates_are_stored_before_they_are_confirmed(house):
    script = Script([said(7), said(8)], [])
    poller = poller_of(house, script)
    await poller.poll()
    assert await stored(house) == [(7, "waiting"), (8, "waiting")]
    assert script.asked == [None]
    await poller.poll()
    assert script.asked == [None, 9]


async def test_what_cannot_be_stored_is_never_confirmed(house, monkeypatch):
    script = Script([said(7)], [said(7)])
    poller = poller_of(house, script)

    async def full(_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(poller, "_store", full)
        with pytest.raises(OSError, match="disk full"):
            await poller.poll()
    await poller.poll()
    assert script.asked == [None, None]
    assert await stored(house) == [(7, "waiting")]


async def test_what_comes_twice_is_kept_once(house):
    poller = poller_of(house, Script([said(7), said(7), said(8)], [said(8), said(9)]))
    await poller.poll()
    await poller.poll()
    assert [number for number, _ in await stored(house)] == [7, 8, 9]


async def test_numbers_may_go_backwards(house):
    script = Script([said(1_000_007), said(1_000_006)], [said(7)], [])
    poller = poller_of(house, script)
    for _ in range(3):
        await poller.poll()
    assert [number for number, _ in await stored(house)] == [7, 1_000_006, 1_000_007]
    assert script.asked == [None, 1_000_008, 8]


async def test_unknown_kinds_of_updates_are_taken_and_done_without_a_word(house):
    strange = [
        {"update_id": 5, "removed_chat_boost": BOOST},
        {"update_id": 6, "something_new": {"from": AMIR, "whatever": [1, {"a": None}]}},
        {"update_id": 7, "poll_vote_v9": "text"},
        {"update_id": 8},
    ]
    house.app.poller = poller_of(house, Script(strange, []))
    await house.settle()
    assert await stored(house) == [(n, "done") for n in (5, 6, 7, 8)]


async def test_fields_nobody_knows_change_nothing(house):
    odd = said(5, "/start", hype=3)
    odd["message"] |= {"vibes": {"a": [1]}, "sender_mood": "good"}
    amir = house.phone_of(AMIR["id"])
    house.app.poller = poller_of(house, Script([odd], []))
    await house.settle()
    assert await stored(house) == [(5, "done")]
    assert amir.last


async def test_a_batch_of_a_hundred_long_updates_is_kept(house):
    poller = poller_of(house, Script([said(n, "x" * 65_536) for n in range(100)]))
    assert await poller.poll() == 100
    assert len(await stored(house)) == 100


async def test_a_conflict_waits_five_seconds_and_goes_on(house, waits):
    script = Script(PollFailed(409, "Conflict: terminated by other getUpdates request"), [said(7)])
    await run_out(poller_of(house, script), script)
    assert waits == [5.0]
    assert await stored(house) == [(7, "waiting")]


@pytest.mark.parametrize(("asked", "waited"), [(5.0, 5.0), (86_400.0, 60.0)])
async def test_it_waits_as_long_as_telegram_asks_and_at_most_a_minute(house, waits, asked, waited):
    script = Script(PollFailed(429, "Too Many Requests", asked), [said(7)])
    await run_out(poller_of(house, script), script)
    assert waits == [waited]


async def test_a_token_that_is_refused_three_times_in_a_row_ends_it(house, waits):
    refusal = PollFailed(401, "Unauthorized")
    script = Script(refusal, refusal, [said(7)], refusal, refusal, refusal)
    with pytest.raises(TokenRefused):
        await poller_of(house, script).run()
    assert len(waits) == 4
    assert await stored(house) == [(7, "waiting")]


async def test_the_longer_the_line_is_down_the_longer_it_waits(house, waits):
    script = Script(*[PollFailed(0, "ClientConnectorError")] * 12, [said(7)])
    await run_out(poller_of(house, script), script)
    assert all(0 < seconds <= 60 for seconds in waits)
    assert waits[0] <= 1
    assert waits[-1] >= 45
    assert await stored(house) == [(7, "waiting")]


@pytest.mark.parametrize(
    ("fault", "status", "reason"),
    [
        ({"status": 0}, 0, "ServerDisconnectedError"),
        ({"status": 200, "body": ""}, 200, "not readable"),
        ({"status": 200, "body": '{"ok": true, "resu'}, 0, "JSONDecodeError"),
        ({"status": 200, "body": "\udcff\udcfe"}, 0, "UnicodeDecodeError"),
        ({"status": 200, "body": {"ok": True}}, 200, "no description"),
        ({"status": 200, "body": {"ok": True, "result": {"a": 1}}}, 200, "no list"),
        ({"status": 502, "body": "<html>502 Bad Gateway</html>"}, 0, "JSONDecodeError"),
        ({"status": 500, "body": {"ok": False, "error_code": 500}}, 500, "no description"),
        ({"status": 401}, 401, "Unauthorized"),
        ({"status": 409}, 409, "Conflict"),
    ],
)
async def test_whatever_telegram_answers_is_a_failed_poll_and_not_a_crash(
    house: WiredHouse, fault, status, reason
):
    house.telegram.plant_fault(Fault(0, "getUpdates", **fault))
    async with TelegramUpdates(house.address, TOKEN) as updates:
        with pytest.raises(PollFailed) as failed:
            await updates.get(None)
    assert (failed.value.status, failed.value.wait) == (status, None)
    assert reason in failed.value.reason
    assert TOKEN not in str(failed.value)


@pytest.mark.parametrize(
    ("parameters", "wait"),
    [(None, None), ({"retry_after": 5}, 5.0), ({"retry_after": "35"}, 35.0),
     ({"retry_after": "soon"}, None), ("none", None)],
)  # fmt: skip
async def test_patience_is_read_however_it_is_written(house: WiredHouse, parameters, wait):
    body = {"ok": False, "error_code": 429, "description": "Too Many Requests"}
    more = {} if parameters is None else {"parameters": parameters}
    house.telegram.plant_fault(Fault(0, "getUpdates", status=429, body=body | more))
    async with TelegramUpdates(house.address, TOKEN) as updates:
        with pytest.raises(PollFailed) as failed:
            await updates.get(None)
    assert failed.value.wait == wait


async def test_a_line_that_hangs_is_taken_for_dead(house: WiredHouse, monkeypatch):
    monkeypatch.setattr(bot.post.telegram, "LONG_POLL", 0)
    monkeypatch.setattr(bot.post.telegram, "LINE_IS_DEAD", 0.1)
    house.telegram.plant_fault(Fault(0, "getUpdates", delay_s=1.0))
    async with TelegramUpdates(house.address, TOKEN) as updates:
        with pytest.raises(PollFailed, match="TimeoutError"):
            await updates.get(None)


async def test_updates_without_a_number_are_left_out(house: WiredHouse):
    body = {"ok": True, "result": [said(7), {"message": {}}, "junk", {"update_id": "x"}]}
    house.telegram.plant_fault(Fault(0, "getUpdates", status=200, body=body))
    async with TelegramUpdates(house.address, TOKEN) as updates:
        assert [one["update_id"] for one in await updates.get(None)] == [7]


async def test_it_is_used_inside_a_with_block():
    with pytest.raises(RuntimeError, match="async with"):
        await TelegramUpdates("http://127.0.0.1:1", TOKEN).who_am_i()


async def test_the_rest_of_what_a_line_is_for(house: WiredHouse):
    async with TelegramUpdates(house.address, TOKEN) as updates:
        await updates.leave_webhook()
        assert (await updates.who_am_i())["username"] == "duobot_demo_bot"
