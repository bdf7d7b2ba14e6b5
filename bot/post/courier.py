"""The outbox's courier: claims letters, has them sent, and writes what became of them.

One look at the outbox writes about all that came back since the last look and takes what may go
next, in one transaction, so that many letters at once cost few transactions.
"""

import asyncio
from dataclasses import dataclass, field

import structlog

from bot.post.bell import Bell
from bot.post.crew import Crew
from bot.post.delivery import Delivery
from bot.post.patience import patiently
from bot.post.telegram import TokenRefused
from bot.post.time_guard import TimeGuard
from bot.programme.letters import Lane
from storage.letters import ClaimedLetter, Settlement

# Copies after one crash are at most as many as are on their way.
AT_ONCE = 5
LONGEST_NAP = 1.0
SHORTEST_NAP = 0.001
# So many are claimed, so many seconds before they may go: a look takes its time, and no slot of
# the pace stands empty meanwhile. Twenty are two thirds of a second at thirty a second.
HELD = 20
AHEAD = 0.7
# Who would have to wait longer than this is left in the outbox.
LONGEST_QUEUE = 1.0
MOST_WAITS = 3
NO_CHAT = 0
NONE: list[ClaimedLetter] = []
# What is on its way when the work is called off may arrive, or it would arrive twice.
GRACE = 5.0

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Courier:
    """Has letters sent, a few at a time; never two at once to the same person.

    ``on_the_way`` holds whose letter is claimed, until it is stored what became of it.
    ``came_back`` holds what is still to be stored, by person.
    """

    delivery: Delivery
    bell: Bell = field(default_factory=Bell)
    on_the_way: set[int] = field(default_factory=set)
    came_back: dict[int, Settlement] = field(default_factory=dict)
    resting: dict[int, float] = field(default_factory=dict)
    lines: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    time_guard: TimeGuard = field(init=False)

    def __post_init__(self) -> None:
        self.time_guard = TimeGuard(self.delivery.office.machine_clock, self.delivery.watch)

    async def run(self) -> None:
        """Send letters for ever; raises TokenRefused when Telegram does not accept the token."""
        try:
            async with Crew(GRACE, self.bell.ring) as crew:
                while True:
                    crew.check()
                    letters = await patiently(self.look, "letters_not_claimed", NONE)
                    for letter in letters:
                        crew.begin(self.deliver(letter))
                    if not letters:
                        await self.bell.heard(self._nap())
        finally:
            await self._write_at_last()

    async def _write_at_last(self) -> None:
        """On the way out; what cannot be written now is sent once more when its lease ends."""
        try:
            async with asyncio.timeout(GRACE):
                await self._write(dict(self.came_back))
        except Exception:
            log.exception("letters_not_settled", letters=len(self.came_back))

    async def deliver_due(self) -> int:
        """Send what is due now, in turn; give how many letters were taken."""
        delivered = 0
        while letters := await self.look():
            for letter in letters:
                await self.deliver(letter)
            delivered += len(letters)
        return delivered

    async def look(self) -> list[ClaimedLetter]:
        """Write what came back and take as many letters as may go now, never two to a person."""
        done, lanes = dict(self.came_back), self._open_lanes()
        room = HELD - len(self.on_the_way) + len(done) if lanes else 0
        claimed = await self._write(done, room, lanes)
        self.on_the_way.update(letter.person_id for letter in claimed)
        return claimed

    async def deliver(self, letter: ClaimedLetter) -> None:
        """Send one letter, and keep what became of it until the next look."""
        with structlog.contextvars.bound_contextvars(letter_id=letter.id, kind=letter.kind):
            try:
                async with self.lines:
                    if settlement := await self._sent(letter):
                        self.came_back[letter.person_id] = settlement
            except TokenRefused:
                raise
            except Exception:
                # It is sent again when the lease ends: that costs a copy, not the letter.
                log.exception("letter_not_settled")
            finally:
                if letter.person_id not in self.came_back:
                    self.on_the_way.discard(letter.person_id)

    async def _sent(self, letter: ClaimedLetter) -> Settlement | None:
        """What became of it; None when it is no longer ours to send."""
        delivery, lane = self.delivery, Lane(letter.lane)
        if (chat := letter.telegram_id) is None:
            return await delivery.leave_to_a_coach(letter)
        if wait := await self._slot(chat, lane):
            return delivery.put_off(letter, wait)
        try:
            if self._is_ours(letter):
                return await delivery.settlement(letter)
            log.warning("letter_left_to_another")
            return None
        finally:
            now = delivery.seconds()
            delivery.pace.ended(chat, now)
            self.resting[letter.person_id] = delivery.pace.ready_at(chat, lane, now)

    async def _slot(self, chat: int, lane: Lane) -> float:
        """Wait for a slot, in turn, and take it; what is too far away is given in seconds."""
        pace, seconds = self.delivery.pace, self.delivery.seconds
        async with self.turn:
            for _ in range(MOST_WAITS):
                now = seconds()
                ready = pace.ready_at(chat, lane, now)
                if ready <= now:
                    pace.began(chat, lane, now)
                    return 0.0
                if ready - now > LONGEST_QUEUE:
                    break
                await asyncio.sleep(ready - now)
        return ready - now

    async def _write(
        self, done: dict[int, Settlement], room: int = 0, lanes: list[Lane] | None = None
    ) -> list[ClaimedLetter]:
        """One transaction; until it is committed, what came back is kept."""
        if not done and room <= 0:
            return []
        office, claimed = self.delivery.office, NONE
        async with office.database.transaction() as tx:
            if done:
                await tx.outbox.settle(list(done.values()))
                if recalled := [one.letter_id for one in done.values() if one.recalls]:
                    await office.actions.late_copies.recall(tx, recalled)
            if room > 0:
                times = (office.clock.now(), office.machine_clock.now())
                busy = {*(self.on_the_way - done.keys()), *self._resting_now()}
                claimed = list(await tx.outbox.claim(*times, room, lanes=lanes or (), busy=busy))
        for person in list(done):
            self.on_the_way.discard(person)
            self.came_back.pop(person, None)
        return claimed

    def _is_ours(self, letter: ClaimedLetter) -> bool:
        """Not when this process stood still until its lease was over."""
        return self.delivery.office.machine_clock.now() < letter.leased_until

    def _open_lanes(self) -> list[Lane]:
        """The lanes in which something may go now, or so soon that it may be claimed already."""
        held, now, pace = self.time_guard.held_lanes(), self.delivery.seconds(), self.delivery.pace
        return [
            lane
            for lane in Lane
            if lane not in held and pace.ready_at(NO_CHAT, lane, now) <= now + AHEAD
        ]

    def _resting_now(self) -> dict[int, float]:
        """Who was written to less than a moment ago; those who rested enough are forgotten."""
        now = self.delivery.seconds()
        self.resting = {one: until for one, until in self.resting.items() if until > now}
        return self.resting

    def _nap(self) -> float:
        """Seconds until somebody has rested enough, or a slot is near; new letters ring."""
        now = self.delivery.seconds()
        near = self.delivery.pace.ready_at(NO_CHAT, Lane.CASE, now) - AHEAD
        wakes = [*self._resting_now().values(), *([near] if near > now else [])]
        ready = min((*wakes, now + LONGEST_NAP))
        return max(ready - now, SHORTEST_NAP)
