"""Choosing one's own day and hour of the weekly question."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.week_buttons import RhythmStep, RhythmTap
from bot.programme.people import Visit
from handlers.doors import Carries, Ways

CHOOSING = {RhythmStep.DAY: "day", RhythmStep.HOUR: "hour"}


def open_doors(ways: Ways) -> None:
    ways.open(show, place=Place.MY_QUESTION)
    ways.taps.callback_query.register(set_, Carries(RhythmTap, step=RhythmStep.SET))
    ways.taps.callback_query.register(choose, Carries(RhythmTap))


async def show(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.rhythms.show(visit)


async def set_(_: CallbackQuery, callback_data: RhythmTap, visit: Visit, actions: Actions) -> None:
    await actions.rhythms.set(visit, callback_data.weekday.number, callback_data.hour)


async def choose(
    _: CallbackQuery, callback_data: RhythmTap, visit: Visit, actions: Actions
) -> None:
    await actions.rhythms.choose(visit, CHOOSING[callback_data.step])
