"""The buttons under a meeting that is fixed."""

from aiogram.types import CallbackQuery

from bot.actions import Actions
from bot.cards.day_buttons import DayStep, DayTap, LateTap
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    taps = ways.taps.callback_query
    taps.register(show_place, Carries(DayTap, step=DayStep.MAP))
    taps.register(ask_how_late, Carries(DayTap, step=DayStep.LATE))
    taps.register(ask_what_instead, Carries(DayTap, step=DayStep.CANNOT))
    taps.register(come_late, Carries(LateTap))


async def show_place(
    _: CallbackQuery, callback_data: DayTap, visit: Visit, actions: Actions
) -> None:
    await actions.on_the_day.show_place(visit, callback_data.meeting_id)


async def ask_how_late(
    _: CallbackQuery, callback_data: DayTap, visit: Visit, actions: Actions
) -> None:
    await actions.on_the_day.ask_how_late(visit, callback_data.meeting_id)


async def ask_what_instead(
    _: CallbackQuery, callback_data: DayTap, visit: Visit, actions: Actions
) -> None:
    await actions.on_the_day.ask_what_instead(visit, callback_data.meeting_id)


async def come_late(
    _: CallbackQuery, callback_data: LateTap, visit: Visit, actions: Actions
) -> None:
    await actions.on_the_day.come_late(visit, callback_data.meeting_id, callback_data.minutes)
