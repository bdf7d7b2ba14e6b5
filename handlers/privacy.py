"""The privacy text, and taking back one's consent."""

from aiogram.types import TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Ways


def open_doors(ways: Ways) -> None:
    ways.open(show, command="privacy", intent=Intent.PRIVACY, place=Place.PRIVACY)
    ways.open(ask_to_withdraw, place=Place.WITHDRAW)
    ways.open(withdraw, place=Place.WITHDRAW_SURELY)
    ways.open(keep, place=Place.WITHDRAW_NOT)


async def show(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.privacy.show(visit)


async def ask_to_withdraw(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.privacy.ask_to_withdraw(visit)


async def withdraw(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.privacy.withdraw(visit)


async def keep(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.privacy.keep(visit)
