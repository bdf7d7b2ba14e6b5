"""Calling a coach, and what can be done with one's own call."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.request_buttons import AboutTap, MayKnowTap, RequestStep, RequestTap, UrgencyTap
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(open_request, command="coach", intent=Intent.COACH, place=Place.COACH)
    ways.taps.callback_query.register(say_about, Carries(AboutTap))
    ways.taps.callback_query.register(say_urgency, Carries(UrgencyTap))
    ways.taps.callback_query.register(say_audience, Carries(MayKnowTap))
    ways.taps.callback_query.register(solve, Carries(RequestTap, step=RequestStep.SOLVED))
    ways.taps.callback_query.register(show, Carries(RequestTap, step=RequestStep.SHOW_AGAIN))
    ways.taps.callback_query.register(doubt, Carries(RequestTap, step=RequestStep.NOT_SOLVED))


async def open_request(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.requests.open(visit)


async def say_about(
    _: CallbackQuery, callback_data: AboutTap, visit: Visit, actions: Actions
) -> None:
    await actions.requests.say_about(visit, callback_data.case_id, callback_data.about)


async def say_urgency(
    _: CallbackQuery, callback_data: UrgencyTap, visit: Visit, actions: Actions
) -> None:
    await actions.requests.say_urgency(visit, callback_data.case_id, callback_data.urgency)


async def say_audience(
    _: CallbackQuery, callback_data: MayKnowTap, visit: Visit, actions: Actions
) -> None:
    await actions.requests.say_audience(visit, callback_data.case_id, callback_data.audience)


async def solve(
    _: CallbackQuery, callback_data: RequestTap, visit: Visit, actions: Actions
) -> None:
    await actions.requests.solve(visit, callback_data.case_id)


async def doubt(
    _: CallbackQuery, callback_data: RequestTap, visit: Visit, actions: Actions
) -> None:
    await actions.requests.say_not_solved(visit, callback_data.case_id)


async def show(
    _: CallbackQuery, callback_data: RequestTap, visit: Visit, actions: Actions
) -> None:
    await actions.requests.show_again(visit, callback_data.case_id)
