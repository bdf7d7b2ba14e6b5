"""getUpdates: what is confirmed, what comes again, and who may wait."""

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from bot.sandbox import Telegram
from bot.sandbox.bell import Bell
from bot.sandbox.cast import AMIR, RITA
from tests.sandbox.conftest import FIRST_UPDATE, Line, buttons, calls, new_telegram, refusal


async def ids(telegram: Telegram, **parameters: Any) -> list[int]:
    updates = await calls(telegram, "getUpdates", **parameters)
    return [update["update_id"] - FIRST_UPDATE for update in updates]


def say(telegram: Telegram, count: int) -> None:
    for number in range(count):
        telegram.say(RITA.id, f"{number}")


async def test_an_update_comes_again_until_it_is_confirmed(telegram: Telegram) -> None:
    say(telegram, 3)
    assert await ids(telegram) == [0, 1, 2]
    assert await ids(telegram, offset=FIRST_UPDATE) == [0, 1, 2]
    assert await ids(telegram, offset=FIRST_UPDATE + 2) == [2]
    assert await ids(telegram, offset=0) == [2]
    assert await ids(telegram, offset=str(FIRST_UPDATE + 3)) == []


async def test_a_negative_offset_keeps_only_the_last(telegram: Telegram) -> None:
    say(telegram, 5)
    assert await ids(telegram, offset=-2) == [3, 4]
    assert await ids(telegram) == [3, 4]
    assert await ids(telegram, offset=-9) == [3, 4]


@pytest.mark.parametrize(
    ("limit", "count"), [(1, 1), (0, 1), (-4, 1), (2, 2), (500, 100), (None, 100)]
)
async def test_the_limit_is_between_one_and_a_hundred(
    telegram: Telegram, limit: int | None, count: int
) -> None:
    say(telegram, 101)
    assert len(await ids(telegram, limit=limit)) == count


async def test_an_offset_in_the_future_loses_nothing_new(telegram: Telegram) -> None:
    say(telegram, 2)
    assert await ids(telegram, offset=FIRST_UPDATE + 13) == [0, 1]
    assert await ids(telegram, offset=FIRST_UPDATE + 12) == []


async def test_a_long_poll_answers_the_moment_somebody_speaks(telegram: Telegram) -> None:
    poll = asyncio.create_task(ids(telegram, timeout=50))
    await asyncio.sleep(0)
    assert not poll.done()
    say(telegram, 1)
    async with asyncio.timeout(1):
        assert await poll == [0]


async def test_a_long_poll_ends_empty_handed(
    telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram.journal.bell, "wait", _impatient)
    assert await ids(telegram, timeout=1) == []


async def _impatient(_: float) -> bool:
    await asyncio.sleep(1.01)
    return False


async def test_a_newer_poll_ends_the_older(telegram: Telegram) -> None:
    older = asyncio.create_task(telegram.call("getUpdates", {"timeout": 50}))
    await asyncio.sleep(0)
    newer = asyncio.create_task(telegram.call("getUpdates", {"timeout": 50}))
    answer = await older
    assert (answer.status, answer.body) == (
        409,
        {
            "ok": False,
            "error_code": 409,
            "description": "Conflict: terminated by other getUpdates request; make sure that only "
            "one bot instance is running",
        },
    )
    say(telegram, 1)
    assert (await newer).ok
    assert telegram.journal.entries[-1]["what"] == "delivered"


async def test_a_poll_ends_when_the_sandbox_hangs_up(telegram: Telegram) -> None:
    poll = asyncio.create_task(ids(telegram, timeout=50))
    await asyncio.sleep(0)
    telegram.hang_up()
    assert await poll == []


async def test_a_cancelled_poll_leaves_nothing_behind(telegram: Telegram) -> None:
    poll = asyncio.create_task(ids(telegram, timeout=50))
    await asyncio.sleep(0)
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    say(telegram, 1)
    assert await ids(telegram, timeout=50) == [0]


