"""Sharing phone numbers within a duo."""

from aiogram.types import Message, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.programme.people import Visit
from handlers.doors import SharesNumber, Ways, shared_number


def open_doors(ways: Ways) -> None:
    ways.open(show, place=Place.NUMBERS)
    ways.open(ask, place=Place.NUMBER_SHARE)
    ways.open(stop, place=Place.NUMBER_STOP)
    ways.open(decline, place=Place.NUMBER_NOT)
    ways.rest.message.register(hear_contact, SharesNumber())


async def show(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.phones.show(visit)


async def ask(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.phones.ask(visit)


async def stop(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.phones.stop(visit)


async def decline(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.phones.decline(visit)


async def hear_contact(message: Message, visit: Visit, actions: Actions) -> None:
    await actions.phones.hear_contact(visit, *shared_number(message))
