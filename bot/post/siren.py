"""The second way to say that a case stands still: a call to an address that the operators name."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, Self

import aiohttp
import structlog

from bot.post.bell import Bell
from bot.post.patience import patiently

ANSWER_WITHIN = 10.0  # seconds
LOOK_AGAIN_AFTER = 3600.0  # seconds; every audit rings, so this is only a way to wait

log = structlog.get_logger(__name__)


class What(StrEnum):
    """What is told."""

    OVERDUE = "cases_overdue"
    WELL = "all_is_well"


@dataclass(frozen=True, slots=True)
class Call:
    """Numbers of cases and nothing else: who is told may be anybody's chat, pager or mail."""

    what: What
    ids: tuple[int, ...] = ()

    def body(self) -> dict[str, object]:
        """As it is sent. A number of ours is longer than some readers of JSON can count."""
        return {"what": self.what, "ids": [str(one) for one in self.ids], "count": len(self.ids)}


@dataclass(slots=True)
class Standing:
    """What was found, and what of it has been told.

    - ``late``: what the last audit found.
    - ``untold``: what was found and not told yet, though it may go on by now.
    - ``is_raised``: somebody was told of trouble, and not yet that it is over.
    """

    late: frozenset[int] = frozenset()
    untold: frozenset[int] = frozenset()
    is_raised: bool = False

    def found(self, late: Collection[int]) -> None:
        """An audit found these. What stands still from one audit to the next is one event."""
        now = frozenset(late)
        self.untold |= now - self.late
        self.late = now

    def to_tell(self) -> Call | None:
        """What is to be told now."""
        if self.untold:
            return Call(What.OVERDUE, tuple(sorted(self.untold)))
        return Call(What.WELL) if self.is_raised and not self.late else None

    def told(self, call: Call) -> None:
        """It arrived."""
        self.untold -= set(call.ids)
        self.is_raised = call.what is What.OVERDUE


class Caller(Protocol):
    """Who brings a call to where it is heard."""

    async def __call__(self, call: Call) -> bool:
        """Whether it arrived."""
        ...


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that takes a POST. It may hold a secret, so no log and no error shows it."""

    address: str = field(repr=False)
    patience: float = ANSWER_WITHIN

    async def __call__(self, call: Call) -> bool:
        try:
            status = await self._post(call)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            log.warning("alarm_not_told", what=call.what.value, why=type(error).__name__)
            return False
        if not 200 <= status < 300:  # noqa: PLR2004  # the answers that mean yes
            log.warning("alarm_not_told", what=call.what.value, status=status)
            return False
        log.info("alarm_told", what=call.what.value, cases=len(call.ids))
        return True

    async def _post(self, call: Call) -> int:
        patience = aiohttp.ClientTimeout(total=self.patience)
        async with (
            aiohttp.ClientSession(timeout=patience) as session,
            session.post(self.address, json=call.body(), allow_redirects=False) as answer,
        ):
            return answer.status


class Siren:
    """Hears each audit, and tells what it found beside everything else: nobody waits for it.
    Without a caller it tells nobody.
    """

    def __init__(
        self, audit: Callable[[], Awaitable[Sequence[int]]], caller: Caller | None
    ) -> None:
        self._audit = audit
        self._caller = caller
        self.standing = Standing()
        self.bell = Bell()

    @classmethod
    def over(cls, audit: Callable[[], Awaitable[Sequence[int]]], address: str | None) -> Self:
        """One that calls this address, if there is one."""
        return cls(audit, Webhook(address) if address else None)

    async def audit(self) -> int:
        """Look for cases that stand still, outside any transaction of the telling; how many."""
        late = await self._audit()
        if self._caller:
            self.standing.found(late)
            self.bell.ring()
        return len(late)

    async def run(self) -> None:
        """Tell for ever; what does not arrive is told again after the next audit."""
        while True:
            if await self.bell.heard(LOOK_AGAIN_AFTER):
                await patiently(self.tell, "alarm_failed", None)

    async def tell(self) -> None:
        """Tell all that is to be told, the trouble before its end."""
        while self._caller and (call := self.standing.to_tell()):
            if not await self._caller(call):
                return
            self.standing.told(call)
