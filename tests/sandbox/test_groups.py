"""Groups, forums and channels: the bot comes and goes, groups move, topics open and close."""

from datetime import timedelta
from typing import Any

import aiogram.types
import pytest
import telegram as ptb

from bot.sandbox import NotPossible, Telegram
from bot.sandbox.cast import AMIR, ELS, RITA, TOM
from bot.sandbox.world import BOT_ID
from tests.sandbox.conftest import Line, buttons, calls, new_telegram, refusal

NEWER_THAN_ONE_OF_THEM = {"can_send_welcome_messages"}


async def heard(telegram: Telegram) -> list[dict[str, Any]]:
    updates: list[dict[str, Any]] = await calls(telegram, "getUpdates")
    after = updates[-1]["update_id"] + 1 if updates else 0
    await calls(telegram, "getUpdates", offset=after)
    return updates


def forum(telegram: Telegram) -> int:
    chat: int = telegram.new_group(ELS.id, "Coaches", forum=True)["chat_id"]
    telegram.change_bot(ELS.id, chat, "administrator")
    return chat


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_the_bot_hears_that_it_comes_and_goes(telegram: Telegram, kind: str) -> None:
    made = telegram.new_group(ELS.id, "Coaches", kind, members=[RITA.id])
    chat = made["chat_id"]
    came, welcome = await heard(telegram)
    assert came["update_id"] == made["update_id"]
    assert came["my_chat_member"]["chat"] == {"id": chat, "type": kind, "title": "Coaches"}
    assert came["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert welcome["message"]["new_chat_members"][0]["id"] == BOT_ID
    await calls(telegram, "sendMessage", chat_id=chat, text="dag")
    telegram.change_bot(ELS.id, chat, "kicked")
    gone, left = await heard(telegram)
    assert gone["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert left["message"]["left_chat_member"]["id"] == BOT_ID
    words = f"Forbidden: bot was kicked from the {kind} chat"
    assert await refusal(telegram, "sendMessage", chat_id=chat, text="?") == (403, words)
    with pytest.raises(NotPossible, match="The bot is not in this group"):
        telegram.say(RITA.id, "waar is de bot?", chat=chat)


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        ("left", 403, "Forbidden: bot is not a member of the group chat"),
        ("deleted", 403, "Forbidden: the group chat was deleted"),
        ("restricted", 400, "Bad Request: not enough rights to send text messages to the chat"),
    ],
)
async def test_where_the_bot_may_not_write_it_hears_why(
    telegram: Telegram, status: str, code: int, words: str
) -> None:
    chat = telegram.new_group(ELS.id, "Coaches")["chat_id"]
    telegram.change_bot(ELS.id, chat, status)
    assert telegram.change_bot(ELS.id, chat, status) == {"update_id": None}
    assert await refusal(telegram, "sendMessage", chat_id=chat, text="?") == (code, words)


async def test_the_bot_leaves_by_itself(telegram: Telegram) -> None:
    chat = telegram.new_group(TOM.id, "Vreemden", "supergroup")["chat_id"]
    await heard(telegram)
    await calls(telegram, "leaveChat", chat_id=chat)
    (left,) = await heard(telegram)
    assert left["my_chat_member"]["new_chat_member"]["status"] == "left"
    assert left["my_chat_member"]["from"]["id"] == BOT_ID
    assert (await refusal(telegram, "sendMessage", chat_id=chat, text="?"))[0] == 403
    words = "Bad Request: chat member status can't be changed in private chats"
    assert await refusal(telegram, "leaveChat", chat_id=RITA.id) == (400, words)


async def test_a_group_becomes_a_supergroup(telegram: Telegram) -> None:
    old = telegram.new_group(ELS.id, "Coaches")["chat_id"]
    await heard(telegram)
    new = telegram.migrate(ELS.id, old)["chat_id"]
    answer = await telegram.call("sendMessage", {"chat_id": old, "text": "dag"})
    assert answer.body == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new},
    }
    gone, come = [one["message"] for one in await heard(telegram)]
    assert (gone["chat"]["id"], gone["migrate_to_chat_id"]) == (old, new)
    assert (come["chat"]["id"], come["migrate_from_chat_id"]) == (new, old)
    assert (await calls(telegram, "sendMessage", chat_id=new, text="dag"))["message_id"] == 2
    assert (await calls(telegram, "getChat", chat_id=new))["type"] == "supergroup"
    for wrong in (new, RITA.id):
        with pytest.raises(NotPossible):
            telegram.migrate(ELS.id, wrong)
    with pytest.raises(NotPossible, match="has become the supergroup"):
        telegram.say(RITA.id, "dag", chat=old)


async def test_who_is_in_a_group(telegram: Telegram) -> None:
    chat = telegram.new_group(ELS.id, "Coaches", members=[RITA.id])["chat_id"]

    async def status(user: int, where: int = chat) -> str:
        member = await calls(telegram, "getChatMember", chat_id=where, user_id=user)
        return str(member["status"])

    assert [await status(one.id) for one in (ELS, RITA, AMIR)] == ["member", "member", "left"]
    telegram.say(AMIR.id, "salut", chat=chat)
    assert await status(AMIR.id) == "member"
    assert await status(RITA.id, where=RITA.id) == "member"
    assert await calls(telegram, "getChatMemberCount", chat_id=chat) == 4
    assert await calls(telegram, "getChatAdministrators", chat_id=chat) == []
    telegram.change_bot(ELS.id, chat, "administrator")
    admins = await calls(telegram, "getChatAdministrators", chat_id=chat)
    assert [one["user"]["id"] for one in admins] == [BOT_ID]
    assert await status(BOT_ID) == "administrator"
    assert (await refusal(telegram, "getChatAdministrators", chat_id=RITA.id))[0] == 400
    for wrong in ({}, {"user_id": 5}):
        assert (await refusal(telegram, "getChatMember", chat_id=chat, **wrong))[0] == 400


