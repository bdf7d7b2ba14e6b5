"""The way into the programme: the start, the answers, and changing them."""

from aiogram.filters import CommandStart
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Change, Choose, Place
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Carries, Says, Ways


def open_doors(ways: Ways) -> None:
    ways.commands.message.register(start, CommandStart(ignore_case=True))
    ways.open(start, intent=Intent.START)
    ways.open(go_back, command="back", intent=Intent.BACK, place=Place.BACK)
    ways.open(overview, command="answers", intent=Intent.ANSWERS, place=Place.ANSWERS)
    ways.open(add, place=Place.ADD_ANSWERS)
    ways.taps.callback_query.register(choose, Carries(Choose))
    ways.taps.callback_query.register(change, Carries(Change))


def open_door_for_answers(ways: Ways) -> None:
    ways.rest.message.register(hear, Says())


async def start(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.registration.start(visit)


async def go_back(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.registration.go_back(visit)


async def overview(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.registration.overview(visit)


async def add(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.registration.add(visit)


async def choose(_: CallbackQuery, callback_data: Choose, visit: Visit, actions: Actions) -> None:
    await actions.registration.choose(visit, callback_data.question, callback_data.value)


async def change(_: CallbackQuery, callback_data: Change, visit: Visit, actions: Actions) -> None:
    await actions.registration.change(visit, callback_data.question)


async def hear(message: Message, visit: Visit, actions: Actions) -> None:
    await actions.registration.hear(visit, message.text or "")
