"""Planted faults: what the caller hears, and what was done all the same."""

import asyncio
import time
from typing import Any

import pytest
from aiohttp import ClientError

from bot.sandbox import Fault, NotPossible, Telegram
from bot.sandbox.cast import AMIR, RITA
from tests.sandbox.conftest import Line, buttons, calls

WORDS = {"chat_id": RITA.id, "text": "dag"}


def plant(telegram: Telegram, **more: Any) -> Fault:
    return telegram.plant_fault(Fault(0, **more))


async def test_a_fault_strikes_as_often_as_it_should(telegram: Telegram) -> None:
    plant(telegram, method="sendMessage", status=500, times=2)
    heard = [(await telegram.call("sendMessage", WORDS)).status for _ in range(3)]
    assert heard == [500, 500, 200]
    assert len(telegram.chat(RITA.id)) == 1
    assert telegram.faults.all() == []


async def test_the_usual_body_comes_by_itself(telegram: Telegram) -> None:
    plant(telegram, status=401)
    answer = await telegram.call("getMe", {})
    assert answer.body == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    telegram.clear_faults()
    plant(telegram, status=599)
    assert b"Error" in str((await telegram.call("getMe", {})).body).encode()


async def test_a_fault_with_effect_hides_work_that_was_done(telegram: Telegram) -> None:
    fault = plant(telegram, method="sendMessage", status=502, body="<html>", effect="done")
    answer = await telegram.call("sendMessage", WORDS)
    assert (answer.status, answer.body, answer.ok) == (502, b"<html>", False)
    assert len(telegram.chat(RITA.id)) == 1
    told = telegram.journal.entries[-1]
    assert (told["status"], told["answer"], told["effect"], told["fault"]) == (
        502,
        "<html>",
        True,
        fault.id,
    )


async def test_a_fault_without_effect_leaves_the_work_undone(telegram: Telegram) -> None:
    plant(telegram, method="sendMessage", status=0)
    answer = await telegram.call("sendMessage", WORDS)
    assert (answer.status, answer.body) == (0, b"")
    assert telegram.chat(RITA.id) == []
    assert telegram.journal.entries[-1]["effect"] is False


async def test_work_that_is_refused_has_no_effect_whatever_is_heard(telegram: Telegram) -> None:
    body = {"ok": True, "result": True}
    plant(telegram, status=200, body=body, effect="done")
    answer = await telegram.call("sendMessage", {"chat_id": 1, "text": "x"})
    assert answer.body == body
    assert telegram.journal.entries[-1]["effect"] is False


async def test_a_poll_can_lose_its_answer(telegram: Telegram) -> None:
    telegram.say(RITA.id, "dag")
    plant(telegram, method="getUpdates", status=0, effect="done", times=1)
    assert (await telegram.call("getUpdates", {})).status == 0
    assert len(await calls(telegram, "getUpdates")) == 1


async def test_a_fault_can_be_for_one_chat(telegram: Telegram) -> None:
    plant(telegram, chat=AMIR.id, status=403)
    assert (await telegram.call("sendMessage", WORDS)).ok
    amir = {**WORDS, "chat_id": str(AMIR.id)}
    assert (await telegram.call("sendMessage", amir)).status == 403
    assert (await telegram.call("getMe", {})).ok


async def test_the_answer_to_a_tap_is_about_the_chat_of_the_tap(telegram: Telegram) -> None:
    await calls(telegram, "sendMessage", **WORDS, reply_markup=buttons("Ja"))
    query = telegram.tap(RITA.id, 1, "Ja")["callback_query_id"]
    plant(telegram, chat=RITA.id, status=500, times=1)
    answer = {"callback_query_id": query}
    assert (await telegram.call("answerCallbackQuery", answer)).status == 500
    assert (await telegram.call("answerCallbackQuery", answer)).ok


@pytest.mark.parametrize("effect", ["none", "done"])
async def test_a_fault_without_status_only_delays(telegram: Telegram, effect: str) -> None:
    plant(telegram, delay_s=0.02, effect=effect)
    start = time.monotonic()
    assert (await telegram.call("sendMessage", WORDS)).ok
    assert time.monotonic() - start >= 0.02


async def test_delayed_work_is_done_after_or_before_the_delay(telegram: Telegram) -> None:
    for effect, seen in (("none", 0), ("done", 1)):
        plant(telegram, delay_s=50, times=1, effect=effect)
        call = asyncio.create_task(telegram.call("sendMessage", WORDS))
        await asyncio.sleep(0)
        assert len(telegram.chat(RITA.id)) == seen
        call.cancel()


@pytest.mark.parametrize(
    "wrong", [{"effect": "half"}, {"status": 42}, {"status": 1000}, {"times": 0}, {"delay_s": -1}]
)
def test_a_fault_must_make_sense(telegram: Telegram, wrong: dict[str, Any]) -> None:
    with pytest.raises(NotPossible):
        plant(telegram, **wrong)
    assert telegram.faults.all() == []


async def test_faults_over_http(line: Line) -> None:
    body = {"ok": False, "error_code": 429, "description": "x", "parameters": {"retry_after": 7}}
    status, planted = await line.post("faults", method="sendmessage", status=429, body=body)
    assert status == 200
    _, listed = await line.get("faults")
    assert [one["id"] for one in listed["faults"]] == [planted["id"]]
    address = f"{line.address}/bot42:T/sendMessage"
    async with line.web.post(address, json=WORDS) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "7")
        assert await answer.json() == body
    async with line.web.delete(f"{line.address}/sandbox/faults") as answer:
        assert await answer.json() == {"cleared": 1}
    assert (await line.bot("sendMessage", **WORDS))[0] == 200


async def test_a_page_instead_of_json(line: Line) -> None:
    await line.post("faults", status=502, body="<html>bad gateway</html>", delay_s=0)
    async with line.web.post(f"{line.address}/bot42:T/getMe") as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")
        assert await answer.text() == "<html>bad gateway</html>"


@pytest.mark.parametrize("effect", ["none", "done"])
async def test_a_dropped_connection(line: Line, telegram: Telegram, effect: str) -> None:
    await line.post("faults", method="sendMessage", status=0, times=2, effect=effect)
    with pytest.raises(ClientError):
        await line.bot("sendMessage", **WORDS)
    assert len(telegram.chat(RITA.id)) == (1 if effect == "done" else 0)


async def test_late_work_is_done_although_the_bot_left(line: Line, telegram: Telegram) -> None:
    await line.post("faults", method="sendMessage", delay_s=0.3, times=1)
    call = asyncio.create_task(line.bot("sendMessage", **WORDS))
    for _ in range(500):
        if not telegram.faults.all():
            break
        await asyncio.sleep(0.01)
    call.cancel()
    assert telegram.chat(RITA.id) == []
    await telegram.journal.bell.wait(5)
    assert len(telegram.chat(RITA.id)) == 1


async def test_a_bad_fault_over_http_is_explained(line: Line) -> None:
    status, told = await line.post("faults", status="x")
    assert (status, told) == (400, {"error": "`status` is a whole number."})
    status, told = await line.post("faults", status=500, body=5)
    assert (status, told["error"]) == (400, "The body of a fault is a JSON object or a text.")
