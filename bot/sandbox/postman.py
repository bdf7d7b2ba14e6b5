"""Brings updates to the bot's webhook, tries again, and does what the answer asks for."""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from bot.sandbox import webhook
from bot.sandbox.bell import Bell
from bot.sandbox.core import Core
from bot.sandbox.deliveries import Deliveries, Draw
from bot.sandbox.limits import GONE
from bot.sandbox.queue import Update
from bot.sandbox.webhook import Webhook

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
LONGEST_SLEEP_S = 15.0
FORM = "application/x-www-form-urlencoded"
# Methods that are not carried out when an answer asks for them; nor is any that begins with "get".
NOT_IN_AN_ANSWER = frozenset({"deletewebhook", "setwebhook", "close", "logout"})


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot's server answered to an update."""

    status: int
    reason: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def ok(self) -> bool:
        """Whether the update has arrived."""
        return 200 <= self.status <= 299  # noqa: PLR2004 - HTTP's own numbers

    @property
    def retry_after_s(self) -> int:
        """How long the bot asks to be left alone."""
        asked = self.headers.get("Retry-After", "")
        return int(asked) if asked.isdecimal() else 0

    def asked(self) -> tuple[str, dict[str, Any]] | None:
        """The method that the answer asks for, with its parameters."""
        given = self._given()
        method = str(given.pop("method", ""))
        name = method.lower()
        if not name or name in NOT_IN_AN_ANSWER or name.startswith("get"):
            return None
        return method, given

    def _given(self) -> dict[str, Any]:
        if self.headers.get("Content-Type", "").startswith(FORM):
            return dict(parse_qsl(self.body.decode("utf-8", "replace")))
        with suppress(ValueError):
            body = json.loads(self.body)
            return body if isinstance(body, dict) else {}
        return {}


class NotDelivered(Exception):
    """Nobody answered; the sentence is what getWebhookInfo tells."""


# Brings one update to an address; the headers go along.
Bring = Callable[[str, Update, Mapping[str, str]], Awaitable[Reply]]


class Postman:
    """Goes while a webhook is set, and waits while there is none."""

    def __init__(self, telegram: Core, bring: Bring, draw: Draw = random.randint) -> None:
        self._telegram = telegram
        self._bring = bring
        self._draw = draw
        self._deliveries = Deliveries(draw)
        self._number = 0
        self._tasks: set[asyncio.Task[None]] = set()

    async def go(self) -> None:
        """Bring what there is to bring, until the sandbox goes away."""
        try:
            while not self._telegram.closing:
                self.set_out()
                await self._bell.wait(self._rest_s())
        finally:
            for task in self._tasks:
                task.cancel()

    async def until_rest(self) -> None:
        """Bring everything that can go now, and come back when the rest has to wait."""
        self.set_out()
        while self._tasks:
            await asyncio.wait(self._tasks)
            self.set_out()

    def set_out(self) -> None:
        """Begin every delivery whose turn it is."""
        hook = self._telegram.state.webhook
        self._begin_afresh(hook)
        self._telegram.forget_expired()
        if not hook.url:
            return
        now, queue = self._telegram.clock.now(), self._telegram.state.queue
        waiting = list(queue.updates.values())
        for update in self._deliveries.ready(waiting, hook.max_connections, now):
            self._deliveries.under_way.add(update["update_id"])
            task = asyncio.create_task(self._deliver(hook, self._deliveries, update))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def _begin_afresh(self, hook: Webhook) -> None:
        """With another webhook all pauses are over, and earlier answers do not count."""
        if hook.number != self._number:
            self._number = hook.number
            self._deliveries = Deliveries(self._draw)

    @property
    def _bell(self) -> Bell:
        """What may bring work: anything while a webhook is set, else only a webhook."""
        is_set = bool(self._telegram.state.webhook.url)
        return self._telegram.journal.bell if is_set else self._telegram.webhook_bell

    def _rest_s(self) -> float:
        turn_s = self._deliveries.next_turn(self._telegram.clock.now())
        return LONGEST_SLEEP_S if turn_s is None else min(max(turn_s, 0.01), LONGEST_SLEEP_S)

    async def _deliver(self, hook: Webhook, tries: Deliveries, update: Update) -> None:
        secret = {SECRET_HEADER: hook.secret_token} if hook.secret_token else {}
        self._telegram.record(
            {"what": "delivered", "update_ids": [update["update_id"]], "webhook": True}
        )
        try:
            reply = await self._bring(hook.url, update, secret)
        except NotDelivered as nobody:
            reply = Reply(0, str(nobody))
        finally:
            tries.under_way.discard(update["update_id"])
        if hook.number != self._telegram.state.webhook.number:
            return
        if reply.ok:
            await self._arrived(tries, update, reply)
        else:
            self._refused(tries, update, reply)

    async def _arrived(self, tries: Deliveries, update: Update, reply: Reply) -> None:
        tries.over(update["update_id"])
        told = {"what": "confirmed", "update_ids": [update["update_id"]], "webhook": True}
        self._telegram.record(told)
        asked = reply.asked()
        if asked is not None:
            await self._telegram.call(*asked)

    def _refused(self, tries: Deliveries, update: Update, reply: Reply) -> None:
        """Telegram tells the status, or what kept it from getting one."""
        wrong = f"Wrong response from the webhook: {reply.status} {reply.reason}"
        message = wrong if reply.status else reply.reason
        again = tries.failed(update["update_id"], self._telegram.clock.now(), reply.retry_after_s)
        told = {"what": "webhook_error", "update_id": update["update_id"], "status": reply.status}
        self._telegram.record({**told, "message": message, "again_at": again.isoformat()})
        if reply.status == GONE and self._telegram.state.webhook.is_gone(
            self._telegram.clock.now()
        ):
            self._telegram.record(webhook.entry(""))
