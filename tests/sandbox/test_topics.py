"""The topics of a forum: begun, written in, closed, gone."""

from typing import Any

import pytest

from bot.sandbox import NotPossible, Telegram
from bot.sandbox.cast import ELS, RITA
from tests.sandbox.conftest import calls, refusal
from tests.sandbox.test_groups import forum, heard


async def test_a_topic_is_written_in_closed_and_gone(telegram: Telegram) -> None:
    chat = forum(telegram)
    made = await calls(telegram, "createForumTopic", chat_id=chat, name="Zaken")
    thread = {"chat_id": chat, "message_thread_id": made["message_thread_id"]}
    assert made["icon_color"] == 0x6FB9F0
    sent = await calls(telegram, "sendMessage", text="een zaak", **thread)
    assert sent["is_topic_message"]
    assert sent["message_thread_id"] == made["message_thread_id"]
    assert sent["reply_to_message"]["forum_topic_created"]["name"] == "Zaken"
    await calls(telegram, "editForumTopic", name="Open zaken", **thread)
    await calls(telegram, "closeForumTopic", **thread)
    with pytest.raises(NotPossible, match="closed"):
        telegram.say(ELS.id, "dicht?", chat=chat, thread=made["message_thread_id"])
    await calls(telegram, "sendMessage", text="de beheerder mag nog", **thread)
    telegram.change_bot(ELS.id, chat, "member")
    closed = (400, "Bad Request: TOPIC_CLOSED")
    assert await refusal(telegram, "sendMessage", text="?", **thread) == closed
    telegram.change_bot(ELS.id, chat, "administrator")
    await calls(telegram, "reopenForumTopic", **thread)
    await calls(telegram, "deleteForumTopic", **thread)
    gone = (400, "Bad Request: message thread not found")
    assert await refusal(telegram, "sendMessage", text="?", **thread) == gone
    assert all("message_thread_id" not in one for one in telegram.chat(chat))
    assert [one["kind"] for one in telegram.chat(chat)] == ["text"]


@pytest.mark.parametrize(
    ("method", "more", "words"),
    [
        ("createForumTopic", {"name": " "}, "TOPIC_TITLE_EMPTY"),
        ("createForumTopic", {"name": "x", "icon_color": 1}, "TOPIC_ICON_COLOR_INVALID"),
        ("editForumTopic", {"message_thread_id": 2}, "TOPIC_NOT_MODIFIED"),
        ("reopenForumTopic", {"message_thread_id": 2}, "TOPIC_NOT_MODIFIED"),
        ("closeForumTopic", {"message_thread_id": 9}, "TOPIC_ID_INVALID"),
        ("deleteForumTopic", {}, "TOPIC_ID_INVALID"),
    ],
)
async def test_a_topic_that_cannot_be_is_refused(
    telegram: Telegram, method: str, more: dict[str, Any], words: str
) -> None:
    chat = forum(telegram)
    assert telegram.new_topic(ELS.id, chat, "Zaken")["message_thread_id"] == 2
    answer = await refusal(telegram, method, chat_id=chat, **more)
    assert answer == (400, f"Bad Request: {words}")


async def test_only_an_administrator_keeps_topics_and_only_in_a_forum(telegram: Telegram) -> None:
    chat = forum(telegram)
    telegram.change_bot(ELS.id, chat, "member")
    words = "Bad Request: not enough rights to manage topics"
    assert await refusal(telegram, "createForumTopic", chat_id=chat, name="x") == (400, words)
    plain = telegram.new_group(ELS.id, "Coaches", "supergroup")["chat_id"]
    words = "Bad Request: the chat is not a forum"
    assert await refusal(telegram, "createForumTopic", chat_id=plain, name="x") == (400, words)
    with pytest.raises(NotPossible):
        telegram.new_topic(ELS.id, plain, "x")
    lost = {"chat_id": RITA.id, "text": "?", "message_thread_id": 7}
    assert await refusal(telegram, "sendMessage", **lost) == (
        400,
        "Bad Request: message thread not found",
    )


async def test_people_keep_topics_too(telegram: Telegram) -> None:
    chat = forum(telegram)
    thread = telegram.new_topic(ELS.id, chat, "Zaken")["message_thread_id"]
    telegram.say(RITA.id, "een vraag", chat=chat, thread=thread)
    for change in ("close", "reopen"):
        telegram.change_topic(ELS.id, chat, thread, change)
    words = [one["message"] for one in await heard(telegram) if "message" in one][1:]
    assert [one["message_thread_id"] for one in words] == [thread] * 4
    assert "forum_topic_closed" in words[2]
    telegram.change_topic(ELS.id, chat, thread, "delete")
    with pytest.raises(NotPossible):
        telegram.change_topic(ELS.id, chat, thread, "close")
    with pytest.raises(NotPossible):
        telegram.say(RITA.id, "?", chat=chat, thread=thread)
    other = telegram.new_topic(ELS.id, chat, "Anders")["message_thread_id"]
    with pytest.raises(NotPossible, match="close, reopen or delete"):
        telegram.change_topic(ELS.id, chat, other, "burn")


async def test_a_long_name_of_a_topic_is_cut(telegram: Telegram) -> None:
    made = await calls(telegram, "createForumTopic", chat_id=forum(telegram), name="é" * 129)
    assert made["name"] == "é" * 128