async def test_both_libraries_know_what_the_bot_is(telegram: Telegram) -> None:
    chat = telegram.new_group(ELS.id, "Coaches")["chat_id"]
    for status in ("administrator", "restricted", "member"):
        telegram.change_bot(ELS.id, chat, status)
        told = await calls(telegram, "getChatMember", chat_id=chat, user_id=BOT_ID)
        theirs = ptb.ChatMember.de_json(told, None)
        assert theirs.status == status
        assert {*theirs.api_kwargs} <= NEWER_THAN_ONE_OF_THEM
    for update in await calls(telegram, "getUpdates"):
        aiogram.types.Update.model_validate(update)
        assert ptb.Update.de_json(update, None).effective_chat is not None


async def test_anybody_in_a_group_can_tap_its_buttons(telegram: Telegram) -> None:
    chat = telegram.new_group(ELS.id, "Coaches")["chat_id"]
    markup = buttons("Ik")
    sent = await calls(telegram, "sendMessage", chat_id=chat, text="?", reply_markup=markup)
    telegram.tap(TOM.id, sent["message_id"], "Ik", chat=chat)
    query = (await heard(telegram))[-1]["callback_query"]
    assert (query["from"]["id"], query["message"]["chat"]["id"]) == (TOM.id, chat)
    with pytest.raises(NotPossible):
        telegram.tap(TOM.id, 1, "Ik", chat=RITA.id)


async def test_what_may_be_deleted_and_until_when(telegram: Telegram) -> None:
    chat = telegram.new_group(ELS.id, "Coaches", "supergroup")["chat_id"]
    said = telegram.say(RITA.id, "oeps", chat=chat)["message_id"]
    own = (await calls(telegram, "sendMessage", chat_id=chat, text="dag"))["message_id"]
    dice = telegram.send(RITA.id, "dice")["message_id"]
    stays = (400, "Bad Request: message can't be deleted")
    assert await refusal(telegram, "deleteMessage", chat_id=chat, message_id=said) == stays
    assert await refusal(telegram, "deleteMessage", chat_id=RITA.id, message_id=dice) == stays
    telegram.advance_clock(timedelta(hours=25))
    await calls(telegram, "deleteMessage", chat_id=RITA.id, message_id=dice)
    telegram.advance_clock(timedelta(hours=25))
    await calls(telegram, "deleteMessages", chat_id=chat, message_ids=[own, said, 99])
    assert [one["text"] for one in telegram.chat(chat)][1:] == ["oeps"]
    telegram.change_bot(ELS.id, chat, "administrator")
    await calls(telegram, "deleteMessage", chat_id=chat, message_id=said)
    for wrong in ([], "[", list(range(101))):
        parameters = {"chat_id": chat, "message_ids": wrong}
        assert (await refusal(telegram, "deleteMessages", **parameters))[0] == 400


async def test_a_channel_speaks(telegram: Telegram) -> None:
    for number in (1, 2):
        posted = telegram.post_in_channel(-1001000000001, f"nieuws {number}")
        assert posted["message_id"] == number
    update = (await heard(telegram))[-1]
    assert update["channel_post"]["chat"]["type"] == "channel"
    assert "from" not in update["channel_post"]
    assert telegram.chat(-1001000000001)[1]["text"] == "nieuws 2"


async def test_groups_over_http(line: Line) -> None:
    _, made = await line.post("groups", by=ELS.id, title="Coaches", forum=True, members=[RITA.id])
    where = f"groups/{made['chat_id']}"
    _, topic = await line.post(f"{where}/topic", by=ELS.id, name="Zaken")
    thread = topic["message_thread_id"]
    said = {"text": "dag", "chat": made["chat_id"], "message_thread_id": thread}
    assert (await line.post(f"people/{RITA.id}/say", **said))[0] == 200
    change = {"by": ELS.id, "message_thread_id": thread, "change": "close"}
    assert (await line.post(f"{where}/change_topic", **change))[0] == 200
    assert (await line.post(f"{where}/bot", by=ELS.id, status="kicked"))[0] == 200
    assert (await line.post("groups/-100500/post", text="nieuws"))[0] == 200
    assert (await line.post(f"{where}/bot", by=ELS.id, status="king"))[0] == 400
    assert (await line.post(f"{where}/migrate", by=ELS.id))[0] == 409
    assert (await line.post(f"{where}/dance", by=ELS.id))[0] == 404
    assert (await line.post("groups/-9/migrate", by=ELS.id))[0] == 404
    assert (await line.post("groups", by=ELS.id, title="x", type="club"))[0] == 400
    assert (await line.post("groups", by=ELS.id, title="x", members=["Rita"]))[0] == 400


async def test_groups_are_remembered(tmp_path: Any) -> None:
    before = new_telegram(journal=tmp_path / "journal.jsonl")
    chat = forum(before)
    before.migrate(ELS.id, before.new_group(ELS.id, "Coaches")["chat_id"])
    thread = before.new_topic(ELS.id, chat, "Zaken")["message_thread_id"]
    before.change_topic(ELS.id, chat, thread, "close")
    before.hold("taps")
    before.close()
    after = new_telegram(journal=tmp_path / "journal.jsonl")
    assert after.state == before.state
    after.close()
