"""The control API over HTTP, and the forms in which a bot may call."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import FormData

from bot.sandbox import Telegram, serve
from bot.sandbox.cast import AMIR, ELS, FATIMA, RITA
from bot.sandbox.web import app
from bot.sandbox.web.control import DEEDS
from tests.sandbox.conftest import NOON, Line, buttons, calls, new_telegram

NO_BUTTON = "Amir sees no button 'x' on the keyboard."
NO_ZONE = "`now` needs its distance from UTC, like +02:00 or Z."
NO_STOP = "The clock has no stop 'x'; its stops: next check-in, next holiday."


async def test_the_cast_has_a_stranger(line: Line) -> None:
    status, body = await line.get("cast")
    assert status == 200
    assert [one["role"] for one in body["people"]] == [
        *("mentee", "mentor", "coach", "other"),
        *("stranger", "stranger"),
    ]
    assert body["people"][0] == {
        "id": AMIR.id,
        "name": "Amir Haddad",
        "first_name": "Amir",
        "language_code": "fr",
        "role": "mentee",
    }


async def test_somebody_new_comes_in(line: Line) -> None:
    _, new = await line.post("people", first_name="Noor", language_code="nl")
    _, body = await line.get("people")
    noor = body["people"][-1]
    assert noor["id"] == new["id"]
    assert (noor["first_name"], noor["blocked"], noor["role"]) == ("Noor", False, None)
    _, cast = await line.get("cast")
    assert new["id"] not in [one["id"] for one in cast["people"]]


async def test_a_conversation_over_http(line: Line) -> None:
    person = f"people/{FATIMA.id}"
    _, said = await line.post(f"{person}/say", text="/start abc")
    assert said["message_id"] == 1
    await line.bot("sendMessage", chat_id=FATIMA.id, text="?", reply_markup=buttons("Oui"))
    _, tapped = await line.post(f"{person}/tap", message_id=2, button="Oui")
    await line.bot(
        "answerCallbackQuery", callback_query_id=tapped["callback_query_id"], text="Merci"
    )
    await line.post(f"{person}/share_contact")
    await line.post(f"{person}/send", kind="voice")
    await line.post(f"{person}/edit", message_id=1, text="/start")
    await line.bot("deleteMessage", chat_id=FATIMA.id, message_id=2)
    _, chat = await line.get(f"chats/{FATIMA.id}")
    assert [one["kind"] for one in chat["messages"]] == ["text", "contact", "voice"]
    assert chat["toast"] == "Merci"
    _, full = await line.get(f"chats/{FATIMA.id}?deleted=1")
    assert [one["deleted"] for one in full["messages"]] == [False, True, False, False]
    await line.post(f"{person}/block")
    assert (await line.get(f"chats/{FATIMA.id}"))[1]["blocked"] is True
    await line.post(f"{person}/unblock")
    _, updates = await line.bot("getUpdates")
    kinds = [[*one][1] for one in updates["result"]]
    assert kinds == [
        *("message", "callback_query", "message", "message", "edited_message"),
        *("my_chat_member", "my_chat_member"),
    ]


@pytest.mark.parametrize(
    ("path", "body", "status", "sentence"),
    [
        ("people", {}, 400, "Give `first_name`, a text."),
        ("people", {"first_name": 5}, 400, "Give `first_name`, a text."),
        ("people/1/say", {"text": "x"}, 404, "There is nobody with the id 1."),
        (f"people/{AMIR.id}/say", {}, 400, "Give `text`, a text."),
        (f"people/{AMIR.id}/say", {"text": "x", "chat": True}, 400, "`chat` is a whole number."),
        (f"people/{AMIR.id}/edit", {"text": "x"}, 400, "Give `message_id`, a whole number."),
        (f"people/{AMIR.id}/sing", {}, 404, f"People can: {', '.join(DEEDS)}."),
        (f"people/{AMIR.id}/tap", {"button": "x"}, 404, NO_BUTTON),
        ("clock", {"now": "soon"}, 400, "`now` is an instant like 2026-03-29T18:00:00+02:00."),
        ("clock", {"now": "2026-03-29T18:00"}, 400, NO_ZONE),
        ("clock", {"advance_s": "x"}, 400, "`advance_s` is a number."),
        ("clock", {"advance_s": 1e300}, 400, "The clock cannot be turned that far."),
        ("clock", {}, 400, "Give `stop`, a text."),
        ("clock", {"stop": "x"}, 404, NO_STOP),
        ("clock", {"stop": "next holiday"}, 409, "There is no next holiday to stop at now."),
        ("nothing", {}, 404, "Not Found: POST /sandbox/nothing"),
    ],
)  # fmt: skip
async def test_what_cannot_be_is_said_in_a_sentence(
    line: Line, path: str, body: dict[str, Any], status: int, sentence: str
) -> None:
    assert await line.post(path, **body) == (status, {"error": sentence})


async def test_unread_paths_and_bodies(line: Line) -> None:
    for path in ("chats/5", "journal?after=x"):
        assert (await line.get(path))[0] in {400, 404}
    for wrong in (b"{", b"[]"):
        async with line.web.post(f"{line.address}/sandbox/people", data=wrong) as answer:
            assert answer.status == 400
            assert "JSON" in (await answer.json())["error"]
    async with line.web.post(f"{line.address}/sandbox/people/{AMIR.id}/block") as answer:
        assert answer.status == 200


async def test_the_clock_is_turned(line: Line) -> None:
    assert await line.get("clock") == (
        200,
        {"now": NOON.isoformat(), "stops": ["next check-in", "next holiday"]},
    )
    _, told = await line.post("clock", advance_s=3600)
    assert told == {"now": "2026-03-28T13:00:00+00:00"}
    _, told = await line.post("clock", now="2026-01-01T00:00:00+01:00")
    assert told == {"now": "2025-12-31T23:00:00+00:00"}
    _, told = await line.post("clock", stop="next check-in")
    assert told == {"now": "2026-03-29T16:00:00+00:00"}
    await line.post(f"people/{ELS.id}/say", text="dag")
    _, chat = await line.get(f"chats/{ELS.id}")
    assert chat["messages"][0]["date"] == datetime(2026, 3, 29, 16, tzinfo=UTC).timestamp()


def test_the_clock_runs_by_itself() -> None:
    telegram = Telegram()
    before = telegram.clock.now()
    telegram.advance_clock(timedelta(days=1))
    assert timedelta(days=1) <= telegram.clock.now() - before < timedelta(days=1, minutes=1)


async def test_the_journal_over_http(line: Line) -> None:
    _, everything = await line.get("journal")
    last = everything["entries"][-1]["seq"]
    await line.post(f"people/{ELS.id}/say", text="dag")
    _, news = await line.get(f"journal?after={last}")
    assert [one["what"] for one in news["entries"]] == ["action", "message", "update"]
    assert (await line.get("journal?after=-5"))[1]["entries"][0]["seq"] == 1


async def test_a_bot_may_call_in_many_ways(line: Line) -> None:
    address = f"{line.address}/bot42:TEST/sendMessage"
    words = {"chat_id": str(RITA.id), "text": "dag"}
    multipart = FormData(words, default_to_multipart=True)
    for way in ({"params": words}, {"data": words}, {"json": words}, {"data": multipart}):
        async with line.web.post(address, **way) as answer:
            assert answer.status == 200, await answer.text()
    async with line.web.get(address, params=words) as answer:
        assert answer.status == 200
    async with line.web.post(f"{line.address}/bot42:TEST/getMe", json=None) as answer:
        assert answer.status == 200


async def test_an_empty_json_body_is_no_parameters(line: Line) -> None:
    headers = {"Content-Type": "application/json"}
    address = f"{line.address}/bot42:TEST/getMe"
    async with line.web.post(address, data=b"", headers=headers) as answer:
        assert answer.status == 200
    for wrong, words in ((b"{", "can't parse JSON object"), (b"[]", "expected an Object")):
        async with line.web.post(address, data=wrong, headers=headers) as answer:
            assert answer.status == 400
            assert (await answer.json())["description"] == f"Bad Request: {words}"


@pytest.mark.parametrize("path", ["botnothing/getMe", "bot42:/getMe", "bot42:TEST", "bot/getMe"])
async def test_a_token_has_a_shape(line: Line, path: str) -> None:
    async with line.web.get(f"{line.address}/{path}") as answer:
        assert answer.status == 404
        assert await answer.json() == {
            "ok": False,
            "error_code": 404,
            "description": "Not Found",
        }


async def test_too_much_at_once(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "BIGGEST_BODY", 1000)
    async with serve(new_telegram(), 0) as address:
        form = {"chat_id": "1", "text": "x" * 2000}
        async with line.web.post(f"{address}/bot42:T/sendMessage", data=form) as answer:
            assert answer.status == 413
            assert (await answer.json())["description"] == "Request Entity Too Large"


async def test_the_page_is_served_with_a_strict_policy(line: Line) -> None:
    for path in ("", "page/index.html"):
        async with line.web.get(f"{line.address}/{path}") as answer:
            assert answer.status == 200
            assert answer.content_type == "text/html"
            assert answer.headers["Content-Security-Policy"].startswith("default-src 'self';")
    for path in ("page/none.html", "page/.hidden", "page/..%2f__init__.py"):
        async with line.web.get(f"{line.address}/{path}") as answer:
            assert answer.status == 404


async def test_pages_from_elsewhere_press_no_buttons(line: Line) -> None:
    address = f"{line.address}/sandbox/people/{AMIR.id}/block"
    async with line.web.post(address, headers={"Origin": "https://evil.example"}) as answer:
        assert answer.status == 403
    async with line.web.post(address, headers={"Origin": line.address}) as answer:
        assert answer.status == 200


async def test_the_same_telegram_can_be_served_again(line: Line) -> None:
    telegram = new_telegram()
    for _ in range(2):
        async with serve(telegram, 0) as address, line.web.get(f"{address}/bot1:T/getMe") as me:
            assert me.status == 200
    assert await calls(telegram, "getUpdates") == []
