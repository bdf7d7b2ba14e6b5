"""Answering the question of the week."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import Actions
from bot.cards.buttons import CheckInTap
from bot.programme.people import Visit


def make_router() -> Router:
    router = Router(name="check_ins")
    router.callback_query.register(answer, CheckInTap.filter())
    return router


async def answer(
    _: CallbackQuery, callback_data: CheckInTap, visit: Visit, actions: Actions
) -> None:
    await actions.check_ins.answer(visit, callback_data.prompt_id, callback_data.answer)
