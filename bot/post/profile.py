"""Telling Telegram who the bot is, in each language of the programme."""

import asyncio
from collections.abc import Mapping

import structlog
from aiogram import Bot
from aiogram.types import BotCommand

from bot.cards.profile import commands, description, short_description
from bot.i18n import Speech
from bot.post.outcome import back_off
from bot.programme.programme import Programme

TRIES = 5

log = structlog.get_logger(__name__)


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
    listed = [
        BotCommand(command=command, description=says) for command, says in commands(speech).items()
    ]
    await bot.set_my_commands(listed, language_code=code)
    await bot.set_my_description(description(speech, programme), language_code=code)
    await bot.set_my_short_description(short_description(speech, programme), language_code=code)
