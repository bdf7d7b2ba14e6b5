"""What the bot tells about itself."""

import pytest

from bot.sandbox import Telegram
from bot.sandbox.cast import AMIR, RITA, TOM
from tests.sandbox.conftest import calls, refusal

HELP = {"command": "help", "description": "Help"}
HULP = {"command": "help", "description": "Hulp"}
AIDE = {"command": "aide", "description": "Aide"}


async def test_the_bot_knows_itself(telegram: Telegram) -> None:
    me = await calls(telegram, "getMe")
    assert (me["is_bot"], me["username"]) == (True, "duobot_demo_bot")


async def test_each_person_sees_the_commands_of_their_language(telegram: Telegram) -> None:
    await calls(telegram, "setMyCommands", commands=[HELP])
    await calls(telegram, "setMyCommands", commands=[HULP], language_code="nl")
    scope = {"type": "chat", "chat_id": AMIR.id}
    await calls(
        telegram,
        "setMyCommands",
        commands='[{"command": "/aide", "description": "Aide"}]',
        scope=scope,
    )
    assert telegram.chat_view(TOM.id)["commands"] == [HELP]
    assert telegram.chat_view(RITA.id)["commands"] == [HULP]
    assert telegram.chat_view(AMIR.id)["commands"] == [AIDE]


async def test_commands_are_got_and_deleted(telegram: Telegram) -> None:
    assert await calls(telegram, "getMyCommands") == []
    await calls(telegram, "setMyCommands", commands=[HULP], language_code="nl")
    assert await calls(telegram, "getMyCommands", language_code="nl") == [HULP]
    await calls(telegram, "deleteMyCommands", language_code="nl")
    assert telegram.chat_view(RITA.id)["commands"] == []


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({}, "can't parse commands: expected an Array of BotCommand"),
        ({"commands": "["}, "can't parse commands JSON object"),
        ({"commands": ["help"]}, "can't parse BotCommand: expected an Object"),
        ({"commands": [{**HELP, "command": "Help"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "help"}]}, "command description must be non-empty"),
        (
            {"commands": [{**HELP, "description": "x" * 257}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ({"commands": [HELP] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [HELP], "language_code": "nld"}, "invalid language code specified"),
        ({"commands": [HELP], "scope": "{"}, "can't parse BotCommandScope JSON object"),
        ({"commands": [HELP], "scope": [1]}, "can't parse BotCommandScope: expected an Object"),
    ],
)
async def test_bad_commands_are_refused(
    telegram: Telegram, parameters: dict[str, object], words: str
) -> None:
    answer = await refusal(telegram, "setMyCommands", **parameters)
    assert answer == (400, f"Bad Request: {words}")


@pytest.mark.parametrize(
    ("noun", "field", "longest"),
    [
        ("Name", "name", 64),
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
    ],
)
async def test_texts_about_the_bot_are_kept_per_language(
    telegram: Telegram, noun: str, field: str, longest: int
) -> None:
    await calls(telegram, f"setMy{noun}", **{field: "Everybody"})
    await calls(telegram, f"setMy{noun}", **{field: "Iedereen"}, language_code="nl")
    assert await calls(telegram, f"getMy{noun}", language_code="nl") == {field: "Iedereen"}
    assert await calls(telegram, f"getMy{noun}", language_code="fr") == {field: "Everybody"}
    long = await refusal(telegram, f"setMy{noun}", **{field: "x" * (longest + 1)})
    assert long[1].endswith("is too long")


async def test_the_page_shows_name_and_description(telegram: Telegram) -> None:
    await calls(telegram, "setMyDescription", description="Dag!", language_code="nl")
    view = telegram.chat_view(RITA.id)
    assert view["description"] == "Dag!"
    assert view["bot"] == {"first_name": "duobot", "username": "duobot_demo_bot"}
    await calls(telegram, "setMyName", name="Duo")
    assert (await calls(telegram, "getMe"))["first_name"] == "Duo"


async def test_without_a_webhook_only_the_count_is_told(telegram: Telegram) -> None:
    assert await calls(telegram, "setWebhook", url="") is True
    telegram.say(RITA.id, "hallo")
    await calls(telegram, "deleteWebhook")
    assert await calls(telegram, "getWebhookInfo") == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 1,
    }
    await calls(telegram, "getUpdates", allowed_updates=["message"])
    await calls(telegram, "deleteWebhook", drop_pending_updates=True)
    info = await calls(telegram, "getWebhookInfo")
    assert (info["pending_update_count"], info["allowed_updates"]) == (0, ["message"])
