"""Seeing what stands in the way, as staff."""

from aiogram.types import TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.programme.people import Visit
from handlers.doors import Ways


def open_doors(ways: Ways) -> None:
    ways.open(show, command="barriers", place=Place.BARRIERS)


async def show(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.barriers.show(visit)
