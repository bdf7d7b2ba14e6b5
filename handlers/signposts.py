"""Looking for help: what somebody needs, where, and the services that fit."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import NeedTap, Place, PlaceTap, ServiceTap, ThemeTap
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(find, command="find", intent=Intent.FIND_HELP, place=Place.FIND_HELP)
    ways.open(emergency, command="sos", intent=Intent.EMERGENCY, place=Place.EMERGENCY)
    ways.taps.callback_query.register(theme, Carries(ThemeTap))
    ways.taps.callback_query.register(need, Carries(NeedTap))
    ways.taps.callback_query.register(places, Carries(PlaceTap))
    ways.taps.callback_query.register(service, Carries(ServiceTap))


async def find(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.signposts.find(visit)


async def emergency(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.signposts.emergency(visit)


async def theme(_: CallbackQuery, callback_data: ThemeTap, visit: Visit, actions: Actions) -> None:
    await actions.signposts.theme(visit, callback_data.theme, callback_data.place)


async def need(_: CallbackQuery, callback_data: NeedTap, visit: Visit, actions: Actions) -> None:
    await actions.signposts.need(
        visit, callback_data.need, callback_data.place, callback_data.page
    )


async def places(
    _: CallbackQuery, callback_data: PlaceTap, visit: Visit, actions: Actions
) -> None:
    await actions.signposts.places(
        visit, callback_data.need, callback_data.region, callback_data.page
    )


async def service(
    _: CallbackQuery, callback_data: ServiceTap, visit: Visit, actions: Actions
) -> None:
    await actions.signposts.service(
        visit, callback_data.service, callback_data.need, callback_data.place
    )