async def test_the_bot_chooses_what_it_hears_and_the_choice_stays(telegram: Telegram) -> None:
    await calls(telegram, "sendMessage", chat_id=RITA.id, text="?", reply_markup=buttons("Ja"))
    await ids(telegram, allowed_updates='["message"]')
    assert telegram.tap(RITA.id, 1, "Ja")["update_id"] is None
    assert telegram.block(AMIR.id)["update_id"] is None
    say(telegram, 1)
    assert await ids(telegram) == [0]
    await ids(telegram, allowed_updates=["message", "callback_query"])
    assert telegram.tap(RITA.id, 1, "Ja")["update_id"] is not None
    await ids(telegram, allowed_updates=[])
    assert telegram.unblock(AMIR.id)["update_id"] is not None


@pytest.mark.parametrize(
    ("allowed", "words"),
    [
        ("[", "can't parse allowed_updates JSON object"),
        ({"a": 1}, "can't parse allowed_updates: expected an Array of String"),
    ],
)
async def test_a_bad_choice_is_refused(telegram: Telegram, allowed: object, words: str) -> None:
    answer = await refusal(telegram, "getUpdates", allowed_updates=allowed)
    assert answer == (400, f"Bad Request: {words}")


async def test_polling_over_http_is_as_quick(line: Line, telegram: Telegram) -> None:
    async with asyncio.timeout(5):
        poll = asyncio.create_task(line.bot("getUpdates", timeout=50))
        await telegram.journal.bell.wait(5)
        await line.post(f"people/{AMIR.id}/say", text="/start")
        status, body = await poll
    assert status == 200
    assert body["result"][0]["message"]["text"] == "/start"


async def test_a_bot_that_dies_while_it_polls_is_not_waited_for(
    line: Line, telegram: Telegram
) -> None:
    poll = asyncio.create_task(line.bot("getUpdates", timeout=50))
    await telegram.journal.bell.wait(5)
    poll.cancel()
    for _ in range(10):
        await asyncio.sleep(0.01)
    before = len(telegram.journal.entries)
    assert (await line.bot("getUpdates"))[0] == 200
    assert len(telegram.journal.entries) == before


async def test_a_bell_minds_no_sleeper_who_left() -> None:
    bell = Bell()
    left = asyncio.get_running_loop().create_future()
    left.cancel()
    bell._waiting.add(left)
    bell.ring()
    assert await bell.wait(0.001) is False


Step = tuple[str, int]
STEPS = st.lists(
    st.tuples(st.sampled_from(["say", "next", "again", "jump", "last"]), st.integers(0, 6)),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_whatever_the_bot_asks_only_an_offset_takes_updates_away(steps: list[Step]) -> None:
    asyncio.run(_follow(steps))


async def _follow(steps: list[Step]) -> None:
    """Runs the steps beside a plain list of ids that is the model of the queue."""
    telegram, model, made = new_telegram(), list[int](), 0
    for step, number in steps:
        if step == "say":
            say(telegram, number)
            model += range(made, made + number)
            made += number
            continue
        offset, model = _expected(step, number, model, made)
        limit = number + 1
        assert await ids(telegram, offset=offset, limit=limit) == model[:limit]
    confirmed = [n for e in telegram.journal.entries for n in _told(e, "confirmed")]
    assert sorted(confirmed + model) == list(range(made))


def _expected(step: str, number: int, model: list[int], made: int) -> tuple[int, list[int]]:
    if step == "next":
        offset = FIRST_UPDATE + (model[0] + 1 if model else 0)
        return offset, model[1:]
    if step == "jump":
        return FIRST_UPDATE + number, [one for one in model if one >= number]
    if step == "last" and number:
        return -number, model[-number:]
    return 0, model


def _told(entry: dict[str, Any], what: str) -> list[int]:
    if entry["what"] != what:
        return []
    return [update_id - FIRST_UPDATE for update_id in entry["update_ids"]]
