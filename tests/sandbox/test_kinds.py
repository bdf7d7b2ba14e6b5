"""What people send besides words."""

import pytest

from bot.sandbox import Telegram
from bot.sandbox.cast import AMIR
from bot.sandbox.kinds import KINDS
from tests.sandbox.conftest import calls

SEEN_AS = {
    "live_location": "location",
    "media_group_id": "photo",
    "reply_to_story": "text",
    "forward_origin": "text",
    "quote": "text",
}


@pytest.mark.parametrize("kind", KINDS)
async def test_people_send_more_than_words(telegram: Telegram, kind: str) -> None:
    telegram.send(AMIR.id, kind, caption="kijk")
    message = (await calls(telegram, "getUpdates"))[0]["message"]
    seen = telegram.chat(AMIR.id)[0]
    assert seen["kind"] == SEEN_AS.get(kind, kind)
    assert seen["kind"] in message
    assert kind in message or kind == "live_location"
    assert ("caption" in message) == (seen["text"] == "kijk")


async def test_an_album_is_ten_messages(telegram: Telegram) -> None:
    sent = telegram.send(AMIR.id, "media_group_id", caption="onze dag")
    telegram.say(AMIR.id, "voilà")
    updates = await calls(telegram, "getUpdates")
    assert [update["update_id"] - sent["update_id"] for update in updates] == [*range(11)]
    assert [update["message"]["message_id"] for update in updates] == [*range(1, 12)]
    assert len({update["message"].get("media_group_id") for update in updates[:10]}) == 1
    assert [update["message"].get("caption") for update in updates[:2]] == ["onze dag", None]


async def test_a_quote_and_a_pin_name_what_was_said(telegram: Telegram) -> None:
    await calls(telegram, "sendMessage", chat_id=AMIR.id, text="this week?")
    telegram.send(AMIR.id, "quote")
    telegram.send(AMIR.id, "pinned_message")
    quoted, pinned = [one["message"] for one in await calls(telegram, "getUpdates")]
    assert quoted["reply_to_message"]["text"] == "this week?"
    assert pinned["pinned_message"]["text"] == "I mean this"
    assert "reply_to_message" not in pinned["pinned_message"]
