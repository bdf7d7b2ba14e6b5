"""Answering the question of the week."""

from aiogram.types import CallbackQuery

from bot.actions import Actions
from bot.cards.buttons import CheckInTap
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.taps.callback_query.register(answer, Carries(CheckInTap))


async def answer(
    _: CallbackQuery, callback_data: CheckInTap, visit: Visit, actions: Actions
) -> None:
    await actions.check_ins.answer(visit, callback_data.prompt_id, callback_data.answer)
