"""Telegram's pace: so many a second over all, one a second to a chat, fewer to a group.

A send takes a slot when it begins and gives it back some time after its answer. Telegram counts a
message somewhere between the two, so no sliding second ever holds more messages than slots.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.programme.letters import Lane

A_SECOND = 1.0
A_MINUTE = 60.0
PER_SECOND = 30
BROADCASTS_PER_SECOND = 20
PER_MINUTE_IN_A_GROUP = 20
# Begun a little apart, letters are answered sooner, so that a slot is taken for a shorter time:
# forty in a second would fit, so this alone slows nobody down.
A_LITTLE_APART = A_SECOND / 40
FEWEST_TO_SWEEP = 64


class NeverBegan(Exception):
    """A send ended in a chat where none had begun."""


@dataclass(slots=True)
class Slots:
    """So many at once; each is free again ``rest`` seconds after its send ended."""

    count: int
    rest: float
    taken: int = 0
    resting: deque[float] = field(default_factory=deque)

    def ready_at(self, now: float) -> float:
        """When a slot is free, as far as known now."""
        self._rest_over(now)
        short = self.taken + len(self.resting) - self.count
        if short < 0:
            return now
        # A send under way may end this instant at the earliest, and then its slot rests.
        return self.resting[short] if short < len(self.resting) else now + self.rest

    def room(self, now: float) -> int:
        """How many may begin at once."""
        self._rest_over(now)
        return max(0, self.count - self.taken - len(self.resting))

    def take(self) -> None:
        self.taken += 1

    def give_back(self, now: float) -> None:
        self.taken -= 1
        self.resting.append(now + self.rest)

    def is_idle(self, now: float) -> bool:
        return not self.taken and (not self.resting or self.resting[-1] <= now)

    def _rest_over(self, now: float) -> None:
        while self.resting and self.resting[0] <= now:
            self.resting.popleft()


@dataclass(slots=True)
class Chat:
    """What one chat allows, and which lanes its sends under way have."""

    slots: tuple[Slots, ...]
    held_until: float = 0.0
    under_way: deque[Lane] = field(default_factory=deque)

    def is_idle(self, now: float) -> bool:
        return self.held_until <= now and all(slots.is_idle(now) for slots in self.slots)


@dataclass(frozen=True, slots=True)
class Wish:
    """Telegram's wish that we wait: about which chat (None: no chat), when, and until when."""

    chat_id: int | None
    asked_at: float
    until: float


class Pace:
    """When the next letter may go. Times are seconds of a monotonic clock, handed in."""

    def __init__(
        self, per_second: int = PER_SECOND, broadcasts: int | None = None, apart: float = 0.0
    ) -> None:
        share = BROADCASTS_PER_SECOND / PER_SECOND
        capped = max(1, int(per_second * share)) if broadcasts is None else broadcasts
        self._all = Slots(per_second, A_SECOND)
        self._broadcasts = Slots(capped, A_SECOND)
        self._apart = apart
        self._next_at = 0.0
        self._held_until = 0.0
        self._latest_wish: Wish | None = None
        self._chats: dict[int, Chat] = {}
        self._sweep_above = FEWEST_TO_SWEEP

    def ready_at(self, chat_id: int, lane: Lane, now: float) -> float:
        """The earliest moment a letter may begin, as far as known now; ask again then."""
        chat = self._chats.get(chat_id)
        held = max(self._held_until, chat.held_until if chat else 0.0)
        return max(
            now, held, self._next_at, *(slots.ready_at(now) for slots in self._slots(chat, lane))
        )

    def room(self, lane: Lane, now: float) -> int:
        """How many letters of a lane, each to another chat, may begin now at the most."""
        if self._held_until > now:
            return 0
        return min(slots.room(now) for slots in self._slots(None, lane))

    def began(self, chat_id: int, lane: Lane, now: float) -> None:
        """A send begins: take its slots."""
        self._sweep(now)
        chat = self._chats.setdefault(chat_id, Chat(_slots_of(chat_id)))
        chat.under_way.append(lane)
        self._next_at = now + self._apart
        for slots in self._slots(chat, lane):
            slots.take()

    def ended(self, chat_id: int, now: float) -> None:
        """Telegram answered, or the send failed: its slots rest, then they are free."""
        chat = self._chats.get(chat_id)
        if chat is None or not chat.under_way:
            raise NeverBegan(f"No send is under way in chat {chat_id}.")
        for slots in self._slots(chat, chat.under_way.popleft()):
            slots.give_back(now)

    def hold(self, chat_id: int | None, until: float) -> None:
        """Send nothing until then: to this chat, or (None) to anybody."""
        if chat_id is None:
            self._held_until = max(self._held_until, until)
            return
        chat = self._chats.setdefault(chat_id, Chat(_slots_of(chat_id)))
        chat.held_until = max(chat.held_until, until)

    def asked_to_wait(self, chat_id: int | None, until: float, now: float) -> None:
        """Telegram asks for patience (429): in this chat, or everywhere.

        It does not say which. A question about no chat (None) was asked by the whole bot, and so
        were questions about two chats within a second: then nobody is written to.
        """
        wish, before = Wish(chat_id, now, until), self._latest_wish
        self._latest_wish = wish
        self.hold(chat_id, until)
        if before and before.chat_id != chat_id and now - before.asked_at <= A_SECOND:
            self.hold(None, min(until, before.until))

    def known_chats(self) -> int:
        """How many chats are remembered: those busy, resting or held, and some just past."""
        return len(self._chats)

    def _slots(self, chat: Chat | None, lane: Lane) -> Iterable[Slots]:
        yield self._all
        if lane is Lane.BROADCAST:
            yield self._broadcasts
        if chat:
            yield from chat.slots

    def _sweep(self, now: float) -> None:
        """Forget the chats at rest, once there are twice as many as were busy last time."""
        if len(self._chats) < self._sweep_above:
            return
        self._chats = {key: chat for key, chat in self._chats.items() if not chat.is_idle(now)}
        self._sweep_above = max(FEWEST_TO_SWEEP, 2 * len(self._chats))


def _slots_of(chat_id: int) -> tuple[Slots, ...]:
    """Groups have negative numbers at Telegram, and a limit by the minute."""
    one_a_second = Slots(1, A_SECOND)
    if chat_id < 0:
        return one_a_second, Slots(PER_MINUTE_IN_A_GROUP, A_MINUTE)
    return (one_a_second,)
