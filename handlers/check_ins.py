"""Answering the question of the week, and the small ones that follow."""

from aiogram.types import CallbackQuery

from bot.actions import Actions
from bot.cards.buttons import CheckInTap
from bot.cards.week_buttons import AgainTap, CorrectionTap, FeelingTap, LengthTap
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.taps.callback_query.register(answer, Carries(CheckInTap))
    ways.taps.callback_query.register(say_length, Carries(LengthTap))
    ways.taps.callback_query.register(say_feeling, Carries(FeelingTap))
    ways.taps.callback_query.register(ask_again, Carries(AgainTap))
    ways.taps.callback_query.register(correct, Carries(CorrectionTap))


async def answer(
    _: CallbackQuery, callback_data: CheckInTap, visit: Visit, actions: Actions
) -> None:
    await actions.check_in_answers.answer(visit, callback_data.prompt_id, callback_data.answer)


async def say_length(
    _: CallbackQuery, callback_data: LengthTap, visit: Visit, actions: Actions
) -> None:
    await actions.check_in_answers.say_length(
        visit, callback_data.prompt_id, callback_data.minutes
    )


async def say_feeling(
    _: CallbackQuery, callback_data: FeelingTap, visit: Visit, actions: Actions
) -> None:
    await actions.check_in_answers.say_feeling(
        visit, callback_data.prompt_id, callback_data.feeling
    )


async def ask_again(
    _: CallbackQuery, callback_data: AgainTap, visit: Visit, actions: Actions
) -> None:
    await actions.check_in_answers.ask_again(visit, callback_data.prompt_id)


async def correct(
    _: CallbackQuery, callback_data: CorrectionTap, visit: Visit, actions: Actions
) -> None:
    await actions.check_in_answers.correct(visit, callback_data.prompt_id, callback_data.answer)
