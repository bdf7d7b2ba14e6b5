"""Where somebody is on the road to a duo."""

from aiogram.types import TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.programme.intents import Intent
from bot.programme.people import Visit
from handlers.doors import Ways


def open_doors(ways: Ways) -> None:
    ways.open(show, command="road", intent=Intent.ROAD, place=Place.ROAD)


async def show(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.on_the_road.show(visit)
