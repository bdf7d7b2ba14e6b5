"""The journal: everything in order, and everything back after a crash."""

import asyncio
import json
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from hypothesis import given, settings, strategies as st

from bot.sandbox import NotPossible, SandboxClock, Telegram, Upload
from bot.sandbox.cast import AMIR, CAST, ELS, FATIMA, RITA, invite_cast
from bot.sandbox.journal import JournalError
from tests.sandbox.conftest import FIRST_UPDATE, NOON, buttons, calls, new_telegram


def again(path: Path) -> Telegram:
    """The sandbox, started once more with the same journal."""
    return Telegram(clock=SandboxClock(real=lambda: NOON), journal=path)


def whats(telegram: Telegram, since: int = 0) -> list[str]:
    return [entry["what"] for entry in telegram.journal.after(since)]


async def test_the_journal_tells_everything_in_order(telegram: Telegram) -> None:
    start = len(telegram.journal.entries)
    telegram.say(FATIMA.id, "/start")
    await calls(telegram, "getUpdates")
    await calls(telegram, "sendMessage", chat_id=FATIMA.id, text="?", reply_markup=buttons("Oui"))
    telegram.tap(FATIMA.id, 2, "Oui")
    await calls(telegram, "getUpdates", offset=FIRST_UPDATE + 1)
    await telegram.call("deleteMessage", {"chat_id": FATIMA.id, "message_id": 99})
    assert whats(telegram, start) == [
        *("action", "person", "message", "update"),
        "delivered",
        *("message", "call"),
        *("tapped", "update"),
        "confirmed",
        "delivered",
        "call",
    ]
    assert [entry["seq"] for entry in telegram.journal.entries] == [
        *range(1, len(telegram.journal.entries) + 1)
    ]
    failed = telegram.journal.entries[-1]
    assert (failed["method"], failed["status"], failed["effect"]) == ("deleteMessage", 400, False)
    assert failed["parameters"] == {"chat_id": FATIMA.id, "message_id": 99}
    assert failed["answer"]["description"] == "Bad Request: message to delete not found"


async def test_nested_parameters_are_told_as_json_and_files_by_name(telegram: Telegram) -> None:
    markup = json.dumps(buttons("Ja"))
    upload = Upload("brief.pdf", b"x")
    words = {"chat_id": RITA.id, "reply_markup": markup, "document": upload, "caption": "[1]"}
    await calls(telegram, "sendDocument", **words)
    told = telegram.journal.entries[-1]["parameters"]
    assert told["reply_markup"] == buttons("Ja")
    assert told["document"] == {"file_name": "brief.pdf", "file_size": 1}
    assert told["caption"] == "[1]"
    await telegram.call("sendMessage", {"reply_markup": "{"})
    assert telegram.journal.entries[-1]["parameters"] == {"reply_markup": "{"}


async def test_everything_is_back_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "journal.jsonl"
    before = new_telegram(journal=path)
    before.say(AMIR.id, "bonjour \ud800 👍")
    before.say(RITA.id, "dag", chat=-7)
    await calls(before, "setMyCommands", commands=[{"command": "help", "description": "Help"}])
    await calls(before, "sendDocument", chat_id=RITA.id, document=Upload("a.txt", b"\x00\xff"))
    before.advance_clock(timedelta(hours=3))
    before.block(ELS.id)
    await calls(before, "getUpdates", offset=FIRST_UPDATE + 1, allowed_updates=["message"])
    before.close()
    after = again(path)
    assert after.state == before.state
    assert after.journal.entries == before.journal.entries
    assert after.clock.now() == NOON + timedelta(hours=3)
    invite_cast(after)
    assert len(after.journal.entries) == len(before.journal.entries)
    assert after.say(AMIR.id, "me revoilà")["message_id"] == 2
    waiting = [one["update_id"] for one in await calls(after, "getUpdates")]
    assert waiting == [FIRST_UPDATE + 1, FIRST_UPDATE + 2, FIRST_UPDATE + 3]
    after.close()


