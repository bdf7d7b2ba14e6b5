"""Calling a coach, and what the coach does about it."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import CaseStep, CaseTap, Place
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(call_coach, command="coach", intent=Intent.COACH, place=Place.COACH)
    ways.open(mine, command="cases", place=Place.MY_CASES)
    ways.taps.callback_query.register(take, Carries(CaseTap, step=CaseStep.TAKE))
    ways.taps.callback_query.register(close, Carries(CaseTap, step=CaseStep.CLOSE))


async def call_coach(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.cases.call_coach(visit)


async def mine(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.cases.mine(visit)


async def take(_: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions) -> None:
    await actions.cases.take(visit, callback_data.case_id)


async def close(_: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions) -> None:
    await actions.cases.close(visit, callback_data.case_id)
