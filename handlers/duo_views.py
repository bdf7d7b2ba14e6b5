"""Looking at duos, as somebody who follows them."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.duo_view_buttons import DuosTap, DuoViewTap
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(mine, command="duos", place=Place.MY_DUOS)
    ways.taps.callback_query.register(turn_to, Carries(DuosTap))
    ways.taps.callback_query.register(show, Carries(DuoViewTap))


async def mine(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.duo_views.mine(visit)


async def turn_to(
    _: CallbackQuery, callback_data: DuosTap, visit: Visit, actions: Actions
) -> None:
    await actions.duo_views.turn_to(visit, callback_data.page)


async def show(
    _: CallbackQuery, callback_data: DuoViewTap, visit: Visit, actions: Actions
) -> None:
    await actions.duo_views.show(visit, callback_data.duo_id)
