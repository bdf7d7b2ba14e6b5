"""What Telegram says about a topic, sorted by what is done next. Pure: from error to verdict."""

from dataclasses import dataclass
from enum import StrEnum

from aiogram.exceptions import TelegramMigrateToChat

from bot.post.back_off import back_off
from bot.post.outcome import Kind, Outcome, outcome_of
from bot.post.telegram_says import OF_A_GROUP, UNREACHABLE
from bot.programme.topics import Step

# So many failures in a row, and the case is left to the private chats until it changes.
MOST_FAILURES = 3
TOKEN_WAIT = 60.0  # seconds; whoever sends letters stops the bot meanwhile

TOPIC_GONE = (
    "Bad Request: message thread not found",
    "Bad Request: TOPIC_DELETED",
    "Bad Request: TOPIC_ID_INVALID",
)
TOPIC_CLOSED = ("Bad Request: TOPIC_CLOSED",)
AS_WANTED = ("Bad Request: TOPIC_NOT_MODIFIED",)
NO_RIGHTS = (
    "Bad Request: not enough rights",
    "Bad Request: have no write access to the chat",
    "Bad Request: CHAT_WRITE_FORBIDDEN",
    "Bad Request: CHAT_ADMIN_REQUIRED",
    "Bad Request: the chat is not a forum",
    "Forbidden: not enough rights",
)


class Came(StrEnum):
    """What a step at a topic came to, when it did not simply succeed."""

    AS_WANTED = "as_wanted"
    LATER = "later"
    FAILED = "failed"
    MOVED = "moved"
    GROUP_LOST = "group_lost"
    TOPIC_GONE = "topic_gone"
    TOPIC_CLOSED = "topic_closed"
    CARD_GONE = "card_gone"
    NO_RIGHTS = "no_rights"
    ASTRAY = "astray"


class Astray(Exception):
    """Telegram put the card elsewhere than in its topic."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What it came to; ``wait`` in seconds, ``moved_to`` the new number of the group."""

    came: Came
    wait: float = 0.0
    moved_to: int = 0
    reason: str = ""


def verdict_of(error: Exception, step: Step, failures: int) -> Verdict:
    """Sort what a step raised, after so many failures in a row before this one."""
    if isinstance(error, TelegramMigrateToChat):
        return Verdict(Came.MOVED, moved_to=error.migrate_to_chat_id)
    if isinstance(error, Astray):
        return Verdict(Came.ASTRAY)
    words = str(getattr(error, "message", "")).strip()
    if (came := _named(words)) is not None:
        return Verdict(came, reason=words)
    return _sorted(outcome_of(error, failures + 1), step, failures)


def is_last(failures: int) -> bool:
    """Whether one failure more leaves the case to the private chats."""
    return failures + 1 >= MOST_FAILURES


def _named(words: str) -> Came | None:
    tables = {
        TOPIC_GONE: Came.TOPIC_GONE, TOPIC_CLOSED: Came.TOPIC_CLOSED, AS_WANTED: Came.AS_WANTED,
        NO_RIGHTS: Came.NO_RIGHTS, (*OF_A_GROUP, *UNREACHABLE): Came.GROUP_LOST,
    }  # fmt: skip
    return next((came for texts, came in tables.items() if words.startswith(texts)), None)


def _sorted(outcome: Outcome, step: Step, failures: int) -> Verdict:
    """A wait that nobody is to blame for counts no failure; a change made twice is one change."""
    if outcome.kind is Kind.DONE:
        return Verdict(Came.AS_WANTED)
    if outcome.kind is Kind.GONE and step is Step.CHANGE:
        return Verdict(Came.CARD_GONE, reason=outcome.reason)
    if outcome.kind is Kind.UNAUTHORISED:
        return Verdict(Came.LATER, TOKEN_WAIT, reason=outcome.reason)
    waits = outcome.kind in (Kind.WAIT, Kind.RETRY, Kind.AMBIGUOUS) and not outcome.is_unknown
    came = Came.LATER if waits else Came.FAILED
    return Verdict(came, outcome.wait or back_off(failures + 1), reason=outcome.reason)
