"""Asking Telegram for updates, as raw as they come: they are stored before they are understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from types import TracebackType
from typing import Any, Protocol, Self

import aiohttp

from bot.programme.people import Visit

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
LONG_POLL = 50
# How much longer than the long poll an answer may take before the line is taken for dead.
LINE_IS_DEAD = 20
# The largest whole number that every database keeps.
LARGEST = 2**63 - 1


class TokenRefused(Exception):
    """Telegram does not accept the token: nothing can be received or sent."""


class PollFailed(Exception):
    """Telegram did not give updates. ``wait`` is what it asked for, in seconds, if it did."""

    def __init__(self, status: int, reason: str, wait: float | None = None) -> None:
        super().__init__(f"getUpdates: {status} {reason}")
        self.status = status
        self.reason = reason
        self.wait = wait

    @property
    def is_conflict(self) -> bool:
        """Whether updates go elsewhere: to another poller, or to a webhook."""
        return self.status == HTTPStatus.CONFLICT

    @property
    def is_refusal(self) -> bool:
        """Whether the token is not accepted; an address with a malformed one is not found."""
        nowhere = self.status == HTTPStatus.NOT_FOUND and self.reason == "Not Found"
        return nowhere or self.status == HTTPStatus.UNAUTHORIZED


class Updates(Protocol):
    """Where updates come from; asking with an offset tells Telegram that we have all before it."""

    async def get(self, offset: int | None) -> Sequence[Mapping[str, Any]]: ...


@dataclass(slots=True)
class TelegramUpdates:
    """Updates by long polling over HTTP."""

    address: str
    token: str
    session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._connect()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.session:
            await self.session.close()

    async def get(self, offset: int | None) -> Sequence[Mapping[str, Any]]:
        """The next updates, or an empty list; raises PollFailed whatever went wrong."""
        asked: dict[str, Any] = {"timeout": LONG_POLL, "allowed_updates": ALLOWED_UPDATES}
        if offset is not None:
            asked["offset"] = offset
        try:
            return _updates_in(await self._call("getUpdates", asked))
        except PollFailed as failure:
            await self._mend(failure)
            raise

    async def leave_webhook(self) -> None:
        """Long polling is refused while a webhook is set; what waits is kept."""
        await self._call("deleteWebhook", {"drop_pending_updates": False})

    async def _mend(self, failure: PollFailed) -> None:
        """A webhook that somebody set meanwhile is left; a line that broke is made anew."""
        if failure.is_conflict and "webhook" in failure.reason.lower():
            await self.leave_webhook()
        if not failure.status and self.session:
            await self.session.close()
            self._connect()

    def _connect(self) -> None:
        total = aiohttp.ClientTimeout(total=LONG_POLL + LINE_IS_DEAD)
        self.session = aiohttp.ClientSession(timeout=total)

    async def webhook(self) -> Mapping[str, Any]:
        """Where Telegram takes updates to, how many wait, and which kinds it gives at all."""
        info: Mapping[str, Any] = await self._call("getWebhookInfo", {})
        return info

    async def who_am_i(self) -> Mapping[str, Any]:
        """The bot itself, as Telegram knows it: at least its number, ``id``."""
        me = await self._call("getMe", {})
        if not isinstance(me, dict) or not isinstance(me.get("id"), int):
            raise PollFailed(HTTPStatus.OK, "the answer holds no bot")
        return me

    async def _call(self, method: str, asked: Mapping[str, Any]) -> Any:  # noqa: ANN401  # JSON
        if self.session is None:
            raise RuntimeError("TelegramUpdates is used inside `async with`.")
        url = f"{self.address}/bot{self.token}/{method}"
        try:
            async with self.session.post(url, json=asked) as response:
                answer = await response.json(content_type=None)
                return _result(response.status, answer)
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
            # The error's own text holds the address, and the address holds the token.
            raise PollFailed(0, type(error).__name__) from None


def sender_of(update: Mapping[str, Any]) -> int | None:
    """Who sent an update, by their number at Telegram, read without understanding the rest."""
    for content in update.values():
        if isinstance(content, Mapping) and isinstance(content.get("from"), Mapping):
            sender = content["from"].get("id")
            return sender if isinstance(sender, int) else None
    return None


def visit_of(update: Mapping[str, Any]) -> Visit | None:
    """Who came in a private chat, which bears the number of the person; nobody in a group."""
    for content in update.values():
        if isinstance(content, Mapping) and isinstance(content.get("from"), Mapping):
            chat = content.get("chat") or (content.get("message") or {}).get("chat") or {}
            if chat.get("id") == sender_of(update):
                code = content["from"].get("language_code")
                return Visit(chat["id"], update["update_id"], code)
    return None


def _result(status: int, answer: object) -> Any:  # noqa: ANN401  # JSON
    if not isinstance(answer, dict):
        raise PollFailed(status, "the answer is not readable")
    if answer.get("ok") is True and "result" in answer:
        return answer["result"]
    parameters = answer.get("parameters")
    wait = parameters.get("retry_after") if isinstance(parameters, dict) else None
    reason = str(answer.get("description", "no description"))
    raise PollFailed(int(answer.get("error_code") or status), reason, _seconds(wait))


def _updates_in(result: object) -> Sequence[Mapping[str, Any]]:
    if not isinstance(result, list):
        raise PollFailed(HTTPStatus.OK, "the answer holds no list")
    readable = [one for one in result if _is_update(one)]
    if result and not readable:
        # Nothing would be confirmed, so the same would be given again and again at once.
        raise PollFailed(HTTPStatus.OK, "the answer holds no update")
    return readable


def _is_update(one: object) -> bool:
    """Whether it has a number by which it can be kept and confirmed."""
    number = one.get("update_id") if isinstance(one, dict) else None
    return isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= LARGEST


def _seconds(wait: object) -> float | None:
    try:
        return float(str(wait)) if wait is not None else None
    except ValueError:
        return None
