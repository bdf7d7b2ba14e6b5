"""Being asked later whether a service helped, and answering."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.referral_buttons import (
    BarrierTap,
    ForgetTap,
    LaterStep,
    LaterTap,
    OutcomeTap,
)
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(decline, place=Place.REFERRAL_NOT)
    ways.taps.callback_query.register(offer, Carries(LaterTap, step=LaterStep.OFFER))
    ways.taps.callback_query.register(keep, Carries(LaterTap, step=LaterStep.KEEP))
    ways.taps.callback_query.register(forget, Carries(ForgetTap))
    ways.taps.callback_query.register(answer, Carries(OutcomeTap))
    ways.taps.callback_query.register(say_barrier, Carries(BarrierTap))


async def offer(_: CallbackQuery, callback_data: LaterTap, visit: Visit, actions: Actions) -> None:
    await actions.referrals.offer(
        visit, callback_data.service, callback_data.need, callback_data.place
    )


async def keep(_: CallbackQuery, callback_data: LaterTap, visit: Visit, actions: Actions) -> None:
    await actions.referrals.keep(
        visit, callback_data.service, callback_data.need, callback_data.place
    )


async def decline(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.referrals.decline(visit)


async def forget(
    _: CallbackQuery, callback_data: ForgetTap, visit: Visit, actions: Actions
) -> None:
    await actions.referrals.forget(visit, callback_data.referral_id)


async def answer(
    _: CallbackQuery, callback_data: OutcomeTap, visit: Visit, actions: Actions
) -> None:
    await actions.referrals.answer(visit, callback_data.referral_id, callback_data.outcome)


async def say_barrier(
    _: CallbackQuery, callback_data: BarrierTap, visit: Visit, actions: Actions
) -> None:
    await actions.referrals.say_barrier(visit, callback_data.referral_id, callback_data.barrier)
