"""One letter, one request to Telegram."""

import random
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial

from aiogram import Bot

from bot.cards import Card
from bot.post.asking import ask_telegram, file_of
from bot.post.back_off import back_off
from bot.post.outcome import DONE, LONGEST_WAIT, Kind, Outcome, outcome_of, unknown
from bot.post.setting_out import Begin, at_once
from bot.post.telegram_says import ITS_FORM
from bot.post.watch import Alarm, Watch
from storage.letters import ClaimedLetter

MOST_UNKNOWN = 3
# A question that costs Telegram nothing; with the letter after it, less than a letter's lease.
LINE_ANSWERS_WITHIN = 5  # seconds
STAYS = (Kind.WAIT, Kind.RETRY, Kind.AMBIGUOUS, Kind.GONE)


@dataclass(slots=True)
class Unknowns:
    """How often each letter was refused in words we have never seen, in this process."""

    most: int = MOST_UNKNOWN
    times: Counter[int] = field(default_factory=Counter)

    def judge(self, letter_id: int, outcome: Outcome) -> Outcome:
        """The same outcome, but three such refusals are a bug; what else failed does not count."""
        if outcome.is_unknown:
            self.times[letter_id] += 1
            if self.times[letter_id] >= self.most:
                outcome = Outcome(Kind.BUG, reason=outcome.reason)
        if outcome.kind not in STAYS:
            self.times.pop(letter_id, None)
        return outcome


async def send(
    bot: Bot, letter: ClaimedLetter, card: Card, watch: Watch, begin: Begin = at_once
) -> tuple[Outcome, int | None]:
    """Send or edit; give what it came to and the number of the message as it is in the chat.

    What encloses something is a message of its own, and never a change of another; only what
    stands under a file that was passed on can be changed.
    A letter that may have arrived is sent once more only over a line that answers, so that an
    outage of minutes does not use up its second chance. What ``begin`` raises is not caught.
    """
    try:
        if letter.unsure:
            await bot.get_me(request_timeout=LINE_ANSWERS_WITHIN)
    except Exception as error:  # noqa: BLE001  # the line is still down: surely nothing was sent
        return _line_is_down(error, letter.tries), None
    if card.is_never_changed:
        letter = replace(letter, edits=None)
    outcome, message_id = await _attempt(bot, letter, card, begin)
    if _is_about_form(outcome, card):
        # Plain words are better than none; how it came to this has to be looked into.
        watch.alarm(Alarm.LETTER_LOST_ITS_FORM, reason=outcome.reason)
        outcome, message_id = await _attempt(bot, letter, card.plain(), begin)
    if outcome.asked > LONGEST_WAIT:
        watch.alarm_at_times(Alarm.VERY_LONG_WAIT_ASKED, seconds=outcome.asked)
    return outcome, message_id


def _is_about_form(outcome: Outcome, card: Card) -> bool:
    """Whether the words alone may be taken. What is enclosed is refused in words that we know,
    in others, or could not even be made: nobody has to go without the number for that.
    """
    if outcome.kind is Kind.BUG and outcome.reason.startswith(ITS_FORM):
        return True
    is_refused = outcome.kind is Kind.BUG or outcome.is_unknown
    return is_refused and card.enclosure is not None


async def _attempt(
    bot: Bot, letter: ClaimedLetter, card: Card, begin: Begin
) -> tuple[Outcome, int | None]:
    """One request. A change made twice is one change, so it is simply made again, before anything
    else happens in that chat. What is not a change has no message that could be gone.
    """
    try:
        file = await file_of(card)
    except Exception as error:  # noqa: BLE001  # every way to fail has its row in outcome.py
        return _failed(error, letter)
    sending = await begin(partial(ask_telegram, bot, letter, card, file))
    try:
        return DONE, await sending
    except Exception as error:  # noqa: BLE001  # the same
        return _failed(error, letter)


def _failed(error: Exception, letter: ClaimedLetter) -> tuple[Outcome, int | None]:
    jitter = random.random()  # noqa: S311  # jitter is no secret
    outcome = outcome_of(error, letter.tries, jitter)
    if outcome.kind is Kind.AMBIGUOUS and letter.edits is not None:
        outcome = Outcome(Kind.RETRY, back_off(letter.tries, jitter), outcome.reason)
    if outcome.kind is Kind.GONE and letter.edits is None:
        outcome = unknown(outcome.reason, letter.tries, jitter)
    return outcome, letter.edits if outcome.kind is Kind.DONE else None


def _line_is_down(error: Exception, tries: int) -> Outcome:
    """A question about no chat: when Telegram asks for patience, it asks the whole bot."""
    outcome = outcome_of(error, tries)
    if outcome.kind is Kind.WAIT:
        return replace(outcome, of_everybody=True)
    return Outcome(Kind.RETRY, back_off(tries), type(error).__name__)
