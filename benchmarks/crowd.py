"""Forty people who talk at once: each says the next thing as soon as the bot has answered."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox import Telegram
from bot.sandbox.answers import Answer

# A registration answer and going back: a rule, a change of the person, and a reply every time.
TALK = ("Amir", "back")
OPENING = ("/start", "sp:en", "ch:consent:yes", "ch:role:mentee")


@dataclass(slots=True)
class Crowd:
    """People in a closed loop. ``seconds`` is how long each answer took."""

    telegram: "Busy"
    talk: Sequence[str] = TALK
    seconds: list[float] = field(default_factory=list)
    answered: int = 0
    said: dict[int, int] = field(default_factory=dict)
    asked_at: dict[int, float] = field(default_factory=dict)
    until: int = 0
    done: asyncio.Event = field(default_factory=asyncio.Event)

    def gather(self, count: int) -> None:
        """So many new people."""
        for number in range(count):
            person = self.telegram.add_person(f"Person{number}", language_code="en")
            self.said[person.id] = 0

    async def talk_until(self, answers: int, patience: float = 120.0) -> None:
        """Everybody talks until so many more answers have come."""
        self.answered, self.until = 0, answers
        self.done.clear()
        self.seconds.clear()
        self.telegram.heard = self._hear
        for person in self.said:
            self._say(person)
        await asyncio.wait_for(self.done.wait(), patience)
        # Those whose answer is still to come are waited for: nothing crosses into the next.
        async with asyncio.timeout(patience):
            while self.asked_at:
                await asyncio.sleep(0.005)

    def _hear(self, person: int) -> None:
        if person not in self.asked_at:
            return
        self.seconds.append(time.perf_counter() - self.asked_at.pop(person))
        self.answered += 1
        if self.answered >= self.until:
            self.done.set()
        else:
            self._say(person)

    def _say(self, person: int) -> None:
        text = self.talk[self.said[person] % len(self.talk)]
        self.said[person] += 1
        self.asked_at[person] = time.perf_counter()
        self.telegram.say(person, text)


class Busy(Telegram):
    """The pretend Telegram, which tells who has been written to."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: Any = None

    async def call(self, method: str, parameters: Mapping[str, Any]) -> Answer:
        answer = await super().call(method, parameters)
        if self.heard and method.lower() == "sendmessage" and answer.status == 200:
            self.heard(int(answer.body["result"]["chat"]["id"]))
        return answer


async def registered(telegram: Busy, crowd: Crowd, patience: float = 60.0) -> None:
    """Bring everybody to the question for a first name, by the buttons that anybody taps."""
    for step in OPENING:
        for person in crowd.said:
            seen = telegram.chat(person)
            if step.startswith("/"):
                telegram.say(person, step)
            else:
                telegram.tap(person, seen[-1]["message_id"], step)
            answered = len(seen) + 1 + step.startswith("/")
            async with asyncio.timeout(patience):
                while len(telegram.chat(person)) < answered:
                    await asyncio.sleep(0.005)
