"""Choosing a language, at any moment."""

from aiogram import Router
from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place, Speak
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import open_door


def make_router() -> Router:
    router = Router(name="languages")
    open_door(router, offer, command="language", intent=Intent.LANGUAGE, place=Place.LANGUAGE)
    router.callback_query.register(choose, Speak.filter())
    return router


async def offer(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.languages.offer(visit)


async def choose(_: CallbackQuery, callback_data: Speak, visit: Visit, actions: Actions) -> None:
    await actions.languages.choose(visit, callback_data.language)
