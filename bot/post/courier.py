"""The outbox's courier: claims letters, words them, sends them at Telegram's pace."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import structlog
from aiogram import Bot

from bot.actions import Actions
from bot.cards import put_into_words
from bot.clock import Clock
from bot.i18n import Speech
from bot.post.bell import Bell
from bot.post.crew import Crew
from bot.post.outcome import Kind, Outcome
from bot.post.pace import Pace
from bot.post.patience import patiently
from bot.post.sending import send
from bot.post.settling import settlement_of, unsendable
from bot.post.telegram import TokenRefused
from bot.programme.letters import Lane
from bot.programme.notices import Notice
from bot.programme.people import guess_language
from bot.programme.programme import Programme
from storage import Database
from storage.letters import ClaimedLetter, Settlement

# Copies after one crash are at most as many as are on their way.
AT_ONCE = 5
LONGEST_NAP = 1.0
SHORTEST_NAP = 0.001
NO_CHAT = 0
NONE: list[ClaimedLetter] = []
# What is on its way when the work is called off may arrive, or it would arrive twice.
GRACE = 5.0

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Office:
    """What the courier needs to word and to settle a letter."""

    database: Database
    actions: Actions
    clock: Clock
    machine_clock: Clock
    speech: Mapping[str, Speech]
    programme: Programme


@dataclass(slots=True)
class Courier:
    """Sends letters, a few at a time; never two at once to the same person."""

    bot: Bot
    office: Office
    pace: Pace = field(default_factory=Pace)
    seconds: Callable[[], float] = time.monotonic
    bell: Bell = field(default_factory=Bell)
    on_the_way: dict[int, int] = field(default_factory=dict)
    resting: dict[int, float] = field(default_factory=dict)

    async def run(self) -> None:
        """Send letters for ever; raises TokenRefused when Telegram does not accept the token."""
        async with Crew(GRACE, self.bell.ring) as crew:
            while True:
                crew.check()
                letters = await patiently(self.claim, "letters_not_claimed", NONE)
                for letter in letters:
                    crew.begin(self.deliver(letter))
                if not letters:
                    await self.bell.heard(self._nap())

    async def deliver_due(self) -> int:
        """Send what is due now, in turn; give how many letters were taken."""
        delivered = 0
        while letters := await self.claim():
            for letter in letters:
                await self.deliver(letter)
            delivered += len(letters)
        return delivered

    async def claim(self) -> list[ClaimedLetter]:
        """Take as many letters as may go now; nobody gets two at once."""
        now = self.seconds()
        self._wake_rested(now)
        room = min(AT_ONCE - len(self.on_the_way), self.pace.room(Lane.CASE, now))
        if room <= 0:
            return []
        lanes = [lane for lane in Lane if self.pace.room(lane, now) > 0]
        busy = {*self.on_the_way, *self.resting}
        async with self.office.database.transaction() as tx:
            times = (self.office.clock.now(), self.office.machine_clock.now())
            claimed = await tx.outbox.claim(*times, room, lanes=lanes, busy=busy)
        for letter in claimed:
            self.on_the_way[letter.person_id] = letter.telegram_id
        return list(claimed)

    async def deliver(self, letter: ClaimedLetter) -> None:
        """Send one letter and write what became of it."""
        with structlog.contextvars.bound_contextvars(letter_id=letter.id, kind=letter.kind):
            try:
                await self._settle(await self._settlement(letter))
            except TokenRefused:
                raise
            except Exception:
                # A database that cannot be used costs a copy when the lease ends, not the letter.
                log.exception("letter_not_settled")
            finally:
                del self.on_the_way[letter.person_id]

    async def _settle(self, settlement: Settlement) -> None:
        async with self.office.database.transaction() as tx:
            await tx.outbox.settle([settlement])

    async def _settlement(self, letter: ClaimedLetter) -> Settlement:
        now = self.office.clock.now()
        if unwanted := unsendable(letter, now):
            return unwanted
        outcome, message_id = await self._send(letter)
        if outcome.kind is Kind.UNAUTHORISED:
            raise TokenRefused(outcome.reason)
        if outcome.kind is Kind.PERMANENT:
            await self._lose(letter)
        times = (self.office.clock.now(), self.office.machine_clock.now())
        settlement = settlement_of(letter, outcome, *times, message_id)
        _report(outcome, settlement)
        return settlement

    async def _send(self, letter: ClaimedLetter) -> tuple[Outcome, int | None]:
        """Put the letter into words and send it, counted by the pace from start to answer."""
        try:
            notice = Notice.from_facts(letter.kind, letter.facts)
            # The programme may have dropped a language in which somebody still reads.
            language = guess_language(letter.language, self.office.programme.languages)
            speech = self.office.speech[language]
            card = put_into_words(notice, speech, self.office.programme)
        except Exception:
            log.exception("letter_not_worded")
            return Outcome(Kind.BUG, reason="not worded"), None
        chat, lane = letter.telegram_id, Lane(letter.lane)
        self.pace.began(chat, lane, self.seconds())
        try:
            outcome, message_id = await send(self.bot, letter, card)
        finally:
            self.pace.ended(chat, self.seconds())
        self._hold(chat, outcome)
        self.resting[letter.person_id] = self.pace.ready_at(chat, lane, self.seconds())
        return outcome, message_id

    async def _lose(self, letter: ClaimedLetter) -> None:
        stuck = await self.office.actions.reachability.lost(letter.person_id)
        if stuck:
            log.error("cases_without_a_reachable_coach", person_id=letter.person_id, cases=stuck)

    def _hold(self, chat: int, outcome: Outcome) -> None:
        now = self.seconds()
        if outcome.kind is Kind.WAIT:
            asked_about = None if outcome.of_everybody else chat
            self.pace.asked_to_wait(asked_about, now + outcome.wait, now)
        elif outcome.kind is Kind.RETRY:
            self.pace.hold(chat, now + outcome.wait)

    def _wake_rested(self, now: float) -> None:
        self.resting = {one: until for one, until in self.resting.items() if until > now}

    def _nap(self) -> float:
        """Seconds until somebody has rested enough; others may leave letters in the meantime."""
        now = self.seconds()
        free = self.pace.ready_at(NO_CHAT, Lane.CASE, now)
        wakes = [*self.resting.values(), *([free] if free > now else [])]
        ready = min((*wakes, now + LONGEST_NAP))
        return max(ready - now, SHORTEST_NAP)


def _report(outcome: Outcome, settlement: Settlement) -> None:
    if outcome.kind is Kind.BUG:
        log.error("letter_set_aside", reason=outcome.reason)
    elif outcome.kind is not Kind.DONE:
        log.warning(
            "letter_not_sent", outcome=outcome.kind, reason=outcome.reason, state=settlement.state
        )
