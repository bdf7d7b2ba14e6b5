"""The pretend Telegram itself: no HTTP, one bot, and everything it knows in one journal."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.sandbox import gestures, taps
from bot.sandbox.answers import Answer, NotPossible, Refusal, failure, success
from bot.sandbox.clock import SandboxClock
from bot.sandbox.copies import copied
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.journal import Journal
from bot.sandbox.methods.table import METHODS
from bot.sandbox.parameters import Parameters
from bot.sandbox.people import Person
from bot.sandbox.polling import Polling
from bot.sandbox.state import Entry, State
from bot.sandbox.views import chat_view
from bot.sandbox.world import Outcome, World

GET_UPDATES = "getupdates"
NOT_FOUND = "Not Found: method not found"


class Telegram:
    """Bots call it with `call`; people and tests use the other methods."""

    def __init__(
        self,
        *,
        clock: SandboxClock | None = None,
        journal: Path | None = None,
        username: str = "duobot_demo_bot",
    ) -> None:
        self.clock = clock or SandboxClock()
        self.username = username
        self.state = State()
        self.faults = Faults()
        self.journal = Journal(journal)
        for entry in self.journal.entries:
            self.state.apply(entry)
        self.closing = False
        self._polling = Polling(self.state, self.journal.bell, self.record)
        if self.journal.entries:
            self.clock.offset = self.state.clock_offset
        else:
            self._open_first()

    @property
    def world(self) -> World:
        """What methods and gestures look at."""
        return World(self.state, self.clock.now(), self.username)

    def record(self, *changes: Entry) -> None:
        """Write these as one whole, let them come true, and wake whoever waits."""
        for entry in self.journal.append(self.clock.now().isoformat(), changes):
            self.state.apply(entry)
        self.journal.bell.ring()

    async def call(self, method: str, parameters: Mapping[str, Any]) -> Answer:
        """What the bot asks; the name's case does not matter."""
        given = Parameters(parameters)
        fault = self.faults.strike(method.lower(), self._chat_of(given))
        if fault is None:
            return await self._work(method, given)
        return await self._stumble(fault, method, given)

    async def _stumble(self, fault: Fault, method: str, given: Parameters) -> Answer:
        if fault.status is None and fault.effect == "none":
            await asyncio.sleep(fault.delay_s)
            return await self._work(method, given)
        if fault.effect == "done":
            answer = await self._work(method, given, fault)
        else:
            answer = fault.answer()
            self.record(_called(method, given, answer, effect=False, fault=fault))
        await asyncio.sleep(fault.delay_s)
        return answer

    async def _work(self, method: str, given: Parameters, fault: Fault | None = None) -> Answer:
        """Do what is asked; with a fault, the work is done but something else is heard."""
        changes: tuple[Entry, ...] = ()
        try:
            outcome = await self._outcome(method.lower(), given)
            changes, truth = outcome.changes, success(outcome.result)
        except Refusal as refusal:
            truth = failure(refusal.status, refusal.description)
        heard = truth if fault is None or fault.status is None else fault.answer()
        if heard is not truth or not truth.ok or method.lower() != GET_UPDATES:
            told = _called(method, given, heard, effect=truth.ok, fault=fault)
            self.record(*changes, told)
        return Answer(heard.status, copied(heard.body))

    async def _outcome(self, name: str, given: Parameters) -> Outcome:
        if name == GET_UPDATES:
            return Outcome(await self._polling.get_updates(given))
        work = METHODS.get(name)
        if work is None:
            raise Refusal(404, NOT_FOUND)
        return work(self.world, given)

    def _chat_of(self, given: Parameters) -> int | None:
        """The chat a call is about: the one it names, or that of the tap it answers."""
        query = self.state.queries.get(given.text("callback_query_id"))
        return query.chat_id if query else given.integer("chat_id")

    # What people do.

    def add_person(  # noqa: PLR0913 - a person is all of this
        self,
        first_name: str,
        last_name: str | None = None,
        language_code: str | None = None,
        *,
        id: int | None = None,  # noqa: A002 - Telegram's word
        role: str | None = None,
        username: str | None = None,
        started: bool | None = None,
    ) -> Person:
        """Somebody new. People with a role have spoken to the bot before, except a stranger."""
        spoken = role not in {None, "stranger"} if started is None else started
        number = self.state.next_person_id() if id is None else id
        return self.welcome(
            Person(number, first_name, last_name, language_code, username, role, spoken)
        )

    def welcome(self, person: Person) -> Person:
        """Put this person in; one who is there already stays as they are."""
        if person.id < 1:
            raise NotPossible(400, "The id of a person is above zero.")
        known = self.state.people.get(person.id)
        if known is None:
            self.record(person.entry())
        return known or person

    def say(self, person_id: int, text: str, chat: int | None = None) -> dict[str, Any]:
        """A person writes: gives message_id and update_id."""
        return self._do(gestures.say(self.world, person_id, text, chat))

    def edit(self, person_id: int, message_id: int, text: str) -> dict[str, Any]:
        """A person changes a message of theirs."""
        return self._do(gestures.edit(self.world, person_id, message_id, text))

    def tap(
        self, person_id: int, message_id: int | None, button: str, *, forge: bool = False
    ) -> dict[str, Any]:
        """A person taps a button, named by label or data."""
        return self._do(taps.tap(self.world, person_id, message_id, button, forge=forge))

    def share_contact(self, person_id: int, of: int | None = None) -> dict[str, Any]:
        """A person shares their phone number, or somebody else's."""
        return self._do(gestures.share_contact(self.world, person_id, of))

    def send(self, person_id: int, kind: str, caption: str | None = None) -> dict[str, Any]:
        """A person sends something that is not text."""
        return self._do(gestures.send(self.world, person_id, kind, caption))

    def block(self, person_id: int) -> dict[str, Any]:
        """A person blocks the bot."""
        return self._do(gestures.block(self.world, person_id))

    def unblock(self, person_id: int) -> dict[str, Any]:
        """A person lets the bot back in."""
        return self._do(gestures.unblock(self.world, person_id))

    def chat(self, chat_id: int, *, with_deleted: bool = False) -> list[dict[str, Any]]:
        """The messages as this person sees them now."""
        view = self.chat_view(chat_id, with_deleted=with_deleted)
        messages: list[dict[str, Any]] = view["messages"]
        return messages

    def chat_view(self, chat_id: int, *, with_deleted: bool = False) -> dict[str, Any]:
        """The whole chat: messages, keyboard, commands and what shows for a moment."""
        chat = self.state.chats.get(chat_id)
        if chat is None:
            raise NotPossible(404, f"There is no chat {chat_id}.")
        return chat_view(self.world, chat, with_deleted=with_deleted)

    # What tests and demos turn.

    def turn_clock(self, instant: datetime) -> datetime:
        """Make it this instant now; the clock runs on from there."""
        self.clock.offset = self.clock.offset_for(instant)
        self._tell_clock()
        return self.clock.now()

    def advance_clock(self, by: timedelta) -> datetime:
        """Turn the clock forward, or back when it is negative."""
        self.clock.offset += by
        self._tell_clock()
        return self.clock.now()

    def plant_fault(self, fault: Fault) -> Fault:
        """The next calls it fits will stumble."""
        planted = self.faults.plant(fault)
        self.record({"what": "fault", "fault": planted.told()})
        return planted

    def clear_faults(self) -> int:
        """Calls work again; gives how many faults there were."""
        count = self.faults.clear()
        self.record({"what": "faults_cleared", "count": count})
        return count

    def open(self) -> None:
        """A server starts, perhaps again."""
        self.closing = False

    def hang_up(self) -> None:
        """End the poll and the events that wait, so that a server can stop at once."""
        self.closing = True
        self._polling.hang_up()

    def close(self) -> None:
        """End the poll that waits and let go of the journal's file."""
        self.hang_up()
        self.journal.close()

    def _open_first(self) -> None:
        """Ids start at the time of day one, so that a bot with a memory meets no id twice."""
        first_update = int(self.clock.now().timestamp())
        self.record({"what": "opened", "username": self.username, "first_update": first_update})

    def _tell_clock(self) -> None:
        offset = self.clock.offset.total_seconds()
        now = self.clock.now().isoformat()
        self.record({"what": "clock", "offset_s": offset, "now": now})

    def _do(self, outcome: Outcome) -> dict[str, Any]:
        self.record(*outcome.changes)
        result: dict[str, Any] = outcome.result
        return result


def _called(
    method: str, given: Parameters, answer: Answer, *, effect: bool, fault: Fault | None = None
) -> Entry:
    body = answer.body if isinstance(answer.body, dict) else answer.body.decode("utf-8", "replace")
    return {
        "what": "call",
        "method": method,
        "parameters": given.for_journal(),
        "status": answer.status,
        "answer": copied(body),
        "effect": effect,
        "fault": fault.id if fault else None,
    }
