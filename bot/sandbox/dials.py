"""What tests and demos turn: the clock, faults, limits, and the two ways to the queue."""

from datetime import datetime, timedelta
from typing import Any

from bot.sandbox.answers import NotPossible
from bot.sandbox.core import Core
from bot.sandbox.faults import Fault
from bot.sandbox.queue import WAYS, kind_of


class Dials(Core):
    """The side of the pretend Telegram that no bot and no person sees."""

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

    def turn_limits(self, *, on: bool | None = None, **rates: float) -> dict[str, Any]:
        """How fast the bot may send and ask; gives whether the limits hold, and their numbers."""
        told = self.flood.turn(on=on, **rates)
        self.record({"what": "limits", **told})
        return told

    def hold(self, way: str) -> None:
        """Hold back the bot's "messages" or "taps": those made now get a number when released."""
        self.record({"what": "hold", "way": _checked(way)})

    def release(self, way: str) -> int:
        """Let in what was held back, in its order; gives how many updates that are."""
        held = self.state.queue.held.get(_checked(way), [])
        first = self.state.queue.next_id
        numbered = [{"update_id": first + n, **content} for n, content in enumerate(held)]
        wanted = [one for one in numbered if self.state.queue.wants(kind_of(one))]
        updates = [{"what": "update", "update": one} for one in wanted]
        self.record({"what": "release", "way": way}, *updates)
        return len(updates)

    def _tell_clock(self) -> None:
        offset = self.clock.offset.total_seconds()
        now = self.clock.now().isoformat()
        self.record({"what": "clock", "offset_s": offset, "now": now})


def _checked(way: str) -> str:
    if way not in WAYS:
        raise NotPossible(400, f"Updates come by: {', '.join(WAYS)}.")
    return way