async def test_each_entry_is_on_disk_before_the_answer(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    telegram = new_telegram(journal=path)
    telegram.say(AMIR.id, "bonjour")
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    assert lines == telegram.journal.entries
    telegram.close()
    telegram.close()


def test_a_torn_end_is_cut_off_with_its_whole_batch(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    before = new_telegram(journal=path)
    before.close()
    whole = path.read_bytes()
    before = again(path)
    before.say(AMIR.id, "bonjour")
    before.close()
    written = path.read_bytes()
    for end in range(len(whole), len(written), 9):
        path.write_bytes(written[:end])
        after = again(path)
        assert [kept.message for kept in after.state.chats[AMIR.id].messages.values()] == []
        assert path.read_bytes() == whole
        after.close()


def test_a_spoiled_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_text("no json\n")
    with pytest.raises(JournalError, match=r"Line 1 of .* is no journal entry"):
        again(path)


PEOPLE = st.sampled_from([person.id for person in CAST])
NUMBERS = st.integers(0, 4)
DEEDS = st.sampled_from(
    [
        *("say", "edit", "tap", "share", "send", "block", "unblock", "clock"),
        *("text", "edit_text", "delete", "answer", "poll", "menu", "busy"),
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(DEEDS, PEOPLE, NUMBERS), max_size=30))
def test_the_journal_rebuilds_whatever_happened(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, int, int]]
) -> None:
    path = tmp_path_factory.mktemp("journal") / "journal.jsonl"
    before = new_telegram(journal=path)
    for deed, who, number in deeds:
        asyncio.run(_do(before, deed, who, number))
    before.close()
    after = again(path)
    assert after.state == before.state
    assert after.clock.offset == before.clock.offset
    after.close()


async def _do(telegram: Telegram, deed: str, who: int, number: int) -> None:
    if deed in BY_PEOPLE:
        try:
            BY_PEOPLE[deed](telegram, who, number)
        except NotPossible:
            return
    else:
        method, parameters = BY_BOT[deed](telegram, who, number)
        await telegram.call(method, parameters)


BY_PEOPLE: dict[str, Any] = {
    "say": lambda t, who, n: t.say(who, "/start" * (n + 1), chat=-n or None),
    "edit": lambda t, who, n: t.edit(who, n, "autre"),
    "tap": lambda t, who, n: t.tap(who, n, "Ja"),
    "share": lambda t, who, n: t.share_contact(who),
    "send": lambda t, who, n: t.send(who, ["photo", "poll", "voice", "dice", "sticker"][n]),
    "block": lambda t, who, n: t.block(who),
    "unblock": lambda t, who, n: t.unblock(who),
    "clock": lambda t, who, n: t.advance_clock(timedelta(minutes=n)),
}
KEYBOARDS = [
    None,
    buttons("Ja"),
    {"keyboard": [["Ja"]], "one_time_keyboard": True},
    {"remove_keyboard": True},
    {"keyboard": [[{"text": "Ja", "request_contact": True}]]},
]
BY_BOT: dict[str, Any] = {
    "text": lambda t, who, n: (
        "sendMessage",
        {"chat_id": who, "text": f"{n}", "reply_markup": KEYBOARDS[n]},
    ),
    "edit_text": lambda t, who, n: (
        "editMessageText",
        {"chat_id": who, "message_id": n, "text": "x", "reply_markup": buttons("Ja")},
    ),
    "delete": lambda t, who, n: ("deleteMessage", {"chat_id": who, "message_id": n}),
    "answer": lambda t, who, n: (
        "answerCallbackQuery",
        {"callback_query_id": next(reversed(t.state.queries), ""), "text": "ok" * n},
    ),
    "poll": lambda t, who, n: ("getUpdates", {"offset": t.state.queue.next_id - n, "limit": n}),
    "menu": lambda t, who, n: (
        "setMyCommands",
        {"commands": [{"command": f"c{n}", "description": "x"}], "language_code": "nl"},
    ),
    "busy": lambda t, who, n: ("sendChatAction", {"chat_id": who, "action": "typing"}),
}

ALONE = """
import asyncio, sys
from pathlib import Path
from bot.sandbox import Telegram, serve
from bot.sandbox.cast import invite_cast

async def main():
    telegram = Telegram(journal=Path(sys.argv[1]))
    invite_cast(telegram)
    async with serve(telegram, 0) as address:
        print(address, flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""


async def _alone(path: Path) -> tuple[asyncio.subprocess.Process, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", ALONE, str(path), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    return process, (await process.stdout.readline()).decode().strip()


async def test_a_killed_sandbox_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    said: list[dict[str, Any]] = []
    for turn in range(3):
        process, address = await _alone(path)
        async with ClientSession() as web:
            for number in range(3):
                body = {"text": f"{turn}.{number}"}
                async with web.post(f"{address}/sandbox/people/{AMIR.id}/say", json=body) as told:
                    said.append(await told.json())
            async with web.post(f"{address}/sandbox/clock", json={"advance_s": 3600}) as told:
                assert told.status == 200
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        await process.wait()
    after = Telegram(journal=path)
    texts = [one["text"] for one in after.chat(AMIR.id)]
    assert texts == [f"{turn}.{number}" for turn in range(3) for number in range(3)]
    assert [one["message_id"] for one in said] == [*range(1, 10)]
    assert list(after.state.queue.updates) == [one["update_id"] for one in said]
    assert after.clock.offset == timedelta(hours=3)
    after.close()
