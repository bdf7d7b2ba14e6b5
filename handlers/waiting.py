"""Where somebody is on the road to a duo, and whether they still look for one."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.waiting.buttons import SearchStep, SearchTap
from bot.cards.work.buttons import HeardTap
from bot.programme.intents import Intent
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(show, command="road", intent=Intent.ROAD, place=Place.ROAD)
    taps = ways.taps.callback_query
    taps.register(still, Carries(SearchTap, step=SearchStep.STILL))
    taps.register(found, Carries(SearchTap, step=SearchStep.FOUND))
    taps.register(again, Carries(SearchTap, step=SearchStep.AGAIN))
    taps.register(rest, Carries(SearchTap, step=SearchStep.REST))
    taps.register(note, Carries(HeardTap))


async def show(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.on_the_road.show(visit)


async def still(_: CallbackQuery, visit: Visit, actions: Actions) -> None:
    await actions.searching.still(visit)


async def found(_: CallbackQuery, visit: Visit, actions: Actions) -> None:
    await actions.searching.found(visit)


async def again(_: CallbackQuery, visit: Visit, actions: Actions) -> None:
    await actions.searching.again(visit)


async def rest(_: CallbackQuery, visit: Visit, actions: Actions) -> None:
    await actions.pauses.stop(visit)


async def note(_: CallbackQuery, callback_data: HeardTap, visit: Visit, actions: Actions) -> None:
    await actions.unheard.note(visit, callback_data.person_id, stops=callback_data.said == "found")
