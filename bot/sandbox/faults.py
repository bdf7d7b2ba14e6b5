"""Faults that a test plants: the pretend Telegram stumbles as the real one does."""

from dataclasses import asdict, dataclass
from typing import Any

from bot.sandbox.answers import CONNECTION_DROPPED, REASONS, Answer, NotPossible, failure

EVERY_METHOD = "*"
EFFECTS = ("none", "done")
HIGHEST_STATUS = 599
LOWEST_STATUS = 200


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to stumble.

    Without a status the call works and is only late. With effect "done" the method does its
    work first, and the caller hears the fault instead of the answer. `times` counts down;
    nothing means for ever.
    """

    id: int
    method: str = EVERY_METHOD
    chat: int | None = None
    status: int | None = None
    body: dict[str, Any] | str | None = None
    delay_s: float = 0.0
    times: int | None = None
    effect: str = "none"

    def fits(self, method: str, chat_id: int | None) -> bool:
        """Whether it strikes this call."""
        right_method = self.method.lower() in {EVERY_METHOD, method}
        return right_method and self.chat in {None, chat_id}

    def answer(self) -> Answer:
        """What the caller hears."""
        status = self.status or CONNECTION_DROPPED
        if isinstance(self.body, dict):
            return Answer(status, self.body)
        if self.body is not None:
            return Answer(status, self.body.encode("utf-8", "surrogateescape"))
        if status == CONNECTION_DROPPED:
            return Answer(status, b"")
        return failure(status, REASONS.get(status, "Error"))

    def told(self) -> dict[str, Any]:
        """The fault as JSON."""
        return asdict(self)


def check(fault: Fault) -> Fault:
    """The fault, if it makes sense."""
    if fault.effect not in EFFECTS:
        raise NotPossible(400, 'The effect of a fault is "none" or "done".')
    status = fault.status
    if status not in {None, CONNECTION_DROPPED} and not _is_status(status or 0):
        raise NotPossible(
            400, "The status is a number from 200 to 599, or 0 to drop the connection."
        )
    if fault.times is not None and fault.times < 1:
        raise NotPossible(400, "A fault strikes at least once; leave `times` out for always.")
    if fault.delay_s < 0:
        raise NotPossible(400, "A delay is zero seconds or more.")
    return fault


def _is_status(status: int) -> bool:
    return LOWEST_STATUS <= status <= HIGHEST_STATUS


class Faults:
    """The faults that wait to strike, oldest first."""

    def __init__(self) -> None:
        self._left: dict[int, tuple[Fault, int | None]] = {}
        self._last_id = 0

    def plant(self, fault: Fault) -> Fault:
        """Add a fault; it gets the next id."""
        self._last_id += 1
        numbered = check(Fault(**{**asdict(fault), "id": self._last_id}))
        self._left[numbered.id] = (numbered, numbered.times)
        return numbered

    def clear(self) -> int:
        """Take all of them away; gives how many there were."""
        count = len(self._left)
        self._left.clear()
        return count

    def all(self) -> list[dict[str, Any]]:
        """Those that still strike, with the times they have left."""
        return [{**fault.told(), "times": left} for fault, left in self._left.values()]

    def strike(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault for this call, if any; its times go down by one."""
        for fault, left in self._left.values():
            if fault.fits(method, chat_id):
                self._use(fault, left)
                return fault
        return None

    def _use(self, fault: Fault, left: int | None) -> None:
        if left is None:
            return
        if left <= 1:
            del self._left[fault.id]
        else:
            self._left[fault.id] = (fault, left - 1)
