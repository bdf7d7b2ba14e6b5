"""One letter on its way: put into words, sent, and what came of it."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import structlog
from aiogram import Bot

from bot.actions import Actions
from bot.cards import Card, put_into_words
from bot.clock import Clock
from bot.i18n import Speech
from bot.post.meters import NO_METERS, Meters
from bot.post.outcome import Kind, Outcome
from bot.post.pace import A_LITTLE_APART, Pace
from bot.post.sending import Unknowns, send
from bot.post.setting_out import Begin, TakenBack, at_once, unless_taken_back
from bot.post.settling import settlement_of, unsendable
from bot.post.telegram import TokenRefused
from bot.post.watch import Alarm, Watch
from bot.programme.notices import CaseCard, CoachWrites, Notice
from bot.programme.people import guess_language
from bot.programme.programme import Programme
from storage import Database
from storage.letters import DROPPED, TO_CALL, ClaimedLetter, Settlement

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Office:
    """What is needed to word and to settle a letter."""

    database: Database
    actions: Actions
    clock: Clock
    machine_clock: Clock
    speech: Mapping[str, Speech]
    programme: Programme


@dataclass(slots=True)
class Delivery:
    """Sends one letter after the other at Telegram's pace, and says what to write about each."""

    bot: Bot
    office: Office
    pace: Pace = field(default_factory=lambda: Pace(apart=A_LITTLE_APART))
    seconds: Callable[[], float] = time.monotonic
    watch: Watch = field(default_factory=Watch)
    meters: Meters = NO_METERS
    unknowns: Unknowns = field(default_factory=Unknowns)

    async def settlement(self, letter: ClaimedLetter) -> Settlement:
        """Send a letter, unless nobody wants it; raises TokenRefused."""
        if unwanted := unsendable(letter, self.office.clock.now()):
            self.meters.sent(letter.lane, unwanted.state)
            await self._tell_author(letter)
            return unwanted
        outcome, message_id = await self._send(letter)
        self.meters.sent(letter.lane, outcome.kind)
        if outcome.kind is Kind.UNAUTHORISED:
            self.watch.alarm(Alarm.TOKEN_REFUSED)
            raise TokenRefused(outcome.reason)
        if outcome.kind is Kind.PERMANENT:
            await self._lose(letter)
        if outcome.kind in (Kind.PERMANENT, Kind.BUG):
            await self._tell_author(letter)
        times = (self.office.clock.now(), self.office.machine_clock.now())
        settlement = settlement_of(letter, outcome, *times, message_id)
        if outcome.kind is Kind.BUG:
            await self._set_aside(letter, outcome)
        elif outcome.kind not in (Kind.DONE, Kind.UNWANTED):
            _report(outcome, settlement)
        return settlement

    async def leave_to_a_coach(self, letter: ClaimedLetter) -> Settlement:
        """Its reader is not on Telegram: a coach says it by phone, and hears that it is due."""
        now = self.office.clock.now()
        if unwanted := unsendable(letter, now):
            return unwanted
        wanted = await self.office.actions.calls.is_due(
            letter.person_id, letter.kind, letter.edits
        )
        state = TO_CALL if wanted else DROPPED
        return Settlement(letter.id, letter.leased_until, state, now)

    def put_off(self, letter: ClaimedLetter, wait: float) -> Settlement:
        """It waits as long as Telegram wants, and this does not count as a try."""
        outcome = Outcome(Kind.WAIT, wait, "not its turn")
        times = (self.office.clock.now(), self.office.machine_clock.now())
        return settlement_of(letter, outcome, *times, None)

    async def _send(self, letter: ClaimedLetter) -> tuple[Outcome, int | None]:
        """Put the letter into words and send it."""
        try:
            card = self._card(letter)
        except Exception:
            log.exception("letter_not_worded")
            return Outcome(Kind.BUG, reason="not worded"), None
        begin = self._looking(letter)
        try:
            outcome, message_id = await send(self.bot, letter, card, self.watch, begin)
        except TakenBack:
            return Outcome(Kind.UNWANTED), None
        outcome = self.unknowns.judge(letter.id, outcome)
        self._hold(letter.chat, outcome)
        return outcome, message_id

    def _looking(self, letter: ClaimedLetter) -> Begin:
        """Only what may be taken back pays for a second look."""
        if not Notice.by_kind[letter.kind].revocable:
            return at_once
        return unless_taken_back(self.office.database, self.office.clock, letter)

    def _card(self, letter: ClaimedLetter) -> Card:
        notice = Notice.from_facts(letter.kind, letter.facts)
        # The programme may have dropped a language in which somebody still reads.
        language = guess_language(letter.language, self.office.programme.languages)
        return put_into_words(notice, self.office.speech[language], self.office.programme)

    async def _lose(self, letter: ClaimedLetter) -> None:
        stuck = await self.office.actions.reachability.lost(letter.person_id)
        if stuck:
            log.error("cases_without_a_reachable_coach", person_id=letter.person_id, cases=stuck)

    async def _set_aside(self, letter: ClaimedLetter, outcome: Outcome) -> None:
        """It is kept, and somebody hears that it did not arrive; the person stays within reach."""
        self.watch.alarm(Alarm.LETTER_SET_ASIDE, reason=outcome.reason)
        subject = letter.subject if letter.kind == CaseCard.kind else None
        await self.office.actions.reachability.not_delivered(letter.person_id, subject)

    async def _tell_author(self, letter: ClaimedLetter) -> None:
        """What a coach wrote to somebody does not arrive without a word."""
        if letter.kind == CoachWrites.kind:
            await self.office.actions.talking.did_not_arrive(letter.subject)

    def _hold(self, chat: int, outcome: Outcome) -> None:
        now = self.seconds()
        if outcome.kind is Kind.WAIT:
            asked_about = None if outcome.of_everybody else chat
            self.pace.asked_to_wait(asked_about, now + outcome.wait, now)
        elif outcome.kind is Kind.RETRY:
            self.pace.hold(chat, now + outcome.wait)


def _report(outcome: Outcome, settlement: Settlement) -> None:
    log.warning(
        "letter_not_sent", outcome=outcome.kind, reason=outcome.reason, state=settlement.state
    )
