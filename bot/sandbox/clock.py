"""The sandbox's own time: the machine's clock plus an offset that anybody may turn."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def machine_now() -> datetime:
    """The machine's time, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the sandbox leans on nothing of ours, bot.clock included


class SandboxClock:
    """A clock that runs like any other, but can be turned forward and back."""

    def __init__(self, real: Callable[[], datetime] = machine_now) -> None:
        self._real = real
        self.offset = timedelta()

    def now(self) -> datetime:
        """The time in the sandbox, in UTC."""
        return self._real() + self.offset

    def offset_for(self, instant: datetime) -> timedelta:
        """The offset with which it is this instant now."""
        return instant - self._real()
