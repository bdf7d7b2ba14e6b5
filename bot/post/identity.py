"""Whose database this is: to another bot, everybody in it would seem to be out of reach."""

import asyncio

from bot.post.patience import Patience
from bot.post.telegram import PollFailed, TelegramUpdates
from storage import Database


class AnotherBot(Exception):
    """The database belongs to another bot than the one Telegram says we are."""


async def recognise(updates: TelegramUpdates, database: Database) -> None:
    """Ask Telegram who we are, until it answers; raises AnotherBot, and TokenRefused."""
    bot_id = await _our_number(updates)
    async with database.transaction() as tx:
        owner = await tx.installation.bot_id(bot_id)
    refuse_another(bot_id, owner)


def refuse_another(bot_id: int, owner: int) -> None:
    """Raise AnotherBot unless we are the bot to which the database belongs."""
    if owner != bot_id:
        raise AnotherBot(
            f"This database belongs to the bot with number {owner}, and DUOBOT_TOKEN is that of"
            f" {bot_id}: nobody in it could be reached. Give each bot a database of its own:"
            " DUOBOT_DATABASE."
        )


async def _our_number(updates: TelegramUpdates) -> int:
    patience = Patience()
    while True:
        try:
            number: int = (await updates.who_am_i())["id"]
        except PollFailed as failure:
            await asyncio.sleep(patience.after(failure))
        else:
            return number
