"""What a send came to: Telegram's answer, sorted by what the courier has to do next.

A text that is not in the tables of `telegram_says` never makes a person unreachable.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from traceback import extract_tb

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramEntityTooLarge,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import (
    ClientConnectorError,
    ClientError,
    ConnectionTimeoutError,
    InvalidURL,
    ServerFingerprintMismatch,
)

from bot.post.back_off import back_off
from bot.post.telegram_says import (
    AS_WANTED,
    GATEWAY,
    NOT_TAKEN,
    OUR_MISTAKE,
    OUT_OF_REACH,
    RETRY_AFTER,
    UNREACHABLE,
)

AMBIGUOUS_WAIT = 30.0
WAIT_UNTOLD = 1.0
WAIT_MARGIN = 0.5
LONGEST_WAIT = 3600.0
LONGEST_PAGE = 2000
LONGEST_REASON = 120


class Kind(StrEnum):
    """What the courier has to do with the letter."""

    DONE = "done"
    """It is as we want it."""
    WAIT = "wait"
    """Telegram asks for patience; the attempt does not count."""
    RETRY = "retry"
    """Surely not sent: again after the wait."""
    AMBIGUOUS = "ambiguous"
    """Perhaps sent: once more after the wait."""
    PERMANENT = "permanent"
    """This chat cannot be reached."""
    GONE = "gone"
    """The message to change is out of reach: send a new one instead."""
    BUG = "bug"
    """Our letter is wrong: keep it and report."""
    UNWANTED = "dropped"
    """Taken back, or too late, before it set out."""
    UNAUTHORISED = "unauthorised"
    """The token is not accepted: nothing can be sent at all."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a send came to; ``wait`` in seconds, ``reason`` safe to log.

    ``of_everybody``: the wait is asked of the whole bot, not of one chat. ``asked``: the seconds
    that Telegram asked for, however many. ``is_unknown``: refused in words we have never seen.
    """

    kind: Kind
    wait: float = 0.0
    reason: str = ""
    of_everybody: bool = False
    asked: float = 0.0
    is_unknown: bool = False


DONE = Outcome(Kind.DONE)

NEVER_LEFT = (
    ClientConnectorError,
    ConnectionTimeoutError,
    ServerFingerprintMismatch,
)


def outcome_of(error: BaseException, tries: int, jitter: float = 0.0) -> Outcome:
    """Sort what a send raised.

    ``tries`` counts the attempts made, this one too; ``jitter`` is a random number from 0 to 1.
    """
    if isinstance(error, TelegramNetworkError):
        return _of_network(error, tries, jitter)
    if isinstance(error, TelegramAPIError):
        return _of_answer(error, tries, jitter)
    if isinstance(error, ClientDecodeError):
        return _of_unreadable(error, tries, jitter)
    if _happened_at_telegram(error):
        return _ambiguous(type(error).__name__)
    return Outcome(Kind.BUG, reason=type(error).__name__)


def _of_answer(error: TelegramAPIError, tries: int, jitter: float) -> Outcome:
    """Telegram answered in words."""
    text = _words_of(error)
    if (wait := _patience_asked(error, text)) is not None:
        sane = min(max(wait, WAIT_UNTOLD), LONGEST_WAIT) + WAIT_MARGIN
        return Outcome(Kind.WAIT, sane, "too many requests", asked=wait)
    if _is_about_token(error, text):
        return Outcome(Kind.UNAUTHORISED, reason=_safe(text))
    if isinstance(error, TelegramServerError):
        return _of_server(text, tries, jitter)
    known = _of_text(error, text)
    return known or unknown(text, tries, jitter)


def _of_text(error: TelegramAPIError, text: str) -> Outcome | None:
    if text in UNREACHABLE:
        return Outcome(Kind.PERMANENT, reason=UNREACHABLE[text])
    if isinstance(error, TelegramMigrateToChat):
        return Outcome(Kind.BUG, reason=f"group moved to {error.migrate_to_chat_id}")
    if text.startswith(AS_WANTED):
        return Outcome(Kind.DONE, reason=_safe(text))
    if text.startswith(OUT_OF_REACH):
        return Outcome(Kind.GONE, reason=_safe(text))
    return Outcome(Kind.BUG, reason=_safe(text)) if text.startswith(OUR_MISTAKE) else None


def _of_server(text: str, tries: int, jitter: float) -> Outcome:
    if GATEWAY.search(text):
        return _ambiguous(_safe(text))
    return Outcome(Kind.RETRY, back_off(tries, jitter), _safe(text))


def _of_network(error: TelegramNetworkError, tries: int, jitter: float) -> Outcome:
    """No answer came. Whether the request left us is written in what caused the error."""
    cause = error.__cause__ or error.__context__
    reason = type(cause or error).__name__
    if isinstance(error, TelegramEntityTooLarge) or isinstance(cause, InvalidURL):
        return Outcome(Kind.BUG, reason=reason)
    if isinstance(cause, NEVER_LEFT):
        return Outcome(Kind.RETRY, back_off(tries, jitter), reason)
    return _ambiguous(reason)


def _of_unreadable(error: ClientDecodeError, tries: int, jitter: float) -> Outcome:
    """Something answered, but not in Telegram's way: a gateway's page, or half an answer."""
    page = str(error.data)[:LONGEST_PAGE]
    if NOT_TAKEN.search(page) and not GATEWAY.search(page):
        return Outcome(Kind.RETRY, back_off(tries, jitter), "service unavailable")
    return _ambiguous("gateway" if GATEWAY.search(page) else "unreadable answer")


def unknown(text: str, tries: int, jitter: float) -> Outcome:
    """Words we have never seen: they must not disable a person, nor be tried for ever."""
    return Outcome(Kind.RETRY, back_off(tries, jitter), _safe(text), is_unknown=True)


def _ambiguous(reason: str) -> Outcome:
    return Outcome(Kind.AMBIGUOUS, AMBIGUOUS_WAIT, reason)


def _patience_asked(error: TelegramAPIError, text: str) -> float | None:
    """Seconds that Telegram asks us to wait; None when it does not ask."""
    if isinstance(error, TelegramRetryAfter):
        return _seconds(error.retry_after)
    if not text.startswith("Too Many Requests"):
        return None
    told = RETRY_AFTER.search(text)
    return _seconds(told[1]) if told else WAIT_UNTOLD


def _seconds(asked: float | str) -> float:
    """A number, however it is written; what is none, and no number at all, is a second."""
    try:
        seconds = float(asked)
    except (TypeError, ValueError):
        return WAIT_UNTOLD
    return seconds if math.isfinite(seconds) else WAIT_UNTOLD


def _is_about_token(error: TelegramAPIError, text: str) -> bool:
    if isinstance(error, TelegramUnauthorizedError) or text == "Bad Request: Logged out":
        return True
    # A malformed token is no address Telegram knows; an unknown method is our own mistake.
    return isinstance(error, TelegramNotFound) and text == "Not Found"


def _words_of(error: TelegramAPIError) -> str:
    """Telegram's own words; an answer without any gives an empty text."""
    said: str | None = error.message
    return (said or "").strip()


def _safe(text: str) -> str:
    """The part of a text before anything it quotes, which may be what somebody wrote."""
    return text.partition('"')[0].strip()[:LONGEST_REASON]


def _happened_at_telegram(error: BaseException) -> bool:
    """Whether something broke after the request went out, while its answer was being read."""
    if isinstance(error, UnicodeEncodeError):
        return False
    if isinstance(error, (ClientError, OSError, UnicodeDecodeError)):
        return True
    names = {frame.name for frame in extract_tb(error.__traceback__)}
    return "make_request" in names and "build_form_data" not in names
