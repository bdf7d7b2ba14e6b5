"""The privacy text, and taking back one's consent."""

from aiogram import Router
from aiogram.types import TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import open_door


def make_router() -> Router:
    router = Router(name="privacy")
    open_door(router, show, command="privacy", intent=Intent.PRIVACY, place=Place.PRIVACY)
    open_door(router, ask_to_withdraw, place=Place.WITHDRAW)
    open_door(router, withdraw, place=Place.WITHDRAW_SURELY)
    open_door(router, keep, place=Place.WITHDRAW_NOT)
    return router


async def show(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.privacy.show(visit)


async def ask_to_withdraw(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.privacy.ask_to_withdraw(visit)


async def withdraw(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.privacy.withdraw(visit)


async def keep(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.privacy.keep(visit)
