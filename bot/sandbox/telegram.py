"""The pretend Telegram itself: no HTTP, one bot, and everything it knows in one journal."""

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.sandbox.answers import Answer, Refusal, success, too_many_requests
from bot.sandbox.copies import copied
from bot.sandbox.dials import Dials
from bot.sandbox.faults import Fault
from bot.sandbox.gatherings import Gatherings
from bot.sandbox.limits import SET_WEBHOOK_EVERY_S
from bot.sandbox.methods.table import GROUP_METHODS, METHODS
from bot.sandbox.parameters import Parameters
from bot.sandbox.phones import Phones
from bot.sandbox.polling import Polling
from bot.sandbox.state import Entry
from bot.sandbox.world import Outcome

GET_UPDATES = "getupdates"
SET_WEBHOOK = "setwebhook"
NOT_FOUND = "Not Found: method not found"


class Telegram(Phones, Gatherings, Dials):
    """Bots call it with `call`; people and tests use the other methods.

    `clock` is the time in the sandbox, and `seconds` the real time by which limits are counted;
    `limits` says whether they hold from the start.
    """

    def __init__(self, **more: Any) -> None:  # noqa: ANN401 - what Core takes
        super().__init__(**more)
        self._polling = Polling(
            self.state, self.journal.bell, self.record, self.clock.now, self.flood
        )
        self._next_set_webhook = float("-inf")

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
            changes, truth = outcome.changes, success(outcome.result, outcome.description)
        except Refusal as refusal:
            truth = refusal.answer()
        heard = truth if fault is None or fault.status is None else fault.answer()
        if heard is not truth or not truth.ok or method.lower() != GET_UPDATES:
            told = _called(method, given, heard, effect=truth.ok, fault=fault)
            self.record(*changes, told)
        return Answer(heard.status, copied(heard.body))

    async def _outcome(self, name: str, given: Parameters) -> Outcome:
        if name == GET_UPDATES:
            return Outcome(await self._polling.get_updates(given))
        work = METHODS.get(name) or GROUP_METHODS.get(name)
        if work is None:
            raise Refusal(404, NOT_FOUND)
        self._check_pace(name, given)
        return work(self.world, given)

    def _check_pace(self, name: str, given: Parameters) -> None:
        self.flood.check(name, given.text("chat_id"))
        if self.flood.on and name == SET_WEBHOOK and given.text("url"):
            now = self.flood.seconds()
            if now < self._next_set_webhook:
                raise too_many_requests(1)
            self._next_set_webhook = now + SET_WEBHOOK_EVERY_S

    def _chat_of(self, given: Parameters) -> int | None:
        """The chat a call is about: the one it names, or that of the tap it answers."""
        query = self.state.queries.get(given.text("callback_query_id"))
        return query.chat_id if query else given.integer("chat_id")

    def open(self) -> None:
        """A server starts, perhaps again."""
        self.closing = False

    def hang_up(self) -> None:
        """End the poll and the events that wait, so that a server can stop at once."""
        self.closing = True
        self._polling.hang_up()
        self.journal.bell.ring()
        self.webhook_bell.ring()

    def close(self) -> None:
        """End the poll that waits and let go of the journal's file."""
        self.hang_up()
        self.journal.close()


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
