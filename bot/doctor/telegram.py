"""The line to Telegram: whether it answers, knows the token, and gives updates to who polls."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.clock import Clock
from bot.doctor.findings import EXIT_SOMETHING, Finding, Line, failed, skipped, well
from bot.endings import EXIT_TRY_LATER
from bot.post.identity import AnotherBot, refuse_another
from bot.post.telegram import ALLOWED_UPDATES, PollFailed, TelegramUpdates, TokenRefused
from bot.settings import PRETEND_TOKEN, Settings

PATIENCE = 10.0  # seconds for each question
CLOCK_MAY_DIFFER = 10.0  # seconds; the header that tells Telegram's time counts whole ones
AFTER_TOKEN = (Line.BOT, Line.WEBHOOK, Line.ALLOWED_UPDATES)
NO_TIME_TOLD = "not looked at: the answer tells no time"

Answers = tuple[Mapping[str, Any], Mapping[str, Any]]


async def look_at_telegram(
    settings: Settings, owner: int | None, clock: Clock
) -> Sequence[Finding]:
    """The lines about Telegram; ``owner`` is the bot to which the database belongs."""
    try:
        told = await _time_there(settings.telegram)
    except (TimeoutError, aiohttp.ClientError, OSError) as error:
        rest = (Line.CLOCK, *AFTER_TOKEN)
        return [_silent(settings, type(error).__name__), *_skip(rest, "until Telegram answers")]
    clocks = _clocks(clock.now(), told)
    token = settings.token.get_secret_value()
    if not token and settings.is_real_telegram:
        answers = well(Line.TELEGRAM, "It answers.")
        return [answers, clocks, *_skip(AFTER_TOKEN, "until there is a token")]
    return await _with_token(settings, token or PRETEND_TOKEN, owner, clocks)


async def _with_token(
    settings: Settings, token: str, owner: int | None, clocks: Finding
) -> list[Finding]:
    try:
        me, webhook = await _ask(settings.telegram, token)
    except TokenRefused as refused:
        why = "until Telegram accepts the token"
        return [failed(Line.TELEGRAM, refused), clocks, *_skip(AFTER_TOKEN, why)]
    except (PollFailed, TimeoutError) as error:
        why = error.reason if isinstance(error, PollFailed) else type(error).__name__
        return [_silent(settings, why), clocks, *_skip(AFTER_TOKEN, "until Telegram answers")]
    known = well(Line.TELEGRAM, "It answers, and accepts the token.")
    return [known, clocks, _bot(me, owner), _webhook(webhook), _allowed(webhook)]


async def _time_there(address: str) -> datetime | None:
    """What time it is at Telegram, to the second; None when the answer does not say."""
    patience = aiohttp.ClientTimeout(total=PATIENCE)
    async with (
        aiohttp.ClientSession(timeout=patience) as session,
        session.get(address, allow_redirects=False) as answer,
    ):
        try:
            return parsedate_to_datetime(answer.headers["Date"])
        except (KeyError, ValueError):
            return None


async def _ask(address: str, token: str) -> Answers:
    """Who the bot is and how updates come; raises TokenRefused, PollFailed and TimeoutError."""
    try:
        async with asyncio.timeout(2 * PATIENCE), TelegramUpdates(address, token) as telegram:
            return await telegram.who_am_i(), await telegram.webhook()
    except PollFailed as failure:
        if failure.is_refusal:
            raise TokenRefused(failure.reason) from None
        raise


def _silent(settings: Settings, why: str) -> Finding:
    host = urlsplit(settings.telegram).hostname
    says = (
        f"{host} does not answer ({why}). Look at the network, the name server and the firewall of"
        " this machine. Nothing is lost meanwhile."
    )
    return Finding(Line.TELEGRAM, says, EXIT_TRY_LATER)


def _clocks(ours: datetime, theirs: datetime | None) -> Finding:
    if theirs is None or theirs.tzinfo is None:
        return skipped(Line.CLOCK, NO_TIME_TOLD)
    ahead = (ours - theirs).total_seconds()
    if abs(ahead) <= CLOCK_MAY_DIFFER:
        return well(Line.CLOCK, "This machine's clock and Telegram's agree.")
    way = "ahead of" if ahead > 0 else "behind"
    says = (
        f"This machine's clock is {abs(ahead):.0f} s {way} Telegram's, so people would be asked at"
        " the wrong time. Let it be set by the network: timedatectl set-ntp true."
    )
    return Finding(Line.CLOCK, says, EXIT_SOMETHING)


def _bot(me: Mapping[str, Any], owner: int | None) -> Finding:
    number = me.get("id")
    if owner is None or not isinstance(number, int):
        return well(Line.BOT, "The database belongs to no bot yet.")
    try:
        refuse_another(number, owner)
    except AnotherBot as error:
        return failed(Line.BOT, error)
    return well(Line.BOT, "The database belongs to the bot of this token.")


def _webhook(info: Mapping[str, Any]) -> Finding:
    waiting = f"{info.get('pending_update_count', 0)} updates wait at Telegram"
    if not info.get("url"):
        return well(Line.WEBHOOK, f"None is set, as it must be; {waiting}.")
    says = (
        f"One is set, so Telegram gives nothing to who polls; {waiting}. Start duobot again: it"
        " takes the webhook away. If it comes back, another program uses this token."
    )
    return Finding(Line.WEBHOOK, says, EXIT_SOMETHING)


def _allowed(info: Mapping[str, Any]) -> Finding:
    """Telegram remembers the kinds that were asked for last; it names none when none lacks."""
    allowed = info.get("allowed_updates") or ALLOWED_UPDATES
    lacking = [kind for kind in ALLOWED_UPDATES if kind not in allowed]
    if not lacking:
        return well(Line.ALLOWED_UPDATES, "Telegram gives every kind that the bot reads.")
    says = (
        f"Telegram keeps back: {', '.join(lacking)}. Start duobot: each of its polls asks for all"
        " of them. If they stay away while it runs, another program uses this token."
    )
    return Finding(Line.ALLOWED_UPDATES, says, EXIT_SOMETHING)


def _skip(lines: Sequence[Line], why: str) -> list[Finding]:
    return [skipped(line, f"not looked at {why}") for line in lines]
