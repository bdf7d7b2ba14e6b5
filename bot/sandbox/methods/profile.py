"""Methods about the bot itself: who it is, its commands, its descriptions."""

import re
from typing import Any

from bot.sandbox import limits
from bot.sandbox.answers import bad_request
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import Outcome, World, done

COMMAND = re.compile(rf"[a-z0-9_]{{1,{limits.LONGEST_COMMAND}}}")
LANGUAGE = re.compile(r"[a-z]{2}|")
SHORT_CODE = 2
LONGEST = {
    "name": limits.LONGEST_NAME,
    "description": limits.LONGEST_DESCRIPTION,
    "short_description": limits.LONGEST_SHORT_DESCRIPTION,
}
COMPLAINTS = {
    "name": "bot name is too long",
    "description": "bot description is too long",
    "short_description": "bot short description is too long",
}


def get_me(world: World, _: Parameters) -> Outcome:
    """Who the bot is."""
    told = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return Outcome(world.me() | told)


def get_chat(world: World, parameters: Parameters) -> Outcome:
    """Who somebody is; only for those who have spoken to the bot."""
    chat = world.known_chat(parameters)
    person = world.state.people.get(chat.facts["id"])
    if person is not None and not person.started:
        raise bad_request("chat not found")
    gifts = dict.fromkeys(
        (
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ),
        False,
    )
    full = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
    return Outcome(chat.facts | full)


def set_my_commands(_: World, parameters: Parameters) -> Outcome:
    """The commands in the menu, for a language and a scope."""
    given: Any = parameters.json("commands", "can't parse commands JSON object")
    if not isinstance(given, list):
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    if len(given) > limits.MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return _set(_commands_name(parameters), [_command(one) for one in given])


def delete_my_commands(_: World, parameters: Parameters) -> Outcome:
    """No commands any more, for a language and a scope."""
    return _set(_commands_name(parameters), [])


def get_my_commands(world: World, parameters: Parameters) -> Outcome:
    """The commands set for exactly this language and scope."""
    return Outcome(world.state.settings.get(_commands_name(parameters), []))


def set_text(field: str, parameters: Parameters) -> Outcome:
    """The bot's name or a description, in a language."""
    text = parameters.text(field)
    if len(text) > LONGEST[field]:
        raise bad_request(COMPLAINTS[field])
    return _set(f"{field}|{_language(parameters)}", text)


def get_text(world: World, field: str, parameters: Parameters) -> Outcome:
    """The bot's name or a description in a language, else the one without language."""
    return Outcome({field: text_for(world, field, _language(parameters))})


def text_for(world: World, field: str, language: str) -> str:
    """The bot's name or a description as somebody with this language reads it."""
    settings = world.state.settings
    fallback = world.bot_name if field == "name" else ""
    short = language[:SHORT_CODE]
    return str(settings.get(f"{field}|{short}") or settings.get(f"{field}|") or fallback)


def commands_for(world: World, chat_id: int, language: str) -> list[dict[str, str]]:
    """The commands that this chat's menu shows: the nearest scope wins, then the language."""
    wide = "all_private_chats" if chat_id > 0 else "all_group_chats"
    for scope in (f"chat:{chat_id}", wide, "default"):
        for name in (f"commands|{scope}|{language[:SHORT_CODE]}", f"commands|{scope}|"):
            commands: list[dict[str, str]] = world.state.settings.get(name, [])
            if commands:
                return commands
    return []


def _set(name: str, value: object) -> Outcome:
    return done({"what": "setting", "name": name, "value": value})


def _command(given: object) -> dict[str, str]:
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    command = str(given.get("command", "")).removeprefix("/")
    description = str(given.get("description", "")).strip()
    if not COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > limits.LONGEST_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def _commands_name(parameters: Parameters) -> str:
    scope: Any = parameters.json("scope", "can't parse BotCommandScope JSON object") or {}
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: expected an Object")
    kind = str(scope.get("type", "default"))
    where = f"{kind}:{scope['chat_id']}" if "chat_id" in scope else kind
    return f"commands|{where}|{_language(parameters)}"


def _language(parameters: Parameters) -> str:
    language = parameters.text("language_code")
    if not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language
