"""Entities: links to people, and those that a bot works out itself."""

from typing import Any

import pytest

from bot.sandbox import Telegram
from bot.sandbox.cast import AMIR, RITA
from tests.sandbox.conftest import calls, refusal


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<a>duo.be</a>", {"type": "text_link", "url": "duo.be"}),
        ("<a href=duo.be>hier</a>", {"type": "text_link", "url": "duo.be"}),
        (
            '<a href="tg://user?id=700000002">Rita</a>',
            {"type": "text_mention", "user": RITA.user()},
        ),
        ('<a href="tg://user?id=5">niemand</a>', None),
        ('<a href="nergens">x</a>', None),
        ("<a href='https://duo.be/&amp'>x</a>", {"type": "text_link", "url": "https://duo.be/&"}),
    ],
)
async def test_a_link_leads_to_an_address_or_a_person(
    telegram: Telegram, source: str, expected: dict[str, Any] | None
) -> None:
    sent = await calls(telegram, "sendMessage", chat_id=AMIR.id, text=source, parse_mode="HTML")
    where = {"offset": 0, "length": len(sent["text"])}
    assert sent.get("entities", []) == ([] if expected is None else [expected | where])


def spans(*given: tuple[str, int, int]) -> list[dict[str, Any]]:
    return [{"type": kind, "offset": start, "length": length} for kind, start, length in given]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (spans(("bold", 0, 99)), spans(("bold", 0, 8))),
        (spans(("bold", 99, 1)), []),
        (spans(("bold", 2, 0)), []),
        (spans(("italic", 2, 6), ("bold", 2, 2)), spans(("italic", 2, 6), ("bold", 2, 2))),
        (
            spans(("bold", 0, 4), ("italic", 2, 4)),
            spans(("bold", 0, 4), ("italic", 2, 2), ("italic", 4, 2)),
        ),
        (spans(("code", 0, 4), ("bold", 1, 2)), spans(("code", 0, 4))),
        (spans(("code", 0, 4), ("bold", 2, 4)), spans(("code", 0, 4), ("bold", 4, 2))),
        (spans(("hashtag", 0, 2)), []),
    ],
)
async def test_entities_are_kept_each_inside_another_or_beside_it(
    telegram: Telegram, given: list[dict[str, Any]], kept: list[dict[str, Any]]
) -> None:
    sent = await calls(telegram, "sendMessage", chat_id=AMIR.id, text="abcd efg", entities=given)
    assert sent.get("entities", []) == kept


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("bold", "can't parse MessageEntity: expected an Object"),
        ({"type": "bold"}, "can't parse MessageEntity: Can't find field \"offset\""),
        ({"type": "bold", "offset": 0}, "can't parse MessageEntity: Can't find field \"length\""),
        (spans(("loud", 0, 1))[0], "can't parse MessageEntity: Unsupported type specified"),
        (spans(("bold", -1, 1))[0], "receive an entity with incorrect offset -1"),
        (spans(("bold", 0, -1))[0], "receive an entity with incorrect length -1"),
        (
            spans(("bold", 1, 1))[0],
            "entity begins in a middle of a UTF-16 symbol at byte offset 1",
        ),
        (spans(("bold", 0, 1))[0], "entity ends in a middle of a UTF-16 symbol at byte offset 1"),
    ],
)
async def test_entities_that_cannot_be_are_refused(
    telegram: Telegram, given: object, words: str
) -> None:
    parameters = {"chat_id": AMIR.id, "text": "👍 goed", "entities": [given]}
    assert await refusal(telegram, "sendMessage", **parameters) == (400, f"Bad Request: {words}")


async def test_of_many_entities_the_first_hundred_are_kept(telegram: Telegram) -> None:
    many = spans(*[("bold", 2 * n, 1) for n in range(120)])
    sent = await calls(telegram, "sendMessage", chat_id=AMIR.id, text="a " * 120, entities=many)
    assert len(sent["entities"]) == 100


async def test_somebody_unknown_is_no_mention(telegram: Telegram) -> None:
    one = {"type": "text_mention", "offset": 0, "length": 4}
    for user, kept in ((RITA.user(), 1), ({"id": 5}, 0), ("Rita", 0)):
        given = [{**one, "user": user}]
        sent = await calls(telegram, "sendMessage", chat_id=AMIR.id, text="Rita", entities=given)
        assert len(sent.get("entities", [])) == kept
