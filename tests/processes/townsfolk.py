"""People who talk and tap at any moment, whether the bot is there or not."""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass

from tests.processes.phones import Message, Phone, buttons

LETTERS = "abdeiklmnoprstuvz"
RESTLESS = 0.15  # how often somebody acts without waiting for an answer
MEANT_TO_BE_TAPPED = (
    "sp:", "ch:consent:yes", "ch:role", "ch:branch", "cg:first_name", "cg:branch",
    "ch:roots:yes", "ch:right_to_work:yes", "ch:capacity",
    "ch:languages:skip", "ch:sector:any", "ch:experience:20", "ch:network", "ch:times:evenings",
    "ch:source:friend", "ch:hope:skip",
    "go:answers", "go:menu", "go:help", "go:coach", "go:my_cases", "go:new_people", "ca:",
)  # fmt: skip


@dataclass(slots=True)
class Townsman:
    """Somebody with a phone, a plan made by chance, and little patience.

    ``questions``: what is asked by a text that no button answers, by its words.
    """

    phone: Phone
    language: str
    chance: random.Random
    questions: Mapping[str, str]
    stops_at: str | None = None
    tapped: int | None = None

    async def act(self, within: float) -> None:
        """Do one thing, at any moment of the seconds to come."""
        await asyncio.sleep(self.chance.uniform(0, within))
        await self._act(await self.phone.messages())

    async def _act(self, messages: list[Message]) -> None:
        of_the_bot = [one for one in messages if one["from"] == "bot"]
        if not messages or self.chance.random() < RESTLESS / 2:
            await self.phone.says(self.chance.choice(["/start", "/help"]))
        elif of_the_bot and (messages[-1]["from"] == "bot" or self.chance.random() < RESTLESS):
            await self._answer(messages, of_the_bot[-1])

    async def _answer(self, messages: list[Message], last: Message) -> None:
        asked = next((key for words, key in self.questions.items() if words in last["text"]), None)
        seen = messages[-5:] if self.chance.random() < RESTLESS else [last]
        taps = [tap for one in seen for tap in self._meant(one) if self._is_new(tap)]
        if asked == "first_name":
            await self._says_a_name()
        elif asked == "year_of_birth":
            year = self.chance.choice(["1960", "1999"])
            await self.phone.says("perhaps" if self.stops_at == asked else year)
        elif asked == "phone":
            await self.phone.says("skip")
        elif taps:
            await self._tap(self.chance.choice(taps))
        elif self.chance.random() < RESTLESS:
            await self.phone.says("/start")

    def _is_new(self, tap: tuple[int, str]) -> bool:
        """Who has tapped waits for what happens; some do not."""
        return tap[0] != self.tapped or self.chance.random() < RESTLESS

    async def _says_a_name(self) -> None:
        name = "".join(self.chance.choices(LETTERS, k=9)).title()
        unclear = self.chance.random() < 0.2 or self.stops_at == "first_name"
        await self.phone.says(f"{self.chance.randrange(10**7)}77" if unclear else name)

    def _meant(self, message: Message) -> list[tuple[int, str]]:
        return [
            (message["message_id"], data)
            for data in buttons(message)
            if data.startswith(MEANT_TO_BE_TAPPED) and data != "ch:branch:elsewhere"
            if not data.startswith("sp:") or data == f"sp:{self.language}"
        ]

    async def _tap(self, tap: tuple[int, str]) -> None:
        message_id, data = tap
        self.tapped = message_id
        for _ in range(self.chance.choice([1, 1, 1, 2])):
            body = {"message_id": message_id, "button": data}
            url = f"{self.phone.line.address}/sandbox/people/{self.phone.id}/tap"
            async with self.phone.line.web.post(url, json=body) as answer:
                # The button may have gone meanwhile, as under anybody's thumb.
                assert answer.status in (200, 404), await answer.text()
