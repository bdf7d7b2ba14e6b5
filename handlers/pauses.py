"""Taking a break and coming back."""

from aiogram import Router
from aiogram.types import TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import open_door


def make_router() -> Router:
    router = Router(name="pauses")
    open_door(router, stop, command="stop", intent=Intent.STOP, place=Place.STOP)
    open_door(router, resume, command="resume", intent=Intent.RESUME, place=Place.RESUME)
    return router


async def stop(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.pauses.stop(visit)


async def resume(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.pauses.resume(visit)
