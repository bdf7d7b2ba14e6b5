"""How fast a bot may send and ask, on a stopwatch that the test turns."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot.sandbox import NotPossible, Telegram
from bot.sandbox.cast import AMIR, ELS, RITA
from tests.sandbox.conftest import Line, calls, new_telegram, refusal

GROUP = -1001


class Stopwatch:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def watch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def strict(watch: Stopwatch) -> Telegram:
    return new_telegram(seconds=watch, limits=True)


async def sent(telegram: Telegram, chat: int, count: int) -> int:
    """How many of so many messages get through now."""
    answers = [
        await telegram.call("sendMessage", {"chat_id": chat, "text": "dag"}) for _ in range(count)
    ]
    return sum(answer.ok for answer in answers)


async def test_a_chat_takes_a_short_burst_and_then_one_a_second(
    strict: Telegram, watch: Stopwatch
) -> None:
    assert await sent(strict, RITA.id, 10) == 3
    for _ in range(5):
        watch.at += 1
        assert await sent(strict, RITA.id, 5) == 1
    assert await sent(strict, AMIR.id, 1) == 1
    watch.at += 60
    assert await sent(strict, RITA.id, 10) == 3


async def test_the_bot_hears_how_long_to_wait(strict: Telegram, watch: Stopwatch) -> None:
    await sent(strict, RITA.id, 3)
    watch.at += 0.4
    answer = await strict.call("sendMessage", {"chat_id": RITA.id, "text": "nog iets"})
    assert answer.body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert len(strict.chat(RITA.id)) == 3
    assert strict.journal.entries[-1]["effect"] is False


async def test_over_all_there_are_thirty_a_second(strict: Telegram, watch: Stopwatch) -> None:
    everybody = [strict.add_person(f"P{n}", started=True).id for n in range(40)]
    assert sum([await sent(strict, one, 1) for one in everybody]) == 30
    watch.at += 0.5
    assert sum([await sent(strict, one, 1) for one in everybody]) == 15


async def test_a_group_takes_twenty_a_minute(strict: Telegram, watch: Stopwatch) -> None:
    strict.say(RITA.id, "dag", chat=GROUP)
    through = 0
    for _ in range(40):
        through += await sent(strict, GROUP, 1)
        watch.at += 1
    assert through == 33  # 20 at once, and one more each 3 s
    assert (await refusal(strict, "sendMessage", chat_id=GROUP, text="dag"))[0] == 429


async def test_edits_count_and_answers_to_taps_do_not(strict: Telegram) -> None:
    await calls(strict, "sendMessage", chat_id=RITA.id, text="dag")
    for text in ("één", "twee"):
        await calls(strict, "editMessageText", chat_id=RITA.id, message_id=1, text=text)
    edit = {"chat_id": RITA.id, "message_id": 1, "text": "drie"}
    assert (await refusal(strict, "editMessageText", **edit))[0] == 429
    await calls(strict, "sendChatAction", chat_id=RITA.id, action="typing")
    await calls(strict, "deleteMessage", chat_id=RITA.id, message_id=1)
    assert (await refusal(strict, "answerCallbackQuery", callback_query_id="1"))[0] == 400


async def test_nothing_is_counted_until_limits_are_turned_on(telegram: Telegram) -> None:
    assert await sent(telegram, RITA.id, 40) == 40
    assert telegram.turn_limits(on=True, burst_in_a_chat=1)["on"]
    assert await sent(telegram, RITA.id, 2) == 1
    telegram.turn_limits(on=False)
    assert await sent(telegram, RITA.id, 2) == 2
    with pytest.raises(NotPossible):
        telegram.turn_limits(per_second=0)


async def test_limits_over_http_and_the_header(line: Line) -> None:
    _, usual = await line.get("limits")
    assert usual == {
        "on": False,
        "per_second": 30,
        "per_second_in_a_chat": 1,
        "burst_in_a_chat": 3,
        "per_minute_in_a_group": 20,
    }
    wanted = {"on": True, "burst_in_a_chat": 1, "per_second_in_a_chat": 0.01}
    assert await line.post("limits", **wanted) == (200, usual | wanted)
    await line.bot("sendMessage", chat_id=RITA.id, text="één")
    address = f"{line.address}/bot42:TEST/sendMessage"
    async with line.web.post(address, json={"chat_id": RITA.id, "text": "twee"}) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "100")
    assert (await line.post("limits", per_second=-1))[0] == 400


@pytest.mark.parametrize(
    ("pause", "offset", "count", "waits"),
    [(0.4, 0, 1, False), (0.6, 0, 3, False), (0.4, -3, 3, False)],
)
async def test_the_same_question_at_once_gets_one_update(
    strict: Telegram, watch: Stopwatch, pause: float, offset: int, count: int, waits: bool
) -> None:
    for number in range(3):
        strict.say(ELS.id, f"{number}")
    assert len(await calls(strict, "getUpdates", timeout=30)) == 3
    watch.at += pause
    assert len(await calls(strict, "getUpdates", offset=offset, timeout=30)) == count


async def test_the_same_question_within_three_seconds_waits_three(
    strict: Telegram, watch: Stopwatch
) -> None:
    assert await calls(strict, "getUpdates", timeout=0) == []
    watch.at += 2.9
    poll = asyncio.create_task(calls(strict, "getUpdates", timeout=0))
    await asyncio.sleep(0)
    assert not poll.done()
    strict.say(ELS.id, "hier ben ik")
    assert len(await poll) == 1
    watch.at += 3.1
    strict.state.queue.remove(list(strict.state.queue.updates))
    assert await calls(strict, "getUpdates", timeout=0) == []


async def test_a_second_conflict_is_told_three_seconds_later(
    strict: Telegram, watch: Stopwatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(strict._polling, "_sleep", _noting(slept))
    await calls(strict, "setWebhook", url="http://127.0.0.1:9/")
    for expected in ([], [3.0], [3.0, 3.0]):
        assert (await refusal(strict, "getUpdates"))[0] == 409
        assert slept == expected
    watch.at += 3
    assert (await refusal(strict, "getUpdates"))[0] == 409
    assert slept == [3.0, 3.0]


def _noting(slept: list[float]) -> Callable[[float], Any]:
    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    return sleep


async def test_a_webhook_is_set_once_a_second(strict: Telegram, watch: Stopwatch) -> None:
    await calls(strict, "setWebhook", url="http://127.0.0.1:9/a")
    answer = await strict.call("setWebhook", {"url": "http://127.0.0.1:9/b"})
    assert answer.fields["parameters"] == {"retry_after": 1}
    watch.at += 1
    await calls(strict, "setWebhook", url="http://127.0.0.1:9/b")
