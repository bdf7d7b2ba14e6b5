"""What a coach does about a call."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import CaseStep, CaseTap, Place
from bot.cards.case_buttons import CasesTap, HandSureTap, HandTap, WaitTap
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(mine, command="cases", place=Place.MY_CASES)
    ways.taps.callback_query.register(turn_to, Carries(CasesTap))
    ways.taps.callback_query.register(take, Carries(CaseTap, step=CaseStep.TAKE))
    ways.taps.callback_query.register(give_back, Carries(CaseTap, step=CaseStep.GIVE_BACK))
    ways.taps.callback_query.register(ask_whom, Carries(CaseTap, step=CaseStep.HAND))
    ways.taps.callback_query.register(ask_if_sure, Carries(HandTap))
    ways.taps.callback_query.register(hand, Carries(HandSureTap))
    ways.taps.callback_query.register(call_made, Carries(CaseTap, step=CaseStep.CALLED))
    ways.taps.callback_query.register(spoke, Carries(CaseTap, step=CaseStep.SPOKE))
    ways.taps.callback_query.register(not_reached, Carries(CaseTap, step=CaseStep.NO_ANSWER))
    ways.taps.callback_query.register(ask_until_when, Carries(CaseTap, step=CaseStep.WAIT))
    ways.taps.callback_query.register(lay_aside, Carries(WaitTap))
    ways.taps.callback_query.register(show, Carries(CaseTap, step=CaseStep.SHOW))
    ways.taps.callback_query.register(close, Carries(CaseTap, step=CaseStep.CLOSE))
    ways.taps.callback_query.register(close_surely, Carries(CaseTap, step=CaseStep.CLOSE_SURELY))


async def mine(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.cases.mine(visit)


async def turn_to(
    _: CallbackQuery, callback_data: CasesTap, visit: Visit, actions: Actions
) -> None:
    await actions.cases.mine(visit, callback_data.page)


async def take(_: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions) -> None:
    await actions.cases.take(visit, callback_data.case_id)


async def give_back(
    _: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions
) -> None:
    await actions.case_hands.give_back(visit, callback_data.case_id)


async def ask_whom(
    _: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions
) -> None:
    await actions.case_hands.ask_whom(visit, callback_data.case_id)


async def ask_if_sure(
    _: CallbackQuery, callback_data: HandTap, visit: Visit, actions: Actions
) -> None:
    await actions.case_hands.ask_if_sure(visit, callback_data.case_id, callback_data.person_id)


async def hand(
    _: CallbackQuery, callback_data: HandSureTap, visit: Visit, actions: Actions
) -> None:
    await actions.case_hands.hand(visit, callback_data.case_id, callback_data.person_id)


async def call_made(
    _: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions
) -> None:
    await actions.cases.call_made(visit, callback_data.case_id)


async def spoke(_: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions) -> None:
    await actions.cases.spoke(visit, callback_data.case_id)


async def not_reached(
    _: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions
) -> None:
    await actions.cases.not_reached(visit, callback_data.case_id)


async def ask_until_when(
    _: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions
) -> None:
    await actions.cases.ask_until_when(visit, callback_data.case_id)


async def lay_aside(
    _: CallbackQuery, callback_data: WaitTap, visit: Visit, actions: Actions
) -> None:
    await actions.cases.lay_aside(visit, callback_data.case_id, callback_data.days)


async def show(_: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions) -> None:
    await actions.cases.show(visit, callback_data.case_id)


async def close(_: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions) -> None:
    await actions.cases.close(visit, callback_data.case_id)


async def close_surely(
    _: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions
) -> None:
    await actions.cases.close_surely(visit, callback_data.case_id)
