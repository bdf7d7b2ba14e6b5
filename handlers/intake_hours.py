"""When a coach has time for first talks."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.intakes.buttons import IntakeDayTap, IntakeDropTap, IntakeHoursTap
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(show, place=Place.INTAKE_HOURS)
    taps = ways.taps.callback_query
    taps.register(choose_day, Carries(IntakeDayTap))
    taps.register(give, Carries(IntakeHoursTap))
    taps.register(take_back, Carries(IntakeDropTap))


async def show(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.intake_hours.show(visit)


async def choose_day(
    _: CallbackQuery, callback_data: IntakeDayTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_hours.choose_day(visit, callback_data.page)


async def give(
    _: CallbackQuery, callback_data: IntakeHoursTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_hours.give(
        visit, callback_data.days, callback_data.spans, callback_data.how,
        off=callback_data.is_off,
    )  # fmt: skip


async def take_back(
    _: CallbackQuery, callback_data: IntakeDropTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_hours.take_back(
        visit, callback_data.hours_id, weekly=bool(callback_data.weekly)
    )
