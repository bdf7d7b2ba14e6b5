"""Hiding what is about cases, at any moment."""

from aiogram.types import TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Ways


def open_doors(ways: Ways) -> None:
    ways.open(hide, command="hide", intent=Intent.HIDE, place=Place.HIDE)


async def hide(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.hiding.hide(visit)
