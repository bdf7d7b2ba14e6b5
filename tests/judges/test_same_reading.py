"""Whatever the sandbox tells, two libraries that know nothing of each other read the same."""

from inspect import signature
from typing import Any

import aiogram.types
import pytest
import telegram as ptb
from hypothesis import given, settings, strategies as st

from bot.sandbox import Telegram, Upload
from bot.sandbox.cast import AMIR, RITA, invite_cast
from bot.sandbox.gatherings import Gatherings
from bot.sandbox.kinds import DOT, KINDS
from bot.sandbox.methods.table import GROUP_METHODS, METHODS
from bot.sandbox.phones import Phones
from bot.sandbox.web.control import DEEDS as WHAT_PEOPLE_DO
from bot.sandbox.world import BOT_ID
from tests.judges import scenes
from tests.judges.heard import misread
from tests.judges.readings import TOO_NEW, differences
from tests.judges.scenes import BODIES, ONE_OF_EACH, TOGETHER, Chance, lived
from tests.sandbox.conftest import calls


def public(side: type) -> set[str]:
    return {name for name in vars(side) if not name.startswith("_")}


def test_nothing_that_people_can_do_is_left_out() -> None:
    assert BODIES.keys() == WHAT_PEOPLE_DO.keys()
    assert public(Phones) - {"add_person", "welcome", "chat", "chat_view"} == BODIES.keys()
    assert public(Gatherings) == TOGETHER.keys()


@settings(max_examples=100)
@given(st.lists(scenes.HAPPENINGS, min_size=1, max_size=12))
def test_both_libraries_read_the_same(deeds: list[tuple[str, Chance]]) -> None:
    assert misread(lived(deeds)) == []


SERVICE = {
    "new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id",
    "forum_topic_created", "forum_topic_closed", "forum_topic_reopened",
}  # fmt: skip


def test_one_of_each_is_read_the_same() -> None:
    telegram = lived(ONE_OF_EACH)
    updates = [entry["update"] for entry in telegram.journal.entries if entry["what"] == "update"]
    assert {key for update in updates for key in update} == {
        "update_id", "message", "edited_message", "callback_query", "my_chat_member",
        "channel_post",
    }  # fmt: skip
    contents = {key for update in updates for key in update.get("message", {})}
    assert contents >= {*KINDS, *SERVICE} - {"live_location"}
    assert misread(telegram) == []


# What a method is asked besides what is true for all of them.
ASKED: dict[str, dict[str, Any]] = {
    "setmycommands": {"commands": [{"command": "aide", "description": "De l'aide"}]},
    "setmyname": {"name": "Duo"},
    "editmessagecaption": {"message_id": 2},
    "sendvoice": {"voice": Upload("stem.ogg", b"x")},
    "editmessagereplymarkup": {"reply_markup": {"inline_keyboard": scenes.BUTTONS[:1]}},
    "answercallbackquery": {"text": "Merci", "show_alert": True},
    "sendmessage": {"reply_parameters": {"message_id": 1}},
    "senddocument": {"document": Upload("lettre.pdf", b"x")},
    "sendphoto": {"photo": Upload("photo.gif", DOT)},
    "sendcontact": {
        "phone_number": "+3228000000",
        "first_name": "CPAS",
        "last_name": "d'Ixelles",
        "vcard": "BEGIN:VCARD\nEND:VCARD",
    },
    "sendvenue": {"title": "Gare", "address": "Midi"},
    "sendchataction": {"action": "typing"},
}


async def test_every_answer_is_read_the_same() -> None:
    telegram = Telegram()
    invite_cast(telegram)
    markup = {"inline_keyboard": scenes.BUTTONS}
    await calls(telegram, "sendMessage", chat_id=AMIR.id, text="?", reply_markup=markup)
    photo = await calls(telegram, "sendPhoto", chat_id=AMIR.id, photo=Upload("photo.gif", DOT))
    common = {
        "chat_id": AMIR.id,
        "message_id": 1,
        "callback_query_id": telegram.tap(AMIR.id, 1, "Oui")["callback_query_id"],
        "file_id": photo["photo"][0]["file_id"],
        "text": scenes.MARKED,
        "caption": scenes.MARKED,
        "parse_mode": "HTML",
        "latitude": 50.85,
        "longitude": 4.35,
    }
    for method in sorted(METHODS.keys() - GROUP_METHODS.keys(), key="deletemessage".__eq__):
        await calls(telegram, method, **common | ASKED.get(method, {}))
    assert misread(telegram) == []


async def test_every_answer_about_groups_is_read_the_same() -> None:
    telegram = Telegram()
    invite_cast(telegram)
    made = telegram.new_group(AMIR.id, "Coaches", forum=True, members=[RITA.id])
    common = {"chat_id": made["chat_id"], "user_id": RITA.id, "name": "Duos", "message_ids": [2]}
    telegram.change_bot(AMIR.id, made["chat_id"], "administrator")
    topic = await calls(telegram, "createForumTopic", **common)
    common |= {"message_thread_id": topic["message_thread_id"]}
    last = [
        "deletemessages",
        "closeforumtopic",
        "reopenforumtopic",
        "deleteforumtopic",
        "leavechat",
    ]
    first = sorted(GROUP_METHODS.keys() - {*last})
    for method in [*first, *last]:
        await calls(telegram, method, **common | {"name": method})
    for who in AMIR.id, RITA.id, BOT_ID:
        await telegram.call("getChatMember", common | {"user_id": who})
    assert misread(telegram) == []


RITA_SAYS = {
    "message_id": 7,
    "date": 1_774_699_200,
    "chat": {"id": RITA.id, "type": "private", "first_name": "Rita"},
    "from": {"id": RITA.id, "is_bot": False, "first_name": "Rita"},
    "text": "Dag",
}


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        ({}, []),
        ({"mood": "good"}, ["unknown to aiogram", "unknown to python-telegram-bot", "said"]),
        ({"from": {**RITA.user(), "age": 0}}, ["from.age: unknown", "from.age", "from.age: said"]),
        ({"from": {**RITA.user(), "is_bot": 0}}, ["said 0, aiogram reads false"]),
        ({"chat": {**RITA.private_chat(), "type": "cellar"}}, ['knows no "cellar"']),
        ({"voice": None}, ["never says null"]),
    ],
)
def test_what_is_wrong_is_found(wrong: dict[str, Any], found: list[str]) -> None:
    raw = RITA_SAYS | wrong
    read = aiogram.types.Message.model_validate(raw), ptb.Message.de_json(raw, None)
    for line, words in zip(differences(raw, *read), found, strict=True):
        assert words in line


def test_what_is_too_new_for_one_library_still_is() -> None:
    for family, name in TOO_NEW:
        assert name in getattr(aiogram.types, family).model_fields
        assert name not in signature(getattr(ptb, family)).parameters
