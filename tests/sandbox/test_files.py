"""Files: sent, kept, fetched."""

import pytest
from aiohttp import FormData

from bot.sandbox import Telegram, Upload
from bot.sandbox.cast import AMIR, RITA
from bot.sandbox.limits import BIGGEST_PHOTO
from tests.sandbox.conftest import Line, calls, refusal

WRONG = "Bad Request: wrong file identifier/HTTP URL specified"
PDF = b"%PDF-1.7 hello"


async def test_a_document_is_sent_once_and_again_by_its_id(telegram: Telegram) -> None:
    sent = await calls(
        telegram,
        "sendDocument",
        chat_id=AMIR.id,
        document=Upload("brief.pdf", PDF),
        caption="<b>Voilà</b>",
        parse_mode="HTML",
    )
    assert sent["document"]["file_name"] == "brief.pdf"
    assert sent["document"]["mime_type"] == "application/pdf"
    assert sent["document"]["file_size"] == len(PDF)
    assert sent["caption_entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    again = await calls(
        telegram, "sendDocument", chat_id=AMIR.id, document=sent["document"]["file_id"]
    )
    assert again["document"] == sent["document"]
    assert len(telegram.state.files) == 1
    first, second = telegram.chat(AMIR.id)
    assert (first["text"], second["text"]) == ("Voilà", "")
    assert first["file_url"] == f"/sandbox/files/{sent['document']['file_id']}"


async def test_a_photo_comes_in_sizes(telegram: Telegram) -> None:
    sent = await calls(
        telegram,
        "sendPhoto",
        chat_id=AMIR.id,
        photo="attach://picture",
        picture=Upload("picture", b"x"),
    )
    size = sent["photo"][-1]
    got = await calls(telegram, "getFile", file_id=size["file_id"])
    assert got["file_path"] == "photos/file_1.bin"
    again = await calls(telegram, "sendPhoto", chat_id=AMIR.id, photo=size["file_id"])
    assert again["photo"] == sent["photo"]


async def test_a_voice_message_of_somebody_is_sent_to_somebody_else_by_its_id(
    telegram: Telegram,
) -> None:
    telegram.send(RITA.id, "voice")
    (update,) = await calls(telegram, "getUpdates")
    spoken = update["message"]["voice"]
    passed_on = await calls(
        telegram, "sendVoice", chat_id=AMIR.id, voice=spoken["file_id"], caption="Rita:"
    )
    assert passed_on["voice"]["file_id"] == spoken["file_id"]
    assert telegram.chat(AMIR.id)[-1]["text"] == "Rita:"
    wrong = {"chat_id": AMIR.id, "voice": "nothing"}
    assert await refusal(telegram, "sendVoice", **wrong) == (400, WRONG)


async def test_what_stands_under_a_file_can_be_changed_and_taken_away(telegram: Telegram) -> None:
    photo = Upload("p.png", b"x")
    sent = await calls(telegram, "sendPhoto", chat_id=AMIR.id, photo=photo, caption="<b>A</b>",
                       parse_mode="HTML")  # fmt: skip
    one = {"chat_id": AMIR.id, "message_id": sent["message_id"]}
    changed = await calls(telegram, "editMessageCaption", **one, caption="B")
    assert (changed["caption"], changed.get("caption_entities")) == ("B", None)
    assert "caption" not in await calls(telegram, "editMessageCaption", **one)
    text = await calls(telegram, "sendMessage", chat_id=AMIR.id, text="x")
    words = {"chat_id": AMIR.id, "message_id": text["message_id"], "caption": "y"}
    why = "Bad Request: there is no caption in the message to edit"
    assert await refusal(telegram, "editMessageCaption", **words) == (400, why)


async def test_a_photo_is_smaller_than_other_files(telegram: Telegram) -> None:
    photo = {"chat_id": AMIR.id, "photo": Upload("photo.png", bytes(BIGGEST_PHOTO + 1))}
    assert (await refusal(telegram, "sendPhoto", **photo))[0] == 400
    await calls(telegram, "sendPhoto", **photo | {"photo": Upload("p.png", bytes(BIGGEST_PHOTO))})


@pytest.mark.parametrize(
    ("parameters", "status", "words"),
    [
        ({}, 400, "Bad Request: there is no document in the request"),
        ({"document": Upload("a", b"")}, 400, "Bad Request: file must be non-empty"),
        ({"document": "attach://f", "f": "text"}, 400, WRONG),
        ({"document": "?"}, 400, WRONG),
        (
            {"document": Upload("a", b"x" * (50 * 1024 * 1024 + 1))},
            413,
            "Request Entity Too Large",
        ),
        (
            {"document": Upload("a", b"x"), "caption": "x" * 1025},
            400,
            "Bad Request: message caption is too long",
        ),
    ],
    ids=["missing", "empty", "unattached", "unknown", "too big", "long caption"],
)
async def test_bad_files_are_refused(
    telegram: Telegram, parameters: dict[str, object], status: int, words: str
) -> None:
    answer = await refusal(telegram, "sendDocument", chat_id=AMIR.id, **parameters)
    assert answer == (status, words)
    assert telegram.state.files == {}


async def test_unknown_and_very_big_files_cannot_be_got(telegram: Telegram) -> None:
    assert (await refusal(telegram, "getFile", file_id="?"))[1] == (
        "Bad Request: wrong file_id or the file is temporarily unavailable"
    )
    big = Upload("big.zip", b"x" * (20 * 1024 * 1024 + 1))
    sent = await calls(telegram, "sendDocument", chat_id=AMIR.id, document=big)
    answer = await refusal(telegram, "getFile", file_id=sent["document"]["file_id"])
    assert answer == (400, "Bad Request: file is too big")


async def test_a_file_travels_by_multipart_and_back(line: Line) -> None:
    form = FormData({"chat_id": str(AMIR.id), "document": "attach://f"})
    form.add_field("f", PDF, filename='naïve".pdf', content_type="application/pdf")
    async with line.web.post(f"{line.address}/bot42:T/sendDocument", data=form) as answer:
        document = (await answer.json())["result"]["document"]
    _, got = await line.bot("getFile", file_id=document["file_id"])
    path = got["result"]["file_path"]
    async with line.web.get(f"{line.address}/file/bot42:T/{path}") as answer:
        assert await answer.read() == PDF
        assert answer.content_type == "application/pdf"
    async with line.web.get(f"{line.address}/file/bot42:T/{path}.old") as answer:
        assert answer.status == 404
    async with line.web.get(f"{line.address}/sandbox/files/{document['file_id']}") as answer:
        assert await answer.read() == PDF
        assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "path", ["file/bot42:T/nothing", "file/botbad/nothing", "sandbox/files/x"]
)
async def test_files_that_are_not_there(line: Line, path: str) -> None:
    async with line.web.get(f"{line.address}/{path}") as answer:
        assert answer.status == 404
        assert await answer.json()
