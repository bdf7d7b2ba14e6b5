"""The codes of the staff: asking for one, and setting them up."""

from aiogram.types import TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.programme.people import Visit
from handlers.doors import Ways


def open_doors(ways: Ways) -> None:
    ways.open(show, command="code", place=Place.CODES)
    ways.open(name_apps, place=Place.CODES_APP)
    ways.open(give_key, place=Place.CODES_HERE)
    ways.open(give_picture, place=Place.CODES_ELSEWHERE)
    ways.open(kept_codes, place=Place.CODES_KEPT)
    ways.open(move, place=Place.CODES_NEW)


async def show(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.second_factors.show(visit)


async def name_apps(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.second_factors.name_apps(visit)


async def give_key(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.second_factors.give_key(visit)


async def give_picture(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.second_factors.give_picture(visit)


async def kept_codes(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.second_factors.kept_codes(visit)


async def move(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.second_factors.move(visit)
