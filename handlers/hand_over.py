"""Handing a service over to one's mentee."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.referral_buttons import GiveTap
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(decline, place=Place.HAND_OVER_NOT)
    ways.taps.callback_query.register(give, Carries(GiveTap))


async def give(_: CallbackQuery, callback_data: GiveTap, visit: Visit, actions: Actions) -> None:
    await actions.hand_over.give(visit, callback_data.service)


async def decline(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.hand_over.decline(visit)
