"""The group of the staff on everybody's phone, for tests of what happens in it."""

from typing import Any

from bot.sandbox.cast import ELS
from tests.conversations import House, Someone
from tests.handlers.arrivals import joins_as_coordinator, labels_of
from tests.post.letters import refused


class StaffRoom:
    """A forum of Telegram as its members see it."""

    def __init__(self, house: House, chat_id: int) -> None:
        self.house = house
        self.id = chat_id

    @property
    def topics(self) -> dict[str, bool]:
        """The topics that are there, and whether each is closed."""
        topics = self.house.telegram.state.chats[self.id].topics.values()
        return {one.name: one.closed for one in topics if not one.deleted}

    @property
    def texts(self) -> list[str]:
        """What the bot wrote, wherever in the group."""
        return [one["text"] for one in self._by_bot()]

    @property
    def cards(self) -> list[dict[str, Any]]:
        """What the bot wrote in topics."""
        return [one for one in self._by_bot() if one.get("message_thread_id")]

    @property
    def labels(self) -> list[str]:
        return labels_of(self.cards[-1])

    async def hears(self, who: Someone, text: str, **more: Any) -> None:
        """Somebody writes in the group."""
        self.house.telegram.say(who.id, text, chat=self.id, **more)
        await self.house.settle()

    async def hears_answer(self, who: Someone, text: str) -> None:
        """Somebody replies to the newest card."""
        card = self.cards[-1]["message_id"]
        await self.hears(who, text, replies_to=card)

    async def is_tapped(self, who: Someone, label: str) -> None:
        """Somebody taps below the newest card."""
        card = self.cards[-1]["message_id"]
        self.house.telegram.tap(who.id, card, label, chat=self.id)
        await self.house.settle()

    async def changes(self, change: str) -> None:
        """A colleague closes, reopens or deletes the newest topic."""
        topics = self.house.telegram.state.chats[self.id].topics
        self.house.telegram.change_topic(ELS.id, self.id, max(topics), change)
        await self.house.settle()

    def _by_bot(self) -> list[dict[str, Any]]:
        messages = self.house.telegram.state.chats[self.id].messages.values()
        told = [one.message for one in messages if one.by_bot and not one.deleted]
        return [one for one in told if one.get("text")]


async def makes_group(
    house: House, odile: Someone, *, forum: bool = True, bot: str = "administrator"
) -> StaffRoom:
    """Odile has a code, makes a group and lets the bot in."""
    made = house.telegram.new_group(odile.id, "Colleagues", forum=forum, members=[ELS.id])
    if bot != "member":
        house.telegram.change_bot(odile.id, made["chat_id"], bot)
    await house.settle()
    return StaffRoom(house, made["chat_id"])


def code_in(text: str) -> str:
    """The words that a coordinator has to write in the group."""
    return next(line for line in text.splitlines() if "/group " in line).partition(": ")[2]


async def link(house: House) -> tuple[Someone, StaffRoom]:
    """Odile, who coordinates Brussels, links a forum to it."""
    odile = await joins_as_coordinator(house)
    words = code_in(await odile.says("/group"))
    room = await makes_group(house, odile)
    await room.hears(odile, words)
    return odile, room


async def a_branch_has_a_group(house: House, amir: Someone, els: Someone) -> None:
    """It is linked, a case comes and goes in it, it moves to another number, and is lost."""
    odile, room = await link(house)
    refused(house, 429, "Too Many Requests: retry after 1", chat=room.id, times=1)
    await amir.says("/coach")
    await house.pass_by(seconds=3)
    await room.is_tapped(els, "I take it")
    await room.hears_answer(els, "I call you.")
    await room.is_tapped(els, "It is solved")
    assert list(room.topics.values()) == [True]
    moved = {"message_id": 1, "date": 1, "chat": {"id": room.id, "type": "supergroup"},
             "from": {"id": els.id, "is_bot": False, "first_name": "Els"},
             "migrate_to_chat_id": room.id - 1_000_000}  # fmt: skip
    house.telegram.record(*house.telegram.world.update("message", moved))
    back = moved | {"chat": {"id": room.id - 1_000_000, "type": "supergroup"},
                    "migrate_to_chat_id": room.id}  # fmt: skip
    house.telegram.record(*house.telegram.world.update("message", back))
    await house.settle()
    house.telegram.change_bot(els.id, room.id, "kicked")
    await house.settle()
    assert "any more" in odile.last
