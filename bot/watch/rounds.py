"""The rounds of the watch: look, judge, tell."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.clock import Clock, SystemClock
from bot.programme.programme import Programme
from bot.settings import WrongSettings
from bot.watch.ledger import OPERATOR, Ledger
from bot.watch.signs import Judge, Verdict
from bot.watch.telling import News, concerns, news_for, operator_at, quietly_over, reader_of
from storage.glance import Colleague, Glance, Window
from storage.sealing import Keys, Tampered

# Telegram asked for patience; what is not told yet is tried again after this.
PATIENCE = 30.0  # seconds
# One chat that does not answer keeps nobody waiting; more of them are a line that is broken.
FAILURES = 1

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Rounds:
    """Everything that is needed for one round after the other.

    The ``keys`` are asked for when somebody has to be told: the bot may make them after we began.
    """

    programme: Programme
    window: Window
    ledger: Ledger
    operator: int
    keys: Callable[[], Keys]
    clock: Clock = field(default_factory=SystemClock)
    seconds: Callable[[], float] = time.monotonic
    judge: Judge = field(init=False)
    _seen: Glance | None = None
    _could_look: bool = True
    _trouble: frozenset[str] = frozenset()
    _quiet_until: float = 0.0
    _operator_waits_until: float = 0.0

    def __post_init__(self) -> None:
        self.judge = Judge(self.seconds())

    async def go(self, bot: Bot) -> None:
        """One round. What cannot be told now is told by one of the next rounds."""
        now = self.clock.now()
        self._seen = await self._look(now)
        verdict = self.judge.judge(self._seen, now, self.seconds(), self.ledger.known())
        self._log(verdict)
        if self.seconds() >= self._quiet_until:
            await self._tell(bot, verdict, now.astimezone(self.programme.zone))

    async def _look(self, now: datetime) -> Glance | None:
        try:
            seen = await self.window.glance(now)
        except Exception as error:  # whatever it is, nothing is seen, and that is told
            # The first time with all that is known of it; it may go on for days.
            log.warning("database_not_readable", exc_info=error if self._could_look else None)
            self._could_look = False
            return None
        self._could_look = True
        return seen

    def _log(self, verdict: Verdict) -> None:
        """The log is a second way, for when Telegram is gone as well."""
        wrong = frozenset(verdict.wrong)
        if new := wrong - self._trouble:
            log.error("trouble_seen", trouble=sorted(new))
        self._trouble = wrong

    async def _tell(self, bot: Bot, verdict: Verdict, now: datetime) -> None:
        """The operator first: with the database away there is nobody else to tell."""
        failures = 0
        for news in [*self._for_the_operator(verdict, now), *await self._for_staff(verdict, now)]:
            failures += not await self._send(bot, news, now)
            if failures > FAILURES or self.seconds() < self._quiet_until:
                return

    def _for_the_operator(self, verdict: Verdict, now: datetime) -> Iterator[News]:
        if self.seconds() < self._operator_waits_until:
            return
        reader = operator_at(self.operator, self.programme.languages[0])
        if news := news_for(reader, verdict.wrong.keys(), verdict, self.ledger.told, now):
            yield news

    async def _for_staff(self, verdict: Verdict, now: datetime) -> Sequence[News]:
        """Nobody is looked up while there is nothing to say."""
        if not self._seen or not (verdict.wrong or verdict.over):
            return ()
        staff = await self._staff(now)
        self._forget(verdict, staff)
        found = [
            news_for(reader_of(one), keys, verdict, self.ledger.told, now)
            for one, keys in concerns(verdict, self._seen.stuck, staff)
        ]
        return [news for news in found if news]

    def _forget(self, verdict: Verdict, staff: Sequence[Colleague]) -> None:
        """Who is of the staff no more hears nothing; when they cannot be read, they are kept."""
        names = [str(one.id) for one in staff] or self.ledger.told
        readers = {OPERATOR, *names}
        for who, keys in quietly_over(verdict, self.ledger.told, readers).items():
            self.ledger.forget(who, keys)

    async def _staff(self, now: datetime) -> Sequence[Colleague]:
        """Nobody when they cannot be read: the operator is told all the same."""
        try:
            return await self.window.staff(self.keys(), now.date())
        except (WrongSettings, Tampered):
            log.warning("coaches_not_readable", mend="Give the watch the keys of the bot.")
        except Exception as error:  # the next round sees that nothing can be read
            log.warning("database_not_readable", exc_info=error)
        return ()

    async def _send(self, bot: Bot, news: News, now: datetime) -> bool:
        """Whether this reader need not be tried again."""
        quiet = self.programme.is_night(now) and not news.reader.rings
        try:
            await _say(bot, news, quiet=quiet)
        except (BadRequest, Forbidden) as error:
            why = type(error).__name__
            if news.reader.name == OPERATOR:
                # The last one there is: they may let us in a minute later.
                self._operator_waits_until = self.seconds() + PATIENCE
                log.error("operator_not_reached", why=why)  # noqa: TRY400  # what went wrong is known
                return False
            # It would be refused again and again; for a reader who is gone it counts as told.
            log.warning("reader_not_reached", reader=news.reader.name, why=why)
        except TelegramError as error:
            if isinstance(error, RetryAfter):
                self._quiet_until = self.seconds() + PATIENCE
            log.warning("watch_not_heard", why=type(error).__name__)
            return False
        self._note(news)
        return True

    def _note(self, news: News) -> None:
        note = self.ledger.forget if news.is_well else self.ledger.has_told
        note(news.reader.name, news.keys)
        log.info("told", reader=news.reader.name, what=sorted(news.keys), well=news.is_well)


async def _say(bot: Bot, news: News, *, quiet: bool) -> None:
    """A group that became another one is followed there."""
    try:
        await bot.send_message(news.reader.chat, news.text, disable_notification=quiet)
    except ChatMigrated as moved:
        log.warning("chat_has_moved", mend="Put its new number in DUOBOT_OPERATOR.")
        await bot.send_message(moved.new_chat_id, news.text, disable_notification=quiet)
