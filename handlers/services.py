"""One service: its number, its place, what to say there, a page of paper."""

from aiogram.types import CallbackQuery

from bot.actions import Actions
from bot.cards.service_buttons import CallTap, MapTap, PaperTap, SayInDutch, SayInFrench
from bot.programme.directory.tongues import DUTCH, FRENCH
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.taps.callback_query.register(call, Carries(CallTap))
    ways.taps.callback_query.register(show_on_map, Carries(MapTap))
    ways.taps.callback_query.register(say_in_dutch, Carries(SayInDutch))
    ways.taps.callback_query.register(say_in_french, Carries(SayInFrench))
    ways.taps.callback_query.register(print_page, Carries(PaperTap))


async def call(_: CallbackQuery, callback_data: CallTap, visit: Visit, actions: Actions) -> None:
    await actions.services.call(
        visit, callback_data.service, callback_data.need, callback_data.number
    )


async def show_on_map(
    _: CallbackQuery, callback_data: MapTap, visit: Visit, actions: Actions
) -> None:
    await actions.services.show_on_map(visit, callback_data.service, callback_data.need)


async def say_in_dutch(
    _: CallbackQuery, callback_data: SayInDutch, visit: Visit, actions: Actions
) -> None:
    await actions.services.first_words(
        visit, callback_data.service, callback_data.need, DUTCH, callback_data.spoken
    )


async def say_in_french(
    _: CallbackQuery, callback_data: SayInFrench, visit: Visit, actions: Actions
) -> None:
    await actions.services.first_words(
        visit, callback_data.service, callback_data.need, FRENCH, callback_data.spoken
    )


async def print_page(
    _: CallbackQuery, callback_data: PaperTap, visit: Visit, actions: Actions
) -> None:
    await actions.services.print_page(visit, callback_data.service, callback_data.need)
