"""Entities that a bot works out itself: checked, and brought in the order Telegram keeps.

Offsets and lengths are in UTF-16 code units, as everywhere in the Bot API.
"""

from collections.abc import Mapping
from typing import Any

from bot.sandbox.answers import bad_request
from bot.sandbox.limits import MOST_ENTITIES
from bot.sandbox.people import Person

Entity = dict[str, Any]

FARTHEST = 1_000_000
FOUND_BY_TELEGRAM = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
)
WRITTEN = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
    }
)
# Nothing stands inside these, and they stand inside nothing but quotes.
ALONE = frozenset({"code", "pre"})
WRONG = "can't parse MessageEntity: "


def utf16_length(text: str) -> int:
    """The length as Telegram counts it for entities."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def checked(text: str, given: list[Any]) -> list[Entity]:
    """Those that Telegram keeps of what the bot gives; what it finds by itself it finds again."""
    found = [_read(one) for one in given]
    inside = {utf16_length(text[:n]) for n in range(len(text) + 1)}
    kept = [_within(one, inside, max(inside)) for one in found if one["type"] in WRITTEN]
    return [one for one in kept if one["length"] > 0]


def _read(given: object) -> Entity:
    if not isinstance(given, dict):
        raise bad_request(WRONG + "expected an Object")
    for name in ("offset", "length"):
        value = given.get(name)
        if type(value) is not int:
            raise bad_request(WRONG + f'Can\'t find field "{name}"')
        if not 0 <= value <= FARTHEST:
            raise bad_request(f"receive an entity with incorrect {name} {value}")
    if given.get("type") not in WRITTEN | FOUND_BY_TELEGRAM:
        raise bad_request(WRONG + "Unsupported type specified")
    return dict(given)


def _within(entity: Entity, inside: set[int], end: int) -> Entity:
    """It ends where the text ends, and cuts no character in two."""
    stop = min(entity["offset"] + entity["length"], end)
    for place, word in ((entity["offset"], "begins"), (stop, "ends")):
        if place <= end and place not in inside:
            raise bad_request(
                f"entity {word} in a middle of a UTF-16 symbol at byte offset {place}"
            )
    return {**entity, "length": stop - entity["offset"]}


def arranged(entities: list[Entity]) -> list[Entity]:
    """From left to right, the widest first, each inside another or beside it; so many at most."""
    found: list[Entity] = []
    for entity in sorted(entities, key=_place):
        found += _apart(entity, found)
    return sorted(found, key=_place)[:MOST_ENTITIES]


def _apart(entity: Entity, earlier: list[Entity]) -> list[Entity]:
    """The entity, split where an earlier one ends in the middle of it; nothing inside code."""
    start, stop = entity["offset"], entity["offset"] + entity["length"]
    for other in earlier:
        end = other["offset"] + other["length"]
        if start < end and other["type"] in ALONE:
            return (
                _apart({**entity, "offset": end, "length": stop - end}, earlier)
                if stop > end
                else []
            )
        if start < end < stop:
            first = {**entity, "length": end - start}
            return [first, *_apart({**entity, "offset": end, "length": stop - end}, earlier)]
    return [entity]


def with_users(entities: list[Entity], people: Mapping[int, Person]) -> list[Entity]:
    """Names that are links tell whose they are; of somebody unknown the link is lost."""
    found = []
    for entity in entities:
        if entity["type"] != "text_mention":
            found.append(entity)
            continue
        user = entity.get("user")
        person = people.get(user.get("id", 0)) if isinstance(user, dict) else None
        if person is not None:
            found.append({**entity, "user": person.user()})
    return found


def _place(entity: Entity) -> tuple[int, int]:
    return entity["offset"], -entity["length"]
