"""One letter, one request to Telegram."""

import random
from dataclasses import replace

from aiogram import Bot
from aiogram.types import Message

from bot.cards import Card
from bot.cards.telegram import entities, keyboard
from bot.post.outcome import DONE, Kind, Outcome, back_off, outcome_of
from storage.letters import ClaimedLetter


async def send(bot: Bot, letter: ClaimedLetter, card: Card) -> tuple[Outcome, int | None]:
    """Send or edit; give what it came to and the number of the message as it is in the chat.

    A letter that may have arrived is sent once more only over a line that answers, so that an
    outage of minutes does not use up its second chance. A change made twice is one change: it is
    simply made again, before anything else happens in that chat.
    """
    try:
        if letter.unsure:
            await bot.get_me()
    except Exception as error:  # noqa: BLE001  # the line is still down: surely nothing was sent
        return _line_is_down(error, letter.tries), None
    try:
        return DONE, await _ask_telegram(bot, letter, card)
    except Exception as error:  # noqa: BLE001  # every way to fail has its row in outcome.py
        jitter = random.random()  # noqa: S311  # jitter is no secret
        outcome = outcome_of(error, letter.tries, jitter)
        if outcome.kind is Kind.AMBIGUOUS and letter.edits is not None:
            outcome = Outcome(Kind.RETRY, back_off(letter.tries, jitter), outcome.reason)
        return outcome, letter.edits if outcome.kind is DONE.kind else None


def _line_is_down(error: Exception, tries: int) -> Outcome:
    """A question about no chat: when Telegram asks for patience, it asks the whole bot."""
    outcome = outcome_of(error, tries)
    if outcome.kind is Kind.WAIT:
        return replace(outcome, of_everybody=True)
    return Outcome(Kind.RETRY, back_off(tries), type(error).__name__)


async def _ask_telegram(bot: Bot, letter: ClaimedLetter, card: Card) -> int:
    """No link is unfolded: a preview would hide the words under a picture."""
    if letter.edits is None:
        sent = await bot.send_message(
            letter.telegram_id,
            card.text,
            entities=entities(card),
            reply_markup=keyboard(card),
        )
        return _number_of(sent)
    await bot.edit_message_text(
        card.text,
        chat_id=letter.telegram_id,
        message_id=letter.edits,
        entities=entities(card),
        reply_markup=keyboard(card),
    )
    return letter.edits


def _number_of(sent: Message | None) -> int:
    """An answer without a message says nothing of whether it was sent."""
    if sent is None:
        raise TimeoutError("The answer held no message.")
    return sent.message_id
