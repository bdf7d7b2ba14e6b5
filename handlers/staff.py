"""Who works here: being away, standing in, and all people of a colleague."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.staff_buttons import (
    AwayTap,
    BackTap,
    DeputyTap,
    HeirTap,
    LeaveTap,
    SpanTap,
    TeamStep,
    TeamTap,
    UntilTap,
    WordsTap,
)
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(away, command="away", place=Place.AWAY)
    ways.open(offer_deputies, place=Place.DEPUTY)
    ways.open(team, command="team", place=Place.TEAM)
    ways.open(numbers, command="numbers", place=Place.ANSWER_TIMES)
    taps = ways.taps.callback_query
    taps.register(first_days, Carries(AwayTap))
    taps.register(last_days, Carries(UntilTap))
    taps.register(choose_deputy, Carries(SpanTap))
    taps.register(keep_leave, Carries(LeaveTap))
    taps.register(end_leave, Carries(BackTap))
    taps.register(name_deputy, Carries(DeputyTap))
    taps.register(colleague, Carries(TeamTap, step=TeamStep.SHOW))
    taps.register(choose_heir, Carries(TeamTap))
    taps.register(hand_over, Carries(HeirTap, step=TeamStep.HAND, sure=1))
    taps.register(let_go, Carries(HeirTap, step=TeamStep.LEAVE, sure=1))
    taps.register(confirm_heir, Carries(HeirTap))
    taps.register(hear_words, Carries(WordsTap))


async def away(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.leaves.show(visit)


async def first_days(
    _: CallbackQuery, callback_data: AwayTap, visit: Visit, actions: Actions
) -> None:
    await actions.leaves.turn_to(visit, callback_data.page)


async def last_days(
    _: CallbackQuery, callback_data: UntilTap, visit: Visit, actions: Actions
) -> None:
    await actions.leaves.choose_last(visit, callback_data.first, callback_data.page)


async def choose_deputy(
    _: CallbackQuery, callback_data: SpanTap, visit: Visit, actions: Actions
) -> None:
    await actions.leaves.choose_deputy(visit, callback_data.first, callback_data.last)


async def keep_leave(
    _: CallbackQuery, callback_data: LeaveTap, visit: Visit, actions: Actions
) -> None:
    await actions.leaves.keep(
        visit, (callback_data.first, callback_data.last), callback_data.deputy_id
    )


async def end_leave(
    _: CallbackQuery, callback_data: BackTap, visit: Visit, actions: Actions
) -> None:
    await actions.leaves.end(visit, callback_data.leave_id)


async def offer_deputies(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.leaves.offer_deputies(visit)


async def name_deputy(
    _: CallbackQuery, callback_data: DeputyTap, visit: Visit, actions: Actions
) -> None:
    await actions.leaves.name_deputy(visit, callback_data.deputy_id)


async def team(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.handing_over.team(visit)


async def colleague(
    _: CallbackQuery, callback_data: TeamTap, visit: Visit, actions: Actions
) -> None:
    await actions.handing_over.show(visit, callback_data.person_id)


async def choose_heir(
    _: CallbackQuery, callback_data: TeamTap, visit: Visit, actions: Actions
) -> None:
    await actions.handing_over.choose_heir(
        visit, callback_data.person_id, leaves=callback_data.step is TeamStep.LEAVE
    )


async def confirm_heir(
    _: CallbackQuery, callback_data: HeirTap, visit: Visit, actions: Actions
) -> None:
    await actions.handing_over.confirm(
        visit, callback_data.person_id, callback_data.heir_id,
        leaves=callback_data.step is TeamStep.LEAVE,
    )  # fmt: skip


async def hand_over(
    _: CallbackQuery, callback_data: HeirTap, visit: Visit, actions: Actions
) -> None:
    await actions.handing_over.hand_over(visit, callback_data.person_id, callback_data.heir_id)


async def let_go(_: CallbackQuery, callback_data: HeirTap, visit: Visit, actions: Actions) -> None:
    await actions.handing_over.let_go(visit, callback_data.person_id, callback_data.heir_id)


async def numbers(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.numbers.show(visit)


async def hear_words(
    _: CallbackQuery, callback_data: WordsTap, visit: Visit, actions: Actions
) -> None:
    await actions.handing_over.hear_words(
        visit, callback_data.coach_id, agreed=bool(callback_data.agreed)
    )
