"""What operators do from the command line, beside a running bot; no Telegram library is needed."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

import aiohttp

from bot.actions import Actions
from bot.clock import Clock, SystemClock, TurnedClock
from bot.keyring import keys_for, try_keys
from bot.post.telegram import PollFailed, TelegramUpdates
from bot.post.time_signal import listen_once
from bot.settings import PRETEND_TOKEN, Settings, load_programme, load_settings
from storage import Database
from storage.migrate import upgrade


async def migrate(environ: Mapping[str, str]) -> Sequence[str]:
    """Bring the tables up to date; a line for each step."""
    settings = load_settings(environ, needs_token=False)
    # The key is made with the database: without it, what is stored could never be read.
    keys_for(settings)
    applied = await upgrade(settings.database)
    return [f"Applied {revision}." for revision in applied] or ["The tables are up to date."]


async def invite_coach(environ: Mapping[str, str], name: str, branch: str) -> Sequence[str]:
    """Make an invitation for a coach and say how to use it."""
    settings = load_settings(environ, needs_token=False)
    async with at_the_desk(settings, await clock_for(settings)) as actions:
        token = await actions.invitations.invite_coach(name, branch)
    return await _how_to_come_in(settings, name, token)


async def invite_coordinator(environ: Mapping[str, str], name: str, branch: str) -> Sequence[str]:
    """Make an invitation for a coordinator and say how to use it."""
    settings = load_settings(environ, needs_token=False)
    async with at_the_desk(settings, await clock_for(settings)) as actions:
        token = await actions.invitations.invite_coordinator(name, branch)
    return await _how_to_come_in(settings, name, token)


async def let_coach_go(environ: Mapping[str, str], name: str, branch: str | None) -> Sequence[str]:
    """Take every right from a coach or a coordinator at once; a line for what becomes of all they
    had.
    """
    settings = load_settings(environ, needs_token=False)
    async with at_the_desk(settings, await clock_for(settings)) as actions:
        done = await actions.handing_over.let_go_by_name(name, branch)
    goes = f"Duos: {done.duos}, open cases: {done.cases}."
    to = f"They go to {done.heir}." if done.heir else "They wait for the first one who comes in."
    return [f"{done.name} has no rights any more.", goes, to]


async def unlock(environ: Mapping[str, str], name: str, branch: str | None) -> Sequence[str]:
    """End the codes of one of the staff, who sets them up again."""
    settings = load_settings(environ, needs_token=False)
    async with at_the_desk(settings, await clock_for(settings)) as actions:
        person = await actions.second_factors.reset(name, branch)
    return [f"The codes of {person.first_name} are ended. A new app is set up in the chat."]


async def _how_to_come_in(settings: Settings, name: str, token: str) -> Sequence[str]:
    username = await _username(settings)
    says = f"Send this to {name}. It works once, for 72 hours:"
    link = (
        [f"https://t.me/{username}?start={token}", "Or, written to the bot:"] if username else []
    )
    return [says, *link, f"/start {token}"]


@asynccontextmanager
async def at_the_desk(settings: Settings, clock: Clock) -> AsyncIterator[Actions]:
    """All actions over the database, with the tables up to date and the keys tried."""
    database = Database(settings.database, keys_for(settings))
    try:
        await upgrade(settings.database)
        await try_keys(database)
        yield Actions.over(database, clock, load_programme(settings.programme), lambda: None)
    finally:
        await database.close()


async def clock_for(settings: Settings) -> Clock:
    """A pretend Telegram may have turned its clock; whoever answers the link lives by that one."""
    if settings.is_real_telegram:
        return SystemClock()
    turned = TurnedClock()
    async with aiohttp.ClientSession() as session:
        await listen_once(session, turned, settings.telegram)
    return turned


async def _username(settings: Settings) -> str | None:
    """The bot's name in links; None when Telegram cannot be asked now."""
    token = settings.token.get_secret_value()
    if not token and settings.is_real_telegram:
        return None
    try:
        async with TelegramUpdates(settings.telegram, token or PRETEND_TOKEN) as telegram:
            return str((await telegram.who_am_i())["username"])
    except (PollFailed, KeyError):
        return None
