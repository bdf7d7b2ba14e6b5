"""How people come in, for conversations about what happens after that."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from bot.sandbox.cast import ELS
from tests.conversations import House, Someone
from tests.storage.places import TELLING

MENTEE, MENTOR = "I am looking for work", "I want to be a mentor"
# 18:00 on the wall in Brussels: the first time that the duo of the fixtures is asked.
FIRST_SUNDAY = datetime(2026, 3, 8, 17, tzinfo=UTC)
POST = ("inbox", "outbox")


async def starts(house: House, name: str = "Fatima", code: str | None = "en") -> Someone:
    person = house.meet(name, code)
    await person.says("/start")
    return person


async def agrees(person: Someone) -> None:
    await person.taps("English")
    await person.taps("I agree")


# What is tapped by who wants to be done: nothing is told that need not be.
SHORTEST = ("Skip", "I do not know yet", "All kinds of work", "Yes", "Yes, I may work",
            "Yes, for one mentee")  # fmt: skip


# The same for a mentee step by step, from the question after the town; what is said has a "=".
REST = ["Yes", "Yes, I may work", "Skip", "I do not know yet", "Skip", "Skip", "Skip",
        "=Skip"]  # fmt: skip


async def finishes(person: Someone) -> str:
    """Answer what still has to be answered, in English, and skip the rest; give the last words."""
    said = ""
    while "You are registered" not in said:
        labels = labels_of(person.messages[-1])
        tapped = next((one for one in SHORTEST if one in labels), None)
        said = await person.taps(tapped) if tapped else await person.says("Skip")
    return said


async def registers(
    house: House,
    name: str = "Fatima",
    role: str = MENTEE,
    year: str = "1999",
    town: str = "Brussels",
) -> Someone:
    person = await starts(house, name)
    await agrees(person)
    await person.taps(role)
    await person.says(name)
    await person.says(year)
    await person.taps(town)
    await finishes(person)
    return person


async def joins_as_coach(
    house: House, name: str = "Nadia", branch: str = "brussels", person: Someone | None = None
) -> Someone:
    token = await house.app.actions.invitations.invite_coach(name, branch)
    coach = person or house.meet(name, "en")
    await coach.says(f"/start {token}")
    return coach


async def joins_as_coordinator(
    house: House, name: str = "Odile", branch: str = "brussels"
) -> Someone:
    token = await house.app.actions.invitations.invite_coordinator(name, branch)
    coordinator = house.meet(name, "en")
    await coordinator.says(f"/start {token}")
    return coordinator


async def leaves(person: Someone) -> str:
    await person.says("/privacy")
    await person.taps("I no longer agree")
    return await person.taps("Yes, delete my answers")


def els_of(house: House) -> Someone:
    return house.phone_of(ELS.id)


def behind(person: Someone, label: str) -> str:
    """What the newest button of this name carries back."""
    return behind_all(person, label)[-1]


def behind_all(person: Someone, label: str) -> list[str]:
    return [button["callback_data"] for button in _buttons(person) if button["text"] == label]


def message_with(person: Someone, words: str) -> dict[str, Any]:
    """The newest message that holds these words."""
    return next(one for one in reversed(person.messages) if words in one.get("text", ""))


def labels_of(message: dict[str, Any]) -> list[str]:
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def questions_to(person: Someone) -> list[str]:
    """The questions of the week in this chat that were not answered in their own place."""
    return [one["text"] for one in person.messages if "Yes, we met" in labels_of(one)]


def question_of(person: Someone) -> dict[str, Any]:
    """The newest question of the week, in whatever words it is put."""
    return next(one for one in reversed(person.messages) if "Yes, we met" in labels_of(one))


def newest_of_bot(person: Someone) -> int:
    """Looked up where it is kept: a copy of a long chat takes its time."""
    chat = person.house.telegram.state.chats[person.id]
    return next(
        number
        for number, kept in reversed(chat.messages.items())
        if kept.by_bot and not kept.deleted
    )


async def taps_old(person: Someone, data: str) -> str:
    """Tap what stood on a card that has changed since."""
    return await person.forges(data, newest_of_bot(person))


async def remembered(house: House, but: tuple[str, ...] = POST) -> dict[str, list[Any]]:
    """All that is remembered, table by table."""
    async with house.database.reading() as tx:
        return {
            table.name: sorted(map(tuple, await tx.connection.execute(select(table))), key=str)
            for table in TELLING
            if table.name not in but
        }


def _buttons(person: Someone) -> list[dict[str, Any]]:
    return [
        button
        for message in person.messages
        for row in (message.get("reply_markup") or {}).get("inline_keyboard", [])
        for button in row
    ]
