"""How long everything stands still at times: the loop does one thing at once."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

SECONDS_BETWEEN_LOOKS = 0.5
REMEMBERED = 120  # looks: a minute of them


@dataclass(slots=True)
class Lag:
    """The delays of the last minute, in seconds."""

    seconds: Callable[[], float] = time.monotonic
    pause: float = SECONDS_BETWEEN_LOOKS
    late: deque[float] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    @property
    def longest(self) -> float:
        """The worst of the last minute."""
        return max(self.late, default=0.0)

    async def watch(self) -> None:
        """Look for ever how much too late one is woken."""
        while True:
            began = self.seconds()
            await asyncio.sleep(self.pause)
            self.late.append(max(self.seconds() - began - self.pause, 0.0))
