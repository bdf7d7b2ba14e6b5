"""Telling Telegram who the bot is, in each language of the programme."""

import asyncio
from collections.abc import Mapping, Sequence

import structlog
from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeChat

from bot.cards.profile import commands, description, short_description
from bot.i18n import Speech
from bot.post.back_off import back_off
from bot.programme.programme import Programme

TRIES = 5

log = structlog.get_logger(__name__)


async def list_commands(bot: Bot, chat: int, listed: Sequence[tuple[str, str]]) -> None:
    """What stands in the menu of one chat; when nothing is listed, what everybody has."""
    here = BotCommandScopeChat(chat_id=chat)
    if not listed:
        await bot.delete_my_commands(scope=here)
        return
    commands_here = [BotCommand(command=name, description=says) for name, says in listed]
    await bot.set_my_commands(commands_here, scope=here)


async def introduce(bot: Bot, speech: Mapping[str, Speech], programme: Programme) -> None:
    """Set commands and descriptions; people can be helped without them, so a failure only logs."""
    for tries in range(1, TRIES + 1):
        try:
            await _introduce(bot, speech, programme)
        except Exception as error:  # noqa: BLE001  # whatever went wrong, the bot itself goes on
            log.warning("profile_not_set", error=type(error).__name__)
            await asyncio.sleep(back_off(tries))
        else:
            return


async def _introduce(bot: Bot, speech: Mapping[str, Speech], programme: Programme) -> None:
    """The programme's first language is also what people of any other language see."""
    fallback = programme.languages[0]
    await _say_in(bot, speech[fallback], programme, None)
    for language in programme.languages:
        await _say_in(bot, speech[language], programme, language)


async def _say_in(bot: Bot, speech: Speech, programme: Programme, code: str | None) -> None:
    """Only what has changed is set: Telegram allows these changes seldom, and starts are many."""
    listed = [
        BotCommand(command=name, description=says) for name, says in commands(speech).items()
    ]
    if await bot.get_my_commands(language_code=code) != listed:
        await bot.set_my_commands(listed, language_code=code)
    says = description(speech, programme)
    if (await bot.get_my_description(language_code=code)).description != says:
        await bot.set_my_description(says, language_code=code)
    says = short_description(speech, programme)
    if (await bot.get_my_short_description(language_code=code)).short_description != says:
        await bot.set_my_short_description(says, language_code=code)
