"""Texts as Telegram takes them: formatted, cleaned, measured, with commands and links found."""

import re
from collections.abc import Mapping
from typing import Any

from bot.sandbox.answers import bad_request
from bot.sandbox.entities import Entity, arranged, checked, utf16_length, with_users
from bot.sandbox.html import read_html
from bot.sandbox.limits import LONGEST_CAPTION, LONGEST_TEXT
from bot.sandbox.parameters import Parameters
from bot.sandbox.people import Person

FOUND_IN_TEXT = (
    ("bot_command", re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/@])")),
    ("url", re.compile(r"\bhttps?://[^\s<>\"]+[^\s<>\".,;:!?)]")),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z]\w{4,31}\b")),
)
CONTROL = {code: " " for code in range(32) if code != ord("\n")} | {ord("\r"): None}


def find_entities(text: str) -> list[Entity]:
    """Commands, links, addresses and names that Telegram marks by itself."""
    found: list[Entity] = []
    for kind, pattern in FOUND_IN_TEXT:
        for match in pattern.finditer(text):
            entity = {
                "type": kind,
                "offset": utf16_length(text[: match.start()]),
                "length": utf16_length(match[0]),
            }
            if not any(_overlap(entity, other) for other in found):
                found.append(entity)
    return sorted(found, key=lambda entity: int(entity["offset"]))


def formatted(
    parameters: Parameters, name: str, entities_name: str, people: Mapping[int, Person]
) -> tuple[str, list[Entity]]:
    """The text under this name, read by its parse mode, with every entity."""
    source = parameters.text(name).translate(CONTROL)
    mode = parameters.text("parse_mode").lower()
    if mode == "html":
        text, entities = read_html(source)
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        text, entities = source, checked(source, given_entities(parameters, entities_name))
    text, entities = trimmed(text, arranged(with_users(entities, people)))
    found = [one for one in find_entities(text) if not any(_overlap(one, e) for e in entities)]
    return text, sorted([*entities, *found], key=lambda one: (one["offset"], -one["length"]))


def given_entities(parameters: Parameters, name: str) -> list[Any]:
    """The entities the bot worked out itself."""
    given: Any = parameters.json(name, f"can't parse {name} JSON object") or []
    if not isinstance(given, list):
        raise bad_request(f"can't parse {name}: expected an Array")
    return given


def message_text(parameters: Parameters, people: Mapping[int, Person]) -> tuple[str, list[Entity]]:
    """The text of a message, neither empty nor too long."""
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    text, entities = formatted(parameters, "text", "entities", people)
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return text, entities


def caption(parameters: Parameters, people: Mapping[int, Person]) -> dict[str, Any]:
    """The caption fields of a message; none when there is no caption."""
    text, entities = formatted(parameters, "caption", "caption_entities", people)
    if len(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    told: dict[str, Any] = {"caption": text} if text else {}
    if text and entities:
        told["caption_entities"] = entities
    return told


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without space around it; entities move along and end where the text ends."""
    tail = text.rstrip()
    core = tail.lstrip()
    cut, end = utf16_length(tail) - utf16_length(core), utf16_length(core)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - cut, 0)
        stop = min(entity["offset"] + entity["length"] - cut, end)
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return core, moved


def _overlap(one: Entity, other: Entity) -> bool:
    starts_before = one["offset"] < other["offset"] + other["length"]
    return bool(starts_before and other["offset"] < one["offset"] + one["length"])
