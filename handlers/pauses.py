"""Taking a break and coming back."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.active_weeks.reasons import BreakReasonTap
from bot.cards.buttons import Place
from bot.cards.week_buttons import PauseTap
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(stop, command="stop", intent=Intent.STOP, place=Place.STOP)
    ways.open(stop_surely, place=Place.STOP_SURELY)
    ways.open(resume, command="resume", intent=Intent.RESUME, place=Place.RESUME)
    ways.open(ask_why, place=Place.WHY_A_BREAK)
    ways.taps.callback_query.register(until, Carries(PauseTap))
    ways.taps.callback_query.register(say_why, Carries(BreakReasonTap))


async def stop(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.pauses.stop(visit)


async def stop_surely(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.pauses.stop(visit, surely=True)


async def until(_: CallbackQuery, callback_data: PauseTap, visit: Visit, actions: Actions) -> None:
    await actions.pauses.until(visit, callback_data.span)


async def resume(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.pauses.resume(visit)


async def ask_why(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.break_reasons.ask(visit)


async def say_why(
    _: CallbackQuery, callback_data: BreakReasonTap, visit: Visit, actions: Actions
) -> None:
    await actions.break_reasons.give(visit, callback_data.reason)
