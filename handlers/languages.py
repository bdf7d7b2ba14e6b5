"""Choosing a language, at any moment."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place, Speak
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(offer, command="language", intent=Intent.LANGUAGE, place=Place.LANGUAGE)
    ways.taps.callback_query.register(choose, Carries(Speak))


async def offer(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.languages.offer(visit)


async def choose(_: CallbackQuery, callback_data: Speak, visit: Visit, actions: Actions) -> None:
    await actions.languages.choose(visit, callback_data.language)
