"""Where somebody is on the road to a duo."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.waiting.buttons import SearchStep, SearchTap
from bot.programme.intents import Intent
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(show, command="road", intent=Intent.ROAD, place=Place.ROAD)
    taps = ways.taps.callback_query
    taps.register(found, Carries(SearchTap, step=SearchStep.FOUND))
    taps.register(again, Carries(SearchTap, step=SearchStep.AGAIN))


async def show(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.on_the_road.show(visit)


async def found(_: CallbackQuery, visit: Visit, actions: Actions) -> None:
    await actions.searching.found(visit)


async def again(_: CallbackQuery, visit: Visit, actions: Actions) -> None:
    await actions.searching.again(visit)
