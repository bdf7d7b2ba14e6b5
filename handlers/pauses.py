"""Taking a break and coming back."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.week_buttons import PauseTap
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(stop, command="stop", intent=Intent.STOP, place=Place.STOP)
    ways.open(resume, command="resume", intent=Intent.RESUME, place=Place.RESUME)
    ways.taps.callback_query.register(until, Carries(PauseTap))


async def stop(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.pauses.stop(visit)


async def until(_: CallbackQuery, callback_data: PauseTap, visit: Visit, actions: Actions) -> None:
    await actions.pauses.until(visit, callback_data.span)


async def resume(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.pauses.resume(visit)
