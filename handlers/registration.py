"""The way into the programme: the start, the answers, and changing them."""

from aiogram import Router
from aiogram.filters import CommandStart
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Change, Choose, Place
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Says, open_door


def make_router() -> Router:
    router = Router(name="registration")
    router.message.register(start, CommandStart(ignore_case=True))
    open_door(router, start, intent=Intent.START)
    open_door(router, go_back, command="back", intent=Intent.BACK, place=Place.BACK)
    open_door(router, overview, command="answers", intent=Intent.ANSWERS, place=Place.ANSWERS)
    router.callback_query.register(choose, Choose.filter())
    router.callback_query.register(change, Change.filter())
    return router


def make_answer_router() -> Router:
    router = Router(name="answers")
    router.message.register(hear, Says())
    return router


async def start(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.registration.start(visit)


async def go_back(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.registration.go_back(visit)


async def overview(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.registration.overview(visit)


async def choose(_: CallbackQuery, callback_data: Choose, visit: Visit, actions: Actions) -> None:
    await actions.registration.choose(visit, callback_data.question, callback_data.value)


async def change(_: CallbackQuery, callback_data: Change, visit: Visit, actions: Actions) -> None:
    await actions.registration.change(visit, callback_data.question)


async def hear(message: Message, visit: Visit, actions: Actions) -> None:
    await actions.registration.hear(visit, message.text or "")
